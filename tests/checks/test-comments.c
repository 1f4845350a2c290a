/* Findings in the words of comments: short, each defect once, with what was decided. */

#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/exam/cs-finding-view.h"
#include "../../src/formats/docx/cs-docx.h"
#include "../../src/report/cs-report-comments.h"

#define MADE_US G_GINT64_CONSTANT (1700000000000000)
#define MAX_CHARS 600

static const char claims[] = "1. 一种泵，包括壳体。\n"
                             "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n"
                             "3. 根据权利要求1所述的泵，其特征在于，壳体的长度约为5mm。\n"
                             "4. 根据权利要求1所述的泵，其特征在于，壳体的宽度约为6mm。\n"
                             "5. 根据权利要求1所述的泵，其特征在于，壳体的高度约为7mm。\n"
                             "6. 根据权利要求1所述的泵，其特征在于，所述叶轮为铁。\n";

static CsDraft *
compose (const char *text)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  texts[CS_PART_CLAIMS] = cs_text_new (text, strlen (text));
  draft = cs_draft_compose (NULL, texts, request, NULL);
  cs_text_unref (texts[CS_PART_CLAIMS]);

  return draft;
}

static CsExamResult *
examine (CsDraft *draft, GPtrArray *decisions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load ("cn-invention", &error);
  CsExamInputs inputs = { .as_of = "2026-06-01", .decisions = decisions };
  CsExamResult *result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static GArray *
write_comments (CsExamResult *result, const char *language)
{
  const CsCommentsOptions options = { language, MADE_US };

  return cs_report_comments_new (result, &options);
}

/* Returns: (nullable): the comment with @words in it */
static const CsDocxComment *
find (const GArray *comments, const char *words)
{
  for (guint i = 0; i < comments->len; i++)
    if (strstr (g_array_index (comments, CsDocxComment, i).text, words) != NULL)
      return &g_array_index (comments, CsDocxComment, i);

  return NULL;
}

static GPtrArray *
decide (CsExamResult *result, CsDecisionKind kind)
{
  g_autoptr (CsFindingView) view = cs_finding_view_new (result);
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);

  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];
      const CsFinding *finding = cs_finding_entry_get_first (entry);

      if (strcmp (finding->item->check->name, "vague-wording") == 0)
        g_ptr_array_add (decisions,
                         cs_decision_new_for (kind, entry, view, "客户要求", "代理师甲"));
    }
  g_assert_cmpuint (decisions->len, ==, 1);

  return decisions;
}

/* --- tests --- */

static void
test_words (void)
{
  g_autoptr (CsDraft) draft = compose (claims);
  g_autoptr (CsExamResult) result = examine (draft, NULL);
  g_autoptr (GArray) chinese = write_comments (result, "zh");
  g_autoptr (GArray) english = write_comments (result, "en");
  const CsDocxComment *comment = find (chinese, "权利要求2");
  g_autofree char *marked = NULL;

  g_assert_nonnull (comment);
  marked = cs_draft_dup_span_text (draft, &comment->span);
  g_assert_cmpstr (marked, ==, "约为");
  g_assert_cmpstr (comment->author, ==, CS_DOCX_AUTHOR);
  g_assert_cmpint (comment->made_us, ==, MADE_US);
  g_assert_nonnull (strstr (comment->text, "依据："));
  g_assert_cmpuint (english->len, ==, chinese->len);
  g_assert_nonnull (strstr (find (english, "Claim 2")->text, "Basis: "));
}

/* The names of items lead to their rules, and nobody reads a page in a margin. */
static void
test_form (void)
{
  static const char *const languages[] = { "zh", "en" };
  g_autoptr (CsDraft) draft = compose (claims);
  g_autoptr (CsExamResult) result = examine (draft, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GArray) comments = write_comments (result, languages[i]);

      for (guint j = 0; j < comments->len; j++)
        {
          const char *text = g_array_index (comments, CsDocxComment, j).text;
          g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

          g_assert_nonnull (strstr (lines[0], "CN-"));
          g_assert_cmpint (g_utf8_strlen (text, -1), <=, MAX_CHARS);
          for (guint k = 0; lines[k] != NULL; k++)
            g_assert_cmpuint (strlen (lines[k]), >, 0);
        }
    }
}

/* One fault in four claims is one comment, at the first, which names the others. */
static void
test_throughout (void)
{
  g_autoptr (CsDraft) draft = compose (claims);
  g_autoptr (CsExamResult) result = examine (draft, NULL);
  g_autoptr (GArray) comments = write_comments (result, "zh");
  g_autoptr (GArray) english = write_comments (result, "en");
  const CsDocxComment *comment = find (comments, "权利要求3、4、5");

  g_assert_nonnull (comment);
  g_assert_cmpuint (comment->span.index, ==, 1);
  g_assert_nonnull (find (english, "claims 3, 4, 5"));
}

static void
test_waived (void)
{
  g_autoptr (CsDraft) draft = compose (claims);
  g_autoptr (CsExamResult) result = examine (draft, NULL);
  g_autoptr (GPtrArray) decisions = decide (result, CS_DECISION_WAIVED);
  g_autoptr (CsExamResult) again = examine (draft, decisions);
  g_autoptr (GArray) before = write_comments (result, "zh");
  g_autoptr (GArray) after = write_comments (again, "zh");

  g_assert_cmpuint (after->len, ==, before->len - 1);
  g_assert_null (find (after, "客户要求"));
}

static void
test_accepted (void)
{
  g_autoptr (CsDraft) draft = compose (claims);
  g_autoptr (CsExamResult) result = examine (draft, NULL);
  g_autoptr (GPtrArray) decisions = decide (result, CS_DECISION_ACCEPTED);
  g_autoptr (CsExamResult) again = examine (draft, decisions);
  g_autoptr (GArray) comments = write_comments (again, "zh");

  g_assert_nonnull (find (comments, "处理：采纳，代理师甲：客户要求"));
}

/* Two offices that see the same defect say so in one comment. */
static void
test_two_offices (void)
{
  static const char vague[] = "1. A pump comprising a housing.\n"
                              "2. The pump of claim 1, wherein the housing is, for example, steel.";
  g_autoptr (CsDraft) draft = compose (vague);
  CsChecklist *lists[] = { cs_checklist_load ("cn-invention", NULL),
                           cs_checklist_load ("us", NULL) };
  g_autoptr (CsExamResult) result = cs_exam_run (draft, lists, 2, NULL, NULL, NULL);
  g_autoptr (CsFindingView) view = cs_finding_view_new (result);
  g_autoptr (GArray) comments = write_comments (result, "en");

  g_assert_cmpuint (comments->len, ==, view->entries->len);
  g_assert_cmpuint (comments->len, >, 0);
  cs_checklist_unref (lists[0]);
  cs_checklist_unref (lists[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/comments/words", test_words);
  g_test_add_func ("/checks/comments/form", test_form);
  g_test_add_func ("/checks/comments/throughout", test_throughout);
  g_test_add_func ("/checks/comments/waived", test_waived);
  g_test_add_func ("/checks/comments/accepted", test_accepted);
  g_test_add_func ("/checks/comments/two-offices", test_two_offices);

  return g_test_run ();
}
