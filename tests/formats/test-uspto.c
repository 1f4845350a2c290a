#include <string.h>

#include "../../src/base/cs-error.h"
#include "read-all.h"

/* Five XML documents in one file: a grant, a sequence listing, a broken design, an application. */
static void
test_weekly_file (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (draft_at (all, 0)->id, ==, "US09999999B2");
  g_assert_error (kept_at (all, 1)->error, CS_ERROR, CS_ERROR_SYNTAX);
  g_assert_cmpstr (draft_at (all, 2)->id, ==, "US20180000001A1");
  g_assert_cmpuint (draft_at (all, 2)->index, ==, 2);
}

static void
test_error_has_line_of_the_file (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const GError *error = kept_at (all, 1)->error;

  g_assert_cmpuint (cs_error_get_line (error), ==, 55);
  g_assert_cmpstr (error->message, ==, "broken XML: \"p\" is ended by \"b\"");
}

static void
test_sheet (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const CsRequest *request = draft_at (all, 0)->request;
  const CsPriorityClaim *priority = &g_array_index (request->priorities, CsPriorityClaim, 0);

  g_assert_cmpint (request->office, ==, CS_OFFICE_US);
  g_assert_cmpint (request->type, ==, CS_TYPE_INVENTION);
  g_assert_cmpint (request->route, ==, CS_ROUTE_PARIS);
  g_assert_cmpstr (request->applicants[0], ==, "Scales & Sons");
  g_assert_cmpstr (request->inventors[0], ==, "Ming Li");
  g_assert_cmpstr (request->classes[0], ==, "G01G 19/00");
  g_assert_cmpstr (request->filing_date, ==, "20100901");
  g_assert_cmpuint (request->priorities->len, ==, 1);
  g_assert_cmpstr (priority->country, ==, "CN");
  g_assert_cmpstr (priority->number, ==, "200910000001.2");
}

static void
test_older_sheet (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const CsRequest *request = draft_at (all, 2)->request;

  g_assert_cmpint (request->route, ==, CS_ROUTE_DIVISIONAL);
  g_assert_cmpstr (request->applicants[0], ==, "Fang Wang");
  g_assert_cmpstr (request->inventors[0], ==, "Fang Wang");
}

static void
test_claims (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const CsDraft *draft = draft_at (all, 0);
  const CsText *claims = draft->texts[CS_PART_CLAIMS];
  const CsRun *runs;
  guint n_runs;

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1,
               "A weighing device comprising:\na housing (10); and\n"
               "a sensor, wherein x is 10-7.");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2,
               "The device of claim 1, further comprising a lid.");

  /* The number in bold is no run of the claim's text. */
  runs = cs_text_get_runs (claims, &n_runs);
  g_assert_cmpuint (n_runs, ==, 3);
  g_assert_cmpint (runs[0].style, ==, CS_RUN_BOLD);
  g_assert_true (g_str_has_prefix (cs_text_get_string (claims) + runs[0].start, "10);"));
  g_assert_cmpint (runs[1].style, ==, CS_RUN_ITALIC);
  g_assert_cmpint (runs[2].style, ==, CS_RUN_SUP);
}

static void
test_cancelled_claims (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const CsDraft *draft = draft_at (all, 2);

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 3);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "(canceled)");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "");
  assert_unit (draft, CS_PART_CLAIMS, 2, 3, "A lid.");
}

static void
test_description (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const CsDraft *draft = draft_at (all, 0);
  const CsInlineObject *objects;
  guint n_objects;

  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "A weighing device.");
  assert_unit (draft, CS_PART_DESCRIPTION, 0, 0, "FIELD");
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1,
               "See FIG. 1 [left]: 10\xe2\x88\x92"
               "7 β " CS_OBJECT_CHARACTER ".\nfirst\nsecond");
  assert_unit (draft, CS_PART_DESCRIPTION, 2, 2, CS_OBJECT_CHARACTER);

  objects = cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);
  g_assert_cmpuint (n_objects, ==, 2);
  g_assert_cmpint (objects[0].kind, ==, CS_OBJECT_IMAGE);
  g_assert_cmpstr (objects[0].preview, ==, "P1.TIF");
  g_assert_cmpint (objects[1].kind, ==, CS_OBJECT_TABLE);
  g_assert_nonnull (strstr (objects[1].payload, "<entry>a &lt; b</entry>"));
}

static void
test_drawings_without_front_page (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("weekly.xml");
  const CsDraft *draft = draft_at (all, 0);
  const CsFigure *figure = &g_array_index (draft->figures, CsFigure, 0);

  g_assert_cmpuint (draft->figures->len, ==, 1);
  g_assert_cmpstr (figure->file, ==, "D00001.TIF");
  g_assert_cmpfloat (figure->width_mm, ==, 140.89);
}

static void
test_elements_in_odd_places (void)
{
  static const char xml[] = "<us-patent-grant><abstract>loose <p>a</p><tables/></abstract>"
                            "<us-math><img file='m.tif'/></us-math>"
                            "<claims>lost<claim><claim-text>1. A <p>lid</p> of "
                            "x<sub2>1</sub2>.</claim-text></claim></claims></us-patent-grant>";
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (draft->figures->len, ==, 0);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_ABSTRACT), ==, 3);
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "loose");
  assert_unit (draft, CS_PART_ABSTRACT, 1, 0, "a");
  assert_unit (draft, CS_PART_ABSTRACT, 2, 0, CS_OBJECT_CHARACTER);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 1);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "A lid of x1.");
  g_assert_cmpuint (count_notes (draft, "dropped-object"), ==, 1);
}

/* Documents are cut out of the stream wherever the chunks of reading end. */
static void
test_documents_across_chunks (void)
{
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append (file, "<?xml version=\"1.0\"?>\n<us-patent-grant><abstract><p>a");
      g_string_append_printf (file, "%.*s</p></abstract></us-patent-grant>\n", i % 61,
                              "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
    }
  all = read_all_bytes (file->str, file->len);

  g_assert_cmpuint (all->len, ==, 3000);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpuint (cs_text_get_n_bytes (draft_at (all, i)->texts[CS_PART_ABSTRACT]), ==,
                      1 + i % 61);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/uspto/weekly-file", test_weekly_file);
  g_test_add_func ("/formats/uspto/line-of-error", test_error_has_line_of_the_file);
  g_test_add_func ("/formats/uspto/sheet", test_sheet);
  g_test_add_func ("/formats/uspto/older-sheet", test_older_sheet);
  g_test_add_func ("/formats/uspto/claims", test_claims);
  g_test_add_func ("/formats/uspto/cancelled-claims", test_cancelled_claims);
  g_test_add_func ("/formats/uspto/description", test_description);
  g_test_add_func ("/formats/uspto/drawings", test_drawings_without_front_page);
  g_test_add_func ("/formats/uspto/odd-places", test_elements_in_odd_places);
  g_test_add_func ("/formats/uspto/chunks", test_documents_across_chunks);

  return g_test_run ();
}
