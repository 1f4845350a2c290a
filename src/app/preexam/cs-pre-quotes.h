#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsPreQuotes:
 *
 * Places of the draft side by side: what a question is about, or what was found. Choosing one
 * activates `preexam.show-place` with part, unit and the first character (uuu).
 */
#define CS_TYPE_PRE_QUOTES (cs_pre_quotes_get_type ())

G_DECLARE_FINAL_TYPE (CsPreQuotes, cs_pre_quotes, CS, PRE_QUOTES, GtkWidget)

/** cs_pre_quotes_new: @places: (element-type CsPreEvidence): what to show; @language: of the draft.
 * Returns: (transfer floating): the widget */
GtkWidget *cs_pre_quotes_new (GListModel *places,
                              const char *language);

G_END_DECLS
