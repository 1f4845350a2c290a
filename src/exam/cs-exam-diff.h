#pragma once

#include "cs-exam-record.h"

G_BEGIN_DECLS

/** CsItemChange: the state of an item that was @from in the older examination and is @to in the
 * newer one; both (transfer none) */
typedef struct
{
  const CsRecordItem *from;
  const CsRecordItem *to;
} CsItemChange;

/**
 * CsExamDiff:
 * @older: the examination before
 * @newer: the examination after it
 * @added: (element-type CsRecordFinding) (transfer none): new ones (新出现), of @newer
 * @gone: (element-type CsRecordFinding) (transfer none): no longer there (已消除), of @older
 * @still: (element-type CsRecordFinding) (transfer none): still there (仍存在), of @newer
 * @waived: (element-type CsRecordFinding) (transfer none): still there, but allowed to stand since,
 *   of @newer
 * @changes: (element-type CsItemChange): items that came out otherwise, in the order of @newer
 *
 * What became of the findings of an examination. Findings that count are compared, a fault that
 * several lists name counts once; one of an item that the other examination did not look at is in
 * no list, for nothing can be said of it. Immutable.
 */
typedef struct
{
  CsExamRecord *older;
  CsExamRecord *newer;
  GPtrArray *added;
  GPtrArray *gone;
  GPtrArray *still;
  GPtrArray *waived;
  GArray *changes;
} CsExamDiff;

#define CS_TYPE_EXAM_DIFF (cs_exam_diff_get_type ())

GType cs_exam_diff_get_type (void) G_GNUC_CONST;

/**
 * cs_exam_diff_new:
 * @older: (transfer none): an examination
 * @newer: (transfer none): a later one of the same matter
 *
 * A finding is found again by its fingerprint, else by check, rule, identity of its claim or
 * paragraph and marked words, as decisions are. O(n) in findings and items. Thread: any.
 *
 * Returns: (transfer full): the comparison
 */
CsExamDiff *cs_exam_diff_new (CsExamRecord *older,
                              CsExamRecord *newer) G_GNUC_WARN_UNUSED_RESULT;

/** cs_exam_diff_ref: Returns: (transfer full): @diff. Thread: any. */
CsExamDiff *cs_exam_diff_ref (CsExamDiff *diff);

/** cs_exam_diff_unref: Thread: any. */
void cs_exam_diff_unref (CsExamDiff *diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsExamDiff, cs_exam_diff_unref)

G_END_DECLS
