#pragma once

#include "../cs-library-charts.h"

G_BEGIN_DECLS

/* Numbers in the making; for nobody else. */

/* What is counted of a row and a column, both by codes: of an office its two letters as a number,
 * of a name or class that of the places. */
typedef struct
{
  gint64 key; /* row << 32 | column */
  CsTallyCell of;
  guint last; /* one past the place of the family counted last */
} CsTallyEntry;

/* Fills rows, columns and cells of @tally. @entries: (element-type CsTallyEntry) by their keys. */
gboolean cs_tally_fill (CsTally *tally,
                        GHashTable *entries,
                        CsSearcher *searcher,
                        GError **error);

G_END_DECLS
