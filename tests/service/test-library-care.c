
#include "../../src/service/library/cs-library-care.h"
#include "../../src/service/library/cs-sample-library.h"
#include "../test-ends.h"

/* Looking after a library: what there is, copies, check, repair. */

#define PATIENCE_US (60 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

typedef struct
{
  char *folder;
  char *copy;
  CsLibraryService *service;
  CsLibraryCare *care;

  /* what the last deed came to */
  gboolean has_ended;
  GError *error;
  char **problems;
} Fixture;

static void
on_ended (CsLibraryCare *care,
          guint deed,
          const GError *error,
          char *const *problems,
          Fixture *fixture)
{
  fixture->has_ended = TRUE;
  fixture->error = error == NULL ? NULL : g_error_copy (error);
  fixture->problems = g_strdupv ((char **)problems);
}

static void
add_samples (Fixture *fixture)
{
  const CsIntake intake = { .today = { 2026, 11, 23 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (fixture->folder, &error);
  CsLibraryRun *run;

  g_assert_no_error (error);
  run = cs_sample_library_add (&intake, library, NULL, &error);
  g_assert_no_error (error);
  cs_library_run_free (run);
}

static void
set_up (Fixture *fixture, gconstpointer filled)
{
  fixture->folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  fixture->copy = g_build_filename (fixture->folder, "copy.db", NULL);
  if (filled != NULL)
    add_samples (fixture);
  fixture->service = cs_library_service_new (fixture->folder);
  fixture->care = cs_library_care_new (fixture->service);
  g_signal_connect (fixture->care, "ended", G_CALLBACK (on_ended), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->care);
  test_object_end (fixture->service);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->copy);
  g_clear_error (&fixture->error);
  g_strfreev (fixture->problems);
}

/* Begins a deed and waits for its end. */
static void
perform (Fixture *fixture, CsCareDeed deed, const char *path)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  fixture->has_ended = FALSE;
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->problems, g_strfreev);
  cs_library_care_begin (fixture->care, deed, path);
  while (!fixture->has_ended && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (fixture->has_ended);
}

static const CsLibraryFacts *
wait_for_facts (Fixture *fixture, gint64 n_families)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  const CsLibraryFacts *facts = cs_library_care_get_facts (fixture->care);

  while ((facts == NULL || facts->counts.families != n_families) &&
         g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      facts = cs_library_care_get_facts (fixture->care);
    }
  g_assert_nonnull (facts);
  g_assert_cmpint (facts->counts.families, ==, n_families);

  return facts;
}

static gint64
count_families (Fixture *fixture)
{
  CsLibraryCounts counts;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (fixture->folder, NULL);

  g_assert_true (cs_library_count (library, &counts, NULL));

  return counts.families;
}

/* --- tests --- */

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  const CsLibraryFacts *facts = wait_for_facts (fixture, count_families (fixture));

  g_assert_true (g_str_has_suffix (facts->path, "library.db"));
  g_assert_cmpuint (facts->n_bytes, >, 0);
  g_assert_cmpuint (facts->n_samples, ==, facts->counts.families);
  g_assert_cmpstr (facts->last->label, ==, "Sample library");
}

static void
test_remove_samples (Fixture *fixture, gconstpointer data)
{
  const CsLibraryFacts *facts;

  perform (fixture, CS_CARE_REMOVE_SAMPLES, NULL);
  g_assert_no_error (fixture->error);
  facts = wait_for_facts (fixture, 0);
  g_assert_cmpuint (facts->n_samples, ==, 0);
}

static void
test_copy_and_back (Fixture *fixture, gconstpointer data)
{
  gint64 n_families = count_families (fixture);

  perform (fixture, CS_CARE_BACK_UP, fixture->copy);
  g_assert_no_error (fixture->error);
  perform (fixture, CS_CARE_REMOVE_SAMPLES, NULL);
  wait_for_facts (fixture, 0);
  perform (fixture, CS_CARE_RESTORE, fixture->copy);
  g_assert_no_error (fixture->error);
  wait_for_facts (fixture, n_families);
}

/* The user was asked whether to replace it. */
static void
test_copy_over_file (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->copy, "old", -1, NULL));
  perform (fixture, CS_CARE_BACK_UP, fixture->copy);
  g_assert_no_error (fixture->error);
  g_assert_true (cs_library_is_file (fixture->copy));
}

static void
test_copy_over_itself (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_build_filename (fixture->folder, "library.db", NULL);
  gint64 n_families = count_families (fixture);

  perform (fixture, CS_CARE_BACK_UP, own);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (count_families (fixture), ==, n_families);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  perform (fixture, CS_CARE_CHECK, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_strv_length (fixture->problems), ==, 0);
}

static void
test_repair (Fixture *fixture, gconstpointer data)
{
  gint64 n_families = count_families (fixture);

  perform (fixture, CS_CARE_REPAIR, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (count_families (fixture), ==, n_families);
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  fixture->has_ended = FALSE;
  cs_library_care_begin (fixture->care, CS_CARE_BACK_UP, fixture->copy);
  cs_library_care_stop (fixture->care);
  perform (fixture, CS_CARE_CHECK, NULL); /* is not begun: the copy is still under way */
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->problems);
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
}

/* What was stopped has changed nothing: here it is told to stop before it has begun. */
static void
test_restore_stopped (Fixture *fixture, gconstpointer data)
{
  gint64 n_families = count_families (fixture);
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  perform (fixture, CS_CARE_BACK_UP, fixture->copy);
  perform (fixture, CS_CARE_REMOVE_SAMPLES, NULL);
  g_assert_cmpint (n_families, >, 0);
  fixture->has_ended = FALSE;
  cs_library_care_begin (fixture->care, CS_CARE_RESTORE, fixture->copy);
  cs_library_care_stop (fixture->care);
  while (!fixture->has_ended && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_families (fixture), ==, 0);
}

static void
test_begin_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = g_build_filename (fixture->folder, "backups", NULL);

  perform (fixture, CS_CARE_BEGIN_ANEW, NULL);
  g_assert_no_error (fixture->error);
  g_assert_null (cs_library_open_to_read (fixture->folder, NULL));
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_DIR));
}

/* Whoever else has the library open would go on with the old one. */
static void
test_restore_while_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsLibrary) other = NULL;

  perform (fixture, CS_CARE_BACK_UP, fixture->copy);
  g_assert_no_error (fixture->error);
  other = cs_library_open (fixture->folder, NULL);
  perform (fixture, CS_CARE_RESTORE, fixture->copy);
  g_assert_error (fixture->error, CS_STORE_ERROR, CS_STORE_ERROR_BUSY);
  g_clear_pointer (&other, cs_library_close);
  perform (fixture, CS_CARE_RESTORE, fixture->copy);
  g_assert_no_error (fixture->error);
}

static void
test_restore_of_something_else (Fixture *fixture, gconstpointer data)
{
  gint64 n_families = count_families (fixture);

  g_assert_true (g_file_set_contents (fixture->copy, "no library", -1, NULL));
  perform (fixture, CS_CARE_RESTORE, fixture->copy);
  g_assert_nonnull (fixture->error);
  g_assert_cmpint (count_families (fixture), ==, n_families);
}

/* None is made by looking. */
static void
test_no_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);

  perform (fixture, CS_CARE_CHECK, NULL);
  g_assert_error (fixture->error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_assert_null (cs_library_care_get_facts (fixture->care));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static const struct
{
  const char *name;
  void (*test) (Fixture *fixture, gconstpointer data);
  gboolean empty;
} tests[] = {
  { "facts", test_facts, FALSE },
  { "remove-samples", test_remove_samples, FALSE },
  { "copy-and-back", test_copy_and_back, FALSE },
  { "copy-over-file", test_copy_over_file, FALSE },
  { "copy-over-itself", test_copy_over_itself, FALSE },
  { "check", test_check, FALSE },
  { "repair", test_repair, FALSE },
  { "stop", test_stop, FALSE },
  { "restore-stopped", test_restore_stopped, FALSE },
  { "restore-while-open", test_restore_while_open, FALSE },
  { "restore-of-something-else", test_restore_of_something_else, FALSE },
  { "begin-anew", test_begin_anew, FALSE },
  { "no-library", test_no_library, TRUE },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat ("/library-care/", tests[i].name, NULL);

      g_test_add (name, Fixture, tests[i].empty ? NULL : &tests[i], set_up, tests[i].test,
                  tear_down);
    }

  return g_test_run ();
}
