/* What the check antecedent-basis says of whole sets of claims: one fault once, with all its
 * places, the path that fails and the ways to mend it. How single references are judged is tested
 * beside the analysis of terms (tests/draft). */

#include <string.h>

#include "../../src/exam/cs-exam.h"
#include "../draft/draft-fixture.h"

/* Findings, one a line: "claim rule: text (path) also claim text ... -> fix insert ...". */
typedef struct
{
  const char *name;
  const char *checklist;
  const char *claims[8];
  const char *expected;
} Case;

static const Case cases[] = {
  { "wrong-dependency/zh",
    "cn-invention",
    { "一种泵，其特征在于，包括壳体。",
      "根据权利要求1所述的泵，其特征在于，还包括密封圈和弹簧。",
      "根据权利要求1所述的泵，其特征在于，所述密封圈套设在所述弹簧上。",
      "根据权利要求3所述的泵，其特征在于，所述弹簧为压缩弹簧。", NULL },
    "3 no-head: 所述密封圈 (3 → 1) also 3 弹簧 also 4 弹簧 -> point-to 2\n" },
  { "wrong-dependency/en",
    "us",
    { "A pump, comprising a housing.",
      "The pump of claim 1, further comprising a gasket and a spring.",
      "The pump of claim 1, wherein the gasket surrounds the spring.",
      "The pump of claim 3, wherein the spring is made of steel.", NULL },
    "3 no-head: the gasket (3 → 1) also 3 spring also 4 spring -> point-to 2\n" },
  { "one-of-several/zh",
    "cn-invention",
    { "一种泵，其特征在于，包括壳体。",
      "根据权利要求1所述的泵，其特征在于，还包括密封圈和弹簧。",
      "根据权利要求1或2所述的泵，其特征在于，所述密封圈套设在所述弹簧上。", NULL },
    "3 path: 所述密封圈 (3 → 1) also 3 弹簧\n" },
  { "one-of-several/en",
    "us",
    { "A pump, comprising a housing.",
      "The pump of claim 1, further comprising a gasket and a spring.",
      "The pump of claim 1 or 2, wherein the gasket surrounds the spring.", NULL },
    "3 path: the gasket (3 → 1) also 3 spring\n" },
  { "once/zh",
    "cn-invention",
    { "一种泵，其特征在于，包括壳体，所述叶轮设置在所述壳体内。",
      "根据权利要求1所述的泵，其特征在于，所述叶轮由不锈钢制成。", NULL },
    "1 no-head: 所述叶轮 (1) also 2 叶轮 -> introduce \n" },
  { "once/en",
    "us",
    { "A pump, comprising a housing, wherein the impeller is arranged in the housing.",
      "The pump of claim 1, wherein the impeller is made of steel.", NULL },
    "1 no-head: the impeller (1) also 2 impeller -> introduce an\n" },
  { "another-branch/en",
    "us",
    { "A pump, comprising a housing.", "The pump of claim 1, further comprising a gasket.",
      "A valve, comprising a body, wherein the gasket is made of rubber.", NULL },
    "3 no-head: the gasket (3) -> introduce a\n" },
  { "all-is-well/zh",
    "cn-invention",
    { "一种泵，其特征在于，包括壳体和叶轮。",
      "根据权利要求1所述的泵，其特征在于，还包括密封圈。",
      "根据权利要求2所述的泵，其特征在于，所述密封圈位于所述壳体与所述叶轮之间。",
      "一种供水系统，其特征在于，包括权利要求1至3中任一项所述的泵，所述泵连接有水管。", NULL },
    "" },
  { "all-is-well/en",
    "us",
    { "A pump, comprising a housing and an impeller.",
      "The pump of claim 1, further comprising a gasket.",
      "The pump of claim 2, wherein the gasket lies between the housing and the impeller.",
      "A water supply comprising the pump of claim 3, wherein the pump is connected to a pipe.",
      NULL },
    "" },
};

static void
describe (GString *out, const CsExamResult *result, const CsFinding *finding)
{
  const CsReport *report = finding->report;
  g_autofree char *text = cs_draft_dup_span_text (result->draft, &report->where);

  g_string_append_printf (out, "%u %s: %s", report->where.index + 1, report->rule, text);
  for (guint i = 0; i < report->args->len; i++)
    if (strcmp (g_array_index (report->args, CsArg, i).name, "path") == 0)
      g_string_append_printf (out, " (%s)", g_array_index (report->args, CsArg, i).value);
  for (guint i = 0; i < report->related->len; i++)
    {
      const CsRelated *related = &g_array_index (report->related, CsRelated, i);
      g_autofree char *other = cs_draft_dup_span_text (result->draft, &related->where);

      if (strcmp (related->role, "also") == 0)
        g_string_append_printf (out, " also %u %s", related->where.index + 1, other);
    }
  for (guint i = 0; i < report->fixes->len; i++)
    {
      const CsFix *fix = &g_array_index (report->fixes, CsFix, i);

      g_string_append_printf (out, " -> %s %s", fix->name,
                              g_array_index (fix->edits, CsFixEdit, 0).insert);
    }
  g_string_append_c (out, '\n');
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = draft_fixture_new (test->claims, NULL);
  g_autoptr (CsChecklist) checklist = cs_checklist_load (test->checklist, &error);
  g_autoptr (CsExamResult) result = cs_exam_run (draft, &checklist, 1, NULL, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      if (strcmp (finding->item->check->name, "antecedent-basis") == 0)
        describe (found, result, finding);
    }
  g_assert_cmpstr (found->str, ==, test->expected);
  g_assert_nonnull (result->terms);
}

/* What its author says of a term holds: it ends there, or nothing is said of it. */
static void
test_term_list (void)
{
  const char *const claims[] = { "A pump, comprising a housing.",
                                 "The pump of claim 1, wherein the quux flange is round.", NULL };
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);
  g_autoptr (CsChecklist) checklist = cs_checklist_load ("us", NULL);
  g_autoptr (CsTermList) none = cs_term_list_new ();
  g_autoptr (CsTermList) list = cs_term_list_with (none, "quux flange", CS_TERM_NEVER_REPORT);

  for (guint silent = 0; silent < 2; silent++)
    {
      CsExamInputs inputs = { .term_list = silent ? list : none };
      g_autoptr (CsExamResult) result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, NULL);
      guint n_findings = 0;

      for (guint i = 0; i < result->findings->len; i++)
        n_findings += strcmp (g_array_index (result->findings, CsFinding, i).item->check->name,
                              "antecedent-basis") == 0;
      g_assert_cmpuint (n_findings, ==, silent ? 0 : 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/antecedent/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/antecedent/term-list", test_term_list);

  return g_test_run ();
}
