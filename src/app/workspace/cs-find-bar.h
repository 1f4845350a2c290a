#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsFindBar:
 *
 * Finds and replaces in the part that is in the editor. What it replaces is one step of the
 * history. Esc closes it and gives the focus back.
 */
#define CS_TYPE_FIND_BAR (cs_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (CsFindBar, cs_find_bar, CS, FIND_BAR, GtkWidget)

/** cs_find_bar_new: Returns: (transfer floating): a bar for @document, closed */
GtkWidget *cs_find_bar_new (CsDocument *document);

/** cs_find_bar_open: shows @bar with the words that are selected; @replace: with what replaces
 * too */
void cs_find_bar_open (CsFindBar *bar,
                       gboolean replace);

/** cs_find_bar_close: hides @bar, and what it marked */
void cs_find_bar_close (CsFindBar *bar);

G_END_DECLS
