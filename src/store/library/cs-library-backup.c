#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../cs-store-connect.h"
#include "../cs-store-files.h"
#include "cs-library-schema.h"
#include "cs-library-tokenizer.h"
#include "cs-library-work.h"

/* Copies of the library, and bringing one back. */

#define BACKUPS "backups"
#define PAGES_PER_STEP 256
#define ROWS_PER_LOOK 1000

/* --- a copy --- */

static gboolean
copy_pages (CsLibrary *library, CsDatabase *copy, const CsLibraryWork *work, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->db, "main", library->file->db, "main");
  gboolean going = TRUE;
  int code = SQLITE_OK;

  while (backup != NULL && going && code == SQLITE_OK)
    {
      int total;

      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      total = sqlite3_backup_pagecount (backup);
      going = cs_library_work_step (work, (guint64)(total - sqlite3_backup_remaining (backup)),
                                    (guint64)total, error);
    }
  if (backup == NULL)
    code = sqlite3_errcode (copy->db);
  else if (sqlite3_backup_finish (backup) != SQLITE_OK)
    code = sqlite3_errcode (copy->db);
  if (!going || code == SQLITE_DONE)
    return going;
  cs_store_set_error (error, code, copy->db, copy->path);
  return FALSE;
}

/* A single file, without a log: it will be carried about. */
static gboolean
write_copy (CsLibrary *library, const char *path, const CsLibraryWork *work, GError **error)
{
  g_auto (CsTransaction) read = { NULL }; /* so that all is of one moment */
  g_autoptr (CsDatabase) copy = cs_store_connect (path, SQLITE_OPEN_READWRITE, error);

  return copy != NULL && cs_transaction_begin_read (&read, library->file, error) &&
         cs_store_exec (library->file, "SELECT 1 FROM run", error) &&
         copy_pages (library, copy, work, error) &&
         cs_store_exec (copy, "PRAGMA journal_mode = DELETE", error);
}

gboolean
cs_library_backup (CsLibrary *library, const char *path, const CsLibraryWork *work, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = cs_store_make_temporary (full, error);
  gboolean written;

  if (temporary == NULL)
    return FALSE;
  written = write_copy (library, temporary, work, error) &&
            cs_store_place (temporary, full, FALSE, error);
  cs_store_discard (temporary);
  return written;
}

/* --- somebody's copy --- */

/* In an order in which each row belongs to one that is there already. */
static const char *const tables[] = {
  "run",
  "file",
  "fault",
  "source",
  "application",
  "document",
  "number",
  "record",
  "raw",
  "name",
  "party",
  "symbol",
  "class",
  "priority",
  "relation",
  "event",
  "given",
  "citation",
  "field",
  "text",
  "description",
  "wording",
  "link",
  "family",
  "member",
  "place",
  "facet",
  "snapshot",
  "change",
  "mark",
  "label",
  "labelled",
  "search",
  "seen",
  "history",
};

static char *
dup_insert (const char *table, int n_columns)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s VALUES (", table);
  for (int i = 1; i <= n_columns; i++)
    g_string_append_printf (sql, i == 1 ? "?%d" : ", ?%d", i);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static gboolean
copy_row (const CsStatement *from, CsStatement *to, int n_columns, GError **error)
{
  for (int i = 0; i < n_columns; i++)
    if (to->code == SQLITE_OK)
      to->code = sqlite3_bind_value (to->handle, i + 1, sqlite3_column_value (from->handle, i));
  return cs_statement_run (to, error);
}

static gboolean
copy_table (CsDatabase *from,
            CsDatabase *to,
            const char *table,
            const CsLibraryWork *work,
            GError **error)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM %s", table);
  g_auto (CsStatement) rows = cs_statement (from, select);
  int n_columns = sqlite3_column_count (rows.handle);
  g_autofree char *sql = dup_insert (table, n_columns);
  g_auto (CsStatement) insert = cs_statement (to, sql);
  g_auto (CsTransaction) write = { NULL };

  if (!cs_transaction_begin (&write, to, error))
    return FALSE;
  for (guint64 n = 0; cs_statement_next (&rows); n++)
    if ((n % ROWS_PER_LOOK == 0 && !cs_library_work_step (work, n, 0, error)) ||
        !copy_row (&rows, &insert, n_columns, error))
      return FALSE;
  return cs_statement_end (&rows, error) && cs_transaction_commit (&write, error);
}

static CsDatabase *
open_copy (const char *path, GError **error)
{
  g_autoptr (CsDatabase) copy = NULL;
  guint version;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* a pipe would never end */
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND, _ ("there is no file \"%s\""),
                   path);
      return NULL;
    }
  copy = cs_store_connect_read_only (path, error);
  if (copy == NULL || !cs_library_register_tokenizer (copy, error) ||
      !cs_schema_identify (&cs_library_schema, copy, &version, error))
    return NULL;
  if (version == cs_schema_get_current (&cs_library_schema))
    return g_steal_pointer (&copy);
  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NEWER,
               _ ("another version of this program wrote \"%s\"; it cannot be restored by this "
                  "one"),
               path);
  return NULL;
}

static const char build_indexes[] =
    "INSERT INTO text_index (text_index) VALUES ('rebuild');"
    "INSERT INTO description_index (description_index) VALUES ('rebuild');"
    "INSERT INTO name_index (name_index) VALUES ('rebuild');";

/* Rows that cannot be written because they contradict each other are the fault of the copy. */
static gboolean
copy_tables (CsDatabase *from, CsDatabase *to, const CsLibraryWork *work, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean copied = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (tables) && copied; i++)
    copied = copy_table (from, to, tables[i], work, &reason);
  if (copied)
    return TRUE;
  if (g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT) &&
      strstr (reason->message, from->path) == NULL)
    cs_store_set_damaged (error, from, _ ("its rows contradict each other"));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
fill_file (const char *temporary, const char *path, const CsLibraryWork *work, GError **error)
{
  g_autoptr (CsDatabase) from = open_copy (path, error);
  g_autoptr (CsLibrary) to = from == NULL ? NULL : cs_library_make_file (temporary, error);

  return to != NULL && copy_tables (from, to->file, work, error) &&
         cs_store_exec (to->file, build_indexes, error);
}

/* --- putting it in place --- */

static void
move_companion (const char *path, const char *aside, const char *suffix)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (aside, suffix, NULL);

  if (g_rename (from, to) != 0 && errno != ENOENT)
    g_warning ("a companion of the library could not be renamed: %s", g_strerror (errno));
}

/* Closing the last connection empties the log and deletes it. */
static void
close_log (const char *folder)
{
  CsLibrary *library = cs_library_open (folder, NULL);

  if (library != NULL)
    cs_library_close (library);
}

gboolean
cs_library_is_open (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, CS_LIBRARY_FILE, NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  CsLibrary *library =
      g_file_test (path, G_FILE_TEST_EXISTS) ? cs_library_open (folder, NULL) : NULL;
  gboolean is_sound = library != NULL && library->file->read_only == NULL;

  if (library != NULL)
    cs_library_close (library);
  return is_sound && g_file_test (log, G_FILE_TEST_EXISTS);
}

gboolean
cs_library_set_aside (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_LIBRARY_FILE, NULL);
  g_autofree char *backups = g_build_filename (folder, BACKUPS, NULL);
  g_autofree char *aside = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  close_log (folder);
  if (!cs_store_make_folder (backups, error))
    return FALSE;
  aside = cs_store_dup_dated_path (backups, "library", "-set-aside.db");
  if (g_rename (path, aside) != 0)
    {
      cs_store_set_errno_error (error, errno, path);
      return FALSE;
    }
  move_companion (path, aside, "-wal");
  move_companion (path, aside, "-shm");
  return TRUE;
}

gboolean
cs_library_restore (const char *folder, const char *path, const CsLibraryWork *work, GError **error)
{
  g_autofree char *home = g_build_filename (folder, CS_LIBRARY_FILE, NULL);
  g_autofree char *temporary = NULL;
  gboolean restored;

  if (!cs_store_make_folder (folder, error))
    return FALSE;
  temporary = cs_store_make_temporary (home, error);
  if (temporary == NULL)
    return FALSE;
  restored = fill_file (temporary, path, work, error) &&
             cs_store_mark_logged (temporary, error) && cs_library_set_aside (folder, error) &&
             cs_library_place_file (temporary, folder, FALSE, error);
  cs_store_discard (temporary);
  return restored;
}
