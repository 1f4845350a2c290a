#pragma once

#include <gio/gio.h>

#include "cs-centre.h"
#include "cs-checklist.h"
#include "cs-finding.h"

G_BEGIN_DECLS

/**
 * CsExamInputs:
 * @as_of: (nullable): the day examined, ISO 8601: which limits hold; %NULL for today
 * @decisions: (nullable) (element-type CsDecision): what people decided of earlier findings
 * @term_list: (nullable): what the author said of terms
 *
 * What an examination needs from outside.
 */
typedef struct
{
  const char *as_of;
  GPtrArray *decisions;
  CsTermList *term_list;
} CsExamInputs;

/** CsItemState: how an item came out. Every run reports every item. */
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
} CsItemResult;

/**
 * CsExamResult:
 * @draft: what was examined
 * @claims: its claims, analysed
 * @description: its description, analysed
 * @terms: (nullable): the terms of its claims; %NULL when no check asked for them
 * @centre: (nullable): the centre for pre-examination; %NULL when no check asked for it
 * @centre_error: (nullable): why it could not be read
 * @cues: (element-type CsCue): words in it that give cause to a question
 * @as_of: the day examined, ISO 8601
 * @checklists: (element-type CsChecklist): by which; empty when none fits
 * @listed: (element-type CsChecklist): those whose items are in @items; as @checklists, and all
 * that there are when none fits
 * @items: (element-type CsItemResult): every item, in the order of the checklists
 * @findings: (element-type CsFinding): by part, place and item
 * @decisions: (element-type CsDecision): all that were given, owns what the findings point to
 * @stale: (element-type CsDecision): those that belong to no finding any more
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
  CsCentre *centre;
  GError *centre_error;
  GArray *cues;
  char *as_of;
  GPtrArray *checklists;
  GPtrArray *listed;
  GArray *items;
  GArray *findings;
  GPtrArray *decisions;
  GPtrArray *stale;
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

/** cs_exam_result_get_claim_number: Returns: printed number of claim @index, else its place from 1
 */
guint cs_exam_result_get_claim_number (const CsExamResult *result,
                                       guint index);

G_END_DECLS
