/* What may befall a library: a disk that refuses, damage, files that are not ours; copies of it. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "../../src/store/cs-library-marks.h"
#include "fault-vfs.h"
#include "library-fixture.h"
#include "store-folder.h"

#define N_RECORDS 30

static CsLibrary *
open_in (const char *folder)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open (folder, &error);

  g_assert_no_error (error);
  return library;
}

static gboolean
import_some (const char *folder, guint n, GError **error)
{
  g_autoptr (CsLibrary) library = cs_library_open (folder, error);
  g_autoptr (CsLibraryImport) import =
      library == NULL ? NULL :
                        cs_library_import_begin (library, "some", day (20200601), error);

  if (import == NULL)
    return FALSE;
  cs_library_import_set_batch (import, 8);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsRecord) record = cs_record_builder_end (make_invented (i));

      if (!cs_library_import_add (import, record, error))
        return FALSE;
    }
  return cs_library_import_end (import, error);
}

static StoreFolder *
make_filled (void)
{
  StoreFolder *folder = store_folder_new ();

  g_assert_true (import_some (folder, N_RECORDS, NULL));
  return folder;
}

static CsLibraryCounts
count (CsLibrary *library)
{
  CsLibraryCounts counts;

  g_assert_true (cs_library_count (library, &counts, NULL));
  return counts;
}

static char *
path_of (const char *folder)
{
  return path_in (folder, "library.db");
}

/* Changes the file behind the program's back. */
static void
tamper (const char *folder, const char *sql)
{
  g_autofree char *path = path_of (folder);
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* --- files --- */

static void
test_private (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autofree char *path = path_of (folder);
  g_autofree char *backup = path_in (folder, "copy.db");
  g_autoptr (CsLibrary) library = open_in (folder);
  GStatBuf status;

  g_assert_true (cs_library_backup (library, backup, NULL, NULL));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_read_beside (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) reader = cs_library_open_to_read (folder, &error);

  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (import_some (folder, 4, NULL));
  reader = cs_library_open_to_read (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (reader).documents, ==, 4);
  g_assert_true (import_some (folder, N_RECORDS, NULL));
  g_assert_cmpint (count (reader).documents, ==, N_RECORDS);
  g_assert_nonnull (cs_library_get_read_only (reader));
  g_assert_null (cs_library_import_begin (reader, "", day (20200601), &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY);
}

static void
test_newer (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autoptr (CsLibrary) library = NULL;

  tamper (folder, "PRAGMA user_version = 99");
  library = open_in (folder);
  g_assert_error (cs_library_get_read_only (library), CS_STORE_ERROR, CS_STORE_ERROR_NEWER);
  g_assert_cmpint (count (library).documents, ==, N_RECORDS);
}

static void
test_not_ours (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *path = path_of (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "no library at all, whatever its name says", -1, NULL));
  g_assert_null (cs_library_open (folder, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
}

/* A trigger that we did not write makes it a file that is not ours. */
static void
test_alien_trigger (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autoptr (GError) error = NULL;

  tamper (folder, "CREATE TRIGGER alien AFTER INSERT ON run BEGIN DELETE FROM source; END");
  g_assert_null (cs_library_open (folder, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
}

/* --- damage --- */

static guint
count_problems (CsLibrary *library)
{
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  cs_library_check (library, NULL, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; problems[i] != NULL; i++)
    g_test_message ("%s", problems[i]);
  return g_strv_length (problems);
}

/* Each damages what can be made anew. */
static const char *const damages[] = {
  "DELETE FROM text_index_data WHERE id > 10",
  "UPDATE text_index_docsize SET sz = x'00' WHERE id IN (SELECT min (id) FROM text)",
  "UPDATE facet SET n_members = 77",
  "DELETE FROM facet WHERE family = (SELECT min (family) FROM facet)",
  "UPDATE place SET family = 1",
  "DELETE FROM member WHERE rule = 0 AND application < 5",
  "DELETE FROM number WHERE role = 0",
  "INSERT INTO family (rule, source, external_id, run) VALUES (0, '', '', 1)",
};

static void
test_repair (gconstpointer data)
{
  const char *damage = data;
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autoptr (CsLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  tamper (folder, damage);
  library = open_in (folder);
  g_assert_cmpuint (count_problems (library), >, 0);
  cs_library_repair (library, NULL, &error);
  g_assert_no_error (error);
  assert_library_sound (library);
  g_assert_cmpint (count (library).documents, ==, N_RECORDS);
  g_assert_cmpint (find_document (library, "US7000001B2"), !=, 0);
}

/* --- copies --- */

static void
test_restore (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autofree char *backup = path_in (folder, "copy.db");
  g_autoptr (CsLibrary) library = open_in (folder);
  CsFamilyMarks marks = { .note = (char *)"kept", .rating = 3 };
  CsLibraryCounts before = count (library);
  g_autoptr (CsFamilyMarks) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 family = find_family (library, "US7000001B2");

  g_assert_true (cs_library_set_marks (library, family, &marks, NULL, NULL));
  cs_library_backup (library, backup, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&library, cs_library_close);
  g_assert_true (import_some (folder, N_RECORDS * 2, NULL));

  cs_library_restore (folder, backup, NULL, &error);
  g_assert_no_error (error);
  library = open_in (folder);
  assert_library_sound (library);
  g_assert_cmpint (count (library).documents, ==, before.documents);
  g_assert_cmpint (count (library).families, ==, before.families);
  found = cs_library_load_marks (library, family, NULL);
  g_assert_cmpstr (found->note, ==, "kept");
}

static void
test_restore_damaged (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autofree char *path = path_in (folder, "bad.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = NULL;

  g_assert_true (g_file_set_contents (path, "SQLite format 3", -1, NULL));
  g_assert_false (cs_library_restore (folder, path, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  library = open_in (folder);
  g_assert_cmpint (count (library).documents, ==, N_RECORDS);
}

static void
test_backup_stopped (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autofree char *backup = path_in (folder, "copy.db");
  g_autoptr (CsLibrary) library = open_in (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CsLibraryWork work = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (cs_library_backup (library, backup, &work, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_tidy (void)
{
  g_autoptr (StoreFolder) folder = make_filled ();
  g_autoptr (CsLibrary) library = open_in (folder);
  g_autoptr (GError) error = NULL;

  cs_library_tidy (library, NULL, &error);
  g_assert_no_error (error);
  assert_library_sound (library);
}

/* --- a disk that refuses --- */

static const char *const fault_names[N_FAULTS] = { "full", "io", "read-only" };

static gboolean
is_clear (const GError *error, FaultKind kind)
{
  return g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_IO) ||
         (kind == FAULT_FULL && g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_FULL)) ||
         (kind == FAULT_READ_ONLY &&
          g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY));
}

/* Returns: whether the disk refused anything */
static gboolean
refuse_once (guint nth, FaultKind kind)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gboolean refused;
  gboolean done;

  g_assert_true (import_some (folder, 4, NULL));
  fault_vfs_arm (nth, kind, TRUE);
  done = import_some (folder, N_RECORDS, &error);
  refused = fault_vfs_has_fired ();
  fault_vfs_arm (0, kind, FALSE);
  if (!done && !is_clear (error, kind))
    g_error ("%s at %u: %s", fault_names[kind], nth, error == NULL ? "no reason" : error->message);
  library = open_in (folder);
  assert_library_sound (library);
  g_assert_cmpint (count (library).documents, >=, 4);
  g_clear_pointer (&library, cs_library_close);
  g_assert_true (import_some (folder, N_RECORDS, NULL));
  library = open_in (folder);
  g_assert_cmpint (count (library).documents, ==, N_RECORDS);
  return refused;
}

static void
test_refused (void)
{
  for (FaultKind kind = 0; kind < N_FAULTS; kind++)
    {
      guint nth = 1;
      guint n = 0;

      for (; refuse_once (nth, kind); nth += 1 + nth / 8)
        n++;
      g_test_message ("%s: %u places up to %u", fault_names[kind], n, nth);
      g_assert_cmpuint (n, >, 5);
    }
}

static const struct
{
  const char *name;
  GTestFunc test;
} tests[] = {
  { "private", test_private },
  { "read-beside", test_read_beside },
  { "newer", test_newer },
  { "not-ours", test_not_ours },
  { "alien-trigger", test_alien_trigger },
  { "restore", test_restore },
  { "restore-damaged", test_restore_damaged },
  { "backup-stopped", test_backup_stopped },
  { "tidy", test_tidy },
  { "refused", test_refused },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR)) /* the same is refused, all else is quick */
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat ("/library/trust/", tests[i].name, NULL);

      g_test_add_func (name, tests[i].test);
    }
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("/library/trust/repair/%u", i);

      g_test_add_data_func (name, damages[i], test_repair);
    }
  return g_test_run ();
}
