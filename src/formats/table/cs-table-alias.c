#include <string.h>

#include <gio/gio.h>

#include "cs-table-alias.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/tables/"
#define MAX_PLATFORMS 64

/* One line of the table, for one of its names. */
typedef struct
{
  char *name; /* folded, without its asterisks */
  guint n_chars;
  guint64 platforms;
  CsTableMeaning meaning;
  gboolean is_head; /* anything may follow */
  gboolean is_tail; /* anything may come before */
} Alias;

typedef struct
{
  GArray *platforms; /* of CsTablePlatform */
  GHashTable *whole; /* name -> GPtrArray of Alias */
  GPtrArray *open;   /* of Alias, with an asterisk */
  GHashTable *status;
} Tables;

char *
cs_table_alias_fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_strdown (normal == NULL ? "" : normal, -1);
  GString *folded = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/* --- reading the data --- */

typedef void (*LineFunc) (Tables *tables, char **cells);

static void
read_lines (Tables *tables, const char *file, guint n_cells, LineFunc func)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] != '#' && g_strv_length (cells) >= n_cells)
        func (tables, cells);
    }
}

static void
add_platform (Tables *tables, char **cells)
{
  CsTablePlatform platform = {
    .id = g_intern_string (cells[0]),
    .name = g_intern_string (cells[1]),
    .is_tried = strcmp (cells[2], "tried") == 0,
    .family_rule = g_intern_string (cells[3]),
  };

  if (tables->platforms->len < MAX_PLATFORMS)
    g_array_append_val (tables->platforms, platform);
}

static guint64
read_platforms (const Tables *tables, const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);
  guint64 bits = 0;

  for (guint i = 0; i < tables->platforms->len; i++)
    if (g_strv_contains ((const char *const *)ids,
                         g_array_index (tables->platforms, CsTablePlatform, i).id))
      bits |= G_GUINT64_CONSTANT (1) << i;

  return bits;
}

static void
index_alias (Tables *tables, Alias *alias)
{
  GPtrArray *same = g_hash_table_lookup (tables->whole, alias->name);

  if (alias->is_head || alias->is_tail)
    {
      g_ptr_array_add (tables->open, alias);
      return;
    }

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (tables->whole, alias->name, same);
    }
  g_ptr_array_add (same, alias);
}

static void
add_alias (Tables *tables, guint64 platforms, const char *name, CsTableMeaning meaning)
{
  Alias *alias = g_new0 (Alias, 1);
  g_autofree char *folded = cs_table_alias_fold (name);
  gsize n_bytes = strlen (folded);

  alias->is_tail = folded[0] == '*';
  alias->is_head = n_bytes > 1 && folded[n_bytes - 1] == '*';
  alias->name = g_strndup (folded + alias->is_tail, n_bytes - alias->is_tail - alias->is_head);
  alias->n_chars = g_utf8_strlen (alias->name, -1);
  alias->platforms = platforms;
  alias->meaning = meaning;
  index_alias (tables, alias);
}

static void
add_aliases (Tables *tables, char **cells)
{
  g_auto (GStrv) names = g_strsplit (cells[1], " | ", -1);
  guint64 platforms = read_platforms (tables, cells[0]);
  CsTableMeaning meaning;

  if (!cs_table_meaning_read (cells[2], &meaning))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    add_alias (tables, platforms, names[i], meaning);
}

static void
add_status (Tables *tables, char **cells)
{
  g_auto (GStrv) words = g_strsplit (cells[1], " | ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_insert (tables->status, cs_table_alias_fold (words[i]),
                         (gpointer)g_intern_string (cells[0]));
}

/* For the life of the process. */
static const Tables *
get_tables (void)
{
  static Tables *tables;

  if (g_once_init_enter (&tables))
    {
      Tables *read = g_new0 (Tables, 1);

      read->platforms = g_array_new (FALSE, FALSE, sizeof (CsTablePlatform));
      read->whole = g_hash_table_new (g_str_hash, g_str_equal);
      read->open = g_ptr_array_new ();
      read->status = g_hash_table_new (g_str_hash, g_str_equal);
      read_lines (read, "platforms.tsv", 4, add_platform);
      read_lines (read, "aliases.tsv", 3, add_aliases);
      read_lines (read, "status.tsv", 2, add_status);
      g_once_init_leave (&tables, read);
    }

  return tables;
}

/* --- finding --- */

const CsTablePlatform *
cs_table_platform_get (guint index)
{
  const GArray *platforms = get_tables ()->platforms;

  return index < platforms->len ? &g_array_index (platforms, CsTablePlatform, index) : NULL;
}

const CsTablePlatform *
cs_table_platform_find (const char *id)
{
  const CsTablePlatform *platform;

  for (guint i = 0; (platform = cs_table_platform_get (i)) != NULL; i++)
    if (strcmp (platform->id, id) == 0)
      return platform;

  return NULL;
}

static guint64
get_bit (const CsTablePlatform *platform)
{
  return G_GUINT64_CONSTANT (1) << (platform - cs_table_platform_get (0));
}

static gboolean
fits (const Alias *alias, const char *folded)
{
  if (alias->is_head && alias->is_tail)
    return strstr (folded, alias->name) != NULL;

  return alias->is_head ? g_str_has_prefix (folded, alias->name) :
                          g_str_has_suffix (folded, alias->name);
}

/* The names that fit and than which none is longer. */
static GPtrArray *
find_longest (const char *folded)
{
  const Tables *tables = get_tables ();
  const GPtrArray *whole = g_hash_table_lookup (tables->whole, folded);
  GPtrArray *longest = g_ptr_array_new ();
  guint n_chars = 0;

  for (guint i = 0; whole != NULL && i < whole->len; i++)
    g_ptr_array_add (longest, whole->pdata[i]);
  for (guint i = 0; whole == NULL && i < tables->open->len; i++)
    {
      const Alias *alias = tables->open->pdata[i];

      if (alias->n_chars < n_chars || !fits (alias, folded))
        continue;
      if (alias->n_chars > n_chars)
        g_ptr_array_set_size (longest, 0);
      n_chars = alias->n_chars;
      g_ptr_array_add (longest, (gpointer)alias);
    }

  return longest;
}

guint64
cs_table_alias_get_platforms (const char *folded)
{
  g_autoptr (GPtrArray) longest = find_longest (folded);
  guint64 platforms = 0;

  for (guint i = 0; i < longest->len; i++)
    platforms |= ((const Alias *)longest->pdata[i])->platforms;

  return platforms;
}

static const Alias *
choose (const GPtrArray *longest, guint64 platforms)
{
  for (guint i = 0; i < longest->len; i++)
    {
      const Alias *alias = longest->pdata[i];

      if ((alias->platforms & platforms) != 0)
        return alias;
    }

  return NULL;
}

gboolean
cs_table_alias_find (const char *folded, const CsTablePlatform *platform, CsTableMeaning *meaning)
{
  g_autoptr (GPtrArray) longest = find_longest (folded);
  const Alias *alias = choose (longest, get_bit (platform));

  if (alias == NULL)
    alias = choose (longest, get_bit (cs_table_platform_find ("any")));
  if (alias == NULL)
    alias = choose (longest, G_MAXUINT64);
  if (alias == NULL)
    return FALSE;

  *meaning = alias->meaning;
  return TRUE;
}

const char *
cs_table_alias_find_status (const char *words)
{
  g_autofree char *folded = cs_table_alias_fold (words);
  const char *event = g_hash_table_lookup (get_tables ()->status, folded);

  return event == NULL ? "" : event;
}
