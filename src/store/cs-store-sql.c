#include "cs-store-sql.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

void
cs_database_close (CsDatabase *database)
{
  sqlite3_close_v2 (database->db);
  g_clear_error (&database->read_only);
  g_free (database->path);
  g_free (database);
}

/* --- errors --- */

/* What SQLite says in general, the system may have said exactly. */
static CsStoreError
refine_io_error (int code, sqlite3 *db)
{
  switch (db == NULL ? 0 : sqlite3_system_errno (db))
    {
    case ENOSPC:
    case EDQUOT:
      return CS_STORE_ERROR_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return CS_STORE_ERROR_READ_ONLY;
    default:
      return CS_STORE_ERROR_IO;
    }
}

static CsStoreError
get_error_code (int code, sqlite3 *db)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return CS_STORE_ERROR_FULL;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return refine_io_error (code, db);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return CS_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CS_STORE_ERROR_BUSY;
    case SQLITE_TOOBIG:
      return CS_STORE_ERROR_LIMIT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* our statements are right: a table is not ours */
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return CS_STORE_ERROR_CORRUPT;
    default:
      return CS_STORE_ERROR_IO;
    }
}

static char *
dup_message (CsStoreError code, const char *path, const char *reason)
{
  switch ((int)code)
    {
    case CS_STORE_ERROR_FULL:
      return g_strdup_printf (_ ("the disk of \"%s\" is full; nothing in it was changed, and text "
                                 "in a window is kept there"),
                              path);
    case CS_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("\"%s\" cannot be written: the file, its folder or its disk is "
                                 "read-only; what is in it is safe"),
                              path);
    case CS_STORE_ERROR_BUSY:
      return g_strdup_printf (_ ("\"%s\" is held by another program for too long; nothing in it "
                                 "was changed, try again"),
                              path);
    case CS_STORE_ERROR_LIMIT:
      return g_strdup_printf (_ ("what was to be written to \"%s\" is too large; nothing in it was "
                                 "changed"),
                              path);
    case CS_STORE_ERROR_CORRUPT:
      return g_strdup_printf (_ ("\"%s\" is damaged, or no store of this program (%s); nothing in "
                                 "it was changed"),
                              path, reason);
    default:
      return g_strdup_printf (_ ("the disk of \"%s\" cannot be read or written (%s); nothing in it "
                                 "was changed, and text in a window is kept there"),
                              path, reason);
    }
}

void
cs_store_set_error (GError **error, int code, sqlite3 *db, const char *path)
{
  CsStoreError ours = get_error_code (code, db);
  g_autofree char *message = NULL;

  if (code == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("stopped"));
      return;
    }

  message = dup_message (ours, path, sqlite3_errstr (code));
  g_set_error_literal (error, CS_STORE_ERROR, ours, message);
}

void
cs_store_set_damaged (GError **error, const CsDatabase *store, const char *what)
{
  const char *reason = what != NULL ? what : _ ("its tables are not as this program made them");
  g_autofree char *message = dup_message (CS_STORE_ERROR_CORRUPT, store->path, reason);

  g_set_error_literal (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT, message);
}

/* --- statements --- */

static gboolean
has_failed (const CsStatement *statement)
{
  return statement->code != SQLITE_OK && statement->code != SQLITE_ROW &&
         statement->code != SQLITE_DONE;
}

static void
note_code (CsStatement *statement, int code)
{
  if (!has_failed (statement) && code != SQLITE_OK)
    statement->code = code;
}

CsStatement
cs_statement (const CsDatabase *store, const char *sql)
{
  CsStatement statement = { .store = store };

  statement.code = sqlite3_prepare_v2 (store->db, sql, -1, &statement.handle, NULL);

  return statement;
}

void
cs_statement_clear (CsStatement *statement)
{
  sqlite3_finalize (g_steal_pointer (&statement->handle));
}

void
cs_bind_int (CsStatement *statement, int index, gint64 value)
{
  if (!has_failed (statement))
    note_code (statement, sqlite3_bind_int64 (statement->handle, index, value));
}

void
cs_bind_text_len (CsStatement *statement, int index, const char *text, gsize n_bytes)
{
  if (!has_failed (statement) && text != NULL)
    note_code (statement, sqlite3_bind_text64 (statement->handle, index, text, n_bytes,
                                               SQLITE_STATIC, SQLITE_UTF8));
}

void
cs_bind_text (CsStatement *statement, int index, const char *text)
{
  cs_bind_text_len (statement, index, text, text == NULL ? 0 : strlen (text));
}

void
cs_bind_blob (CsStatement *statement, int index, GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (!has_failed (statement)) /* NULL would be no BLOB but NULL */
    note_code (statement, sqlite3_bind_blob64 (statement->handle, index, data == NULL ? "" : data,
                                               n_bytes, SQLITE_STATIC));
}

gboolean
cs_statement_next (CsStatement *statement)
{
  if (has_failed (statement))
    return FALSE;

  statement->code = sqlite3_step (statement->handle);

  return statement->code == SQLITE_ROW;
}

gboolean
cs_statement_end (CsStatement *statement, GError **error)
{
  if (!has_failed (statement))
    return TRUE;

  cs_store_set_error (error, statement->code, statement->store->db, statement->store->path);

  return FALSE;
}

gboolean
cs_statement_reset (CsStatement *statement, GError **error)
{
  gboolean done = cs_statement_end (statement, error);

  if (statement->handle == NULL) /* it was never one */
    return done;

  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  if (done)
    statement->code = SQLITE_OK;

  return done;
}

gboolean
cs_statement_run (CsStatement *statement, GError **error)
{
  while (cs_statement_next (statement))
    continue;

  return cs_statement_reset (statement, error);
}

const char *
cs_column_get_text (const CsStatement *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement->handle, column);
  gsize n_bytes = sqlite3_column_bytes (statement->handle, column);

  return text != NULL && g_utf8_validate_len (text, n_bytes, NULL) ? text : NULL;
}

char *
cs_column_dup_text (const CsStatement *statement, int column)
{
  return g_strdup (cs_column_get_text (statement, column));
}

gint64
cs_column_get_int (const CsStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

guint64
cs_column_get_uint (const CsStatement *statement, int column)
{
  return MAX (0, sqlite3_column_int64 (statement->handle, column));
}

/* --- more than one statement --- */

gboolean
cs_store_exec (const CsDatabase *store, const char *sql, GError **error)
{
  int code = sqlite3_exec (store->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  cs_store_set_error (error, code, store->db, store->path);

  return FALSE;
}

gboolean
cs_store_exec_id (const CsDatabase *store, const char *sql, gint64 id, GError **error)
{
  g_auto (CsStatement) statement = cs_statement (store, sql);

  cs_bind_int (&statement, 1, id);

  return cs_statement_run (&statement, error);
}

gboolean
cs_store_query_int (const CsDatabase *store, const char *sql, gint64 *value, GError **error)
{
  g_auto (CsStatement) statement = cs_statement (store, sql);
  gint64 answer = 0;

  if (cs_statement_next (&statement))
    answer = cs_column_get_int (&statement, 0);
  if (!cs_statement_end (&statement, error))
    return FALSE;

  *value = answer;

  return TRUE;
}

/* --- transactions --- */

gboolean
cs_transaction_begin (CsTransaction *transaction, const CsDatabase *store, GError **error)
{
  if (store->read_only != NULL)
    {
      g_propagate_error (error, g_error_copy (store->read_only));
      return FALSE;
    }
  if (!cs_store_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;

  transaction->store = store;

  return TRUE;
}

gboolean
cs_transaction_begin_read (CsTransaction *transaction, const CsDatabase *store, GError **error)
{
  if (!cs_store_exec (store, "BEGIN", error))
    return FALSE;

  transaction->store = store;

  return TRUE;
}

void
cs_transaction_clear (CsTransaction *transaction)
{
  const CsDatabase *store = g_steal_pointer (&transaction->store);

  if (store != NULL && !sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
}

/* A commit that failed may yet stand in the log, whole, when only its last sync was refused: the
 * next one to open the store after a crash would take it for made. So the log is emptied. */
static void
empty_log (const CsDatabase *store)
{
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_wal_checkpoint_v2 (store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

gboolean
cs_transaction_commit (CsTransaction *transaction, GError **error)
{
  if (!cs_store_exec (transaction->store, "COMMIT", error))
    {
      empty_log (transaction->store);
      return FALSE;
    }

  transaction->store = NULL;

  return TRUE;
}
