#include "cs-store-migrate.h"

#include <string.h>

#include <glib/gi18n-lib.h>

guint
cs_schema_get_current (const CsSchema *schema)
{
  return schema->n_migrations + (schema->extra != NULL && *schema->extra != NULL);
}

static CsMigration
get_migration (const CsSchema *schema, guint version)
{
  return version < schema->n_migrations ? schema->migrations[version] : *schema->extra;
}

static gboolean
run_migrations (const CsSchema *schema,
                const CsDatabase *store,
                guint from,
                guint to,
                GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                            schema->application_id, to);

  for (guint version = from; version < to; version++)
    if (!get_migration (schema, version) (store, error))
      return FALSE;

  return cs_store_exec (store, marks, error);
}

gboolean
cs_schema_migrate (const CsSchema *schema, const CsDatabase *store, guint version, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  gint64 now = 0;

  if (!cs_transaction_begin (&write, store, error) ||
      !cs_store_query_int (store, "PRAGMA user_version", &now, error))
    return FALSE;
  if (now != version) /* another process was faster */
    return TRUE;

  return run_migrations (schema, store, version, cs_schema_get_current (schema), error) &&
         cs_transaction_commit (&write, error);
}

/* --- is it ours? --- */

/* SQLite's own tables, such as the statistics that tidying leaves, are no one's. */
static const char all_entries[] =
    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql FROM sqlite_schema "
    "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";

/* What a table of a newer version must still have for us to read it. */
static const char all_columns[] =
    "SELECT s.name || '.' || c.name FROM sqlite_schema AS s, pragma_table_xinfo (s.name) AS c "
    "WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE %' AND c.hidden = 0 ORDER BY 1";

static GHashTable *
list_names (const CsDatabase *store, const char *sql, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (CsStatement) list = cs_statement (store, sql);

  while (cs_statement_next (&list))
    {
      char *name = cs_column_dup_text (&list, 0);

      g_hash_table_add (names, name == NULL ? g_strdup ("") : name);
    }

  return cs_statement_end (&list, error) ? g_steal_pointer (&names) : NULL;
}

static gboolean
holds_all (GHashTable *names, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (names, name))
      return FALSE;

  return TRUE;
}

/* The tables as this program makes them, in memory. */
static CsDatabase *
new_model (const CsSchema *schema, guint version, GError **error)
{
  g_autoptr (CsDatabase) model = g_new0 (CsDatabase, 1);

  model->path = g_strdup (":memory:");
  if (sqlite3_open (":memory:", &model->db) != SQLITE_OK ||
      (schema->prepare != NULL && !schema->prepare (model, error)) ||
      !run_migrations (schema, model, 0, version, error))
    return NULL;

  return g_steal_pointer (&model);
}

static gboolean
compare_with_model (const CsSchema *schema, const CsDatabase *store, guint version, GError **error)
{
  guint current = cs_schema_get_current (schema);
  gboolean newer = version > current;
  const char *sql = newer ? all_columns : all_entries;
  g_autoptr (CsDatabase) model = new_model (schema, MIN (version, current), error);
  g_autoptr (GHashTable) ours = NULL;
  g_autoptr (GHashTable) theirs = NULL;

  if (model == NULL)
    return FALSE;
  ours = list_names (model, sql, error);
  if (ours == NULL)
    return FALSE;
  theirs = list_names (store, sql, error);
  if (theirs == NULL)
    return FALSE;

  if (holds_all (theirs, ours) && (newer || holds_all (ours, theirs)))
    return TRUE;

  cs_store_set_damaged (error, store, NULL);

  return FALSE;
}

gboolean
cs_schema_identify (const CsSchema *schema, const CsDatabase *store, guint *version, GError **error)
{
  gint64 application = 0;
  gint64 number = 0;

  if (!cs_store_query_int (store, "PRAGMA application_id", &application, error) ||
      !cs_store_query_int (store, "PRAGMA user_version", &number, error))
    return FALSE;
  if (application != schema->application_id || number < 1 || number > G_MAXINT)
    {
      cs_store_set_damaged (error, store, _ ("not marked as one"));
      return FALSE;
    }

  *version = number;

  return compare_with_model (schema, store, number, error);
}
