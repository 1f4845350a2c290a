#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CsVerdict:
 * @CS_VERDICT_YES: the draft does what the item asks (符合)
 * @CS_VERDICT_NO: it does not (不符合)
 * @CS_VERDICT_UNSURE: it cannot be told (无法判断)
 *
 * What a person answers to the question of an item.
 */
typedef enum
{
  CS_VERDICT_YES,
  CS_VERDICT_NO,
  CS_VERDICT_UNSURE,
  CS_N_VERDICTS
} CsVerdict;

/**
 * CsAnswer:
 * @id: identity in its store, 0 when it is in none
 * @item: the item that asks, "CN-CLM-013"; an item that several checklists share is answered once
 * @checklist: the checklist it was answered in, "cn-invention"
 * @verdict: what was answered
 * @text: why, maybe empty
 * @author: who
 * @made_us: when, µs since 1970 UTC
 * @text_sha256: of the text it was given for, as cs_draft_dup_sha256()
 * @evidence_sum: of what was shown beside the question, as cs_exam_dup_evidence_sum(); empty when
 *   nothing was
 *
 * The answer to the question of an item. It holds for its text, and for others in which the
 * evidence of the question is the same; for any other it is stale: shown, but the item is open
 * again. The last one that holds counts. Immutable.
 */
typedef struct
{
  gint64 id;
  char *item;
  char *checklist;
  CsVerdict verdict;
  char *text;
  char *author;
  gint64 made_us;
  char *text_sha256;
  char *evidence_sum;
} CsAnswer;

#define CS_TYPE_ANSWER (cs_answer_get_type ())

GType cs_answer_get_type (void) G_GNUC_CONST;

/** cs_answer_new: Returns: (transfer full): one with nothing in it, for who makes it to fill */
CsAnswer *cs_answer_new (void);

/** cs_answer_ref: Returns: (transfer full): @answer. Thread: any. */
CsAnswer *cs_answer_ref (CsAnswer *answer);

/** cs_answer_unref: Thread: any. */
void cs_answer_unref (CsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsAnswer, cs_answer_unref)

/** cs_verdict_get_name: Returns: (transfer none): "yes", "no", "unsure" */
const char *cs_verdict_get_name (CsVerdict verdict);

/** cs_verdict_from_name: @name: (nullable). Returns: whether @name is one; then it is in
 * @verdict */
gboolean cs_verdict_from_name (const char *name,
                               CsVerdict *verdict);

G_END_DECLS
