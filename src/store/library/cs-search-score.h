#pragma once

#include "cs-search-match.h"

G_BEGIN_DECLS

/* How well documents suit a query, by BM25 without its measure of length: long claims are no worse
 * than short ones. Taken along while FTS5 goes through the documents that fit; for nobody else. */

typedef struct _CsSearchScores CsSearchScores;

/* @max_rows: of how many documents to take note; @n_places: how many there are at all */
CsSearchScores *cs_search_scores_new (guint max_rows,
                                      guint n_places);

void cs_search_scores_free (CsSearchScores *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearchScores, cs_search_scores_free)

/* Tells that the rows of another match follow. */
void cs_search_scores_begin_match (CsSearchScores *scores);

/* Takes note of the row that FTS5 is at, which is the document at @place; those of a match come in
 * order. */
void cs_search_scores_note (CsSearchScores *scores,
                            guint place,
                            const Fts5ExtensionApi *api,
                            Fts5Context *row);

/* Returns: whether note was taken of documents, and of all there were */
gboolean cs_search_scores_are_known (const CsSearchScores *scores);

/* Adds what documents come to to @totals, which are by their places. @n_documents: of how many note
 * was taken, each counted once */
void cs_search_scores_add_up (const CsSearchScores *scores,
                              guint n_documents,
                              float *totals);

G_END_DECLS
