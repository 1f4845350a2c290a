#pragma once

#include "../cs-library-search.h"
#include "cs-search-take.h"

G_BEGIN_DECLS

/* What the parts of a search share; for nobody else. */

struct _CsSearcher
{
  CsLibrary *library;
  CsSearchPlaces *places; /* (nullable): read when they are needed */
  gint64 stamp;           /* of the library when they were read */
};

/* Begins to read the library as it is at this moment, and has the places as of now. The transaction
 * is to be cleared. */
gboolean cs_searcher_begin (CsSearcher *searcher,
                            CsTransaction *reading,
                            GError **error);

/* Returns: (transfer full): documents that fit @node, or NULL */
CsSearchSet *cs_search_evaluate (CsSearcher *searcher,
                                 const CsQueryNode *node,
                                 GError **error);

/* Returns: (transfer full): documents that fit the value @node of a field that is no text, or
 * NULL */
CsSearchSet *cs_search_find_value (CsSearcher *searcher,
                                   const CsQueryNode *node,
                                   GError **error);

/* Adds the documents whose ids are the first column of the rows of @list. */
gboolean cs_search_collect (CsSearcher *searcher,
                            CsStatement *list,
                            CsSearchSet *documents,
                            GError **error);

/* Makes families the documents of which are in @documents a set of their own. */
CsSearchSet *cs_search_fold (const CsSearchPlaces *places,
                             const CsSearchSet *documents);

/* Adds to @documents all documents of @families. */
void cs_search_unfold (const CsSearchPlaces *places,
                       const CsSearchSet *families,
                       CsSearchSet *documents);

/* Takes families from @families that have not what @search filters by, which there is. */
gboolean cs_search_filter (CsSearcher *searcher,
                           const CsSearch *search,
                           CsSearchSet *families,
                           GError **error);

/* As cs_search_evaluate(), and takes note of scores when one match of FTS5 has all the words:
 * @scores are known then. */
CsSearchSet *cs_search_evaluate_scored (CsSearcher *searcher,
                                        const CsQueryNode *node,
                                        CsSearchScores *scores,
                                        GError **error);

/* Scores the documents of @documents by the words of @query, adding to @totals, which are by their
 * places: higher is better. */
gboolean cs_search_score (CsSearcher *searcher,
                          const CsQuery *query,
                          const CsSearchSet *documents,
                          float *totals,
                          GError **error);

/* Adds the words that @node looks for, and not those that must not be there, to @terms:
 * (element-type CsQueryNode) */
void cs_search_list_terms (const CsQueryNode *node,
                           GPtrArray *terms);

/* Makes hits of families. @families: (transfer full): places in order, @documents: (transfer full):
 * of each the place of its document; both arrays as long as n_families of @hits says. */
CsHits *cs_hits_new (const CsSearchPlaces *places,
                     const CsHits *hits,
                     guint32 *families,
                     guint32 *documents);

/* Returns: (transfer none) (nullable): places of the families, when @places are those of @hits */
const guint32 *cs_hits_get_places (const CsHits *hits,
                                   const CsSearchPlaces *places);

G_END_DECLS
