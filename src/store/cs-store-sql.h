#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "cs-store-error.h"

G_BEGIN_DECLS

/* How the stores speak to SQLite: statements, transactions, errors; for nobody else. */

/* A connection to a file. A store of drafts is no more than this; the library has one. */
typedef struct _CsDatabase
{
  char *path;
  sqlite3 *db;
  GError *read_only; /* why nothing can be written, NULL when all can */
} CsDatabase;

/* Closes the connection and frees it. */
void cs_database_close (CsDatabase *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDatabase, cs_database_close)

/* --- errors --- */

/* Says in words what @code means for the file @path. @db: (nullable): knows what the system said */
void cs_store_set_error (GError **error,
                         int code,
                         sqlite3 *db,
                         const char *path);

/* Says that @store holds what we did not write there. @what: (nullable): where */
void cs_store_set_damaged (GError **error,
                           const CsDatabase *store,
                           const char *what);

/* --- statements --- */

/* One statement. An error stays with it: whatever is asked of it then does nothing, and
 * cs_statement_end() tells. */
typedef struct
{
  const CsDatabase *store;
  sqlite3_stmt *handle;
  int code; /* SQLITE_OK, SQLITE_ROW, SQLITE_DONE or an error */
} CsStatement;

/* Prepares @sql, whose parameters are numbered (?1). */
CsStatement cs_statement (const CsDatabase *store,
                          const char *sql);

void cs_statement_clear (CsStatement *statement);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsStatement, cs_statement_clear)

void cs_bind_int (CsStatement *statement,
                  int index,
                  gint64 value);

/* @text: (nullable): kept until the statement is cleared, NULL for NULL */
void cs_bind_text (CsStatement *statement,
                   int index,
                   const char *text);

/* @text: (nullable) (array length=n_bytes): as above */
void cs_bind_text_len (CsStatement *statement,
                       int index,
                       const char *text,
                       gsize n_bytes);

void cs_bind_blob (CsStatement *statement,
                   int index,
                   GBytes *bytes);

/* Returns: whether there is another row */
gboolean cs_statement_next (CsStatement *statement);

/* Returns: whether all went well */
gboolean cs_statement_end (CsStatement *statement,
                           GError **error);

/* Makes ready to bind and run again what gave all the rows that were wanted. Returns: whether all
 * went well */
gboolean cs_statement_reset (CsStatement *statement,
                             GError **error);

/* Runs a statement to its end, so that it can be bound and run again. Returns: whether all went
 * well */
gboolean cs_statement_run (CsStatement *statement,
                           GError **error);

/* Returns: (transfer full) (nullable): text of a column; NULL for NULL and for what is no UTF-8 */
char *cs_column_dup_text (const CsStatement *statement,
                          int column);

/* Returns: (transfer none) (nullable): the same, until the next row */
const char *cs_column_get_text (const CsStatement *statement,
                                int column);

gint64 cs_column_get_int (const CsStatement *statement,
                          int column);

/* Returns: the value, 0 when it is negative */
guint64 cs_column_get_uint (const CsStatement *statement,
                            int column);

/* --- more than one statement --- */

/* Runs statements that give no rows. */
gboolean cs_store_exec (const CsDatabase *store,
                        const char *sql,
                        GError **error);

/* Runs @sql with @id as ?1. */
gboolean cs_store_exec_id (const CsDatabase *store,
                           const char *sql,
                           gint64 id,
                           GError **error);

/* Asks for one number; 0 when there is no row. */
gboolean cs_store_query_int (const CsDatabase *store,
                             const char *sql,
                             gint64 *value,
                             GError **error);

/* A transaction that ends with its scope: undone unless it was committed. */
typedef struct
{
  const CsDatabase *store;
} CsTransaction;

/* Begins to write; an error when @store is read-only. */
gboolean cs_transaction_begin (CsTransaction *transaction,
                               const CsDatabase *store,
                               GError **error);

/* Begins to read: all that is read until the end is of one moment. */
gboolean cs_transaction_begin_read (CsTransaction *transaction,
                                    const CsDatabase *store,
                                    GError **error);

gboolean cs_transaction_commit (CsTransaction *transaction,
                                GError **error);

void cs_transaction_clear (CsTransaction *transaction);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsTransaction, cs_transaction_clear)

G_END_DECLS
