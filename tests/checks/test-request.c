#include <string.h>

#include <glib/gstdio.h>

#include "../../src/draft/cs-draft-builder.h"
#include "../../src/exam/cs-exam.h"
#include "../../src/law/cs-country.h"
#include "../../src/law/cs-identity-number.h"
#include "../../src/law/cs-period.h"

/* What the filing sheet says, held against numbers, days and the files of centres. */

/* --- periods, numbers, countries --- */

static void
test_period (void)
{
  static const struct
  {
    const char *from;
    guint months;
    const char *last;
  } cases[] = {
    { "2024-06-03", 12, "2025-06-03" },
    { "2024-06-01", 12, "2025-06-02" }, /* a Sunday */
    { "2024-01-31", 1, "2024-02-29" },
    { "2023-08-31", 6, "2024-02-29" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2025-01-15", 2, "2025-03-17" }, /* a Saturday */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate from, last;
      char text[11];

      g_date_clear (&from, 1);
      g_date_set_parse (&from, cases[i].from);
      cs_period_end (&from, cases[i].months, &last);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &last);
      g_assert_cmpstr (text, ==, cases[i].last);
    }
}

/* The numbers are those that the standards give as examples, and slips in them. */
static void
test_numbers (void)
{
  g_assert_true (cs_identity_number_is_resident ("11010519491231002X"));
  g_assert_true (cs_identity_number_is_resident ("11010519491231002x"));
  g_assert_false (cs_identity_number_is_resident ("110105194912310021"));
  g_assert_false (cs_identity_number_is_resident ("11010519491321002X"));
  g_assert_false (cs_identity_number_is_resident ("1101051949123100"));
  g_assert_false (cs_identity_number_is_resident (""));
  g_assert_true (cs_identity_number_is_credit_code ("91350100M000100Y43"));
  g_assert_false (cs_identity_number_is_credit_code ("91350100M000100Y34"));
  g_assert_false (cs_identity_number_is_credit_code ("91350100O000100Y43"));
  g_assert_false (cs_identity_number_is_credit_code ("9135"));
}

static void
test_countries (void)
{
  g_assert_true (cs_country_is_known ("CN"));
  g_assert_true (cs_country_is_known ("ZW"));
  g_assert_true (cs_country_is_known ("WO"));
  g_assert_false (cs_country_is_known ("QQ"));
  g_assert_false (cs_country_is_known ("D "));
  g_assert_false (cs_country_is_known (" C"));
  g_assert_false (cs_country_is_known ("CHN"));
  g_assert_false (cs_country_is_known (""));
}

/* --- the check --- */

static CsDraft *
make_draft (const char *filed, const char *priority)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("test", 0, "text");
  CsRequest *request = cs_draft_builder_get_request (builder);
  CsPriorityClaim one = { g_strdup ("US"), g_strdup ("18/1"), g_strdup (priority) };
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  request->filing_date = g_strdup (filed);
  g_array_append_val (request->priorities, one);
  cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
  cs_text_builder_append (cs_draft_builder_get_text (builder, CS_PART_CLAIMS), "一种泵。", 12);
  cs_draft_builder_end_unit (builder, CS_PART_CLAIMS);
  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}

static CsExamResult *
examine (CsDraft *draft, const char *list)
{
  CsExamInputs inputs = { .as_of = "2026-01-01" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load (list, &error);
  CsExamResult *result;

  g_assert_no_error (error);
  result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static const CsFinding *
find_finding (const CsExamResult *result, const char *item)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      if (strcmp (finding->item->id, item) == 0)
        return finding;
    }

  return NULL;
}

static const CsItemResult *
find_item (const CsExamResult *result, const char *id)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      if (strcmp (item->item->id, id) == 0)
        return item;
    }
  g_assert_not_reached ();
}

/* Late by days it may have ended on a holiday; by more it cannot have. */
static void
test_holidays (void)
{
  static const struct
  {
    const char *filed;
    const char *rule;
    CsCertainty certainty;
  } cases[] = {
    { "2025-02-05", NULL, CS_CERTAINTY_CERTAIN },
    { "2025-02-07", "priority-restorable", CS_CERTAINTY_LIKELY },
    { "2025-03-03", "priority-restorable", CS_CERTAINTY_CERTAIN },
    { "2025-06-03", "priority-late", CS_CERTAINTY_CERTAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsDraft) draft = make_draft (cases[i].filed, "2024-02-05");
      g_autoptr (CsExamResult) result = examine (draft, "cn-invention");
      const CsFinding *finding = find_finding (result, "CN-FRM-006");

      g_assert_cmpstr (finding == NULL ? NULL : finding->report->rule, ==, cases[i].rule);
      if (finding != NULL)
        g_assert_cmpint (finding->report->certainty, ==, cases[i].certainty);
    }
}

/* Unknown is not no. */
static void
test_unknown (void)
{
  g_autoptr (CsDraft) draft = make_draft ("2025-02-05", "2024-02-05");
  g_autoptr (CsExamResult) result = examine (draft, "cn-invention");
  static const char *const items[] = { "CN-FRM-005", "CN-FRM-017", "CN-FRM-014A" };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const CsItemResult *item = find_item (result, items[i]);

      g_assert_cmpint (item->state, ==, CS_ITEM_NOT_RUN);
      g_assert_cmpstr (item->reason, ==, "not-told");
    }
}

/* --- centres --- */

#define PROOF "document=d\ndate=2026-01-01\nstatus=verified\n"
#define HEAD "[centre]\nname=n\n"

typedef struct
{
  const char *name;
  const char *text;
  const char *message; /* what is said of it */
} BadFile;

static const BadFile bad_files[] = {
  { "no-centre", "[classes]\n", "\"[centre]\" is needed" },
  { "no-form", HEAD "values\n", "line 3: " },
  { "no-name", "[centre]\nnmae=n\n", "line 2: unknown name \"nmae\"; did you mean \"name\"?" },
  { "group", HEAD "[clases]\n" PROOF, "line 3: unknown name \"clases\"; did you mean" },
  { "no-date", HEAD "[region]\nvalues=x;\ndocument=d\nstatus=verified\n", "line 3: \"date\"" },
  { "date", HEAD "[region]\nvalues=x;\ndocument=d\nstatus=verified\ndate=2026-02-30\n",
    "line 7: \"2026-02-30\" is not a day" },
  { "status", HEAD "[region]\nvalues=x;\ndocument=d\ndate=2026-01-01\nstatus=verifed\n",
    "line 7: unknown name \"verifed\"; did you mean \"verified\"?" },
  { "class", HEAD "[classes]\nvalues=B29C;b29;\nlist=complete\n" PROOF, "line 4: \"b29\"" },
  { "count", HEAD "[classes]\nvalues=B29C;\nlist=complete\ncount=2\n" PROOF, "line 6: " },
  { "tick", HEAD "[ticks]\nvalues=examnation;\n" PROOF, "line 4: \"examnation\"" },
  { "route", HEAD "[excluded]\nvalues=by-air;\n" PROOF, "line 4: \"by-air\"" },
  { "days", HEAD "[reply]\nvalues=ten;\nunit=days\n" PROOF, "line 4: \"ten\"" },
  { "unit", HEAD "[reply]\nvalues=10;\nunit=weeks\n" PROOF, "line 5: unknown name \"weeks\"" },
};

static void
test_bad_file (gconstpointer data)
{
  const BadFile *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCentre) centre = cs_centre_new ("x", test->text, strlen (test->text), &error);

  g_assert_null (centre);
  g_assert_nonnull (error);
  if (strstr (error->message, test->message) == NULL)
    g_error ("\"%s\" is not in \"%s\"", test->message, error->message);
}

static void
test_shipped_centres (void)
{
  g_auto (GStrv) ids = cs_centre_list ();

  g_assert_cmpuint (g_strv_length (ids), >=, 8);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsCentre) centre = cs_centre_load (ids[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (centre->name_en);
    }
}

/* A file of the user takes the place of ours, and one with a mistake is said to have it. */
static void
test_own_centre (void)
{
  static const char *const own =
      HEAD "[classes]\nvalues=F04D;\nlist=complete\n" PROOF;
  g_autofree char *folder = g_build_filename (g_getenv ("CLAIMSMITH_DATA_DIR"), "centres", NULL);
  g_autofree char *path = g_build_filename (folder, "zhejiang.ini", NULL);
  g_autoptr (CsDraft) draft = make_draft (NULL, "2025-05-05");
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (CsExamResult) broken = NULL;

  g_strfreev (draft->request->classes);
  draft->request->classes = g_strsplit ("A61M 5/142", ";", -1);
  cs_request_set_fact (draft->request, CS_FACT_CENTRE, "zhejiang");
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  g_assert_true (g_file_set_contents (path, own, -1, NULL));
  result = examine (draft, "cn-preexam");
  g_assert_cmpstr (find_finding (result, "CN-PRE-003")->report->rule, ==, "class-not-listed");

  g_assert_true (g_file_set_contents (path, "[centre]\nname\n", -1, NULL));
  broken = examine (draft, "cn-preexam");
  g_assert_cmpstr (find_finding (broken, "CN-PRE-000")->report->rule, ==, "bad-file");
  g_assert_null (find_finding (broken, "CN-PRE-003"));
  g_assert_cmpstr (find_item (broken, "CN-PRE-003")->reason, ==, "no-centre-file");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("cs-request-XXXXXX", NULL);
  int status;

  g_setenv ("CLAIMSMITH_DATA_DIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request/period", test_period);
  g_test_add_func ("/request/numbers", test_numbers);
  g_test_add_func ("/request/countries", test_countries);
  g_test_add_func ("/request/holidays", test_holidays);
  g_test_add_func ("/request/unknown", test_unknown);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strconcat ("/centre/bad-file/", bad_files[i].name, NULL);

      g_test_add_data_func (path, &bad_files[i], test_bad_file);
    }
  g_test_add_func ("/centre/shipped", test_shipped_centres);
  g_test_add_func ("/centre/own", test_own_centre);
  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
