#include "cs-store-connect.h"

#include <stdio.h>

#include <glib/gstdio.h>

#include "cs-store-files.h"

#define BUSY_MS 10000
#define HEADER_BYTES 20 /* of an SQLite file, up to the bytes that tell of its log */
#define STEPS_PER_LOOK 1000

/* Nothing in a file is trusted, not even in our own: only its rows are wanted. */
void
cs_store_distrust (sqlite3 *db)
{
  sqlite3_extended_result_codes (db, TRUE);
  sqlite3_busy_timeout (db, BUSY_MS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
}

CsDatabase *
cs_store_connect (const char *path, int flags, GError **error)
{
  g_autoptr (CsDatabase) store = g_new0 (CsDatabase, 1);
  gboolean is_uri = (flags & SQLITE_OPEN_URI) != 0;
  g_autofree char *escaped = is_uri ? g_uri_escape_string (path, "/", FALSE) : NULL;
  g_autofree char *name =
      is_uri ? g_strconcat ("file://", escaped, "?immutable=1", NULL) : g_strdup (path);
  int code;

  store->path = g_strdup (path);
  code = sqlite3_open_v2 (name, &store->db, flags | SQLITE_OPEN_FULLMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      cs_store_set_error (error, code, store->db, path);
      return NULL;
    }

  cs_store_distrust (store->db);
  /* Drafts are secret: what is deleted is overwritten, what is sorted stays in memory. */
  if (!cs_store_exec (store, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", error) ||
      !cs_store_exec (store, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", error))
    return NULL;

  return g_steal_pointer (&store);
}

/* Whether the header of the file says that it is read together with a log. */
static gboolean
has_log_mode (const char *path)
{
  char header[HEADER_BYTES] = { 0 };
  FILE *file = g_fopen (path, "rb");
  gsize n_bytes;

  if (file == NULL)
    return FALSE;
  n_bytes = fread (header, 1, sizeof header, file);
  fclose (file);

  return n_bytes == sizeof header && header[18] == 2;
}

CsDatabase *
cs_store_connect_read_only (const char *path, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *log = g_strconcat (full, "-wal", NULL);
  int flags = SQLITE_OPEN_READONLY;

  /* Even to read it, SQLite would put files beside one that has a log; with no log it need not. */
  if (has_log_mode (full) && !cs_store_has_bytes (log))
    flags |= SQLITE_OPEN_URI;

  return cs_store_connect (full, flags, error);
}

gboolean
cs_store_mark_logged (const char *path, GError **error)
{
  g_autoptr (CsDatabase) store = cs_store_connect (path, SQLITE_OPEN_READWRITE, error);

  return store != NULL && cs_store_exec (store, "PRAGMA journal_mode = WAL", error);
}

static int
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

void
cs_store_watch (CsDatabase *store, GCancellable *cancellable)
{
  sqlite3_progress_handler (store->db, STEPS_PER_LOOK, cancellable == NULL ? NULL : is_cancelled,
                            cancellable);
}
