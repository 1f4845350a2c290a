#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../cs-store-files.h"
#include "../cs-store-connect.h"
#include "cs-library-file.h"
#include "cs-library-schema.h"
#include "cs-library-tokenizer.h"

/* Opening the library, as it may be found: not there, older, newer, read-only, damaged, not
 * ours. */

/* The header of an SQLite file, where it says whose it is. Source: "Database File Format", 1.3. */
#define MAGIC "SQLite format 3"
#define ID_BYTE 68
#define HEADER_BYTES 72

/* Large pages: texts of three thousand bytes lie in one. */
#define PAGE_SIZE "PRAGMA page_size = 16384"

/* A crash may cost the last imports, never the file; what is deleted need not be overwritten, for
 * all of it is published. */
#define SETTINGS \
  "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536"

/* Who only reads sees the file in memory instead of copying thousands of pages for a search, as
 * much of it as SQLite was built to map (mostly 2 GiB). To cut a file short while it is mapped ends
 * the program; but this one is our own and private, and what is made anew takes its place by
 * renaming. Writers do not map it. Pages are looked through when they are used, not cell by cell
 * before that, which is for those who would spread what is wrong in them. */
#define MAPPING "PRAGMA mmap_size = 4294967296; PRAGMA cell_size_check = OFF"

CsLibrary *
cs_library_new (CsDatabase *database)
{
  CsLibrary *library = g_new0 (CsLibrary, 1);

  library->file = database;
  library->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, NULL);
  return library;
}

static void
free_statement (gpointer sql, gpointer value, gpointer data)
{
  CsStatement *statement = value;

  cs_statement_clear (statement);
  g_free (statement);
}

void
cs_library_forget_statements (CsLibrary *library)
{
  g_hash_table_foreach (library->statements, free_statement, NULL);
  g_hash_table_remove_all (library->statements);
}

void
cs_library_close (CsLibrary *library)
{
  cs_library_forget_statements (library);
  g_hash_table_unref (library->statements);
  cs_database_close (library->file);
  g_free (library);
}

CsStatement *
cs_library_statement (CsLibrary *library, const char *sql)
{
  CsStatement *statement = g_hash_table_lookup (library->statements, sql);

  if (statement != NULL &&
      (statement->code == SQLITE_OK /* it was reset */ || cs_statement_reset (statement, NULL)))
    return statement;
  if (statement == NULL)
    {
      statement = g_new0 (CsStatement, 1);
      g_hash_table_insert (library->statements, (gpointer)sql, statement);
    }
  cs_statement_clear (statement); /* it failed the last time */
  *statement = cs_statement (library->file, sql);
  return statement;
}

gboolean
cs_library_end_find (CsStatement *find, gboolean found, GError **error)
{
  if (!cs_statement_reset (find, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                         _ ("there is no such family: it was joined with another or withdrawn"));

  return found;
}

const char *
cs_library_get_path (const CsLibrary *library)
{
  return library->file->path;
}

const GError *
cs_library_get_read_only (const CsLibrary *library)
{
  return library->file->read_only;
}

void
cs_library_interrupt (CsLibrary *library)
{
  sqlite3_interrupt (library->file->db);
}

/* --- a new library --- */

/* Once the tables are known to be ours, word for word, their triggers keep the indexes. */
static void
trust_triggers (CsDatabase *database)
{
  sqlite3_db_config (database->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  sqlite3_db_config (database->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
}

static CsDatabase *
connect_to (const char *path, int flags, GError **error)
{
  g_autoptr (CsDatabase) database = cs_store_connect (path, flags, error);

  if (database == NULL || !cs_store_exec (database, SETTINGS, error) ||
      !cs_library_register_tokenizer (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

CsLibrary *
cs_library_make_file (const char *path, GError **error)
{
  g_autoptr (CsDatabase) database = connect_to (path, SQLITE_OPEN_READWRITE, error);

  if (database == NULL || !cs_store_exec (database, PAGE_SIZE, error) ||
      !cs_schema_migrate (&cs_library_schema, database, 0, error))
    return NULL;
  trust_triggers (database);
  return cs_library_new (g_steal_pointer (&database));
}

CsLibrary *
cs_library_open_in_memory (GError **error)
{
  return cs_library_make_file (":memory:", error);
}

/* A log without its library belongs to one that is gone. */
static void
discard_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
}

gboolean
cs_library_place_file (const char *temporary, const char *folder, gboolean replace, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_LIBRARY_FILE, NULL);
  int lock = cs_store_lock_folder (folder);
  gboolean placed = !replace && g_file_test (path, G_FILE_TEST_EXISTS);

  if (!placed) /* else another process was faster */
    {
      discard_log (path);
      placed = cs_store_place (temporary, path, replace, error);
    }
  cs_store_unlock_folder (lock);
  return placed;
}

static gboolean
make_library (const char *folder, const char *path, GError **error)
{
  g_autofree char *temporary = NULL;
  g_autoptr (CsLibrary) library = NULL;
  gboolean made;

  if (!cs_store_make_folder (folder, error))
    return FALSE;
  temporary = cs_store_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  library = cs_library_make_file (temporary, error);
  made = library != NULL;
  g_clear_pointer (&library, cs_library_close);
  made = made && cs_store_mark_logged (temporary, error) &&
         cs_library_place_file (temporary, folder, FALSE, error);
  cs_store_discard (temporary);
  return made;
}

/* --- a library that is there --- */

static gboolean
probe_write (CsDatabase *database, GError **error)
{
  int code = sqlite3_exec (database->db, "BEGIN IMMEDIATE; ROLLBACK", NULL, NULL, NULL);

  if (sqlite3_db_readonly (database->db, "main") == 1)
    code = SQLITE_READONLY;
  if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY)
    return TRUE;
  cs_store_set_error (error, code, database->db, database->path);
  return FALSE;
}

static gboolean
settle_version (CsDatabase *database, guint version, GError **error)
{
  guint current = cs_schema_get_current (&cs_library_schema);

  if (version < current)
    return cs_schema_migrate (&cs_library_schema, database, version, error);
  if (version > current)
    g_set_error (&database->read_only, CS_STORE_ERROR, CS_STORE_ERROR_NEWER,
                 _ ("a newer version of this program wrote \"%s\"; it can be read, and nothing in "
                    "it is changed: update this program to import"),
                 database->path);
  return TRUE;
}

static CsLibrary *
open_writable (const char *path, GError **error)
{
  g_autoptr (CsDatabase) database = connect_to (path, SQLITE_OPEN_READWRITE, error);
  guint version;

  if (database == NULL)
    return NULL;
  /* Until we know that it is ours, not even its log is put into it. */
  sqlite3_db_config (database->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!cs_schema_identify (&cs_library_schema, database, &version, error) ||
      !probe_write (database, error) || !settle_version (database, version, error))
    return NULL;
  sqlite3_db_config (database->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (database->read_only == NULL)
    {
      trust_triggers (database);
      cs_store_exec (database, "PRAGMA journal_mode = WAL", NULL); /* a copy may come without */
    }
  return cs_library_new (g_steal_pointer (&database));
}

static CsLibrary *
open_readable (const char *path, GError **error)
{
  g_autoptr (CsDatabase) database = cs_store_connect_read_only (path, error);
  guint version;

  if (database == NULL || !cs_library_register_tokenizer (database, error) ||
      !cs_schema_identify (&cs_library_schema, database, &version, error))
    return NULL;
  if (version < cs_schema_get_current (&cs_library_schema))
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY,
                   _ ("an older version of this program wrote \"%s\", and it cannot be brought up "
                      "to date because it cannot be written"),
                   path);
      return NULL;
    }
  return cs_library_new (g_steal_pointer (&database));
}

static gboolean
may_still_be_read (const GError *error)
{
  return g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_FULL) ||
         g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_IO);
}

static CsLibrary *
open_file (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CsLibrary *library = open_writable (path, &reason);

  if (library == NULL && may_still_be_read (reason))
    library = open_readable (path, NULL);
  if (library == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (library->file->read_only == NULL)
    library->file->read_only = g_steal_pointer (&reason);
  return library;
}

gboolean
cs_library_is_file (const char *path)
{
  guint8 header[HEADER_BYTES] = { 0 };
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rb") : NULL;
  gsize n_bytes = file == NULL ? 0 : fread (header, 1, sizeof header, file);
  guint32 id;

  if (file != NULL)
    fclose (file);
  memcpy (&id, header + ID_BYTE, sizeof id);

  return n_bytes == sizeof header && memcmp (header, MAGIC, sizeof MAGIC) == 0 &&
         GUINT32_FROM_BE (id) == (guint32)cs_library_schema.application_id;
}

CsLibrary *
cs_library_open_file (const char *path, GError **error)
{
  g_autoptr (CsLibrary) library = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* a pipe would never end */
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND, _ ("there is no file \"%s\""),
                   path);
      return NULL;
    }
  library = open_readable (path, error);
  if (library == NULL)
    return NULL;
  g_set_error (&library->file->read_only, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY,
               _ ("\"%s\" is open for reading only; nothing in it can be changed"), path);
  return g_steal_pointer (&library);
}

CsLibrary *
cs_library_open (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_LIBRARY_FILE, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make_library (folder, path, error))
    return NULL;
  return open_file (path, error);
}

CsLibrary *
cs_library_open_to_read (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_LIBRARY_FILE, NULL);
  CsLibrary *library;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("there is no library \"%s\" yet: import something first"), path);
      return NULL;
    }
  library = open_file (path, error);
  if (library == NULL || library->file->read_only != NULL)
    return library;
  cs_store_exec (library->file, "PRAGMA query_only = ON; " MAPPING, NULL);
  g_set_error (&library->file->read_only, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY,
               _ ("\"%s\" is open for reading only; nothing in it can be changed"), path);
  return library;
}
