#include <string.h>

#include "../../src/base/cs-limits.h"
#include "../../src/draft/cs-draft-builder.h"
#include "../../src/exam/cs-exam.h"
#include "../../src/exam/cs-messages.h"

/* The engine, with checks made up here: what they report is known, so what the engine makes of it
 * can be told. */

static guint n_calls; /* of the last check run */

static const char *const fake_rules[] = { "comma", "second", NULL };

/* Reports each Chinese comma as "comma", with the parameter, a path and a fix. */
static void
find_commas (CsExamContext *context, const CsClaim *claim)
{
  g_autofree char *text = g_strndup (claim->text, claim->n_bytes);

  n_calls++;
  for (const char *at = text; (at = strstr (at, "，")) != NULL; at += strlen ("，"))
    {
      CsRange range = { at - text, at - text + strlen ("，") };
      CsSpan where = { CS_PART_CLAIMS, claim->index, range.start, range.end };
      CsReport *report = cs_exam_report_claim (context, "comma", CS_CERTAINTY_LIKELY, claim, range);

      cs_report_set (report, "limit", "%u", cs_exam_get_number (context, "max", 7));
      cs_report_add_path (report, claim->index);
      cs_report_add_fix (report, "delete", where, "");
    }
}

/* Each comma of all claims is the same fault. */
static void
find_alike_commas (CsExamContext *context, const CsClaim *claim)
{
  g_autofree char *text = g_strndup (claim->text, claim->n_bytes);

  for (const char *at = text; (at = strstr (at, "，")) != NULL; at += strlen ("，"))
    cs_report_set_alike (cs_exam_report_claim (context, "comma", CS_CERTAINTY_LIKELY, claim,
                                               (CsRange){ at - text, at - text + strlen ("，") }),
                         "，");
}

static void
skip_all (CsExamContext *context, const CsClaim *claim)
{
  n_calls++;
  cs_exam_skip (context, "comma", "no-description", CS_NO_INDEX);
  cs_exam_not_applicable (context, "second", "no-figures");
}

static void
report_everywhere (CsExamContext *context, const CsClaim *claim)
{
  static const CsPart parts[] = { CS_PART_DOCUMENT, CS_PART_CLAIMS, CS_PART_ABSTRACT,
                                  CS_PART_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      CsSpan where = { .part = parts[i], .index = CS_NO_INDEX };

      cs_exam_report (context, "second", CS_CERTAINTY_CERTAIN, where);
      if (parts[i] == CS_PART_CLAIMS)
        cs_exam_report (context, "comma", CS_CERTAINTY_CERTAIN,
                        (CsSpan){ CS_PART_CLAIMS, 1, 0, 3 });
    }
}

static const CsCheck commas = { "fake", CS_SCOPE_CLAIM, fake_rules, NULL, find_commas };
static const CsCheck alike = { "fake", CS_SCOPE_CLAIM, fake_rules, NULL, find_alike_commas };
static const CsCheck chain = { "fake", CS_SCOPE_CHAIN, fake_rules, NULL, find_commas };
static const CsCheck skipping = { "fake", CS_SCOPE_DRAFT, fake_rules, NULL, skip_all };
static const CsCheck everywhere = { "fake", CS_SCOPE_DRAFT, fake_rules, NULL, report_everywhere };

/* Under the names of two checks of which the first is silent for the second. */
static const char *const support_rules[] = { "no-basis", NULL };
static const char *const trademark_rules[] = { "symbol-claim", NULL };

static void
find_commas_without_support (CsExamContext *context, const CsClaim *claim)
{
  const char *at = g_strstr_len (claim->text, claim->n_bytes, "，");
  gsize start = at - claim->text;

  cs_exam_report_claim (context, "no-basis", CS_CERTAINTY_LIKELY, claim,
                        (CsRange){ start, start + strlen ("，") });
}

/* Of the first claim only, with the character before the comma. */
static void
find_branded_comma (CsExamContext *context, const CsClaim *claim)
{
  const char *at = g_strstr_len (claim->text, claim->n_bytes, "，");
  gsize start = at - claim->text;

  if (claim->index == 0)
    cs_exam_report_claim (context, "symbol-claim", CS_CERTAINTY_LIKELY, claim,
                          (CsRange){ start - strlen ("泵"), start + strlen ("，") });
}

static const CsCheck fake_support = { "support", CS_SCOPE_CLAIM, support_rules, NULL,
                                      find_commas_without_support };
static const CsCheck fake_trademarks = { "trademarks", CS_SCOPE_CLAIM, trademark_rules, NULL,
                                         find_branded_comma };

/* --- making things --- */

static CsDraft *
make_draft (const char *const *claims)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("test", 0, "text");
  CsTextBuilder *text = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  cs_draft_builder_get_request (builder)->type = CS_TYPE_INVENTION;
  for (; *claims != NULL; claims++)
    {
      const char *dot = strstr (*claims, ". ");

      cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
      cs_text_builder_append (text, *claims, dot + 2 - *claims);
      cs_draft_builder_set_unit_number (builder, CS_PART_CLAIMS,
                                        g_ascii_strtoull (*claims, NULL, 10));
      cs_text_builder_append (text, dot + 2, strlen (dot + 2));
    }

  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}

static CsDraft *
make_two_claims (void)
{
  static const char *const claims[] = { "1. 一种泵，包括壳体，和叶轮。",
                                        "2. 根据权利要求1所述的泵，其特征在于，还包括密封圈。",
                                        NULL };

  return make_draft (claims);
}

#define LIST(items)                                                                      \
  "<checklist id='t' office='CN' types='invention' languages='zh' edition='2026-01-01'>" \
  "<title>T</title>" items "</checklist>"

#define ITEM(id, attributes, content)                                                \
  "<item id='" id "' check='claim-reference' severity='error' since='1' " attributes \
  "><title>t</title><basis law='practice' status='verified'/>" content "</item>"

static CsChecklist *
load (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  CsChecklist *checklist = cs_checklist_new (bytes, &error);

  g_assert_no_error (error);

  return checklist;
}

/* A checklist whose items all use @check in the place of the one they name, with @rules. */
static CsChecklist *
load_with (const char *xml, const CsCheck *check, const char *rules)
{
  CsChecklist *checklist = load (xml);

  for (guint i = 0; i < checklist->items->len; i++)
    {
      CsItem *item = checklist->items->pdata[i];

      item->check = check;
      g_strfreev (item->rules);
      item->rules = g_strsplit (rules, " ", -1);
    }

  return checklist;
}

static CsExamResult *
run (CsDraft *draft, CsChecklist *checklist)
{
  CsExamInputs inputs = { .as_of = "2026-06-01" };
  g_autoptr (GError) error = NULL;
  CsExamResult *result;

  n_calls = 0;
  result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static const CsItemResult *
get_item (const CsExamResult *result, guint i)
{
  return &g_array_index (result->items, CsItemResult, i);
}

static const CsFinding *
get_finding (const CsExamResult *result, guint i)
{
  return &g_array_index (result->findings, CsFinding, i);
}

/* --- tests --- */

static void
test_findings_belong_to_the_item_that_takes_the_rule (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist =
      load_with (LIST (ITEM ("A-1", "", "") ITEM ("A-2", "", "")), &commas, "comma");
  g_autoptr (CsExamResult) result = NULL;
  CsItem *second = checklist->items->pdata[1];

  g_free (second->rules[0]);
  second->rules[0] = g_strdup ("second");
  result = run (draft, checklist);

  g_assert_cmpuint (result->findings->len, ==, 4);
  g_assert_cmpint (get_item (result, 0)->state, ==, CS_ITEM_FINDINGS);
  g_assert_cmpuint (get_item (result, 0)->n_findings, ==, 4);
  g_assert_cmpint (get_item (result, 1)->state, ==, CS_ITEM_PASSED);
  g_assert_cmpuint (cs_exam_result_count (result, CS_SEVERITY_ERROR), ==, 4);
  g_assert_cmpstr (get_finding (result, 0)->item->id, ==, "A-1");
}

static void
test_a_grade_goes_before_the_severity (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
  CsItem *item = checklist->items->pdata[0];
  CsGrade grade = { g_strdup ("comma"), CS_SEVERITY_ADVICE };
  g_autoptr (CsExamResult) result = NULL;

  g_array_append_val (item->grades, grade);
  result = run (draft, checklist);

  g_assert_cmpuint (cs_exam_result_count (result, CS_SEVERITY_ADVICE), ==, 4);
}

static void
add_param (CsChecklist *checklist, guint item, const char *value, const char *limit)
{
  CsParam param = { g_strdup ("max"), g_strdup (value), g_strdup (limit) };

  g_array_append_val (((CsItem *)checklist->items->pdata[item])->params, param);
}

static void
test_each_check_runs_once_for_equal_parameters (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (
      LIST (ITEM ("A-1", "", "") ITEM ("A-2", "", "") ITEM ("A-3", "", "")), &commas, "comma");
  g_autoptr (CsExamResult) result = NULL;

  add_param (checklist, 0, "5", NULL);
  add_param (checklist, 1, "5", NULL);
  add_param (checklist, 2, NULL, "cn.title.hard");
  result = run (draft, checklist);

  g_assert_cmpuint (n_calls, ==, 4); /* two runs over two claims */
  g_assert_cmpuint (result->runs->len, ==, 2);
  g_assert_cmpuint (result->findings->len, ==, 12);
}

static void
test_a_limit_gives_the_number_of_the_day (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
  g_autoptr (CsExamResult) result = NULL;
  const CsArg *arg;

  add_param (checklist, 0, NULL, "cn.title.hard");
  result = run (draft, checklist);
  arg = &g_array_index (get_finding (result, 0)->report->args, CsArg, 0);

  g_assert_cmpstr (arg->name, ==, "limit");
  g_assert_cmpstr (arg->value, ==, "60");
}

static void
test_a_broken_chain_is_not_run_for_its_claims (void)
{
  static const char *const claims[] = { "1. 一种泵。", "2. 根据权利要求9所述的泵，还包括密封圈。",
                                        "3. 根据权利要求2所述的泵，还包括轴。", NULL };
  g_autoptr (CsDraft) draft = make_draft (claims);
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &chain, "comma");
  g_autoptr (CsExamResult) result = run (draft, checklist);

  g_assert_cmpuint (n_calls, ==, 1);
  g_assert_cmpint (get_item (result, 0)->state, ==, CS_ITEM_NOT_RUN);
  g_assert_cmpstr (get_item (result, 0)->reason, ==, "reference");
  g_assert_cmpuint (get_item (result, 0)->claim, ==, 1);
}

static void
test_what_cannot_be_tried_is_never_passed (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) skipped = load_with (LIST (ITEM ("A-1", "", "")), &skipping, "comma");
  g_autoptr (CsChecklist) absent = load_with (LIST (ITEM ("A-1", "", "")), &skipping, "second");
  g_autoptr (CsChecklist) both = load_with (LIST (ITEM ("A-1", "", "")), &skipping, "comma second");
  g_autoptr (CsExamResult) one = run (draft, skipped);
  g_autoptr (CsExamResult) two = run (draft, absent);
  g_autoptr (CsExamResult) three = run (draft, both);

  g_assert_cmpint (get_item (one, 0)->state, ==, CS_ITEM_NOT_RUN);
  g_assert_cmpstr (get_item (one, 0)->reason, ==, "no-description");
  g_assert_cmpint (get_item (two, 0)->state, ==, CS_ITEM_NOT_APPLICABLE);
  g_assert_cmpstr (get_item (two, 0)->reason, ==, "no-figures");
  g_assert_cmpint (get_item (three, 0)->state, ==, CS_ITEM_NOT_RUN);
}

static void
test_type_and_route_decide_what_applies (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (
      LIST (ITEM ("A-1", "", "<applies types='utility-model'/>")
                ITEM ("A-2", "", "<applies routes='pct-national'/>")
                    ITEM ("A-3", "", "<applies types='invention' routes='direct paris'/>")),
      &commas, "comma");
  g_autoptr (CsExamResult) result = run (draft, checklist);

  g_assert_cmpstr (get_item (result, 0)->reason, ==, "not-this-type");
  g_assert_cmpstr (get_item (result, 1)->reason, ==, "not-this-route");
  g_assert_cmpint (get_item (result, 2)->state, ==, CS_ITEM_FINDINGS);
  g_assert_cmpuint (n_calls, ==, 2);
}

/* A design is no invention, even for the list of inventions that was asked for. */
static void
test_another_right_is_not_examined (void)
{
  static const CsRightType types[] = { CS_TYPE_DESIGN, CS_TYPE_PLANT };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (CsDraft) draft = make_two_claims ();
      g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
      g_autoptr (CsExamResult) result = NULL;

      draft->request->type = types[i];
      result = run (draft, checklist);
      g_assert_cmpint (get_item (result, 0)->state, ==, CS_ITEM_NOT_APPLICABLE);
      g_assert_cmpstr (get_item (result, 0)->reason, ==, "not-this-type");
    }
}

static void
test_a_question_waits_for_a_person (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist =
      load_with (LIST (ITEM ("A-1", "", "<question>Is it?</question>")), &commas, "comma");
  g_autoptr (CsExamResult) result = run (draft, checklist);

  g_assert_cmpint (get_item (result, 0)->state, ==, CS_ITEM_MANUAL);
  g_assert_cmpuint (get_item (result, 0)->n_findings, ==, 4);
}

static void
test_findings_come_in_the_order_of_the_application (void)
{
  static const CsPart order[] = { CS_PART_TITLE, CS_PART_ABSTRACT, CS_PART_CLAIMS, CS_PART_CLAIMS,
                                  CS_PART_DOCUMENT };
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist =
      load_with (LIST (ITEM ("A-1", "", "")), &everywhere, "comma second");
  g_autoptr (CsExamResult) result = run (draft, checklist);

  g_assert_cmpuint (result->findings->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (get_finding (result, i)->report->where.part, ==, order[i]);
  g_assert_cmpuint (get_finding (result, 2)->report->where.index, ==, CS_NO_INDEX);
}

static void
test_a_fingerprint_survives_renumbering (void)
{
  static const char *const before[] = { "1. 一种泵，包括壳体。",
                                        "2. 根据权利要求1所述的泵，包括叶轮(3)。", NULL };
  static const char *const after[] = { "1. 一种阀，包括阀芯。", "2. 一种泵，包括壳体。",
                                       "3. 根据权利要求2所述的泵，包括叶轮(13)。", NULL };
  g_autoptr (CsDraft) old_draft = make_draft (before);
  g_autoptr (CsDraft) new_draft = make_draft (after);
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
  g_autoptr (CsExamResult) old_result = run (old_draft, checklist);
  g_autoptr (CsExamResult) new_result = run (new_draft, checklist);

  g_assert_cmpstr (get_finding (old_result, 0)->fingerprint, ==,
                   get_finding (new_result, 1)->fingerprint);
  g_assert_cmpstr (get_finding (old_result, 1)->fingerprint, ==,
                   get_finding (new_result, 2)->fingerprint);
  g_assert_cmpstr (get_finding (old_result, 0)->fingerprint, !=,
                   get_finding (new_result, 0)->fingerprint);
  g_assert_cmpuint (strlen (get_finding (old_result, 0)->fingerprint), ==, 16);
}

static void
test_equal_findings_have_fingerprints_of_their_own (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist =
      load_with (LIST (ITEM ("A-1", "", "") ITEM ("A-2", "", "")), &commas, "comma");
  g_autoptr (CsExamResult) result = run (draft, checklist);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < result->findings->len; i++)
    g_hash_table_add (seen, (char *)get_finding (result, i)->fingerprint);

  /* Two items see the same four defects. */
  g_assert_cmpuint (result->findings->len, ==, 8);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 4);
}

/* Four commas in two claims: the same fault is reported once, the others are its places. */
static void
test_a_fault_throughout_is_reported_once (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &alike, "comma");
  g_autoptr (CsExamResult) result = run (draft, checklist);
  const CsReport *report;

  g_assert_cmpuint (result->findings->len, ==, 1);
  report = get_finding (result, 0)->report;
  g_assert_cmpuint (report->where.index, ==, 0);
  g_assert_cmpuint (report->related->len, ==, 3);
  g_assert_cmpuint (g_array_index (report->related, CsRelated, 2).where.index, ==, 1);
}

/* Of two checks that mark the same words for one cause, the one that knows it reports it. */
static void
test_a_defect_is_reported_by_one_check (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist =
      load_with (LIST (ITEM ("A-1", "", "") ITEM ("A-2", "", "")), &fake_support, "no-basis");
  g_autoptr (CsExamResult) result = NULL;
  CsItem *second = checklist->items->pdata[1];

  second->check = &fake_trademarks;
  g_strfreev (second->rules);
  second->rules = g_strsplit ("symbol-claim", " ", -1);
  result = run (draft, checklist);

  g_assert_cmpuint (result->findings->len, ==, 2);
  g_assert_cmpstr (get_finding (result, 0)->report->rule, ==, "symbol-claim");
  g_assert_cmpstr (get_finding (result, 1)->report->rule, ==, "no-basis");
  g_assert_cmpuint (get_finding (result, 1)->report->where.index, ==, 1);
  g_assert_cmpuint (get_item (result, 0)->n_findings, ==, 1);
  g_assert_cmpuint (get_item (result, 1)->n_findings, ==, 1);
}

/* What the one check marks nowhere is left to the other. */
static void
test_a_check_is_silent_only_beside_another (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist =
      load_with (LIST (ITEM ("A-1", "", "")), &fake_support, "no-basis");
  g_autoptr (CsExamResult) result = run (draft, checklist);

  g_assert_cmpuint (result->findings->len, ==, 2);
}

/* A claim that is nothing but faults: some are listed, and the item says that there are more. */
static void
test_too_many_places_are_not_all_listed (void)
{
  g_autoptr (GString) claim = g_string_new ("1. 一种泵");
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsExamResult) result = NULL;

  for (guint i = 0; i < 3 * CS_MAX_FINDINGS; i++)
    g_string_append (claim, "，叶轮");
  draft = make_draft ((const char *const[]){ claim->str, NULL });
  result = run (draft, checklist);

  g_assert_cmpuint (result->findings->len, ==, CS_MAX_FINDINGS);
  g_assert_cmpint (get_item (result, 0)->state, ==, CS_ITEM_FINDINGS);
  g_assert_cmpstr (get_item (result, 0)->reason, ==, "too-many");
}

static void
test_cancelling_gives_no_result (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cs_exam_run (draft, &checklist, 1, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_without_a_checklist_every_item_is_not_run (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load (LIST (ITEM ("A-1", "", "") ITEM ("A-2", "", "")));
  g_autoptr (CsExamResult) result = cs_exam_new_not_run (draft, &checklist, 1, "no-checklist");

  g_assert_cmpuint (result->checklists->len, ==, 0);
  g_assert_cmpuint (result->items->len, ==, 2);
  g_assert_cmpint (get_item (result, 1)->state, ==, CS_ITEM_NOT_RUN);
  g_assert_cmpstr (get_item (result, 1)->reason, ==, "no-checklist");
}

static void
assert_message (const CsExamResult *result,
                const char *language,
                const char *expected,
                gboolean expect_complete)
{
  gboolean complete;
  g_autofree char *message = cs_messages_dup (get_finding (result, 0), result, language, &complete);

  g_assert_cmpstr (message, ==, expected);
  g_assert_cmpint (complete, ==, expect_complete);
}

static void
test_a_message_is_filled_with_what_the_check_said (void)
{
  g_autoptr (CsDraft) draft = make_two_claims ();
  g_autoptr (CsChecklist) checklist = load_with (LIST (ITEM ("A-1", "", "")), &commas, "comma");
  CsMessage message = { g_strdup ("comma"),
                        { g_strdup ("{text} in claim {claim}, {limit}"),
                          g_strdup ("{limit}，{none}") } };
  g_autoptr (CsExamResult) result = NULL;

  g_array_append_val (((CsItem *)checklist->items->pdata[0])->messages, message);
  result = run (draft, checklist);

  assert_message (result, "en", "， in claim 1, 7", TRUE);
  assert_message (result, "zh", "7，{none}", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exam/findings-belong-to-the-item",
                   test_findings_belong_to_the_item_that_takes_the_rule);
  g_test_add_func ("/exam/grade", test_a_grade_goes_before_the_severity);
  g_test_add_func ("/exam/run-once", test_each_check_runs_once_for_equal_parameters);
  g_test_add_func ("/exam/limit", test_a_limit_gives_the_number_of_the_day);
  g_test_add_func ("/exam/broken-chain", test_a_broken_chain_is_not_run_for_its_claims);
  g_test_add_func ("/exam/never-passed", test_what_cannot_be_tried_is_never_passed);
  g_test_add_func ("/exam/applies", test_type_and_route_decide_what_applies);
  g_test_add_func ("/exam/another-right", test_another_right_is_not_examined);
  g_test_add_func ("/exam/question", test_a_question_waits_for_a_person);
  g_test_add_func ("/exam/order", test_findings_come_in_the_order_of_the_application);
  g_test_add_func ("/exam/fingerprint/renumbering", test_a_fingerprint_survives_renumbering);
  g_test_add_func ("/exam/fingerprint/equals", test_equal_findings_have_fingerprints_of_their_own);
  g_test_add_func ("/exam/alike", test_a_fault_throughout_is_reported_once);
  g_test_add_func ("/exam/one-check", test_a_defect_is_reported_by_one_check);
  g_test_add_func ("/exam/silent-beside", test_a_check_is_silent_only_beside_another);
  g_test_add_func ("/exam/too-many", test_too_many_places_are_not_all_listed);
  g_test_add_func ("/exam/cancel", test_cancelling_gives_no_result);
  g_test_add_func ("/exam/no-checklist", test_without_a_checklist_every_item_is_not_run);
  g_test_add_func ("/exam/message", test_a_message_is_filled_with_what_the_check_said);

  return g_test_run ();
}
