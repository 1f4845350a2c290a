#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsPartView:
 *
 * The editor of one part of a document: text with references, transitions, signs and findings
 * marked, shapes in the gutter, a hover card. Marks are made for what is visible only.
 */
#define CS_TYPE_PART_VIEW (cs_part_view_get_type ())

G_DECLARE_FINAL_TYPE (CsPartView, cs_part_view, CS, PART_VIEW, GtkSourceView)

/** cs_part_view_new: Returns: (transfer floating): an editor for @part of @document */
GtkWidget *cs_part_view_new (CsDocument *document,
                             CsPart part);

/** cs_part_view_show_range: scrolls to and selects [@start_char, @end_char) */
void cs_part_view_show_range (CsPartView *view,
                              guint start_char,
                              guint end_char);

/** cs_part_view_show_card: opens the hover card at the cursor (Ctrl+K). Returns: whether there is
 * something to tell */
gboolean cs_part_view_show_card (CsPartView *view);

G_END_DECLS
