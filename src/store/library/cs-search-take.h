#pragma once

#include "cs-search-score.h"

G_BEGIN_DECLS

/* The rows of a match of FTS5, taken by a function within its WHERE: to hand each out as a row of
 * the statement would take as long as to find it; for nobody else. */

typedef struct
{
  const CsSearchPlaces *places;
  const CsSearchNear *near;  /* (nullable): what the row must fit too */
  const CsSearchSet *within; /* (nullable): documents that alone are wanted */
  CsSearchSet *documents;    /* (nullable): takes them */
  CsSearchScores *scores;    /* (nullable): takes note of them */
  guint at;                  /* the place of the last one */
} CsSearchTaker;

#define CS_SEARCH_TAKER_TYPE "CsSearchTaker"

/* Makes the function take_row (INDEX, pointer to a CsSearchTaker) known to a connection: it takes
 * the row, and is never true. */
gboolean cs_search_register_functions (const CsDatabase *database,
                                       GError **error);

/* Has @taker take what @match finds in @index. FTS5 skips what lies before and after all that is
 * wanted. */
gboolean cs_search_take (CsDatabase *database,
                         const char *match,
                         CsSearchIndex index,
                         CsSearchTaker *taker,
                         GError **error);

G_END_DECLS
