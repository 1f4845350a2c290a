#pragma once

#include <glib.h>

#include "../../formats/table/cs-table-field.h"

G_BEGIN_DECLS

/* What the columns of a table can mean, as people are shown it. */

/** cs_column_meanings_get_n: Returns: how many meanings there are to choose from */
guint cs_column_meanings_get_n (void);

/** cs_column_meanings_get: Returns: the meaning at @index; the first: a column is kept as it is */
CsTableMeaning cs_column_meanings_get (guint index);

/** cs_column_meanings_get_label: Returns: (transfer none): what it is called, translated */
const char *cs_column_meanings_get_label (guint index);

/** cs_column_meanings_find: @index: (out): which of them @meaning is. Returns: whether it is one of
 * them */
gboolean cs_column_meanings_find (CsTableMeaning meaning,
                                  guint *index);

/** cs_column_meaning_dup_label: Returns: (transfer full): what @meaning is called, translated, also
 * when it is not one to choose from */
char *cs_column_meaning_dup_label (CsTableMeaning meaning);

G_END_DECLS
