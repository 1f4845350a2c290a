#pragma once

#include <gio/gio.h>

#include "../language/cs-lexicon-house.h"
#include "cs-answer.h"
#include "cs-centre.h"
#include "cs-checklist.h"
#include "cs-finding.h"

G_BEGIN_DECLS

/** CsExamProgress: @n_done items of @n_items are examined; called in the thread that examines */
typedef void (*CsExamProgress) (guint n_done, guint n_items, gpointer data);

/**
 * CsExamInputs:
 * @as_of: (nullable): the day examined, ISO 8601: which limits hold; %NULL for today
 * @decisions: (nullable) (element-type CsDecision): what people decided of earlier findings
 * @answers: (nullable) (element-type CsAnswer): what people answered to questions
 * @term_list: (nullable): what the author said of terms
 * @progress: (nullable): called after every item
 * @data: for @progress
 * @speller: (nullable): who knows English words; without one their spelling is not examined
 *
 * What an examination needs from outside.
 */
typedef struct
{
  const char *as_of;
  GPtrArray *decisions;
  GPtrArray *answers;
  CsTermList *term_list;
  CsExamProgress progress;
  gpointer data;
  CsSpeller *speller;
} CsExamInputs;

/** CsItemState: how an item came out. Every run reports every item. One that asks a person is
 *  manual until somebody answers: yes, and it is passed; no, and that is a finding; unsure, and it
 *  stays manual. */
typedef enum
{
  CS_ITEM_PASSED,
  CS_ITEM_FINDINGS,
  CS_ITEM_MANUAL,
  CS_ITEM_NOT_APPLICABLE,
  CS_ITEM_NOT_RUN
} CsItemState;

/**
 * CsItemResult:
 * @checklist: (transfer none): the checklist it is in
 * @item: (transfer none): the item
 * @state: how it came out
 * @n_findings: findings of it
 * @n_waived: of these, waived by a decision
 * @reason: (nullable): why it is not applicable, or was not run for all there is (so that it may
 *   stand beside findings): a code, with words in messages.xml
 * @claim: index of the claim that is the reason, %CS_NO_INDEX when none is
 * @answer: (transfer none) (nullable): what a person answered to its question
 * @stale: @answer was given for another text, and the item is open again
 */
typedef struct
{
  const CsChecklist *checklist;
  const CsItem *item;
  CsItemState state;
  guint n_findings;
  guint n_waived;
  const char *reason;
  guint claim;
  const CsAnswer *answer;
  gboolean stale;
} CsItemResult;

/**
 * CsExamResult:
 * @draft: what was examined
 * @claims: its claims, analysed
 * @description: its description, analysed
 * @terms: (nullable): the terms of its claims; %NULL when no check asked for them
 * @support: (nullable): what its description says of its claims; likewise
 * @signs: (nullable): its reference signs, likewise
 * @variants: (nullable) (element-type CsTermVariant): names that do not agree, likewise
 * @feature_words: (nullable): their features, to compare; %NULL likewise
 * @centre: (nullable): the centre for pre-examination; %NULL when no check asked for it
 * @centre_error: (nullable): why it could not be read
 * @cues: (element-type CsCue): words in it that give cause to a question
 * @as_of: the day examined, ISO 8601
 * @checklists: (element-type CsChecklist): by which; empty when none fits
 * @listed: (element-type CsChecklist): those whose items are in @items; as @checklists, and all
 * that there are when none fits
 * @house_words: (transfer none) (element-type CsHouseWords): words of the house that were in force
 * @items: (element-type CsItemResult): every item, in the order of the checklists
 * @findings: (element-type CsFinding): by part, place and item
 * @decisions: (element-type CsDecision): all that were given, owns what the findings point to
 * @stale: (element-type CsDecision): those that belong to no finding any more
 * @answers: (element-type CsAnswer): all that were given, owns what items point to
 * @objections: (element-type CsReport): of questions answered no, owns what findings point to
 * @runs: (element-type CsExamRun): owns what the findings point to
 *
 * An examination as a value. Immutable.
 */
typedef struct
{
  CsDraft *draft;
  CsClaimSet *claims;
  CsDescription *description;
  CsTerms *terms;
  CsSupport *support;
  CsSigns *signs;
  GArray *variants;
  CsFeatureWords *feature_words;
  CsCentre *centre;
  GError *centre_error;
  GArray *cues;
  char *as_of;
  GPtrArray *checklists;
  GPtrArray *listed;
  const GPtrArray *house_words;
  GArray *items;
  GArray *findings;
  GPtrArray *decisions;
  GPtrArray *stale;
  GPtrArray *answers;
  GPtrArray *objections;
  GPtrArray *runs;
} CsExamResult;

#define CS_TYPE_EXAM_RESULT (cs_exam_result_get_type ())

GType cs_exam_result_get_type (void) G_GNUC_CONST;

/** cs_exam_result_ref: Returns: (transfer full): @result. Thread: any. */
CsExamResult *cs_exam_result_ref (CsExamResult *result);

/** cs_exam_result_unref: Thread: any. */
void cs_exam_result_unref (CsExamResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsExamResult, cs_exam_result_unref)

/**
 * cs_exam_run:
 * @draft: what to examine
 * @checklists: (array length=n_checklists): by which
 * @n_checklists: how many
 * @inputs: (nullable): what comes from outside
 * @cancellable: (nullable): stops it between two claims
 * @error: %G_IO_ERROR_CANCELLED, nothing else
 *
 * Examines a draft: each distinct pair of check and parameters once, whatever number of items asks
 * for it. Pure: the same arguments give the same result. Thread: any, several at once.
 *
 * Returns: (transfer full): the result, or %NULL when cancelled
 */
CsExamResult *cs_exam_run (CsDraft *draft,
                           CsChecklist *const *checklists,
                           guint n_checklists,
                           const CsExamInputs *inputs,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_exam_new_not_run:
 * @draft: what was to be examined
 * @listed: (array length=n_listed): checklists whose items are reported
 * @n_listed: how many
 * @reason: (transfer none): static string, a reason code: "no-checklist"
 *
 * The result for a draft that no checklist fits: every item is "not-run", nothing is passed over in
 * silence. Thread: any.
 *
 * Returns: (transfer full): the result
 */
CsExamResult *cs_exam_new_not_run (CsDraft *draft,
                                   CsChecklist *const *listed,
                                   guint n_listed,
                                   const char *reason) G_GNUC_WARN_UNUSED_RESULT;

/** cs_item_state_get_name: Returns: (transfer none): "passed", "findings", ... */
const char *cs_item_state_get_name (CsItemState state);

/** cs_exam_result_count: Returns: number of findings of @severity that are not waived */
guint cs_exam_result_count (const CsExamResult *result,
                            CsSeverity severity);

/** cs_item_result_is_open: Returns: whether @item asks a person and has no answer
 * that holds */
gboolean cs_item_result_is_open (const CsItemResult *item);

/**
 * cs_exam_dup_evidence_sum:
 * @result: an examination
 * @item: one of its items, whose question is answered
 *
 * What an answer holds for: it has to be given again when this changes. Thread: any.
 *
 * Returns: (transfer full): 16 hexadecimal digits of the SHA-256 of the question, the texts shown
 *   beside it and what the program found for it, white space left out; empty when nothing is shown
 *   or found, so that an answer holds for its text alone
 */
char *cs_exam_dup_evidence_sum (const CsExamResult *result,
                                const CsItemResult *item);

/**
 * cs_answer_new_for:
 * @verdict: the answer
 * @item: of which item of @result
 * @result: the examination it is in
 * @text: (nullable): why
 * @author: who
 *
 * Returns: (transfer full): the answer, given now
 */
CsAnswer *cs_answer_new_for (CsVerdict verdict,
                             const CsItemResult *item,
                             const CsExamResult *result,
                             const char *text,
                             const char *author) G_GNUC_WARN_UNUSED_RESULT;

/** cs_exam_result_get_claim_number: Returns: printed number of claim @index, else its place from 1
 */
guint cs_exam_result_get_claim_number (const CsExamResult *result,
                                       guint index);

G_END_DECLS
