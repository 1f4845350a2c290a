#pragma once

#include "cs-pair-row.h"

G_BEGIN_DECLS

/* Marks and words of a pair of claims; between the files of the row, for nobody else. */

/* cs_pair_marks_new: @widget: whose colours they have; @cell: the part of the claim they are for.
 * Returns: (transfer full): marks of the words of @cell that differ */
PangoAttrList *cs_pair_marks_new (GtkWidget *widget,
                                  CsPairItem *item,
                                  gboolean is_left,
                                  guint cell);

/* cs_pair_get_sign: Returns: (transfer none): one character for what became of the claim */
const char *cs_pair_get_sign (CsPairItem *item);

/* cs_pair_dup_words: Returns: (transfer full): the same in a few words, in lines */
char *cs_pair_dup_words (CsPairItem *item);

/* cs_pair_dup_description: Returns: (transfer full): all that differs in two languages, for tips
 * and screen readers: "left feature 2 has no counterpart; differs: 5 mm / 8 mm"; empty when nothing
 * does */
char *cs_pair_dup_description (CsPairItem *item);

G_END_DECLS
