#pragma once

#include "cs-exam.h"
#include "cs-signature.h"

G_BEGIN_DECLS

/**
 * CsRecordList:
 * @id: of the checklist, "cn-invention"
 * @edition: day of the law it follows, ISO 8601
 * @title: its name
 */
typedef struct
{
  char *id;
  char *edition;
  CsWords title;
} CsRecordList;

/**
 * CsRecordItem:
 * @checklist: id of its checklist
 * @item: its id, "CN-CLM-027"
 * @state: how it came out
 * @n_findings: findings of it
 * @n_waived: of these, waived
 * @reason: (nullable): as #CsItemResult.reason
 * @answer: (nullable): what a person answered
 * @stale: the answer was given for another text and did not count
 */
typedef struct
{
  char *checklist;
  char *item;
  CsItemState state;
  guint n_findings;
  guint n_waived;
  char *reason;
  CsAnswer *answer;
  gboolean stale;
} CsRecordItem;

/**
 * CsRecordFinding:
 * @checklist: id of its checklist
 * @item: id of its item
 * @check: name of the check
 * @rule: name of the rule
 * @severity: by the item
 * @certainty: how sure
 * @waived: it did not count
 * @fingerprint: see cs_fingerprint_all()
 * @unit_id: identity of the claim or paragraph, 0 when the finding is of none
 * @part: where
 * @text: the marked words, folded, as #CsDecision.text
 * @place: where, for people: "Claim 3", "权利要求3"
 * @message: what is wrong, for people
 */
typedef struct
{
  char *checklist;
  char *item;
  char *check;
  char *rule;
  CsSeverity severity;
  CsCertainty certainty;
  gboolean waived;
  char *fingerprint;
  guint64 unit_id;
  CsPart part;
  char *text;
  CsWords place;
  CsWords message;
} CsRecordFinding;

/**
 * CsExamRecord:
 * @id: identity in its store, 0 when it is in none
 * @number: how many examinations of the matter there were with it (第 2 次), 0 outside a store
 * @author: who examined, maybe empty
 * @made_us: when, µs since 1970 UTC
 * @as_of: the day examined, ISO 8601: which limits held
 * @text_sha256: of the text that was examined, as cs_draft_dup_sha256()
 * @sha256: of the record as it is kept, hexadecimal: what a signature signs; empty when it was not
 * kept yet
 * @checklists: (element-type CsRecordList): by which
 * @items: (element-type CsRecordItem): every item, in the order of the checklists
 * @findings: (element-type CsRecordFinding): in the order of the text
 * @signatures: (element-type CsSignature): the oldest first
 *
 * An examination as it is kept: enough to be compared with another and to be reported, long after
 * the text and the checklists have changed. Immutable.
 */
typedef struct
{
  gint64 id;
  guint number;
  char *author;
  gint64 made_us;
  char *as_of;
  char *text_sha256;
  char *sha256;
  GPtrArray *checklists;
  GPtrArray *items;
  GPtrArray *findings;
  GPtrArray *signatures;
} CsExamRecord;

#define CS_TYPE_EXAM_RECORD (cs_exam_record_get_type ())

GType cs_exam_record_get_type (void) G_GNUC_CONST;

/**
 * cs_exam_record_new:
 * @result: an examination
 * @author: (nullable): who examined
 * @made_us: when, µs since 1970 UTC
 *
 * Thread: any.
 *
 * Returns: (transfer full): what is to be kept of it, with no signatures
 */
CsExamRecord *cs_exam_record_new (const CsExamResult *result,
                                  const char *author,
                                  gint64 made_us) G_GNUC_WARN_UNUSED_RESULT;

/** cs_exam_record_new_empty: Returns: (transfer full): one with empty arrays, for who reads it from
 * somewhere to fill */
CsExamRecord *cs_exam_record_new_empty (void);

/** cs_exam_record_ref: Returns: (transfer full): @record. Thread: any. */
CsExamRecord *cs_exam_record_ref (CsExamRecord *record);

/** cs_exam_record_unref: Thread: any. */
void cs_exam_record_unref (CsExamRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsExamRecord, cs_exam_record_unref)

/** cs_exam_record_add_list: appends a checklist while @record is filled. Returns: (transfer none):
 * one with nothing in it, to be filled */
CsRecordList *cs_exam_record_add_list (CsExamRecord *record);

/** cs_exam_record_add_item: likewise, an item */
CsRecordItem *cs_exam_record_add_item (CsExamRecord *record);

/** cs_exam_record_add_finding: likewise, a finding */
CsRecordFinding *cs_exam_record_add_finding (CsExamRecord *record);

/** cs_exam_record_count: Returns: number of items that came out as @state */
guint cs_exam_record_count (const CsExamRecord *record,
                            CsItemState state);

/** cs_exam_record_count_unanswered: Returns: number of items that need a person and whom nobody
 * answered for this text; none may be left when somebody signs */
guint cs_exam_record_count_unanswered (const CsExamRecord *record);

/** cs_exam_record_find_signature: Returns: (transfer none) (nullable): the last signature of
 * @role */
const CsSignature *cs_exam_record_find_signature (const CsExamRecord *record,
                                                  CsSignatureRole role);

G_END_DECLS
