#include "cs-percentiles.h"

#include <gio/gio.h>

#define RESOURCE_PATH "/io/github/claimsmith/law/percentiles.ini"

static CsPercentiles *
read_table (GKeyFile *file, const char *group)
{
  gsize n_deciles = 0;
  g_autofree int *deciles = g_key_file_get_integer_list (file, group, "deciles", &n_deciles, NULL);
  CsPercentiles *table;

  if (n_deciles != G_N_ELEMENTS (table->deciles))
    return NULL;

  table = g_new0 (CsPercentiles, 1);
  for (guint i = 0; i < n_deciles; i++)
    table->deciles[i] = MAX (0, deciles[i]);
  table->since = g_key_file_get_string (file, group, "since", NULL);
  table->n_measured = MAX (0, g_key_file_get_integer (file, group, "measured", NULL));
  table->source = g_key_file_get_string (file, group, "source", NULL);

  return table;
}

static GHashTable *
load (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_PATH, 0, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GHashTable *tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) groups = NULL;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return tables;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      CsPercentiles *table = read_table (file, groups[i]);

      if (table != NULL)
        g_hash_table_insert (tables, g_strdup (groups[i]), table);
    }

  return tables;
}

const CsPercentiles *
cs_percentiles_find (const char *key)
{
  static GHashTable *tables; /* for the life of the process */

  if (g_once_init_enter (&tables))
    g_once_init_leave (&tables, load ());

  return g_hash_table_lookup (tables, key);
}

guint
cs_percentiles_rank (const CsPercentiles *percentiles, guint value)
{
  guint below = 0;

  for (guint i = 0; i < G_N_ELEMENTS (percentiles->deciles); i++)
    {
      guint decile = percentiles->deciles[i];

      if (value < decile)
        return 10 * i + 10 * (value - below) / (decile - below);
      below = decile;
    }

  return value > 2 * below ? 99 : 90 + (below == 0 ? 0 : 9 * (value - below) / below);
}
