#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cs-store-files.h"
#include "cs-store-open.h"
#include "cs-store-schema.h"

/* Opening a store, as it may be found: not there, older, newer, read-only, damaged, not ours. */

void
cs_draft_store_close (CsDraftStore *store)
{
  cs_database_close (store);
}

const char *
cs_draft_store_get_path (const CsDraftStore *store)
{
  return store->path;
}

const GError *
cs_draft_store_get_read_only (const CsDraftStore *store)
{
  return store->read_only;
}

void
cs_draft_store_interrupt (CsDraftStore *store)
{
  sqlite3_interrupt (store->db);
}

/* --- a new store --- */

gboolean
cs_store_make_file (const char *path, CsStoreFill fill, gpointer data, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_store_connect (path, SQLITE_OPEN_READWRITE, error);

  return store != NULL && cs_store_schema_migrate (store, 0, error) &&
         (fill == NULL || fill (store, data, error));
}

/* A log without its store belongs to one that is gone: it must not become part of the new one. */
static void
set_log_aside (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (cs_store_has_bytes (log))
    {
      g_autofree char *aside = cs_store_dup_dated_path (folder, "drafts-damaged", ".db-wal");

      g_rename (log, aside);
    }
  g_unlink (log);
  g_unlink (index);
}

/* Puts a finished store in a place where there is none. Another process may have been faster; then
 * its store is the one. */
static gboolean
place_new (const char *temporary, const char *folder, const char *path, GError **error)
{
  int lock = cs_store_lock_folder (folder);
  gboolean placed = g_file_test (path, G_FILE_TEST_EXISTS);

  if (!placed)
    {
      set_log_aside (path);
      placed = cs_store_place (temporary, path, FALSE, error);
    }
  cs_store_unlock_folder (lock);

  return placed;
}

gboolean
cs_store_make (const char *folder, CsStoreFill fill, gpointer data, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_STORE_FILE, NULL);
  g_autofree char *temporary = NULL;
  gboolean made;

  if (!cs_store_make_folder (folder, error))
    return FALSE;
  temporary = cs_store_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;

  made = cs_store_make_file (temporary, fill, data, error) &&
         cs_store_mark_logged (temporary, error) &&
         place_new (temporary, folder, path, error);
  cs_store_discard (temporary);

  return made;
}

/* --- a store that is there --- */

/* Copies an older store that cannot be written into memory, to bring it up to date there. */
static gboolean
update_in_memory (CsDraftStore *store, guint version, GError **error)
{
  sqlite3 *memory = NULL;
  sqlite3_backup *backup;
  int code = sqlite3_open (":memory:", &memory);

  backup = sqlite3_backup_init (memory, "main", store->db, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  else
    code = sqlite3_errcode (memory);
  sqlite3_close (g_steal_pointer (&store->db));
  store->db = memory;
  if (code != SQLITE_OK)
    {
      cs_store_set_error (error, code, memory, store->path);
      return FALSE;
    }
  cs_store_distrust (memory);

  return cs_store_schema_migrate (store, version, error);
}

static void
set_newer (GError **error, const char *path)
{
  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NEWER,
               _ ("a newer version of this program wrote \"%s\"; it can be read, and nothing in "
                  "it is changed"),
               path);
}

/* Brings a store whose @version is known up to date, or makes it one that is only read. */
static gboolean
settle_version (CsDraftStore *store, guint version, gboolean writable, GError **error)
{
  guint current = cs_store_schema_get_current ();

  if (version > current)
    set_newer (&store->read_only, store->path);
  if (version >= current)
    return TRUE;
  if (!writable)
    return update_in_memory (store, version, error);

  return cs_store_keep_backup (store, "before-update", error) &&
         cs_store_schema_migrate (store, version, error);
}

/* Whether @store can be written, found out without writing. */
static gboolean
probe_write (CsDraftStore *store, GError **error)
{
  int code = sqlite3_exec (store->db, "BEGIN IMMEDIATE; ROLLBACK", NULL, NULL, NULL);

  if (sqlite3_db_readonly (store->db, "main") == 1)
    code = SQLITE_READONLY;
  if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY)
    return TRUE;

  cs_store_set_error (error, code, store->db, store->path);

  return FALSE;
}

static CsDraftStore *
open_writable (const char *path, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_store_connect (path, SQLITE_OPEN_READWRITE, error);
  guint version;

  if (store == NULL)
    return NULL;

  /* Until we know that it is ours, not even its log is put into it. */
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!cs_store_schema_identify (store, &version, error))
    return NULL;
  if (version <= cs_store_schema_get_current () && !probe_write (store, error))
    return NULL;
  if (!settle_version (store, version, TRUE, error))
    return NULL;

  if (store->read_only == NULL)
    {
      sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      cs_store_exec (store, "PRAGMA journal_mode = WAL", NULL); /* a copy may have come without */
    }

  return g_steal_pointer (&store);
}

static CsDraftStore *
open_readable (const char *path, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_store_connect_read_only (path, error);
  guint version;

  if (store == NULL || !cs_store_schema_identify (store, &version, error) ||
      !settle_version (store, version, FALSE, error))
    return NULL;

  return g_steal_pointer (&store);
}

static gboolean
may_still_be_read (const GError *error)
{
  return g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_FULL) ||
         g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_IO);
}

CsDraftStore *
cs_draft_store_open (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_STORE_FILE, NULL);
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !cs_store_make (folder, NULL, NULL, error))
    return NULL;

  store = open_writable (path, &reason);
  if (store == NULL && may_still_be_read (reason))
    store = open_readable (path, NULL);
  if (store == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  if (store->read_only == NULL)
    store->read_only = g_steal_pointer (&reason);

  return g_steal_pointer (&store);
}

/* --- somebody else's store --- */

static gboolean
check_pages (const CsDraftStore *store, GError **error)
{
  g_auto (CsStatement) check = cs_statement (store, "PRAGMA quick_check (1)");
  gboolean sound = cs_statement_next (&check) &&
                   g_strcmp0 (cs_column_get_text (&check, 0), "ok") == 0;

  if (!cs_statement_end (&check, error))
    return FALSE;
  if (!sound)
    cs_store_set_damaged (error, store, _ ("its pages do not fit together"));

  return sound;
}

CsDraftStore *
cs_draft_store_open_file (const char *path, GError **error)
{
  g_autoptr (CsDraftStore) store = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* a pipe would never end */
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND, _ ("there is no file \"%s\""),
                   path);
      return NULL;
    }

  store = open_readable (path, error);
  if (store == NULL || !check_pages (store, error))
    return NULL;

  if (store->read_only == NULL)
    g_set_error (&store->read_only, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY,
                 _ ("\"%s\" is open for reading only; nothing in it can be changed"), path);

  return g_steal_pointer (&store);
}
