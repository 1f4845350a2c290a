#include "../../src/service/library/cs-family-list.h"
#include "../../src/service/library/cs-intake.h"
#include "../test-ends.h"


/* Files into the library, and families out of it, as a window has them. */

#define PATIENCE_US (20 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

static const char table[] =
    "Publication Number,Title,Abstract,Applicants,Publication Date,Application Number\n"
    "US2020111111A1,Flexible diaphragm,A flexible diaphragm divides a chamber,Beichuan,2020-04-09,"
    "US201916111111A\n"
    "CN110000001A,流体计量装置,柔性隔膜分隔腔室,北川流体,2019-07-12,CN201810000001A\n"
    "EP3500000A1,Metering cartridge,A cartridge with a valve,Lumen,2019-06-26,EP17000001A\n";

typedef struct
{
  char *folder;
  char *file;
  CsLibraryService *service;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "export.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->file, table, -1, NULL));
  fixture->service = cs_library_service_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_object_end (fixture->service);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
}

static CsLibraryRun *
take_in (Fixture *fixture)
{
  const CsIntake intake = { .label = "export.csv", .today = { 2026, 11, 23 } };
  const char *const paths[] = { fixture->file, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (fixture->folder, &error);
  CsLibraryRun *run;

  g_assert_no_error (error);
  run = cs_intake_files (&intake, library, paths, NULL, &error);
  g_assert_no_error (error);

  return run;
}

static void
wait_until (gboolean (*done) (CsFamilyList *list), CsFamilyList *list)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (!done (list) && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (done (list));
}

static gboolean
is_quiet (CsFamilyList *list)
{
  gboolean searching;

  g_object_get (list, "searching", &searching, NULL);

  return !searching;
}

static gboolean
has_facets (CsFamilyList *list)
{
  g_autoptr (GPtrArray) facets = NULL;

  g_object_get (list, "facets", &facets, NULL);

  return facets != NULL;
}

static gboolean
is_first_loaded (CsFamilyList *list)
{
  g_autoptr (CsFamilyItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return item != NULL && cs_family_item_get_row (item) != NULL;
}

static guint
count (CsFamilyList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* --- tests --- */

static void
test_no_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsFamilyList) list = cs_family_list_new (fixture->service);
  g_autofree char *error = NULL;
  gboolean empty;

  wait_until (is_quiet, list);
  g_object_get (list, "empty", &empty, "error", &error, NULL);
  g_assert_true (empty);
  g_assert_null (error);
  g_assert_cmpuint (count (list), ==, 0);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  CsLibraryRun *first = take_in (fixture);
  CsLibraryRun *second = take_in (fixture);

  g_assert_cmpuint (first->n_added, ==, 3);
  g_assert_cmpuint (first->n_faults, ==, 0);
  g_assert_cmpuint (second->n_added + second->n_changed + second->n_same, ==, 0);
  cs_library_run_free (first);
  cs_library_run_free (second);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsFamilyList) list = NULL;
  g_autoptr (CsFamilyItem) item = NULL;
  g_autoptr (CsQuery) query = NULL;

  cs_library_run_free (take_in (fixture));
  list = cs_family_list_new (fixture->service);
  wait_until (is_quiet, list);
  g_assert_cmpuint (count (list), ==, 3);

  cs_family_list_search (list, "隔膜");
  wait_until (is_quiet, list);
  g_assert_cmpuint (count (list), ==, 1);
  wait_until (is_first_loaded, list);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (cs_family_item_get_row (item)->title, ==, "流体计量装置");
  g_assert_cmpstr (cs_family_item_get_row (item)->offices, ==, "CN");

  cs_family_list_search (list, "ti=(diaphragm"); /* what was found stays */
  wait_until (is_quiet, list);
  g_object_get (list, "query", &query, NULL);
  g_assert_nonnull (query->fault.message);
  g_assert_cmpuint (count (list), ==, 1);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const CsFacetValue chinese = { CS_FACET_OFFICE, (char *)"CN" };
  const CsFacetValue european = { CS_FACET_OFFICE, (char *)"EP" };
  g_autoptr (CsFamilyList) list = NULL;

  cs_library_run_free (take_in (fixture));
  list = cs_family_list_new (fixture->service);
  wait_until (has_facets, list);
  cs_family_list_set_filter (list, &chinese, TRUE);
  cs_family_list_set_filter (list, &european, TRUE);
  wait_until (is_quiet, list);
  g_assert_cmpuint (count (list), ==, 2);
  g_assert_true (cs_family_list_has_filter (list, CS_FACET_OFFICE, "CN"));

  cs_family_list_clear_filters (list);
  wait_until (is_quiet, list);
  g_assert_cmpuint (count (list), ==, 3);
}

/* An import by another connection is seen when it is told of. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsFamilyList) list = cs_family_list_new (fixture->service);

  wait_until (is_quiet, list);
  cs_library_run_free (take_in (fixture));
  cs_library_service_note_change (fixture->service);
  wait_until (is_quiet, list);
  g_assert_cmpuint (count (list), ==, 3);
}

static void
on_changed (gboolean *is_changed)
{
  *is_changed = TRUE;
}

/* What has come to its end by a day is told of; without a library none is made. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);
  g_autoptr (CsFamilyList) list = NULL;
  gboolean is_changed = FALSE;
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  g_signal_connect_swapped (fixture->service, "changed", G_CALLBACK (on_changed), &is_changed);
  cs_library_service_pass_time (fixture->service, (CsOfficeDate){ 2026, 11, 23 });
  list = cs_family_list_new (fixture->service);
  wait_until (is_quiet, list);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  cs_library_run_free (take_in (fixture));
  cs_library_service_pass_time (fixture->service, (CsOfficeDate){ 2060, 1, 1 });
  while (!is_changed && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_changed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/library-service/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("no-library", test_no_library);
  ADD ("twice", test_twice);
  ADD ("search", test_search);
  ADD ("filter", test_filter);
  ADD ("follows", test_follows);
  ADD ("time", test_time);
#undef ADD

  return g_test_run ();
}
