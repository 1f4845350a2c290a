#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-matter-rows.h"

#define MAX_WORDS 16 /* of a search; what follows is not looked at */
#define MAX_NAMED 5  /* matters that a message names */

/* --- sorting --- */

/* A matter in a list that is being sorted. */
typedef struct
{
  CsMatterInfo *info;
  char *key; /* of its name, as the user's language sorts */
  const CsMatterQuery *query;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->info, cs_matter_info_free);
  g_free (entry->key);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_findings (const CsMatterInfo *a, const CsMatterInfo *b)
{
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    if (a->n_findings[i] != b->n_findings[i])
      return compare_numbers (a->n_findings[i], b->n_findings[i]);

  return 0;
}

static int
compare_by (CsMatterOrder order, const Entry *a, const Entry *b)
{
  switch (order)
    {
    case CS_MATTER_BY_OPENED:
      return compare_numbers (a->info->opened_us, b->info->opened_us);
    case CS_MATTER_BY_NAME:
      return strcmp (a->key, b->key);
    case CS_MATTER_BY_STAGE:
      return compare_numbers (a->info->stage, b->info->stage);
    case CS_MATTER_BY_TYPE:
      return compare_numbers (a->info->type, b->info->type);
    case CS_MATTER_BY_FINDINGS:
      return compare_findings (a->info, b->info);
    case CS_MATTER_BY_CHANGED:
    default:
      return compare_numbers (a->info->changed_us, b->info->changed_us);
    }
}

/* Whatever the direction, those without findings to sort by come last, and among equals the one
 * changed last comes first. */
static int
compare_entries (gconstpointer left, gconstpointer right)
{
  const Entry *a = left;
  const Entry *b = right;
  int order = compare_by (a->query->order, a, b);

  if (a->query->order == CS_MATTER_BY_FINDINGS && a->info->examined != b->info->examined)
    return a->info->examined ? -1 : 1;
  if (order != 0)
    return a->query->descending ? -order : order;

  order = -compare_numbers (a->info->changed_us, b->info->changed_us);

  return order != 0 ? order : -compare_numbers (a->info->id, b->info->id);
}

/* --- listing --- */

static char **
dup_words (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words == NULL ? "" : words, -1);
  g_autofree char *folded = cs_matter_rows_dup_folded (valid);
  g_auto (GStrv) all = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL && chosen->len < MAX_WORDS; i++)
    if (*all[i] != '\0')
      g_ptr_array_add (chosen, g_strdup (all[i]));
  g_ptr_array_add (chosen, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&chosen), FALSE);
}

/* ?1 is whether in the bin, the words follow. */
static char *
dup_sql (guint n_words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT " CS_MATTER_COLUMNS " FROM matter ");

  if (n_words > 0)
    g_string_append (sql, "JOIN search ON search.matter = matter.id ");
  g_string_append (sql, "WHERE (in_bin <> 0) = ?1");
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (sql,
                            " AND (instr (search.folded, ?%u) > 0 OR EXISTS (SELECT 1 FROM "
                            "attachment AS a WHERE a.matter = matter.id AND "
                            "instr (a.folded, ?%u) > 0))",
                            i + 2, i + 2);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
is_wanted (const CsMatterInfo *info, const CsMatterQuery *query)
{
  return (query->offices == 0 || (query->offices & info->offices) != 0) &&
         (query->types == 0 || (query->types & 1u << info->type) != 0) &&
         (query->stages == 0 || (query->stages & 1u << info->stage) != 0);
}

static gboolean
read_entry (const CsStatement *row, const CsMatterQuery *query, GArray *entries)
{
  CsMatterInfo *info = cs_matter_rows_read (row);
  Entry entry = { info, NULL, query };

  if (info == NULL)
    return FALSE;
  if (!is_wanted (info, query))
    {
      cs_matter_info_free (info);
      return TRUE;
    }

  if (query->order == CS_MATTER_BY_NAME)
    entry.key = g_utf8_collate_key_for_filename (info->name, -1);
  g_array_append_val (entries, entry);

  return TRUE;
}

static GPtrArray *
take_sorted (GArray *entries)
{
  GPtrArray *infos =
      g_ptr_array_new_full (entries->len, (GDestroyNotify)cs_matter_info_free);

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (infos, g_steal_pointer (&g_array_index (entries, Entry, i).info));

  return infos;
}

GPtrArray *
cs_draft_store_list (CsDraftStore *store, const CsMatterQuery *query, GError **error)
{
  g_auto (GStrv) words = dup_words (query->words);
  guint n_words = g_strv_length (words);
  g_autofree char *sql = dup_sql (n_words);
  g_auto (CsStatement) list = cs_statement (store, sql);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gboolean sound = TRUE;

  g_array_set_clear_func (entries, entry_clear);
  cs_bind_int (&list, 1, query->in_bin != FALSE);
  for (guint i = 0; i < n_words; i++)
    cs_bind_text (&list, i + 2, words[i]);
  while (sound && cs_statement_next (&list))
    sound = read_entry (&list, query, entries);
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    {
      cs_store_set_damaged (error, store, "matter");
      return NULL;
    }

  return take_sorted (entries);
}

gboolean
cs_draft_store_count (CsDraftStore *store, guint *stages, guint *bin, GError **error)
{
  g_auto (CsStatement) count = cs_statement (
      store, "SELECT stage, in_bin <> 0, count(*) FROM matter GROUP BY 1, 2");
  guint n_in_stage[CS_N_STAGES] = { 0 };
  guint n_in_bin = 0;

  while (cs_statement_next (&count))
    {
      CsStage stage;

      if (cs_column_get_int (&count, 1) != 0)
        n_in_bin += cs_column_get_uint (&count, 2);
      else if (cs_stage_from_name (cs_column_get_text (&count, 0), &stage))
        n_in_stage[stage] = cs_column_get_uint (&count, 2);
    }
  if (!cs_statement_end (&count, error))
    return FALSE;

  memcpy (stages, n_in_stage, sizeof n_in_stage);
  *bin = n_in_bin;

  return TRUE;
}

/* --- finding one --- */

static gboolean
has_reference (const CsMatterInfo *info, const char *name)
{
  g_autofree char *folded = cs_matter_rows_dup_folded (info->reference);

  return strcmp (folded, name) == 0;
}

static gboolean
has_name (const CsMatterInfo *info, const char *name)
{
  g_autofree char *folded = cs_matter_rows_dup_folded (info->name);

  return strcmp (folded, name) == 0;
}

static gboolean
has_id (const CsMatterInfo *info, const char *name)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, info->id);

  return strcmp (number, name) == 0;
}

static gboolean
has_part (const CsMatterInfo *info, const char *name)
{
  g_autofree char *folded_name = cs_matter_rows_dup_folded (info->name);
  g_autofree char *folded_reference = cs_matter_rows_dup_folded (info->reference);

  return strstr (folded_name, name) != NULL || strstr (folded_reference, name) != NULL;
}

/* From the surest way to be meant to the least sure. */
static gboolean (*const ways[]) (const CsMatterInfo *info,
                                 const char *name) = { has_reference, has_name, has_id, has_part };

static GPtrArray *
find_matters (GPtrArray *all, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint way = 0; way < G_N_ELEMENTS (ways) && found->len == 0; way++)
    for (guint i = 0; i < all->len; i++)
      if (ways[way](all->pdata[i], name))
        g_ptr_array_add (found, all->pdata[i]);

  return found;
}

static char *
dup_names (const GPtrArray *found)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MAX_NAMED); i++)
    {
      const CsMatterInfo *info = found->pdata[i];

      g_string_append_printf (names, "%s%" G_GINT64_FORMAT " \"%s\"", i == 0 ? "" : ", ", info->id,
                              info->name);
      if (*info->reference != '\0')
        g_string_append_printf (names, " (%s)", info->reference);
    }
  if (found->len > MAX_NAMED)
    g_string_append (names, ", ...");

  return g_string_free (g_steal_pointer (&names), FALSE);
}

gint64
cs_draft_store_find (CsDraftStore *store, const char *name, GError **error)
{
  CsMatterQuery query = { .order = CS_MATTER_BY_CHANGED, .descending = TRUE };
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *folded = cs_matter_rows_dup_folded (valid);
  g_autoptr (GPtrArray) all = cs_draft_store_list (store, &query, error);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *names = NULL;

  if (all == NULL)
    return 0;

  found = find_matters (all, folded);
  if (found->len == 1)
    return ((CsMatterInfo *)found->pdata[0])->id;

  names = dup_names (found);
  if (found->len == 0 || *folded == '\0')
    g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                 _ ("no matter is called \"%s\" in \"%s\""), valid, store->path);
  else
    g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                 _ ("several matters are called \"%s\": %s"), valid, names);

  return 0;
}
