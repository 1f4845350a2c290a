/* The dialects of CNIPA's publications, of USPTO before 2005, and ST.36. */

#include "offices.h"

static void
test_cnipa_sheet (void)
{
  g_autoptr (GPtrArray) all = read_seed ("cnipa-publication.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "CN999999999U");
  g_assert_cmpstr (draft->format, ==, "cnipa-publication");
  g_assert_true (draft->complete);
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_CN);
  g_assert_cmpint (draft->request->type, ==, CS_TYPE_UTILITY_MODEL);
  g_assert_cmpint (draft->request->route, ==, CS_ROUTE_PARIS);
  g_assert_cmpstr (draft->request->filing_date, ==, "20230103");
  g_assert_cmpstr (draft->request->agency, ==, "某某事务所");
  g_assert_cmpstr (draft->request->abstract_figure, ==, "");
  assert_names (draft->request->applicants, "某某公司");
  assert_names (draft->request->inventors, "张三");
  assert_names (draft->request->classes, "G01G 19/00");
  assert_priority (draft, 0, "JP 2022-000001 20220104");
}

static void
test_cnipa_text (void)
{
  g_autoptr (GPtrArray) all = read_seed ("cnipa-publication.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_TITLE), ==, 1);
  assert_unit (draft, CS_PART_TITLE, 0, 0, "一种称量装置");
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "一种称量装置，包括壳体。");
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 2,
               "本实用新型涉及称量，浓度为10-7mol，“" CS_OBJECT_CHARACTER "”形，" CS_OBJECT_CHARACTER
               "。");
  assert_runs (draft, CS_PART_DESCRIPTION, CS_RUN_SUP, "-7");
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "一种称量装置，其特征在于，包括，\n壳体；\nH2O。");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "如权利要求1所述的称量装置，其特征在于，还包括盖。");
  assert_runs (draft, CS_PART_CLAIMS, CS_RUN_SUB, "2");
  g_assert_cmpuint (draft->figures->len, ==, 1);
  g_assert_cmpstr (g_array_index (draft->figures, CsFigure, 0).label, ==, "图1");
  g_assert_cmpuint (draft->notes->len, ==, 0);
}

/* The source of an object stands alone: prefixes declared outside it are declared in it. */
static void
test_prefixes_of_objects (void)
{
  g_autoptr (GPtrArray) all = read_seed ("cnipa-publication.xml", NULL);
  guint n_objects;
  const CsInlineObject *objects =
      cs_text_get_objects (draft_at (all, 0)->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 2);
  g_assert_cmpstr (objects[0].preview, ==, "b.TIF");
  g_assert_cmpint (objects[1].kind, ==, CS_OBJECT_FORMULA);
  g_assert_cmpstr (objects[1].payload, ==,
                   "<base:Maths xmlns:base=\"http://www.sipo.gov.cn/XMLSchema/base\" num=\"1\">"
                   "<m:math xmlns:m=\"http://www.w3.org/1998/Math/MathML\"><m:mi>x</m:mi>"
                   "<m:mo>=</m:mo></m:math></base:Maths>");
}

static void
test_grant_sheet (void)
{
  g_autoptr (GPtrArray) all = read_seed ("patdoc.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "US06999999B1");
  g_assert_cmpstr (draft->format, ==, "uspto-2001");
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_US);
  g_assert_cmpint (draft->request->route, ==, CS_ROUTE_PARIS);
  g_assert_cmpstr (draft->request->filing_date, ==, "20010304");
  assert_names (draft->request->applicants, "Scales Inc.");
  assert_names (draft->request->inventors, "Ann Other");
  assert_names (draft->request->classes, "G01G 19/00");
  assert_priority (draft, 0, "JP 2000-1 20000304");
}

static void
test_grant_text (void)
{
  g_autoptr (GPtrArray) all = read_seed ("patdoc.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  assert_unit (draft, CS_PART_TITLE, 0, 0, "Scale for CO2");
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "A scale.");
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0,
               "See FIG. 1, αj and 10−3: " CS_OBJECT_CHARACTER);
  assert_runs (draft, CS_PART_DESCRIPTION, CS_RUN_SUB, "j ");
  assert_runs (draft, CS_PART_DESCRIPTION, CS_RUN_SUP, "−3");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "A scale comprising:\na bowl; and\ny=x2.");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "The scale according to claim 1 with a lid.");
  g_assert_cmpuint (draft->figures->len, ==, 1); /* the front page's is a copy */
  g_assert_cmpuint (draft->notes->len, ==, 0);
}

static void
test_application_sheet (void)
{
  g_autoptr (GPtrArray) all = read_seed ("pap.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "US20010000001A1");
  g_assert_cmpstr (draft->format, ==, "uspto-2001");
  g_assert_cmpint (draft->request->route, ==, CS_ROUTE_DIVISIONAL);
  g_assert_cmpstr (draft->request->filing_date, ==, "20000102");
  g_assert_cmpstr (draft->request->agency, ==, "FIRM LLP");
  assert_names (draft->request->inventors, "Ann Other");
  assert_names (draft->request->classes, "G01G 19/00");
  assert_priority (draft, 0, "GB 9900001.1 19990101");
}

static void
test_application_text (void)
{
  g_autoptr (GPtrArray) all = read_seed ("pap.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  assert_unit (draft, CS_PART_TITLE, 0, 0, "Scale");
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1,
               "A scale for ZnSO4 solutions: " CS_OBJECT_CHARACTER);
  assert_runs (draft, CS_PART_DESCRIPTION, CS_RUN_SUB, "4 ");
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "A scale comprising:\na bowl.");
  /* What is quoted of claim 1 stands in a claim-text and yet within the sentence. */
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "The scale as claimed in claim 1 with 103 lids.");
  assert_runs (draft, CS_PART_CLAIMS, CS_RUN_SUP, "3");
  g_assert_cmpuint (draft->figures->len, ==, 1);
  g_assert_cmpuint (draft->notes->len, ==, 0);
}

static void
test_st36 (void)
{
  g_autoptr (GPtrArray) all = read_seed ("st36.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "EP1000000A1");
  g_assert_cmpstr (draft->format, ==, "st36");
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_EP);
  assert_names (draft->request->applicants, "SCALES LTD");
  assert_unit (draft, CS_PART_TITLE, 0, 0, "Scale");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_ABSTRACT), ==, 1);
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "A scale.");
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1, "A scale of H2O.");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "The scale of claim 1.");
  assert_note (draft, "other-version", "abstract (de)");
}

static void
test_international_application (void)
{
  g_autoptr (GPtrArray) all = read_seed ("wo.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_PCT);
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "A scale.");
  /* A page that is only there as a picture is one in the text. */
  assert_unit (draft, CS_PART_DESCRIPTION, 0, 0, CS_OBJECT_CHARACTER);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "A scale.");
  assert_note (draft, "dropped-object", "cl1.tif");
  g_assert_cmpuint (draft->figures->len, ==, 1);
}

static void
test_chinese_st36 (void)
{
  g_autoptr (GPtrArray) all = read_seed ("cn-patent-document.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "CN100000001C");
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_CN);
  assert_unit (draft, CS_PART_TITLE, 0, 0, "一种收割机");
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 2, "本发明涉及收割机。");
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "一种收割机，其特征在于，包括刀。");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/offices/cnipa-sheet", test_cnipa_sheet);
  g_test_add_func ("/formats/offices/cnipa-text", test_cnipa_text);
  g_test_add_func ("/formats/offices/prefixes-of-objects", test_prefixes_of_objects);
  g_test_add_func ("/formats/offices/grant-sheet", test_grant_sheet);
  g_test_add_func ("/formats/offices/grant-text", test_grant_text);
  g_test_add_func ("/formats/offices/application-sheet", test_application_sheet);
  g_test_add_func ("/formats/offices/application-text", test_application_text);
  g_test_add_func ("/formats/offices/st36", test_st36);
  g_test_add_func ("/formats/offices/international-application", test_international_application);
  g_test_add_func ("/formats/offices/chinese-st36", test_chinese_st36);

  return g_test_run ();
}
