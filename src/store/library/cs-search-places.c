#include "cs-search-places.h"

#include <string.h>

#include "../../language/cs-search-tokens.h"

#define SUBCLASS_BYTES (4 * 4) /* four characters */

/* --- codes for texts that come often --- */

typedef struct
{
  GPtrArray *names;
  GHashTable *codes;
} Codes;

static Codes
codes_new (void)
{
  Codes codes = { g_ptr_array_new_with_free_func (g_free),
                  g_hash_table_new (g_str_hash, g_str_equal) };

  return codes;
}

/* Past what a code can hold all is the first one. */
static guint16
get_code (Codes *codes, const char *name)
{
  gpointer code;
  char *kept;

  name = name == NULL ? "" : name;
  if (g_hash_table_lookup_extended (codes->codes, name, NULL, &code))
    return GPOINTER_TO_UINT (code);
  if (codes->names->len > G_MAXUINT16)
    return 0;

  kept = g_strdup (name);
  g_hash_table_insert (codes->codes, kept, GUINT_TO_POINTER (codes->names->len));
  g_ptr_array_add (codes->names, kept);

  return codes->names->len - 1;
}

/* --- what is loaded at once --- */

static CsSearchLists
lists_new (guint n)
{
  return (CsSearchLists){ g_new0 (guint32, n + 1), g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

static void
clear_lists (CsSearchLists *lists)
{
  g_free (lists->starts);
  g_clear_pointer (&lists->values, g_array_unref);
}

/* @ids: "12 7"; none is above @max */
static void
add_ids (CsSearchLists *lists, guint at, const char *ids, guint32 max)
{
  char *end;

  for (guint64 id; ids != NULL && (id = g_ascii_strtoull (ids, &end, 10)) > 0; ids = end)
    if (id <= max)
      {
        guint32 value = (guint32)id;

        g_array_append_val (lists->values, value);
      }
  lists->starts[at + 1] = lists->values->len;
}

/* @words: "H01M H04W" */
static void
add_codes (CsSearchLists *lists, guint at, const char *words, Codes *codes)
{
  char word[SUBCLASS_BYTES + 1];

  for (gsize length; words != NULL && words[0] != '\0'; words += length + (words[length] == ' '))
    {
      guint32 code;

      length = strcspn (words, " ");
      g_strlcpy (word, words, MIN (length + 1, sizeof word));
      code = get_code (codes, word);
      g_array_append_val (lists->values, code);
    }
  lists->starts[at + 1] = lists->values->len;
}

static void
read_family (CsSearchPlaces *places, guint at, const CsStatement *list)
{
  places->families[at] = cs_column_get_int (list, 0);
  places->earliest[at] = (guint32)cs_column_get_uint (list, 1);
  places->statuses[at] = (guint8)cs_column_get_uint (list, 2);
  places->sizes[at] = (guint16)MIN (cs_column_get_uint (list, 3), G_MAXUINT16);
  add_ids (&places->applicants, at, cs_column_get_text (list, 5), places->max_applicant);
}

static gboolean
count_rows (CsLibrary *library, CsSearchPlaces *places, GError **error)
{
  gint64 n_families = 0;
  gint64 n_documents = 0;
  gint64 max_applicant = 0;

  if (!cs_store_query_int (library->file, "SELECT count (*) FROM facet", &n_families, error) ||
      !cs_store_query_int (library->file, "SELECT count (*) FROM place", &n_documents, error) ||
      !cs_store_query_int (library->file, "SELECT max (id) FROM name", &max_applicant, error))
    return FALSE;

  places->n_families = (guint)CLAMP (n_families, 0, G_MAXINT32);
  places->n_documents = (guint)CLAMP (n_documents, 0, G_MAXINT32);
  places->families = g_new0 (gint64, places->n_families);
  places->earliest = g_new0 (guint32, places->n_families);
  places->applicants = lists_new (places->n_families);
  places->max_applicant = (guint32)CLAMP (max_applicant, 0, G_MAXINT32);
  places->classes = lists_new (places->n_families);
  places->offices = g_new0 (guint16, places->n_families);
  places->sizes = g_new0 (guint16, places->n_families);
  places->statuses = g_new0 (guint8, places->n_families);
  places->documents = g_new0 (gint64, places->n_documents);
  places->family_of = g_new0 (guint32, places->n_documents);

  return TRUE;
}

static gboolean
load_families (CsLibrary *library, CsSearchPlaces *places, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      library->file, "SELECT family, earliest, status, n_members, offices, applicants, classes "
                     "FROM facet ORDER BY family");
  Codes classes = codes_new ();
  Codes offices = codes_new ();
  guint n = 0;

  get_code (&classes, "");
  get_code (&offices, "");
  places->class_names = classes.names;
  places->office_sets = offices.names;
  for (; n < places->n_families && cs_statement_next (&list); n++)
    {
      read_family (places, n, &list);
      places->offices[n] = get_code (&offices, cs_column_get_text (&list, 4));
      add_codes (&places->classes, n, cs_column_get_text (&list, 6), &classes);
    }
  places->n_families = n;
  g_hash_table_unref (classes.codes);
  g_hash_table_unref (offices.codes);

  return cs_statement_end (&list, error);
}

static gboolean
load_documents (CsLibrary *library, CsSearchPlaces *places, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (library->file, "SELECT document, family FROM place ORDER BY document");
  guint n = 0;

  while (n < places->n_documents && cs_statement_next (&list))
    {
      places->documents[n] = cs_column_get_int (&list, 0);
      places->family_of[n++] = cs_search_find_id (places->families, places->n_families,
                                                  cs_column_get_int (&list, 1), 0);
    }
  places->n_documents = n;

  return cs_statement_end (&list, error);
}

CsSearchPlaces *
cs_search_places_load (CsLibrary *library, GError **error)
{
  static guint generation;
  g_autoptr (CsSearchPlaces) places = g_new0 (CsSearchPlaces, 1);

  places->generation = g_atomic_int_add (&generation, 1) + 1;
  if (!count_rows (library, places, error) || !load_families (library, places, error) ||
      !load_documents (library, places, error))
    return NULL;

  return g_steal_pointer (&places);
}

/* --- what is loaded when it is asked for --- */

guint16
cs_search_office_code (const char *key)
{
  return key == NULL || key[0] == '\0' ? 0 : (guchar)key[0] << 8 | (guchar)key[1];
}

gboolean
cs_search_places_load_documents (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      library->file, "SELECT d.id, substr (d.key, 1, 2), a.date, a.state "
                     "FROM document d JOIN application a ON a.id = d.application ORDER BY d.id");
  g_autofree guint32 *filed = NULL;
  g_autofree guint8 *states = NULL;
  g_autofree guint16 *offices = NULL;
  guint at = 0;

  if (places->filed != NULL)
    return TRUE;

  filed = g_new0 (guint32, places->n_documents + 1);
  states = g_new0 (guint8, places->n_documents + 1);
  offices = g_new0 (guint16, places->n_documents + 1);
  while (cs_statement_next (&list))
    {
      guint found = cs_search_find_id (places->documents, places->n_documents,
                                       cs_column_get_int (&list, 0), at);

      if (found == CS_SEARCH_NOWHERE)
        continue;
      at = found;
      offices[at] = cs_search_office_code (cs_column_get_text (&list, 1));
      filed[at] = (guint32)cs_column_get_uint (&list, 2);
      states[at] = (guint8)cs_column_get_uint (&list, 3);
    }
  if (!cs_statement_end (&list, error))
    return FALSE;

  places->filed = g_steal_pointer (&filed);
  places->states = g_steal_pointer (&states);
  places->document_offices = g_steal_pointer (&offices);
  return TRUE;
}

typedef struct
{
  guint32 place;
  char *key;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

static const char *
get_rank_sql (CsSearchRank rank)
{
  return rank == CS_SEARCH_RANK_TITLE ?
             "SELECT f.family, substr (t.ti, 1, 60) FROM facet f JOIN text t ON t.id = f.document "
             "ORDER BY f.family" :
             "SELECT f.family, n.name FROM facet f JOIN name n ON n.id = f.applicant "
             "ORDER BY f.family";
}

/* What has no title or applicant comes last. */
gboolean
cs_search_places_load_ranks (CsSearchPlaces *places,
                             CsSearchRank rank,
                             CsLibrary *library,
                             GError **error)
{
  g_auto (CsStatement) list = cs_statement (library->file, get_rank_sql (rank));
  g_autoptr (GStringChunk) keys = g_string_chunk_new (1 << 20);
  g_autofree Ranked *ranked = NULL;
  guint n = 0;

  if (places->ranks[rank] != NULL)
    return TRUE;

  ranked = g_new (Ranked, places->n_families + 1);
  while (n < places->n_families && cs_statement_next (&list))
    {
      const char *text = cs_column_get_text (&list, 1);
      g_autofree char *key = cs_search_tokens_join (text == NULL ? "" : text,
                                                    text == NULL ? 0 : strlen (text));
      guint place = cs_search_find_id (places->families, places->n_families,
                                       cs_column_get_int (&list, 0), n);

      if (place != CS_SEARCH_NOWHERE && key[0] != '\0')
        ranked[n++] = (Ranked){ place, g_string_chunk_insert (keys, key) };
    }
  if (!cs_statement_end (&list, error))
    return FALSE;

  qsort (ranked, n, sizeof *ranked, compare_ranked);
  places->ranks[rank] = g_new (guint32, places->n_families + 1);
  memset (places->ranks[rank], 0xff, sizeof (guint32) * (places->n_families + 1));
  for (guint i = 0; i < n; i++)
    places->ranks[rank][ranked[i].place] = i;

  return TRUE;
}

/* --- all of it --- */

guint
cs_search_find_id (const gint64 *ids, guint n, gint64 id, guint from)
{
  guint low = from < n && ids[from] <= id ? from : 0;
  guint step = 1;
  guint high;
  guint64 ahead;

  /* Those of one day are consecutive. */
  ahead = low < n ? (guint64)id - (guint64)ids[low] : G_MAXUINT64;
  if (ahead < n - low && ids[low + ahead] == id)
    return low + (guint)ahead;

  while (low + step < n && ids[low + step] <= id)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, n);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < n && ids[low] == id ? low : CS_SEARCH_NOWHERE;
}

gsize
cs_search_places_get_size (const CsSearchPlaces *places)
{
  gsize document = sizeof (gint64) + sizeof (guint32);
  gsize family = sizeof (gint64) + 3 * sizeof (guint32) + 2 * sizeof (guint16) + sizeof (guint8);
  gsize values = places->applicants.values->len + places->classes.values->len;

  if (places->filed != NULL)
    document += sizeof (guint32) + sizeof (guint16) + sizeof (guint8);
  for (guint i = 0; i < G_N_ELEMENTS (places->ranks); i++)
    family += places->ranks[i] == NULL ? 0 : sizeof (guint32);

  return places->n_documents * document + places->n_families * family +
         values * sizeof (guint32) + cs_search_facts_get_size (places);
}

void
cs_search_places_free (CsSearchPlaces *places)
{
  g_free (places->documents);
  g_free (places->family_of);
  g_free (places->families);
  g_free (places->earliest);
  clear_lists (&places->applicants);
  clear_lists (&places->classes);
  g_free (places->offices);
  g_free (places->sizes);
  g_free (places->statuses);
  g_clear_pointer (&places->class_names, g_ptr_array_unref);
  g_clear_pointer (&places->office_sets, g_ptr_array_unref);
  g_free (places->filed);
  g_free (places->states);
  g_free (places->document_offices);
  cs_search_facts_clear (&places->facts);
  g_free (places->ranks[CS_SEARCH_RANK_TITLE]);
  g_free (places->ranks[CS_SEARCH_RANK_APPLICANT]);
  g_free (places);
}
