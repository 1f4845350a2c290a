#include <string.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-error.h"
#include "../../src/exam/cs-messages.h"
#include "../../src/law/cs-limit-table.h"
#include "../../src/law/cs-nearest.h"

#define HEAD \
  "<checklist id='t' office='CN' types='invention' languages='zh' edition='2026-01-01'>\n"
#define FOOT "</checklist>"
#define BASIS "<title>t</title><basis law='rules' status='verified'/>"
#define ITEM(attributes, content) \
  HEAD "<item id='A-1' severity='error' " attributes ">\n" content "</item>" FOOT

static CsChecklist *
read_list (const char *xml, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return cs_checklist_new (bytes, error);
}

typedef struct
{
  const char *name;
  const char *xml;
  int code;
  guint line;
  const char *says; /* part of the message */
} Refusal;

static const Refusal refusals[] = {
  { "empty", "", CS_ERROR_EMPTY, 0, "empty" },
  { "cut-off", HEAD "<item", CS_ERROR_SYNTAX, 2, "line 2" },
  { "root", "<checklst/>", CS_ERROR_CHECKLIST, 1, "did you mean \"checklist\"" },
  { "document-type", "<!DOCTYPE checklist [<!ENTITY a 'b'>]>" HEAD FOOT, CS_ERROR_HOSTILE, 1,
    "document type" },
  { "office", "<checklist id='t' office='CM' types='invention' edition='2026-01-01'/>",
    CS_ERROR_CHECKLIST, 1, "unknown office \"CM\"; did you mean \"CN\"?" },
  { "element", HEAD "<itme/>" FOOT, CS_ERROR_CHECKLIST, 2,
    "unknown element \"itme\"; did you mean \"item\"?" },
  { "attribute", ITEM ("serverity='x'", BASIS), CS_ERROR_CHECKLIST, 2,
    "unknown attribute \"serverity\"; did you mean \"severity\"?" },
  { "check", ITEM ("check='claim-refernce'", BASIS), CS_ERROR_CHECKLIST, 2,
    "did you mean \"claim-reference\"?" },
  { "rule", ITEM ("check='claim-reference' rules='self forwards'", BASIS), CS_ERROR_CHECKLIST, 2,
    "unknown rule \"forwards\"; did you mean \"forward\"?" },
  { "grade",
    ITEM ("check='claim-reference' rules='self'", BASIS "<grade rule='forward' severity='error'/>"),
    CS_ERROR_CHECKLIST, 3, "unknown rule \"forward\"" },
  { "severity", HEAD "<item id='A-1' severity='eror'/>" FOOT, CS_ERROR_CHECKLIST, 2,
    "did you mean \"error\"?" },
  { "law",
    ITEM ("check='claim-reference'", "<title>t</title><basis law='rulse' status='verified'/>"),
    CS_ERROR_CHECKLIST, 3, "unknown law \"rulse\"; did you mean \"rules\"?" },
  { "status",
    ITEM ("check='claim-reference'", "<title>t</title><basis law='rules' status='sure'/>"),
    CS_ERROR_CHECKLIST, 3, "unknown status \"sure\"" },
  { "consequence", ITEM ("check='claim-reference'", BASIS "<consequence class='refused'/>"),
    CS_ERROR_CHECKLIST, 3, "did you mean \"refusal\"?" },
  { "type", ITEM ("check='claim-reference'", BASIS "<applies types='inventoin'/>"),
    CS_ERROR_CHECKLIST, 3, "did you mean \"invention\"?" },
  { "no-basis", ITEM ("check='claim-reference'", "<title>t</title>"), CS_ERROR_CHECKLIST, 2,
    "\"A-1\" needs" },
  { "no-check", ITEM ("", BASIS), CS_ERROR_CHECKLIST, 2, "\"A-1\" needs" },
  { "example", ITEM ("check='claim-reference'", BASIS "<example verdict='bad'>\n<clam/></example>"),
    CS_ERROR_CHECKLIST, 4, "unknown element \"clam\"; did you mean \"claim\"?" },
  { "verdict", ITEM ("check='claim-reference'", BASIS "<example verdict='badly'/>"),
    CS_ERROR_CHECKLIST, 3, "unknown verdict \"badly\"; did you mean \"bad\"?" },
  { "request",
    ITEM ("check='category'", BASIS "<example verdict='bad'>\n<request route='parsi'/></example>"),
    CS_ERROR_CHECKLIST, 4, "unknown route \"parsi\"; did you mean \"paris\"?" },
  { "expect-without-rule",
    ITEM ("check='category'", BASIS "<example verdict='bad'>\n<expect part='title'/></example>"),
    CS_ERROR_CHECKLIST, 4, "\"expect\" needs an attribute \"rule\"" },
  { "expect",
    ITEM ("check='claim-reference'",
          BASIS "<example verdict='bad'><expect rule='slef'/></example>"),
    CS_ERROR_CHECKLIST, 3, "unknown rule \"slef\"; did you mean \"self\"?" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = read_list (refusal->xml, &error);

  g_assert_null (checklist);
  g_assert_error (error, CS_ERROR, refusal->code);
  g_assert_cmpuint (cs_error_get_line (error), ==, refusal->line);
  if (strstr (error->message, refusal->says) == NULL)
    {
      g_test_message ("\"%s\" does not say \"%s\"", error->message, refusal->says);
      g_test_fail ();
    }
}

static void
test_an_item_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist =
      read_list (HEAD "<item id='A-1' severity='error' check='category'>" BASIS "</item>\n"
                      "<item id='A-1' severity='error' check='category'>" BASIS "</item>" FOOT,
                 &error);

  g_assert_null (checklist);
  g_assert_error (error, CS_ERROR, CS_ERROR_CHECKLIST);
  g_assert_cmpuint (cs_error_get_line (error), ==, 3);
}

static void
test_what_an_item_holds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist =
      read_list (ITEM ("check='claim-reference' rules='self missing' since='3'", BASIS
                       "<title xml:lang='zh'>  只引用\n  在前的  </title><consequence class='refusal'/>"
                       "<consequence type='utility-model' class='fee'/>"
                       "<grade rule='missing' severity='advice'/>"),
                 &error);
  const CsItem *item;

  g_assert_no_error (error);
  item = checklist->items->pdata[0];
  g_assert_cmpstr (cs_words_get (&item->title, "zh"), ==, "只引用在前的");
  g_assert_true (cs_item_takes (item, "self"));
  g_assert_false (cs_item_takes (item, "forward"));
  g_assert_cmpint (cs_item_get_severity (item, "self"), ==, CS_SEVERITY_ERROR);
  g_assert_cmpint (cs_item_get_severity (item, "missing"), ==, CS_SEVERITY_ADVICE);
  g_assert_cmpstr (cs_item_get_consequence (item, CS_TYPE_INVENTION), ==, "refusal");
  g_assert_cmpstr (cs_item_get_consequence (item, CS_TYPE_UTILITY_MODEL), ==, "fee");
  g_assert_cmpuint (item->since, ==, 3);
}

static void
test_an_example_is_a_draft_with_marks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = read_list (
      ITEM ("check='claim-reference'", BASIS
            "<example verdict='bad' xml:lang='zh'><claim>一种泵，\n  包括H<sub>2</sub>O。</claim>"
            "<claim number='5'>根据<mark>权利要求7</mark>所述的泵。<br/>完</claim>"
            "<section heading='技术领域'><p>a</p><p>b</p></section>"
            "<expect rule='missing' path='5 1'/></example>"),
      &error);
  const CsExample *example;
  const CsSpan *mark;
  g_autofree char *marked = NULL;
  gsize n_bytes;
  const char *text;

  g_assert_no_error (error);
  example = ((CsItem *)checklist->items->pdata[0])->examples->pdata[0];
  mark = &g_array_index (example->marks, CsSpan, 0);
  marked = cs_draft_dup_span_text (example->draft, mark);
  g_assert_cmpstr (marked, ==, "权利要求7");
  g_assert_cmpuint (mark->index, ==, 1);
  g_assert_cmpuint (cs_draft_get_unit (example->draft, CS_PART_CLAIMS, 1)->number, ==, 5);
  g_assert_cmpuint (cs_draft_get_n_units (example->draft, CS_PART_DESCRIPTION), ==, 3);

  text = cs_draft_get_unit_text (example->draft, CS_PART_CLAIMS, 0, &n_bytes);
  g_assert_cmpmem (text, n_bytes, "一种泵，包括H2O。", strlen ("一种泵，包括H2O。"));
  text = cs_draft_get_unit_text (example->draft, CS_PART_CLAIMS, 1, &n_bytes);
  g_assert_nonnull (g_strstr_len (text, n_bytes, "泵。\n完"));
}

static char *
explain (const CsExample *example, const char *rule, gsize start, gsize end)
{
  guint path[] = { 2, 1 };
  CsExampleMatch match = { rule, { CS_PART_CLAIMS, 0, start, end }, path, 2 };

  return cs_example_explain (example, &match, rule == NULL ? 0 : 1);
}

static void
test_an_example_wants_exactly_its_marks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist =
      read_list (ITEM ("check='claim-reference'",
                       BASIS "<example verdict='bad'><claim>ab<mark>cd</mark>e</claim>"
                             "<expect rule='self' path='2 1'/></example>"),
                 &error);
  const CsExample *example;
  g_autofree char *right = NULL;
  g_autofree char *wrong_place = NULL;
  g_autofree char *wrong_rule = NULL;
  g_autofree char *nothing = NULL;

  g_assert_no_error (error);
  example = ((CsItem *)checklist->items->pdata[0])->examples->pdata[0];
  right = explain (example, "self", 2, 4);
  wrong_place = explain (example, "self", 1, 4);
  wrong_rule = explain (example, "missing", 2, 4);
  nothing = explain (example, NULL, 0, 0);

  g_assert_null (right);
  g_assert_nonnull (wrong_place);
  g_assert_nonnull (wrong_rule);
  g_assert_nonnull (strstr (nothing, "expected, but not found"));
}

static void
test_a_user_file_goes_before_ours (void)
{
  static const char *const xml = HEAD "<title>mine</title>" FOOT;
  g_autofree char *folder = g_build_filename (g_getenv ("CLAIMSMITH_DATA_DIR"), "checklists", NULL);
  g_autofree char *path = g_build_filename (folder, "test-of-a-user.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = NULL;
  g_auto (GStrv) ids = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, xml, -1, &error));
  ids = cs_checklist_list ();
  checklist = cs_checklist_load ("test-of-a-user", &error);
  g_unlink (path);

  g_assert_no_error (error);
  g_assert_cmpstr (cs_words_get (&checklist->title, "en"), ==, "mine");
  g_assert_true (g_strv_contains ((const char *const *)ids, "test-of-a-user"));
  g_assert_true (g_strv_contains ((const char *const *)ids, "cn-invention"));
  g_assert_false (g_strv_contains ((const char *const *)ids, "messages"));
}

/* Writes a list of a user, reads it, and takes it away again. */
static CsChecklist *
load_users (const char *id, const char *xml, GError **error)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CLAIMSMITH_DATA_DIR"), "checklists", NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s.xml", folder, id);
  CsChecklist *checklist;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  checklist = cs_checklist_load (id, error);
  g_unlink (path);

  return checklist;
}

#define HOUSE "<checklist id=\"house\" base=\"cn-invention\" edition=\"2026-01-01\">" \
              "<title>house rules</title>"

static void
test_a_user_changes_our_list (void)
{
  static const char *const xml =
      HOUSE "<use item=\"CN-CLM-017\" severity=\"advice\"/>"
            "<use item=\"CN-CLM-005\" off=\"our editor breaks lines\"/>"
            "<item id=\"HOUSE-1\" severity=\"advice\" since=\"1\"><title>a</title>"
            "<basis law=\"practice\" status=\"verified\"/><question>Asked?</question></item>"
            "</checklist>";
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) ours = cs_checklist_load ("cn-invention", NULL);
  g_autoptr (CsChecklist) house = load_users ("house", xml, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (house->items->len, ==, ours->items->len + 1);
  g_assert_cmpint (house->office, ==, CS_OFFICE_CN);
  g_assert_cmpint (cs_checklist_find_item (house, "CN-CLM-017")->severity, ==, CS_SEVERITY_ADVICE);
  g_assert_true (cs_checklist_find_item (house, "CN-CLM-017")->is_changed);
  g_assert_cmpstr (cs_checklist_find_item (house, "CN-CLM-005")->off, ==,
                   "our editor breaks lines");
  g_assert_false (cs_checklist_find_item (house, "CN-CLM-016")->is_changed);
}

static void
test_a_users_mistakes_are_all_told (void)
{
  static const char *const xml = HOUSE "\n<use item=\"CN-CLM-17\"/>\n"
                                       "<use item=\"CN-CLM-005\" severity=\"eror\"/>\n"
                                       "<from items=\"cn-titel\"/>\n</checklist>";
  g_autofree char *path = g_build_filename (g_getenv ("CLAIMSMITH_DATA_DIR"), "lint.xml", NULL);
  g_autoptr (CsChecklist) checklist = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) errors = NULL;

  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  errors = cs_checklist_lint (path, &checklist, &error);
  g_unlink (path);

  g_assert_no_error (error);
  g_assert_null (checklist);
  g_assert_cmpuint (errors->len, ==, 3);
  g_assert_cmpstr (((GError *)errors->pdata[0])->message, ==,
                   "line 2: unknown item \"CN-CLM-17\"; did you mean \"CN-CLM-017\"?");
  g_assert_nonnull (strstr (((GError *)errors->pdata[1])->message, "did you mean \"error\"?"));
  g_assert_nonnull (strstr (((GError *)errors->pdata[2])->message, "did you mean \"cn-title\"?"));
}

static void
test_a_users_list_stands_for_ours (void)
{
  static const char *const xml =
      "<checklist id=\"agency\" base=\"us\" default=\"yes\" edition=\"2026-01-01\">"
      "<title>t</title></checklist>";
  g_autofree char *folder = g_build_filename (g_getenv ("CLAIMSMITH_DATA_DIR"), "checklists", NULL);
  g_autofree char *path = g_build_filename (folder, "agency.xml", NULL);
  g_autoptr (CsRequest) request = cs_request_new ();
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  request->office = CS_OFFICE_US;
  request->type = CS_TYPE_INVENTION;
  before = cs_checklist_list_for (request);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  after = cs_checklist_list_for (request);
  g_unlink (path);

  g_assert_cmpstr (before[0], ==, "us");
  g_assert_cmpstr (after[0], ==, "agency");
  g_assert_null (after[1]);
}

static void
test_an_unknown_id (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_checklist_load ("cn-inventon", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "did you mean \"cn-invention\"?"));
}

static void
test_shipped_lists_load (void)
{
  static const char *const ids[] = { "cn-invention", "us", "ep", "pct" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsChecklist) checklist = cs_checklist_load (ids[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (checklist->id, ==, ids[i]);
      g_assert_cmpuint (checklist->items->len, >, 2);
    }
}

static void
assert_words (const char *kind, const char *key)
{
  if (cs_messages_has (kind, key, "zh") && cs_messages_has (kind, key, "en"))
    return;

  g_test_message ("%s \"%s\" has no words in Chinese and English", kind, key);
  g_test_fail ();
}

static void
test_every_rule_has_words (void)
{
  guint n_checks;
  const CsCheck *checks = cs_check_get_all (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    for (guint k = 0; checks[i].rules[k] != NULL; k++)
      {
        g_autofree char *key = g_strconcat (checks[i].name, "/", checks[i].rules[k], NULL);

        assert_words ("message", key);
      }
}

static void
test_every_name_in_a_report_has_words (void)
{
  static const char *const classes[] = { "not-accepted", "refusal-and-invalidity", "refusal",
                                         "form-invention", "form-utility-model", "right-lost",
                                         "objection", "rejection", "fee" };
  static const char *const reasons[] = { "no-checklist", "reference", "language",
                                         "not-this-type", "not-this-route" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    assert_words ("consequence", classes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    assert_words ("reason", reasons[i]);
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    assert_words ("severity", cs_severity_get_name (i));
  for (guint i = CS_BASIS_VERIFIED_2ND; i <= CS_BASIS_UNVERIFIED; i++)
    assert_words ("status", cs_basis_status_get_name (i));
  for (guint i = 0; i < CS_N_PARTS; i++)
    assert_words ("word", cs_part_get_name (i));
}

static void
test_limits_are_dated (void)
{
  static const char data[] = "[a.max@2024-01-01]\nvalue=10\n[a.max@2026-01-01]\nvalue=20\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLimitTable) table = cs_limit_table_new (data, strlen (data), &error);
  g_autoptr (CsLimitTable) broken = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (cs_limit_table_find (table, "a.max", "2025-12-31")->value, ==, 10);
  g_assert_cmpuint (cs_limit_table_find (table, "a.max", "2026-01-01")->value, ==, 20);
  g_assert_cmpuint (cs_limit_table_find (table, "a.max", "2020-01-01")->value, ==, 10);
  g_assert_null (cs_limit_table_find (table, "a.min", "2026-01-01"));

  broken = cs_limit_table_new ("[a.max]\nvalue=1\n", strlen ("[a.max]\nvalue=1\n"), &error);
  g_assert_null (broken);
  g_assert_error (error, CS_ERROR, CS_ERROR_CHECKLIST);
}

static void
test_citations (void)
{
  CsLegalBasis rules = { .law = cs_law_find ("rules"),
                         .places = {
                             [CS_LAW_ARTICLE] = (char *)"25", [CS_LAW_PARAGRAPH] = (char *)"2" } };
  CsLegalBasis guidelines = { .law = cs_law_find ("guidelines"),
                              .places = { [CS_LAW_PART] = (char *)"2",
                                          [CS_LAW_CHAPTER] = (char *)"10",
                                          [CS_LAW_SECTION] = (char *)"3.2.2" } };
  g_autofree char *one = cs_legal_basis_dup_citation (&rules, "zh");
  g_autofree char *two = cs_legal_basis_dup_citation (&guidelines, "zh");
  g_autofree char *three = cs_legal_basis_dup_citation (&rules, "en");

  g_assert_cmpstr (one, ==, "专利法实施细则第25条第2款");
  g_assert_cmpstr (two, ==, "专利审查指南第二部分第十章第3.2.2节");
  g_assert_cmpstr (three, ==, "Implementing Regulations (CN) R. 25(2)");
}

static void
test_nearest_names (void)
{
  static const char *const known[] = { "self", "forward", "missing", NULL };

  g_assert_cmpstr (cs_nearest_name ("slef", known), ==, "self");
  g_assert_cmpstr (cs_nearest_name ("misssing", known), ==, "missing");
  g_assert_null (cs_nearest_name ("zzzzzzzz", known));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/checklist/refuses/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/checklist/refuses/an-item-twice", test_an_item_twice);
  g_test_add_func ("/checklist/item", test_what_an_item_holds);
  g_test_add_func ("/checklist/example/draft", test_an_example_is_a_draft_with_marks);
  g_test_add_func ("/checklist/example/marks", test_an_example_wants_exactly_its_marks);
  g_test_add_func ("/checklist/user-file", test_a_user_file_goes_before_ours);
  g_test_add_func ("/checklist/user-changes", test_a_user_changes_our_list);
  g_test_add_func ("/checklist/user-mistakes", test_a_users_mistakes_are_all_told);
  g_test_add_func ("/checklist/user-stands-for", test_a_users_list_stands_for_ours);
  g_test_add_func ("/checklist/unknown-id", test_an_unknown_id);
  g_test_add_func ("/checklist/shipped", test_shipped_lists_load);
  g_test_add_func ("/messages/rules", test_every_rule_has_words);
  g_test_add_func ("/messages/names", test_every_name_in_a_report_has_words);
  g_test_add_func ("/law/limits", test_limits_are_dated);
  g_test_add_func ("/law/citations", test_citations);
  g_test_add_func ("/law/nearest", test_nearest_names);

  return g_test_run ();
}
