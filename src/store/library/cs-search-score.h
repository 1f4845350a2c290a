#pragma once

#include "cs-search-match.h"

G_BEGIN_DECLS

/* How well documents suit a query, by BM25 without its measure of length: long claims are no worse
 * than short ones. Taken along while FTS5 goes through the documents that fit; for nobody else. */

typedef struct _CsSearchScores CsSearchScores;

/* @max_rows: of how many documents to take note */
CsSearchScores *cs_search_scores_new (guint max_rows);

void cs_search_scores_free (CsSearchScores *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearchScores, cs_search_scores_free)

/* Tells of which document the row that was noted last is. */
void cs_search_scores_set_place (CsSearchScores *scores,
                                 guint place);

/* Returns: whether note was taken of documents, and of all there were */
gboolean cs_search_scores_are_known (const CsSearchScores *scores);

/* Adds what documents come to to @totals, which are by their places. */
void cs_search_scores_add_up (const CsSearchScores *scores,
                              float *totals);

/* Makes the function note_score (INDEX, pointer to a CsSearchScores) known to @api; its value means
 * nothing. Returns: a code of SQLite */
int cs_search_scores_register (fts5_api *api);

#define CS_SEARCH_SCORES_TYPE "CsSearchScores"

G_END_DECLS
