#pragma once

#include "../exam/cs-exam-diff.h"
#include "cs-store-service.h"

G_BEGIN_DECLS

/* One pre-examination (预审) of one matter, as a page shows it. Everything here belongs to the
 * thread of the program; the work is done in others. */

/**
 * CsChecklistChoice:
 *
 * A checklist that may be chosen.
 *
 * Properties: `id`, `title`, `edition` (string), `n-items` (uint), `chosen` (gboolean, to be set).
 */
#define CS_TYPE_CHECKLIST_CHOICE (cs_checklist_choice_get_type ())

G_DECLARE_FINAL_TYPE (CsChecklistChoice, cs_checklist_choice, CS, CHECKLIST_CHOICE, GObject)

/**
 * CsPreItem:
 *
 * An item of the examination. The object stays the same when its item comes out otherwise, so that
 * a row which is open stays open.
 *
 * Properties: `id` ("CN-CLM-013"), `checklist`, `title`, `basis` (专利法第26条第4款), `explain`,
 * `question` (empty when it asks nothing), `group` (id of a group of questions, empty when it is in
 * none), `place` (of its first finding), `reason`: strings, never %NULL, in the language of the
 * pre-examination; `state` (#CsItemState as uint), `severity` (uint, %CS_N_SEVERITIES when nothing
 * counts), `n-findings` (uint, those that count), `answer` (#CsAnswer, nullable), `answer-stale`,
 * `open` (gboolean: it needs an answer), `saving` (gboolean: an answer is on its way), `evidence`
 * and `findings` (GListModel of #CsPreEvidence).
 */
#define CS_TYPE_PRE_ITEM (cs_pre_item_get_type ())

G_DECLARE_FINAL_TYPE (CsPreItem, cs_pre_item, CS, PRE_ITEM, GObject)

/**
 * CsPreEvidence:
 *
 * A place of the draft shown beside an item: what a question is about, or what was found.
 *
 * Properties: `label` ("说明书第[0005]段"), `text` (the words there), `message` (what is wrong; empty
 * for evidence): strings; `part` (#CsPart as uint), `unit` (uint), `start-char`, `end-char` (uint,
 * code points in the claim or paragraph), `waived` (gboolean), `severity` (uint).
 */
#define CS_TYPE_PRE_EVIDENCE (cs_pre_evidence_get_type ())

G_DECLARE_FINAL_TYPE (CsPreEvidence, cs_pre_evidence, CS, PRE_EVIDENCE, GObject)

/**
 * CsPreExamination:
 *
 * What is asked of it is done one after the other. Properties, all but `author` for reading:
 * `author` (string, to be set): who answers and signs;
 * `language` (string, "zh" or "en"): of what items say;
 * `loaded` (gboolean): the matter is known; `running`; `progress` (double, 0 to 1);
 * `matter-name` (string);
 * `choices` (GListModel of #CsChecklistChoice);
 * `items` (GListModel of #CsPreItem): all, those that need a person first, then findings, not run,
 * passed, not applicable; within each in the order of the lists;
 * `result` (#CsExamResult, nullable): the examination shown;
 * `record` (#CsExamRecord, nullable): the last one that was kept, which is that one; when a matter
 * is opened whose text has changed since, there is a record only;
 * `diff` (#CsExamDiff, nullable): `record` against the one before, %NULL when there is none;
 * `n-items`, `n-concluded` (uint): neither manual nor not run; `n-unanswered` (uint);
 * `text-changed` (gboolean): the text in the store is no longer what was examined: sign again;
 * `self-check`, `second-person` (#CsSignature, nullable): under `record`; lapsed when
 * `text-changed`;
 * `self-check-obstacle`, `second-person-obstacle` (string, nullable): why `author` cannot sign so
 * now, %NULL when nothing stands in the way.
 *
 * Signals: `failed (const char *message)`: something could not be done, and nothing was changed;
 * `finished`: the examination shown is a new one, also after an answer.
 */
#define CS_TYPE_PRE_EXAMINATION (cs_pre_examination_get_type ())

G_DECLARE_FINAL_TYPE (CsPreExamination, cs_pre_examination, CS, PRE_EXAMINATION, GObject)

/**
 * cs_pre_examination_new:
 * @service: where the matter is
 * @matter: its id
 * @language: "zh" or "en": of what items say
 *
 * Loads the matter, its last examination and the checklists that fit it (`finished` when that is
 * done), and shows that examination when the text is still the same; keeps no new one.
 *
 * Returns: (transfer full): the pre-examination
 */
CsPreExamination *cs_pre_examination_new (CsStoreService *service,
                                          gint64 matter,
                                          const char *language);

/** cs_pre_examination_start: examines the text as it is in the store by the lists chosen, and keeps
 * the result; does nothing while that is under way */
void cs_pre_examination_start (CsPreExamination *exam);

/** cs_pre_examination_stop: gives up what is running; what was shown before stays */
void cs_pre_examination_stop (CsPreExamination *exam);

/**
 * cs_pre_examination_answer:
 * @exam: a pre-examination
 * @item: one of its items that asks something
 * @verdict: the answer
 * @text: why, maybe empty
 *
 * Keeps the answer of `author`, and shows what comes of it. Refused (`failed`) without an author.
 */
void cs_pre_examination_answer (CsPreExamination *exam,
                                CsPreItem *item,
                                CsVerdict verdict,
                                const char *text);

/**
 * cs_pre_examination_answer_group:
 * @exam: a pre-examination
 * @group: of questions
 *
 * Answers every question of @group that is still open with yes, in one step: who has looked at a
 * drawing sheet has looked at all of it. Each answer stands for itself afterwards. Refused
 * (`failed`) without an author.
 */
void cs_pre_examination_answer_group (CsPreExamination *exam,
                                      const char *group);

/** cs_pre_examination_sign: signs the examination shown as `author`. What stands in the way comes
 * as `failed`. */
void cs_pre_examination_sign (CsPreExamination *exam,
                              CsSignatureRole role);

/** cs_pre_examination_count: Returns: number of items that came out as @state */
guint cs_pre_examination_count (CsPreExamination *exam,
                                CsItemState state);

/** cs_pre_item_get_result: Returns: (transfer none): what the examination says of it, until the
 * next one */
const CsItemResult *cs_pre_item_get_result (CsPreItem *item);

G_END_DECLS
