#pragma once

#include "../exam/cs-exam-record.h"

G_BEGIN_DECLS

/* An examination as it is kept and as it travels: JSON, signed by its SHA-256. */

/**
 * cs_exam_record_dup_json:
 * @record: an examination
 *
 * All of @record but its id, its sum and its signatures. Thread: any.
 *
 * Returns: (transfer full): one JSON object in one line, the same for the same record
 */
char *cs_exam_record_dup_json (const CsExamRecord *record);

/**
 * cs_exam_record_new_from_json:
 * @json: (nullable): as cs_exam_record_dup_json() gave it; may have been tampered with
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the record with the sum of @json and no signatures, %NULL
 * when @json is none
 */
CsExamRecord *cs_exam_record_new_from_json (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
