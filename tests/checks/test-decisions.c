#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/exam/cs-finding-view.h"
#include "../../src/exam/cs-fingerprint.h"

/* Decisions find their findings again, through edits and by themselves; one defect that two lists
 * see is one entry. */

static const char claims_before[] = "1. 一种泵，包括壳体。\n"
                                    "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n";
/* The same claims, one of them moved, renumbered and re-pointed. */
static const char claims_moved[] = "1. 一种泵，包括壳体。\n"
                                   "2. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n"
                                   "3. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n";
/* Other words of the claim have changed, the marked one has not. */
static const char claims_reworded[] =
    "1. 一种泵，包括壳体。\n"
    "2. 根据权利要求1所述的泵，其特征在于，所述壳体的壁的厚度约为3mm。\n";
static const char claims_mended[] = "1. 一种泵，包括壳体。\n"
                                    "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度为3mm。\n";

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

static CsFindingView *
examine (CsDraft *draft, GPtrArray *decisions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load ("cn-invention", &error);
  CsExamInputs inputs = { .as_of = "2026-06-01", .decisions = decisions };
  g_autoptr (CsExamResult) result = NULL;

  g_assert_no_error (error);
  result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return cs_finding_view_new (result);
}

static const CsFindingEntry *
find_rule (const CsFindingView *view, const char *check)
{
  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];

      if (strcmp (cs_finding_entry_get_first (entry)->item->check->name, check) == 0)
        return entry;
    }

  return NULL;
}

static GPtrArray *
decide (const CsFindingView *view, const CsFindingEntry *entry, CsDecisionKind kind)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);

  g_assert_nonnull (entry);
  g_ptr_array_add (decisions, cs_decision_new_for (kind, entry, view, "客户要求", "代理师甲"));

  return decisions;
}

static void
test_waive_survives (void)
{
  const char *const afterwards[] = { claims_before, claims_moved, claims_reworded };
  g_autoptr (CsDraft) draft = compose (NULL, claims_before);
  g_autoptr (CsFindingView) view = examine (draft, NULL);
  const CsFindingEntry *entry = find_rule (view, "vague-wording");
  g_autoptr (GPtrArray) decisions = decide (view, entry, CS_DECISION_WAIVED);
  guint n_open = view->n_open[entry->severity];

  g_assert_false (entry->waived);
  for (guint i = 0; i < G_N_ELEMENTS (afterwards); i++)
    {
      g_autoptr (CsDraft) later = compose (draft, afterwards[i]);
      g_autoptr (CsFindingView) again = examine (later, decisions);
      const CsFindingEntry *same = find_rule (again, "vague-wording");

      g_assert_nonnull (same);
      g_assert_true (same->waived);
      g_assert_true (same->decision == decisions->pdata[0]);
      g_assert_cmpuint (again->n_open[same->severity], ==, n_open - 1);
      g_assert_cmpuint (again->n_waived, ==, 1);
      g_assert_cmpuint (again->result->stale->len, ==, 0);
    }
}

static void
test_stale (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_before);
  g_autoptr (CsFindingView) view = examine (draft, NULL);
  g_autoptr (GPtrArray) decisions =
      decide (view, find_rule (view, "vague-wording"), CS_DECISION_WAIVED);
  g_autoptr (CsDraft) mended = compose (draft, claims_mended);
  g_autoptr (CsFindingView) again = examine (mended, decisions);

  g_assert_null (find_rule (again, "vague-wording"));
  g_assert_cmpuint (again->result->stale->len, ==, 1);
  g_assert_true (again->result->stale->pdata[0] == decisions->pdata[0]);
}

static void
test_accepted_counts (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_before);
  g_autoptr (CsFindingView) view = examine (draft, NULL);
  const CsFindingEntry *entry = find_rule (view, "vague-wording");
  g_autoptr (GPtrArray) decisions = decide (view, entry, CS_DECISION_ACCEPTED);
  g_autoptr (CsFindingView) again = examine (draft, decisions);
  const CsFindingEntry *same = find_rule (again, "vague-wording");

  g_assert_false (same->waived);
  g_assert_nonnull (same->decision);
  g_assert_cmpuint (again->n_open[same->severity], ==, view->n_open[entry->severity]);
}

static void
test_word_and_rule (void)
{
  static const char two[] = "1. 一种泵，包括壳体，壳体的厚度约为3mm。\n"
                            "2. 根据权利要求1所述的泵，其特征在于，壳体的长度约为5mm，例如圆形。\n";
  g_autoptr (CsDraft) draft = compose (NULL, two);
  g_autoptr (CsFindingView) view = examine (draft, NULL);
  const CsFindingEntry *entry = find_rule (view, "vague-wording");
  g_autoptr (GPtrArray) word = decide (view, entry, CS_DECISION_NOT_THIS_WORD);
  g_autoptr (CsFindingView) without = examine (draft, word);
  guint n_silent = 0;

  for (guint i = 0; i < without->entries->len; i++)
    {
      const CsFindingEntry *one = without->entries->pdata[i];
      const CsFinding *finding = cs_finding_entry_get_first (one);
      g_autofree char *text = cs_fingerprint_dup_text (draft, &finding->report->where);

      g_assert_cmpint (one->waived, ==, strcmp (text, "约") == 0 || strcmp (text, "约为") == 0);
      n_silent += one->waived;
    }
  g_assert_cmpuint (n_silent, >=, 1);
  g_assert_cmpuint (without->entries->len, >, n_silent);
}

/* The counts of items say what is waived; the JSON contract rests on them. */
static void
test_item_counts (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_before);
  g_autoptr (CsFindingView) view = examine (draft, NULL);
  const CsFindingEntry *entry = find_rule (view, "vague-wording");
  const CsItem *item = cs_finding_entry_get_first (entry)->item;
  g_autoptr (GPtrArray) decisions = decide (view, entry, CS_DECISION_WAIVED);
  g_autoptr (CsFindingView) again = examine (draft, decisions);
  g_autofree char *id = g_strdup (item->id);

  for (guint i = 0; i < again->result->items->len; i++)
    {
      const CsItemResult *one = &g_array_index (again->result->items, CsItemResult, i);

      g_assert_cmpuint (one->n_waived, ==, strcmp (one->item->id, id) == 0 ? 1 : 0);
    }
}

/* Two lists that ask for the same: each defect is shown once, with both offices. */
static void
test_two_offices (void)
{
  static const char claims[] = "1. A pump comprising a housing.\n"
                               "2. The pump of claim 3, further comprising a seal.\n"
                               "3. The pump of claim 1, wherein the housing is about 3 mm thick\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = compose (NULL, claims);
  g_autoptr (CsChecklist) us = cs_checklist_load ("us", &error);
  g_autoptr (CsChecklist) again = cs_checklist_load ("us", &error);
  CsChecklist *both[] = { us, again };
  g_autoptr (CsExamResult) one_list = NULL;
  g_autoptr (CsExamResult) two_lists = NULL;
  g_autoptr (CsFindingView) one = NULL;
  g_autoptr (CsFindingView) two = NULL;

  g_assert_no_error (error);
  one_list = cs_exam_run (draft, both, 1, NULL, NULL, &error);
  again->office = CS_OFFICE_EP; /* this copy is nobody else's */
  two_lists = cs_exam_run (draft, both, 2, NULL, NULL, &error);
  g_assert_no_error (error);
  one = cs_finding_view_new (one_list);
  two = cs_finding_view_new (two_lists);

  g_assert_cmpuint (one->entries->len, >=, 2);
  g_assert_cmpuint (two->entries->len, ==, one->entries->len);
  g_assert_cmpuint (two->groups->len, ==, one->groups->len);
  for (guint i = 0; i < two->entries->len; i++)
    {
      const CsFindingEntry *entry = two->entries->pdata[i];

      g_assert_cmpuint (entry->findings->len, ==, 2);
      g_assert_cmpuint (entry->offices, ==, 1u << CS_OFFICE_US | 1u << CS_OFFICE_EP);
      g_assert_true (two->groups->pdata[entry->group] != NULL);
    }
}

/* Code points of the part, not of the claim, and of the claim's number neither. */
static void
test_places (void)
{
  g_autoptr (CsDraft) draft = compose (NULL, claims_before);
  g_autoptr (CsFindingView) view = examine (draft, NULL);
  const CsFindingEntry *entry = find_rule (view, "vague-wording");
  const char *claims = cs_text_get_string (draft->texts[CS_PART_CLAIMS]);
  const char *at = g_utf8_offset_to_pointer (claims, entry->start_char);

  g_assert_cmpint (entry->part, ==, CS_PART_CLAIMS);
  g_assert_true (g_str_has_prefix (at, "约"));
  g_assert_cmpuint (view->marks[CS_PART_CLAIMS]->len, ==, 2);
  g_assert_cmpuint (g_array_index (view->marks[CS_PART_CLAIMS], CsUnitMark, 1).severity, ==,
                    entry->severity);
}

static void
test_names (void)
{
  for (guint i = 0; i < CS_N_DECISION_KINDS; i++)
    {
      CsDecisionKind kind;

      g_assert_true (cs_decision_kind_from_name (cs_decision_kind_get_name (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  {
    CsDecisionKind kind = CS_DECISION_WAIVED;

    g_assert_false (cs_decision_kind_from_name ("forgiven", &kind));
    g_assert_false (cs_decision_kind_from_name (NULL, &kind));
    g_assert_cmpint (kind, ==, CS_DECISION_WAIVED);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exam/decisions/waive-survives", test_waive_survives);
  g_test_add_func ("/exam/decisions/stale", test_stale);
  g_test_add_func ("/exam/decisions/accepted-counts", test_accepted_counts);
  g_test_add_func ("/exam/decisions/word-and-rule", test_word_and_rule);
  g_test_add_func ("/exam/decisions/item-counts", test_item_counts);
  g_test_add_func ("/exam/view/two-offices", test_two_offices);
  g_test_add_func ("/exam/view/places", test_places);
  g_test_add_func ("/exam/decisions/names", test_names);
  return g_test_run ();
}
