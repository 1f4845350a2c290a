#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsOutlinePane:
 *
 * The outline of a document: claim tree, sections, figures, signs, abstract, title. Choosing a row
 * goes to its place; Enter also moves the focus there. Claims are moved by dragging, by Alt+Up and
 * Alt+Down, indented by Ctrl+[ and Ctrl+], deleted by Delete.
 *
 * Signals: `failed (const char *message)`: what was asked for could not be done, and why.
 */
#define CS_TYPE_OUTLINE_PANE (cs_outline_pane_get_type ())

G_DECLARE_FINAL_TYPE (CsOutlinePane, cs_outline_pane, CS, OUTLINE_PANE, GtkWidget)

/** cs_outline_pane_new: Returns: (transfer floating): the outline of @document */
GtkWidget *cs_outline_pane_new (CsDocument *document);

G_END_DECLS
