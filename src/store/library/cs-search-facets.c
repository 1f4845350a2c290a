#include <stdlib.h>
#include <string.h>

#include "../cs-library-marks.h"
#include "../cs-store-connect.h"
#include "cs-search-run.h"

#define N_YEARS 10000

/* --- whether a family has a value --- */

static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = words; (at = strstr (at, word)) != NULL; at += length)
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return length > 0;

  return FALSE;
}

static gboolean
list_has (const CsSearchLists *lists, guint family, guint32 wanted)
{
  const guint32 *values = (const guint32 *)(gconstpointer)lists->values->data;

  for (guint i = lists->starts[family]; i < lists->starts[family + 1]; i++)
    if (values[i] == wanted)
      return TRUE;

  return FALSE;
}

/* Returns: the code of a subclass, 0 for one that no family has */
static guint32
find_class (const CsSearchPlaces *places, const char *name)
{
  for (guint code = 1; code < places->class_names->len; code++)
    if (strcmp (g_ptr_array_index (places->class_names, code), name) == 0)
      return code;

  return 0;
}

static gboolean
family_has (const CsSearchPlaces *places, guint family, const CsFacetValue *value, guint32 code)
{
  switch (value->facet)
    {
    case CS_FACET_OFFICE:
      return has_word (g_ptr_array_index (places->office_sets, places->offices[family]),
                       value->key);
    case CS_FACET_YEAR:
      return places->earliest[family] / 10000 == code;
    case CS_FACET_APPLICANT:
      return list_has (&places->applicants, family, code);
    case CS_FACET_CLASS:
      return list_has (&places->classes, family, code);
    case CS_FACET_STATUS:
      return places->statuses[family] == code;
    case CS_FACET_TAG:
    case CS_FACET_POOL:
    case CS_N_FACETS:
    default:
      return FALSE;
    }
}

/* --- filtering --- */

static CsLabelKind
get_kind (CsFacet facet)
{
  return facet == CS_FACET_TAG ? CS_LABEL_TAG : CS_LABEL_POOL;
}

static gboolean
add_labelled (CsSearcher *searcher,
              const CsFacetValue *label,
              CsSearchSet *families,
              GError **error)
{
  const CsSearchPlaces *places = searcher->places;
  g_auto (CsStatement) list = cs_statement (
      searcher->library->file, "SELECT l.family FROM label n JOIN labelled l ON l.label = n.id "
                               "WHERE n.kind = ?1 AND n.name = ?2");

  cs_bind_int (&list, 1, get_kind (label->facet));
  cs_bind_text (&list, 2, label->key);
  while (cs_statement_next (&list))
    {
      guint family = cs_search_find_id (places->families, places->n_families,
                                        cs_column_get_int (&list, 0), 0);

      if (family != CS_SEARCH_NOWHERE)
        cs_search_set_add (families, family);
    }

  return cs_statement_end (&list, error);
}

static gboolean
add_with_value (CsSearcher *searcher,
                const CsFacetValue *value,
                const CsSearchSet *among,
                CsSearchSet *families,
                GError **error)
{
  guint32 code;

  if (value->facet == CS_FACET_TAG || value->facet == CS_FACET_POOL)
    return add_labelled (searcher, value, families, error);

  code = value->facet == CS_FACET_CLASS ? find_class (searcher->places, value->key) :
                                          (guint32)strtoul (value->key, NULL, 10);
  for (guint at = cs_search_set_next (among, 0); at < among->n;
       at = cs_search_set_next (among, at + 1))
    if (family_has (searcher->places, at, value, code))
      cs_search_set_add (families, at);

  return TRUE;
}

gboolean
cs_search_filter (CsSearcher *searcher,
                  const CsSearch *search,
                  CsSearchSet *families,
                  GError **error)
{
  for (CsFacet facet = 0; facet < CS_N_FACETS; facet++)
    {
      g_autoptr (CsSearchSet) having = NULL;

      for (guint i = 0; i < search->filters->len; i++)
        {
          const CsFacetValue *value = search->filters->pdata[i];

          if (value->facet != facet)
            continue;
          if (having == NULL)
            having = cs_search_set_new (families->n);
          if (!add_with_value (searcher, value, families, having, error))
            return FALSE;
        }
      if (having != NULL)
        cs_search_set_meet (families, having);
    }

  return TRUE;
}

/* --- counting --- */

typedef struct
{
  CsSearcher *searcher;
  CsSearchSet *families;
  guint32 *office_sets;
  guint32 *years;
  guint32 *applicants;
  guint32 *classes;
  guint32 statuses[CS_N_FAMILY_STATUSES];
  GPtrArray *values;
} Counts;

static void
clear_counts (Counts *counts)
{
  g_clear_pointer (&counts->families, cs_search_set_free);
  g_free (counts->office_sets);
  g_free (counts->years);
  g_free (counts->applicants);
  g_free (counts->classes);
  g_clear_pointer (&counts->values, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, clear_counts)

/* @counts: by values; a family has each of its values once */
static void
count_list (const CsSearchLists *lists, guint family, guint32 *counts)
{
  const guint32 *values = (const guint32 *)(gconstpointer)lists->values->data;

  for (guint i = lists->starts[family]; i < lists->starts[family + 1]; i++)
    counts[values[i]]++;
}

static void
count_family (Counts *counts, guint family)
{
  const CsSearchPlaces *places = counts->searcher->places;

  cs_search_set_add (counts->families, family);
  counts->office_sets[places->offices[family]]++;
  counts->years[places->earliest[family] / 10000 % N_YEARS]++;
  count_list (&places->applicants, family, counts->applicants);
  count_list (&places->classes, family, counts->classes);
  counts->statuses[MIN (places->statuses[family], CS_N_FAMILY_STATUSES - 1)]++;
}

static void
count_families (Counts *counts, const CsHits *hits)
{
  const CsSearchPlaces *places = counts->searcher->places;
  const guint32 *known = cs_hits_get_places (hits, places);

  counts->families = cs_search_set_new (places->n_families);
  counts->office_sets = g_new0 (guint32, places->office_sets->len);
  counts->years = g_new0 (guint32, N_YEARS);
  counts->applicants = g_new0 (guint32, (gsize)places->max_applicant + 1);
  counts->classes = g_new0 (guint32, places->class_names->len);
  counts->values = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_facet_value_free);
  for (guint i = 0; i < hits->n_families; i++)
    {
      guint family = known != NULL ? known[i] :
                                     cs_search_find_id (places->families, places->n_families,
                                                        hits->families[i], 0);

      if (family != CS_SEARCH_NOWHERE)
        count_family (counts, family);
    }
}

/* --- listing --- */

CsFacetValue *
cs_facet_value_copy (const CsFacetValue *value)
{
  CsFacetValue *copy = g_new (CsFacetValue, 1);

  *copy = (CsFacetValue){ value->facet, g_strdup (value->key), g_strdup (value->label),
                          value->count };

  return copy;
}

void
cs_facet_value_free (CsFacetValue *value)
{
  g_free (value->key);
  g_free (value->label);
  g_free (value);
}

/* @key, @label: (transfer full) (nullable): the same as @key */
static void
add_value (Counts *counts, CsFacet facet, guint count, char *key, char *label)
{
  CsFacetValue *value = g_new0 (CsFacetValue, 1);

  value->facet = facet;
  value->count = count;
  value->key = key;
  value->label = label != NULL ? label : g_strdup (key);
  g_ptr_array_add (counts->values, value);
}

typedef struct
{
  guint32 count;
  guint32 code;
} Counted;

static int
compare_counted (gconstpointer a, gconstpointer b)
{
  const Counted *first = a;
  const Counted *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return first->code < second->code ? -1 : first->code > second->code;
}

/* Returns: (transfer full) (element-type Counted): codes from 1 on with the highest counts */
static GArray *
list_highest (const guint32 *counts, gsize n)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Counted));

  for (gsize code = 1; code < n; code++)
    if (counts[code] > 0)
      {
        Counted counted = { counts[code], (guint32)code };

        g_array_append_val (list, counted);
      }
  g_array_sort (list, compare_counted);
  g_array_set_size (list, MIN (list->len, CS_MAX_FACET_VALUES));

  return list;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const CsFacetValue *first = *(const CsFacetValue *const *)a;
  const CsFacetValue *second = *(const CsFacetValue *const *)b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return strcmp (first->key, second->key);
}

static void
list_offices (Counts *counts)
{
  const GPtrArray *sets = counts->searcher->places->office_sets;
  g_autoptr (GHashTable) offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer office;
  gpointer count;

  for (guint i = 0; i < sets->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_ptr_array_index (sets, i), " ", -1);

      for (char **word = words; counts->office_sets[i] > 0 && *word != NULL; word++)
        if (**word != '\0')
          {
            count = g_hash_table_lookup (offices, *word);
            g_hash_table_replace (
                offices, g_strdup (*word),
                GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + counts->office_sets[i]));
          }
    }

  g_hash_table_iter_init (&iter, offices);
  while (g_hash_table_iter_next (&iter, &office, &count))
    add_value (counts, CS_FACET_OFFICE, GPOINTER_TO_UINT (count), g_strdup (office), NULL);
  g_ptr_array_sort (counts->values, compare_values);
}

static void
list_years (Counts *counts)
{
  for (guint year = N_YEARS - 1; year > 0; year--)
    if (counts->years[year] > 0)
      add_value (counts, CS_FACET_YEAR, counts->years[year], g_strdup_printf ("%u", year), NULL);
}

static gboolean
list_applicants (Counts *counts, GError **error)
{
  CsSearcher *searcher = counts->searcher;
  g_autoptr (GArray) list =
      list_highest (counts->applicants, (gsize)searcher->places->max_applicant + 1);

  for (guint i = 0; i < list->len; i++)
    {
      Counted counted = g_array_index (list, Counted, i);
      CsStatement *name =
          cs_library_statement (searcher->library, "SELECT name FROM name WHERE id = ?1");
      char *label = NULL;

      cs_bind_int (name, 1, counted.code);
      if (cs_statement_next (name))
        label = cs_column_dup_text (name, 0);
      add_value (counts, CS_FACET_APPLICANT, counted.count,
                 g_strdup_printf ("%u", counted.code), label);
      if (!cs_statement_reset (name, error))
        return FALSE;
    }

  return TRUE;
}

static void
list_classes (Counts *counts)
{
  const GPtrArray *names = counts->searcher->places->class_names;
  g_autoptr (GArray) list = list_highest (counts->classes, names->len);

  for (guint i = 0; i < list->len; i++)
    {
      Counted counted = g_array_index (list, Counted, i);

      add_value (counts, CS_FACET_CLASS, counted.count,
                 g_strdup (g_ptr_array_index (names, counted.code)), NULL);
    }
}

static void
list_statuses (Counts *counts)
{
  for (guint status = 0; status < CS_N_FAMILY_STATUSES; status++)
    if (counts->statuses[status] > 0)
      add_value (counts, CS_FACET_STATUS, counts->statuses[status],
                 g_strdup_printf ("%u", status), g_strdup (cs_family_status_get_name (status)));
}

static gboolean
list_labels (Counts *counts, CsFacet facet, GError **error)
{
  const CsSearchPlaces *places = counts->searcher->places;
  g_auto (CsStatement) list = cs_statement (
      counts->searcher->library->file,
      "SELECT n.name, l.family FROM label n JOIN labelled l ON l.label = n.id "
      "WHERE n.kind = ?1 ORDER BY n.id, l.family");
  g_autofree char *label = NULL;
  guint count = 0;
  guint at = 0;

  cs_bind_int (&list, 1, get_kind (facet));
  while (cs_statement_next (&list))
    {
      const char *name = cs_column_get_text (&list, 0);

      if (name != NULL && g_strcmp0 (label, name) != 0)
        {
          if (count > 0)
            add_value (counts, facet, count, g_steal_pointer (&label), NULL);
          g_free (label);
          label = g_strdup (name);
          count = 0;
        }
      at = cs_search_find_id (places->families, places->n_families, cs_column_get_int (&list, 1),
                              at == CS_SEARCH_NOWHERE ? 0 : at);
      if (at != CS_SEARCH_NOWHERE && cs_search_set_has (counts->families, at))
        count++;
    }
  if (count > 0)
    add_value (counts, facet, count, g_steal_pointer (&label), NULL);

  return cs_statement_end (&list, error);
}

static GPtrArray *
count_now (CsSearcher *searcher, const CsHits *hits, GError **error)
{
  g_auto (CsTransaction) reading = { 0 };
  g_auto (Counts) counts = { searcher };

  if (!cs_searcher_begin (searcher, &reading, error))
    return NULL;

  count_families (&counts, hits);
  list_offices (&counts);
  list_years (&counts);
  if (!list_applicants (&counts, error))
    return NULL;
  list_classes (&counts);
  list_statuses (&counts);
  if (!list_labels (&counts, CS_FACET_TAG, error) ||
      !list_labels (&counts, CS_FACET_POOL, error))
    return NULL;

  return g_steal_pointer (&counts.values);
}

GPtrArray *
cs_searcher_count_facets (CsSearcher *searcher,
                          const CsHits *hits,
                          GCancellable *cancellable,
                          GError **error)
{
  GPtrArray *values;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  cs_store_watch (searcher->library->file, cancellable);
  values = count_now (searcher, hits, error);
  if (values == NULL)
    cs_library_forget_statements (searcher->library);
  cs_store_watch (searcher->library->file, NULL);

  return values;
}
