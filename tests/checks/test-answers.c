#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/exam/cs-exam-diff.h"
#include "../../src/exam/cs-finding-view.h"
#include "../../src/exam/cs-messages.h"

/* What people answer to the questions of items, what comes of it, and how one examination is
 * compared with the next. */

static const char claims_first[] = "1. 一种泵，包括壳体。\n"
                                   "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n";
/* Another claim has changed. */
static const char claims_longer[] = "1. 一种泵，包括壳体和叶轮。\n"
                                    "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n";
/* What was found is mended. */
static const char claims_mended[] = "1. 一种泵，包括壳体。\n"
                                    "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度为3mm。\n";
/* The same fault in other words, and one more. */
static const char claims_reworded[] =
    "1. 一种泵，包括壳体，壳体的长度约为5mm。\n"
    "2. 根据权利要求1所述的泵，其特征在于，所述壳体的壁的厚度约为3mm。\n";

static const char list[] =
    "<checklist id='t' office='CN' types='invention' languages='zh' edition='2026-01-01'>"
    "<title>T</title><title xml:lang='zh'>单</title>"
    "<item id='T-1' check='vague-wording' severity='warning' since='1'><title>clear</title>"
    "<title xml:lang='zh'>清楚</title><basis law='practice' status='verified'/></item>"
    "<item id='T-2' severity='error' since='1'><title>complete</title>"
    "<title xml:lang='zh'>完整</title><basis law='practice' status='verified'/>"
    "<question>Complete?</question><question xml:lang='zh'>完整吗？</question></item>"
    "<item id='T-3' check='vague-wording' severity='error' since='1'><title>exact</title>"
    "<title xml:lang='zh'>准确</title><basis law='practice' status='verified'/>"
    "<question>Exact?</question><question xml:lang='zh'>准确吗？</question></item></checklist>";

static CsDraft *
compose (CsDraft *previous, const char *claims)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  texts[CS_PART_CLAIMS] = cs_text_new (claims, strlen (claims));
  draft = cs_draft_compose (previous, texts, request, NULL);
  cs_text_unref (texts[CS_PART_CLAIMS]);
  g_assert_nonnull (draft);

  return draft;
}

static CsExamResult *
examine_with (CsDraft *draft, GPtrArray *answers, GPtrArray *decisions)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, &error);
  CsExamInputs inputs = { .as_of = "2026-06-01", .answers = answers, .decisions = decisions };
  CsExamResult *result;

  g_assert_no_error (error);
  result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static CsExamResult *
examine (CsDraft *draft, GPtrArray *answers)
{
  return examine_with (draft, answers, NULL);
}

static const CsItemResult *
get_item (const CsExamResult *result, const char *id)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      if (strcmp (item->item->id, id) == 0)
        return item;
    }

  g_assert_not_reached ();
}

static GPtrArray *
new_answers (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cs_answer_unref);
}

/* Answers the question of item @id of @result as a person does who sees it. */
static void
answer (GPtrArray *answers, const CsExamResult *result, const char *id, CsVerdict verdict)
{
  CsAnswer *made = cs_answer_new ();

  made->item = g_strdup (id);
  made->checklist = g_strdup ("t");
  made->verdict = verdict;
  made->text = g_strdup ("缺少叶轮");
  made->author = g_strdup ("代理师甲");
  made->made_us = 1000 + answers->len;
  made->text_sha256 = cs_draft_dup_sha256 (result->draft);
  made->evidence_sum = cs_exam_dup_evidence_sum (result, get_item (result, id));
  g_ptr_array_add (answers, made);
}

static void
assert_state (const CsExamResult *result, const char *id, CsItemState state)
{
  g_assert_cmpstr (cs_item_state_get_name (get_item (result, id)->state), ==,
                   cs_item_state_get_name (state));
}

/* --- answers --- */

static void
test_open (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) result = examine (draft, NULL);

  assert_state (result, "T-1", CS_ITEM_FINDINGS);
  assert_state (result, "T-2", CS_ITEM_MANUAL);
  g_assert_true (cs_item_result_is_open (get_item (result, "T-2")));
  g_assert_false (cs_item_result_is_open (get_item (result, "T-1")));
  assert_state (result, "T-3", CS_ITEM_MANUAL);
  g_assert_cmpuint (cs_exam_result_count (result, CS_SEVERITY_ERROR), ==, 1);
}

static void
test_yes (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) open = examine (draft, NULL);
  g_autoptr (GPtrArray) answers = new_answers ();
  g_autoptr (CsExamResult) result = NULL;

  answer (answers, open, "T-2", CS_VERDICT_YES);
  answer (answers, open, "T-3", CS_VERDICT_YES);
  result = examine (draft, answers);
  assert_state (result, "T-2", CS_ITEM_PASSED);
  g_assert_cmpstr (get_item (result, "T-2")->answer->author, ==, "代理师甲");
  g_assert_false (cs_item_result_is_open (get_item (result, "T-2")));

  /* what the program found for the same question is settled, and nothing else */
  assert_state (result, "T-3", CS_ITEM_PASSED);
  g_assert_cmpuint (get_item (result, "T-3")->n_waived, ==, 1);
  g_assert_cmpuint (cs_exam_result_count (result, CS_SEVERITY_ERROR), ==, 0);
  assert_state (result, "T-1", CS_ITEM_FINDINGS);
  g_assert_cmpuint (cs_exam_result_count (result, CS_SEVERITY_WARNING), ==, 1);
}

static void
test_no (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) open = examine (draft, NULL);
  g_autoptr (GPtrArray) answers = new_answers ();
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (CsFindingView) view = NULL;
  const CsFinding *last;
  g_autofree char *message = NULL;
  g_autofree char *english = NULL;

  answer (answers, open, "T-2", CS_VERDICT_NO);
  result = examine (draft, answers);
  assert_state (result, "T-2", CS_ITEM_FINDINGS);
  g_assert_cmpuint (get_item (result, "T-2")->n_findings, ==, 1);
  g_assert_cmpuint (result->findings->len, ==, open->findings->len + 1);

  last = &g_array_index (result->findings, CsFinding, result->findings->len - 1);
  g_assert_cmpstr (last->report->rule, ==, CS_RULE_ANSWERED_NO);
  g_assert_cmpstr (cs_finding_get_check_name (last), ==, "question");
  g_assert_cmpint (last->severity, ==, CS_SEVERITY_ERROR);
  g_assert_cmpint (last->report->where.part, ==, CS_PART_DOCUMENT);
  message = cs_messages_dup (last, result, "zh", NULL);
  g_assert_cmpstr (message, ==, "经人工判断不符合：完整：缺少叶轮");
  english = cs_messages_dup (last, result, "en", NULL);
  g_assert_cmpstr (english, ==, "Not met, as a person answered: complete: 缺少叶轮");

  view = cs_finding_view_new (result);
  g_assert_cmpuint (view->entries->len, ==, result->findings->len);
  g_assert_cmpuint (view->n_manual, ==, 1);
}

/* Two questions answered no are two faults, and each can be waived for itself. */
static void
test_two_objections (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_mended);
  g_autoptr (CsExamResult) open = examine (draft, NULL);
  g_autoptr (GPtrArray) answers = new_answers ();
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (CsExamResult) decided = NULL;
  g_autoptr (CsFindingView) view = NULL;

  answer (answers, open, "T-2", CS_VERDICT_NO);
  answer (answers, open, "T-3", CS_VERDICT_NO);
  result = examine (draft, answers);
  view = cs_finding_view_new (result);
  g_assert_cmpuint (view->entries->len, ==, 2);
  g_ptr_array_add (decisions,
                   cs_decision_new_for (CS_DECISION_WAIVED, view->entries->pdata[0], view,
                                        "", "甲"));
  decided = examine_with (draft, answers, decisions);
  g_assert_cmpuint (cs_exam_result_count (decided, CS_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (get_item (decided, "T-2")->n_waived, ==, 1);
  g_assert_cmpuint (get_item (decided, "T-3")->n_waived, ==, 0);
  g_assert_cmpuint (decided->stale->len, ==, 0);
}

static void
test_unsure (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) open = examine (draft, NULL);
  g_autoptr (GPtrArray) answers = new_answers ();
  g_autoptr (CsExamResult) result = NULL;

  answer (answers, open, "T-2", CS_VERDICT_UNSURE);
  result = examine (draft, answers);
  assert_state (result, "T-2", CS_ITEM_MANUAL);
  g_assert_nonnull (get_item (result, "T-2")->answer);
  g_assert_false (cs_item_result_is_open (get_item (result, "T-2")));
}

static void
test_last_counts (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) open = examine (draft, NULL);
  g_autoptr (GPtrArray) answers = new_answers ();
  g_autoptr (CsExamResult) result = NULL;

  answer (answers, open, "T-2", CS_VERDICT_NO);
  answer (answers, open, "T-2", CS_VERDICT_YES);
  result = examine (draft, answers);
  assert_state (result, "T-2", CS_ITEM_PASSED);
}

/* Once the text is another one the item is open again; with nothing but the text to go by any
 * change counts, with evidence only what changes that. */
static void
test_stale (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsDraft) longer = compose (draft, claims_longer);
  g_autoptr (CsDraft) mended = compose (draft, claims_mended);
  g_autoptr (CsExamResult) open = examine (draft, NULL);
  g_autoptr (GPtrArray) answers = new_answers ();
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (CsExamResult) again = NULL;
  g_autoptr (CsExamResult) back = NULL;

  answer (answers, open, "T-2", CS_VERDICT_YES);
  answer (answers, open, "T-3", CS_VERDICT_YES);
  result = examine (longer, answers);
  assert_state (result, "T-2", CS_ITEM_MANUAL);
  g_assert_true (get_item (result, "T-2")->stale);
  g_assert_nonnull (get_item (result, "T-2")->answer);
  g_assert_true (cs_item_result_is_open (get_item (result, "T-2")));
  assert_state (result, "T-3", CS_ITEM_PASSED);

  again = examine (mended, answers);
  assert_state (again, "T-3", CS_ITEM_MANUAL);
  g_assert_true (get_item (again, "T-3")->stale);

  /* an answer for the text in between does not undo the one for this text */
  answer (answers, result, "T-2", CS_VERDICT_NO);
  back = examine (draft, answers);
  assert_state (back, "T-2", CS_ITEM_PASSED);
}

static void
test_every_item_has_one_state (void)
{
  static const CsVerdict verdicts[] = { CS_VERDICT_YES, CS_VERDICT_NO, CS_VERDICT_UNSURE };
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) open = examine (draft, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (GPtrArray) answers = new_answers ();
      g_autoptr (CsExamResult) result = NULL;
      g_autoptr (CsExamRecord) record = NULL;
      guint n = 0;

      answer (answers, open, "T-2", verdicts[i]);
      result = examine (draft, answers);
      record = cs_exam_record_new (result, "甲", 5);
      for (CsItemState state = CS_ITEM_PASSED; state <= CS_ITEM_NOT_RUN; state++)
        n += cs_exam_record_count (record, state);
      g_assert_cmpuint (n, ==, result->items->len);
      g_assert_cmpuint (cs_exam_record_count_unanswered (record), ==, 1);
    }
}

static void
test_progress_step (guint n_done, guint n_items, gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (n_done, ==, *last + 1);
  g_assert_cmpuint (n_items, ==, 3);
  *last = n_done;
}

static void
test_progress (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, NULL);
  guint last = 0;
  CsExamInputs inputs = { .progress = test_progress_step, .data = &last };
  g_autoptr (CsExamResult) result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, NULL);

  g_assert_nonnull (result);
  g_assert_cmpuint (last, ==, 3);
}

/* --- comparing --- */

static CsExamRecord *
record (CsDraft *draft, GPtrArray *decisions)
{
  g_autoptr (CsExamResult) result = examine_with (draft, NULL, decisions);

  return cs_exam_record_new (result, "甲", 5);
}

static void
assert_diff (const CsExamDiff *diff, guint n_added, guint n_gone, guint n_still)
{
  g_assert_cmpuint (diff->added->len, ==, n_added);
  g_assert_cmpuint (diff->gone->len, ==, n_gone);
  g_assert_cmpuint (diff->still->len, ==, n_still);
}

static void
test_diff (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsDraft) mended = compose (draft, claims_mended);
  g_autoptr (CsDraft) reworded = compose (draft, claims_reworded);
  g_autoptr (CsExamRecord) first = record (draft, NULL);
  g_autoptr (CsExamRecord) second = record (mended, NULL);
  g_autoptr (CsExamRecord) third = record (reworded, NULL);
  g_autoptr (CsExamDiff) same = cs_exam_diff_new (first, first);
  g_autoptr (CsExamDiff) gone = cs_exam_diff_new (first, second);
  g_autoptr (CsExamDiff) back = cs_exam_diff_new (second, first);
  g_autoptr (CsExamDiff) moved = cs_exam_diff_new (first, third);
  const CsItemChange *change;

  assert_diff (same, 0, 0, 1); /* two items name the one fault */
  g_assert_cmpuint (same->changes->len, ==, 0);
  assert_diff (gone, 0, 1, 0);
  g_assert_cmpuint (gone->changes->len, ==, 1);
  change = &g_array_index (gone->changes, CsItemChange, 0);
  g_assert_cmpstr (change->to->item, ==, "T-1");
  g_assert_cmpint (change->from->state, ==, CS_ITEM_FINDINGS);
  g_assert_cmpint (change->to->state, ==, CS_ITEM_PASSED);
  assert_diff (back, 1, 0, 0);
  assert_diff (moved, 1, 0, 1); /* other words around it: the same claim, rule and marked words */
}

static void
test_diff_of_decisions (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamResult) result = examine (draft, NULL);
  g_autoptr (CsFindingView) view = cs_finding_view_new (result);
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  g_autoptr (CsExamRecord) before = record (draft, NULL);
  g_autoptr (CsExamRecord) after = NULL;
  g_autoptr (CsExamDiff) waived = NULL;
  g_autoptr (CsExamDiff) open = NULL;

  g_ptr_array_add (decisions,
                   cs_decision_new_for (CS_DECISION_WAIVED, view->entries->pdata[0], view,
                                        "", "甲"));
  after = record (draft, decisions);
  waived = cs_exam_diff_new (before, after);
  assert_diff (waived, 0, 0, 0);
  g_assert_cmpuint (waived->waived->len, ==, 1);
  open = cs_exam_diff_new (after, before);
  assert_diff (open, 0, 0, 1);
}

/* Of an item that the other examination did not look at nothing can be said. */
static void
test_diff_of_other_lists (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_first);
  g_autoptr (CsExamRecord) whole = record (draft, NULL);
  g_autoptr (CsExamRecord) empty = cs_exam_record_new_empty ();
  g_autoptr (CsExamDiff) begun = cs_exam_diff_new (empty, whole);
  g_autoptr (CsExamDiff) ended = cs_exam_diff_new (whole, empty);

  assert_diff (begun, 0, 0, 0);
  assert_diff (ended, 0, 0, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exam/answers/open", test_open);
  g_test_add_func ("/exam/answers/yes", test_yes);
  g_test_add_func ("/exam/answers/no", test_no);
  g_test_add_func ("/exam/answers/two-objections", test_two_objections);
  g_test_add_func ("/exam/answers/unsure", test_unsure);
  g_test_add_func ("/exam/answers/last-counts", test_last_counts);
  g_test_add_func ("/exam/answers/stale", test_stale);
  g_test_add_func ("/exam/answers/every-item-has-one-state", test_every_item_has_one_state);
  g_test_add_func ("/exam/answers/progress", test_progress);
  g_test_add_func ("/exam/diff/texts", test_diff);
  g_test_add_func ("/exam/diff/decisions", test_diff_of_decisions);
  g_test_add_func ("/exam/diff/other-lists", test_diff_of_other_lists);

  return g_test_run ();
}
