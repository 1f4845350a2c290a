#include "../../src/service/library/cs-family-export.h"

#include <string.h>


#include "../../src/service/library/cs-intake.h"
#include "../test-ends.h"

/* Families into files, as a window asks for them. */

#define PATIENCE_US (20 * G_USEC_PER_SEC) /* of a test that would hang otherwise */
#define N_ROWS 60

typedef struct
{
  char *folder;
  char *path; /* of what is exported */
  GFile *file;
  CsLibraryService *service;

  gboolean is_done;
  gboolean written;
  GError *error;
  guint n_told;
  guint total;
} Fixture;

static void
fill_library (const char *folder)
{
  const CsIntake intake = { .label = "in.csv", .today = { 2026, 11, 23 } };
  g_autofree char *path = g_build_filename (folder, "in.csv", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GString) table = g_string_new ("Publication Number,Title,Applicants\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (folder, &error);
  CsLibraryRun *run;

  for (guint i = 1; i <= N_ROWS; i++)
    g_string_append_printf (table, "US2020%06uA1,Device %u,Owner\n", i, i);
  g_assert_true (g_file_set_contents (path, table->str, -1, NULL));
  run = cs_intake_files (&intake, library, paths, NULL, &error);
  g_assert_no_error (error);
  cs_library_run_free (run);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->service = cs_library_service_new (fixture->folder);
  fill_library (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_object_end (fixture->service);
  test_folder_remove (fixture->folder);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* --- an export --- */

static void
on_progress (guint done, guint total, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_false (fixture->is_done);
  fixture->n_told++;
  fixture->total = total;
}

static void
on_done (GObject *service, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->written =
      cs_family_export_finish (CS_LIBRARY_SERVICE (service), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void export(Fixture *fixture, const CsFamilyExport *what, GCancellable *cancellable)
{
  const CsFamilyExportCall call = { fixture->file, on_progress, on_done, fixture };
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  fixture->is_done = FALSE;
  cs_family_export_async (fixture->service, what, &call, cancellable);
  while (!fixture->is_done && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (fixture->is_done);
}

static guint
count_lines (const Fixture *fixture)
{
  g_autofree char *text = NULL;
  guint n_lines = 0;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  for (const char *at = text; (at = strchr (at, '\n')) != NULL; at++)
    n_lines++;

  return n_lines;
}

static guint
count_files (const Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

/* --- tests --- */

static void
test_all (Fixture *fixture, gconstpointer data)
{
  const CsFamilyExport what = { .format = CS_LIST_CSV };

  export(fixture, &what, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->written);
  g_assert_cmpuint (count_lines (fixture), ==, N_ROWS + 1);
  g_assert_cmpuint (fixture->n_told, >, 0);
  g_assert_cmpuint (fixture->total, ==, N_ROWS);
}

/* What a window has found and filtered is told by ids: of none, none. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { 3, 1, 4711 };
  CsFamilyExport what = { .format = CS_LIST_CSV, .families = ids, .n_families = 3 };

  export(fixture, &what, NULL);
  g_assert_true (fixture->written);
  g_assert_cmpuint (count_lines (fixture), ==, 3); /* there is no family 4711 */
  what.n_families = 0;
  export(fixture, &what, NULL);
  g_assert_true (fixture->written);
  g_assert_cmpuint (count_lines (fixture), ==, 1);
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const CsFamilyExport what = { .format = CS_LIST_XLSX };
  guint n_files = count_files (fixture);

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  export(fixture, &what, cancellable);
  g_assert_false (fixture->written);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, n_files + 1);
  g_assert_cmpuint (count_lines (fixture), ==, 0);
}

/* --- given up on the way --- */

static void
cancel_third (guint64 done, guint64 total, gpointer data)
{
  if (done == 3)
    g_cancellable_cancel (data);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (fixture->folder, &error);
  g_autoptr (CsSearcher) searcher = cs_searcher_new (library, &error);
  guint n_files = count_files (fixture);

  for (guint format = 0; format <= CS_N_LIST_FORMATS; format++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      const CsLibraryWork work = { cancellable, cancel_third, cancellable };
      const CsFamilyExport what = { .is_report = format == CS_N_LIST_FORMATS,
                                    .format = format % CS_N_LIST_FORMATS };

      g_assert_false (
          cs_family_export_write (&what, library, searcher, fixture->path, &work, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_cmpuint (count_files (fixture), ==, n_files);
    }
}

static void
test_not_here (Fixture *fixture, gconstpointer data)
{
  const CsFamilyExport what = { .format = CS_LIST_CSV };

  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_uri ("http://example.com/list.csv");
  export(fixture, &what, NULL);
  g_assert_false (fixture->written);
  g_assert_nonnull (fixture->error);
}

#define ADD(name, test) \
  g_test_add ("/service/family-export/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_all);
  ADD ("chosen", test_chosen);
  ADD ("given-up", test_given_up);
  ADD ("stopped", test_stopped);
  ADD ("not-here", test_not_here);

  return g_test_run ();
}
