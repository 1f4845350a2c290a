#pragma once

#include <gio/gio.h>

#include "cs-exam.h"

G_BEGIN_DECLS

/* Inside the engine: one check with one set of parameters, and what came of it. */

/** CsExclusion: @rule (%NULL: all) could not be tried, or has no object, for @reason; @claim is the
 *  index of the claim that is the reason or %CS_NO_INDEX */
typedef struct
{
  const char *rule;
  const char *reason;
  guint claim;
} CsExclusion;

/**
 * CsExamRun:
 * @check: what was run
 * @params: name (transfer none) to value (transfer full)
 * @reports: (element-type CsReport): in the order reported
 * @places: how many reports of a rule a claim or paragraph has
 * @surplus: (element-type CsReport): no longer reported, but a check may still write to them
 * @skipped: (element-type CsExclusion): what could not be tried
 * @absent: (element-type CsExclusion): what has no object here
 */
typedef struct
{
  const CsCheck *check;
  GHashTable *params;
  GPtrArray *reports;
  GHashTable *places;
  GPtrArray *surplus;
  GArray *skipped;
  GArray *absent;
} CsExamRun;

/** CsExamSubject: what all checks of one examination read: @result has the draft and what was
 *  analysed of it, what is analysed on demand is kept there when it is first asked for; @passages
 *  last as long as the examination */
typedef struct
{
  CsExamResult *result;
  const CsTermList *term_list;
  CsSpeller *speller;
  CsPassages *passages;
} CsExamSubject;

/** cs_exam_subject_clear: frees what @subject alone owns */
void cs_exam_subject_clear (CsExamSubject *subject);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsExamSubject, cs_exam_subject_clear)

/**
 * cs_exam_run_new:
 * @check: a check
 * @item: whose parameters it has
 * @as_of: the day examined: which limits hold
 *
 * Returns: (transfer full): a run that has not begun
 */
CsExamRun *cs_exam_run_new (const CsCheck *check,
                            const CsItem *item,
                            const char *as_of);

/** cs_exam_run_free: frees @run and all it holds */
void cs_exam_run_free (CsExamRun *run);

/** cs_exam_run_equal: Returns: whether both are the same check with the same parameters */
gboolean cs_exam_run_equal (const CsExamRun *a,
                            const CsExamRun *b);

/** cs_exam_run_perform: calls the check as its scope asks; stops early when cancelled */
void cs_exam_run_perform (CsExamRun *run,
                          CsExamSubject *subject,
                          GCancellable *cancellable);

/** cs_exam_run_gather_alike: makes one report of all that share a fault */
void cs_exam_run_gather_alike (CsExamRun *run);

/**
 * cs_exam_yield:
 * @result: a result
 * @first: number of a finding: this and all later ones are of one checklist
 *
 * Drops findings that another of the same checklist reports better. O(n) in all but the findings
 * of one claim.
 *
 * Returns: (transfer full) (element-type CsItem guint): items to how many findings they keep
 */
GHashTable *cs_exam_yield (CsExamResult *result,
                           guint first);

G_END_DECLS
