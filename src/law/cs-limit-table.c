#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "cs-limit-table.h"

#define RESOURCE_PATH "/io/github/claimsmith/law/limits.ini"

struct _CsLimitTable
{
  GPtrArray *limits; /* CsLimit, by key, then by date */
  GPtrArray *keys;   /* borrowed strings, NULL at the end */
};

static void
limit_free (gpointer data)
{
  CsLimit *limit = data;

  g_free (limit->key);
  g_free (limit->since);
  g_free (limit->unit);
  g_free (limit->source);
  g_free (limit->status);
  g_free (limit);
}

static int
compare_limits (gconstpointer a, gconstpointer b)
{
  const CsLimit *one = *(const CsLimit *const *)a;
  const CsLimit *other = *(const CsLimit *const *)b;
  int by_key = strcmp (one->key, other->key);

  return by_key != 0 ? by_key : strcmp (one->since, other->since);
}

static CsLimit *
read_limit (GKeyFile *file, const char *group, GError **error)
{
  const char *at = strchr (group, '@');
  g_autoptr (GError) local_error = NULL;
  int value = g_key_file_get_integer (file, group, "value", &local_error);
  CsLimit *limit;

  if (at == NULL || local_error != NULL || value < 0)
    {
      cs_error_set (error, CS_ERROR_CHECKLIST, 0,
                    _ ("limit \"%s\": a name, \"@\", a date and a \"value\" are needed"), group);
      return NULL;
    }

  limit = g_new0 (CsLimit, 1);
  limit->key = g_strndup (group, at - group);
  limit->since = g_strdup (at + 1);
  limit->value = value;
  limit->unit = g_key_file_get_string (file, group, "unit", NULL);
  limit->source = g_key_file_get_string (file, group, "source", NULL);
  limit->status = g_key_file_get_string (file, group, "status", NULL);

  return limit;
}

static void
collect_keys (CsLimitTable *table)
{
  const char *last = "";

  for (guint i = 0; i < table->limits->len; i++)
    {
      const CsLimit *limit = table->limits->pdata[i];

      if (strcmp (limit->key, last) != 0)
        g_ptr_array_add (table->keys, limit->key);
      last = limit->key;
    }
  g_ptr_array_add (table->keys, NULL);
}

CsLimitTable *
cs_limit_table_new (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr (CsLimitTable) table = g_new0 (CsLimitTable, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  table->limits = g_ptr_array_new_with_free_func (limit_free);
  table->keys = g_ptr_array_new ();
  if (!g_key_file_load_from_data (file, data, n_bytes, G_KEY_FILE_NONE, error))
    return NULL;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      CsLimit *limit = read_limit (file, groups[i], error);

      if (limit == NULL)
        return NULL;
      g_ptr_array_add (table->limits, limit);
    }
  g_ptr_array_sort (table->limits, compare_limits);
  collect_keys (table);

  return g_steal_pointer (&table);
}

void
cs_limit_table_free (CsLimitTable *table)
{
  g_ptr_array_unref (table->limits);
  g_ptr_array_unref (table->keys);
  g_free (table);
}

static CsLimitTable *
load_default (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_PATH, 0, &error);
  CsLimitTable *table = NULL;
  gsize n_bytes;
  const char *data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &n_bytes);

  if (data != NULL)
    table = cs_limit_table_new (data, n_bytes, &error);
  if (table == NULL) /* our own file: a test holds it to its form */
    g_error ("%s: %s", RESOURCE_PATH, error->message);

  return table;
}

const CsLimitTable *
cs_limit_table_get_default (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize)load_default ());

  return (const CsLimitTable *)once;
}

const CsLimit *
cs_limit_table_find (const CsLimitTable *table, const char *key, const char *as_of)
{
  const CsLimit *found = NULL;

  for (guint i = 0; i < table->limits->len; i++)
    {
      const CsLimit *limit = table->limits->pdata[i];

      if (strcmp (limit->key, key) != 0)
        continue;
      if (found == NULL || strcmp (limit->since, as_of) <= 0)
        found = limit;
    }

  return found;
}

const char *const *
cs_limit_table_get_keys (const CsLimitTable *table)
{
  return (const char *const *)table->keys->pdata;
}
