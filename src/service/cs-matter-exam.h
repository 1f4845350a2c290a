#pragma once

#include "../exam/cs-exam-diff.h"
#include "../store/cs-matter.h"

G_BEGIN_DECLS

/* Examining a matter with all that was said of it, for programs with and without a window. */

/**
 * cs_matter_exam_run:
 * @matter: what to examine, with its decisions, answers and terms
 * @checklists: (element-type CsChecklist): by which
 * @progress: (nullable): called after every item
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Thread: any.
 *
 * Returns: (transfer full): the examination, or %NULL
 */
CsExamResult *cs_matter_exam_run (const CsMatter *matter,
                                  const GPtrArray *checklists,
                                  CsExamProgress progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_matter_exam_find_item: Returns: (transfer none) (nullable): the item @id of @result, one that
 * asks something before one that does not */
const CsItemResult *cs_matter_exam_find_item (const CsExamResult *result,
                                              const char *id);

/** cs_matter_exam_compare: @runs: (element-type CsExamRecord): of a matter, the newest first.
 * Returns: (transfer full) (nullable): the newest against the one before, %NULL when there are not
 * two */
CsExamDiff *cs_matter_exam_compare (const GPtrArray *runs);

G_END_DECLS
