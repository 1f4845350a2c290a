#include "../cs-library-charts.h"

#include <stdlib.h>
#include <string.h>

#include "../cs-store-connect.h"
#include "cs-search-run.h"
#include "cs-tally-cells.h"

#define DAY_SHIFT 24       /* of the id of a document */
#define DAYS_OF_YEAR 10000 /* by which a day YYYYMMDD is a year */
#define CHECK_EVERY 4096   /* families */
#define SUBCLASS_BYTES 4

/* --- cells in the making --- */

/* An application of the family at hand, in a cell. */
typedef struct
{
  guint32 application;
  guint32 row;
  guint32 column;
} Seen;

typedef struct
{
  CsSearcher *searcher;
  const CsSearchPlaces *places;
  CsTallyKind kind;
  GCancellable *cancellable;
  CsSearchSet *families;
  guint32 *next;     /* of documents: the next one of its family, one past its place */
  guint32 *first;    /* of families: the first document, one past its place */
  GHashTable *cells; /* CsTallyEntry */
  GArray *seen;      /* Seen: of the family at hand */
  GArray *names;     /* guint32: codes, each once, of the family at hand */
  GArray *classes;   /* the same */
  guint8 *listed_names;
  guint8 *listed_classes;
  CsTally *tally;
} Count;

static void
clear_count (Count *count)
{
  g_clear_pointer (&count->families, cs_search_set_free);
  g_clear_pointer (&count->cells, g_hash_table_unref);
  g_clear_pointer (&count->seen, g_array_unref);
  g_clear_pointer (&count->names, g_array_unref);
  g_clear_pointer (&count->classes, g_array_unref);
  g_clear_pointer (&count->tally, cs_tally_free);
  g_free (count->next);
  g_free (count->first);
  g_free (count->listed_names);
  g_free (count->listed_classes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, clear_count)

static void
add (Count *count, guint family, guint32 row, guint32 column)
{
  gint64 key = (gint64)((guint64)row << 32 | column);
  CsTallyEntry *cell = g_hash_table_lookup (count->cells, &key);

  if (cell == NULL)
    {
      cell = g_new0 (CsTallyEntry, 1);
      cell->key = key;
      g_hash_table_insert (count->cells, &cell->key, cell);
    }
  cell->of.count++;
  if (cell->last != family + 1)
    cell->of.n_families++;
  cell->last = family + 1;
}

/* Returns: whether the application was not in that cell yet */
static gboolean
see (Count *count, guint32 application, guint32 row, guint32 column)
{
  Seen now = { application, row, column };

  for (guint i = 0; i < count->seen->len; i++)
    if (memcmp (&g_array_index (count->seen, Seen, i), &now, sizeof now) == 0)
      return FALSE;
  g_array_append_val (count->seen, now);

  return TRUE;
}

/* --- a family --- */

#define NO_COLUMN G_MAXUINT32

static guint32
get_column (const Count *count, guint document)
{
  const CsSearchPlaces *places = count->places;

  switch ((int)count->kind)
    {
    case CS_TALLY_STATUS:
      return places->states[document];
    case CS_TALLY_EXPIRY:
      return places->states[document] == CS_LEGAL_IN_FORCE ?
                 places->facts.expiry[document] / DAYS_OF_YEAR :
                 NO_COLUMN;
    default:
      return places->filed[document] / DAYS_OF_YEAR;
    }
}

static void
count_applications (Count *count, guint family)
{
  const CsSearchPlaces *places = count->places;

  g_array_set_size (count->seen, 0);
  for (guint at = count->first[family]; at != 0; at = count->next[at - 1])
    {
      guint document = at - 1;
      guint32 column = get_column (count, document);
      guint32 row = count->kind == CS_TALLY_OFFICES ? places->document_offices[document] : 0;
      gboolean is_told = count->kind == CS_TALLY_STATUS || column != 0;

      if (column == NO_COLUMN || !see (count, places->facts.applications[document], row, column))
        continue;
      if (is_told && (count->kind != CS_TALLY_OFFICES || row != 0))
        add (count, family, row, column);
      else
        count->tally->n_without++;
    }
}

static void
count_flow (Count *count, guint family)
{
  const CsSearchPlaces *places = count->places;
  guint32 from = places->facts.first_offices[family];
  gboolean has_later = FALSE;

  g_array_set_size (count->seen, 0);
  for (guint at = count->first[family]; from != 0 && at != 0; at = count->next[at - 1])
    {
      guint32 office = places->document_offices[at - 1];

      if (office == 0 || office == from || !see (count, 0, from, office))
        continue;
      add (count, family, from, office);
      has_later = TRUE;
    }
  count->tally->n_without += has_later ? 0 : 1;
}

static void
add_code (GArray *codes, guint32 code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_array_index (codes, guint32, i) == code)
      return;
  g_array_append_val (codes, code);
}

/* Several names may be ways to write one. */
static void
list_names (Count *count, guint family)
{
  const CsSearchLists *applicants = &count->places->applicants;

  g_array_set_size (count->names, 0);
  for (guint i = applicants->starts[family]; i < applicants->starts[family + 1]; i++)
    {
      guint32 id = g_array_index (applicants->values, guint32, i);
      guint32 code = count->places->facts.name_codes[id];

      if (code != CS_SEARCH_NO_NAME)
        add_code (count->names, code);
    }
}

/* What is broader than a subclass is none. */
static void
list_classes (Count *count, guint family)
{
  const CsSearchLists *classes = &count->places->classes;

  g_array_set_size (count->classes, 0);
  for (guint i = classes->starts[family]; i < classes->starts[family + 1]; i++)
    {
      guint32 code = g_array_index (classes->values, guint32, i);

      if (strlen (g_ptr_array_index (count->places->class_names, code)) == SUBCLASS_BYTES)
        add_code (count->classes, code);
    }
}

static void
count_classes (Count *count, guint family)
{
  list_names (count, family);
  list_classes (count, family);
  for (guint i = 0; i < count->names->len; i++)
    for (guint j = 0; j < count->classes->len; j++)
      {
        guint32 name = g_array_index (count->names, guint32, i);
        guint32 klass = g_array_index (count->classes, guint32, j);

        if (count->listed_names[name] && count->listed_classes[klass])
          add (count, family, name, klass);
      }
  count->tally->n_without += count->names->len == 0 || count->classes->len == 0 ? 1 : 0;
}

static void
count_names (Count *count, guint family)
{
  list_names (count, family);
  for (guint i = 0; i < count->names->len; i++)
    {
      guint32 name = g_array_index (count->names, guint32, i);

      if (count->listed_names[name])
        add (count, family, 0, name);
    }
  count->tally->n_without += count->names->len == 0 ? 1 : 0;
}

/* --- all families --- */

static void
take_families (Count *count, const CsHits *hits)
{
  const CsSearchPlaces *places = count->places;
  const guint32 *known = cs_hits_get_places (hits, places);

  count->families = cs_search_set_new (places->n_families);
  for (guint i = 0; i < hits->n_families; i++)
    {
      guint family = known != NULL ? known[i] :
                                     cs_search_find_id (places->families, places->n_families,
                                                        hits->families[i], 0);

      if (family != CS_SEARCH_NOWHERE)
        cs_search_set_add (count->families, family);
    }
  count->tally->n_families = cs_search_set_count (count->families);
}

/* Ids of documents begin with the day of their publication. */
static CsOfficeDate
get_youngest (const CsSearchPlaces *places)
{
  guint n = places->n_documents;
  guint day = n == 0 ? 0 : (guint)(places->documents[n - 1] >> DAY_SHIFT);
  GDate date;

  if (!g_date_valid_julian (day))
    return CS_OFFICE_DATE_UNKNOWN;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return (CsOfficeDate){ g_date_get_year (&date), (guint8)g_date_get_month (&date),
                         g_date_get_day (&date) };
}

/* Strings documents together by their families. */
static void
chain_documents (Count *count)
{
  const CsSearchPlaces *places = count->places;

  count->first = g_new0 (guint32, places->n_families + 1);
  count->next = g_new0 (guint32, places->n_documents + 1);
  for (guint at = places->n_documents; at-- > 0;)
    {
      guint family = places->family_of[at];

      if (family == CS_SEARCH_NOWHERE || !cs_search_set_has (count->families, family))
        continue;
      count->next[at] = count->first[family];
      count->first[family] = at + 1;
    }
}

static gboolean
count_each (Count *count, void (*count_one) (Count *count, guint family), GError **error)
{
  const CsSearchSet *families = count->families;
  guint n = 0;

  for (guint at = cs_search_set_next (families, 0); at < families->n;
       at = cs_search_set_next (families, at + 1))
    {
      if (n++ % CHECK_EVERY == 0 &&
          g_cancellable_set_error_if_cancelled (count->cancellable, error))
        return FALSE;
      count_one (count, at);
    }

  return TRUE;
}

/* --- those with the highest counts --- */

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

/* Marks the @most codes that most families have. @list: fills @codes with those of a family.
 * @n_more: (out): the others that any has. Returns: (array length=n_codes): 1 of each that is
 * marked */
static guint8 *
list_frequent (Count *count,
               void (*list) (Count *count, guint family),
               GArray *codes,
               guint n_codes,
               guint *n_more)
{
  guint most = count->kind == CS_TALLY_APPLICANTS ? CS_MAX_TALLY_RANKS : CS_MAX_TALLY_ROWS;
  const CsSearchSet *families = count->families;
  g_autofree Counted *counted = g_new0 (Counted, n_codes + 1);
  guint8 *listed = g_new0 (guint8, n_codes + 1);

  for (guint i = 0; i < n_codes; i++)
    counted[i].code = i;
  for (guint at = cs_search_set_next (families, 0); at < families->n;
       at = cs_search_set_next (families, at + 1))
    {
      list (count, at);
      for (guint i = 0; i < codes->len; i++)
        counted[g_array_index (codes, guint32, i)].count++;
    }
  qsort (counted, n_codes, sizeof *counted, compare_counted);
  *n_more = 0;
  for (guint i = 0; i < n_codes && counted[i].count > 0; i++)
    if (i < most)
      listed[counted[i].code] = 1;
    else
      (*n_more)++;

  return listed;
}

static gboolean
count_lists (Count *count, GError **error)
{
  CsTally *tally = count->tally;
  guint n_names = count->places->facts.n_names;

  count->names = g_array_new (FALSE, FALSE, sizeof (guint32));
  count->classes = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (count->kind == CS_TALLY_APPLICANTS)
    {
      count->listed_names =
          list_frequent (count, list_names, count->names, n_names, &tally->n_more_columns);
      return count_each (count, count_names, error);
    }

  count->listed_names =
      list_frequent (count, list_names, count->names, n_names, &tally->n_more_rows);
  count->listed_classes = list_frequent (count, list_classes, count->classes,
                                         count->places->class_names->len, &tally->n_more_columns);
  return count_each (count, count_classes, error);
}

/* --- what is needed --- */

static gboolean
load_what_it_needs (CsSearcher *searcher, CsTallyKind kind, GError **error)
{
  static const guint needed[CS_N_TALLIES] = {
    [CS_TALLY_YEARS] = 1 << CS_SEARCH_FACT_APPLICATIONS,
    [CS_TALLY_OFFICES] = 1 << CS_SEARCH_FACT_APPLICATIONS,
    [CS_TALLY_APPLICANTS] = 1 << CS_SEARCH_FACT_NAMES,
    [CS_TALLY_CLASSES] = 1 << CS_SEARCH_FACT_NAMES,
    [CS_TALLY_STATUS] = 1 << CS_SEARCH_FACT_APPLICATIONS,
    [CS_TALLY_EXPIRY] = 1 << CS_SEARCH_FACT_APPLICATIONS | 1 << CS_SEARCH_FACT_EXPIRY,
    [CS_TALLY_FLOW] = 1 << CS_SEARCH_FACT_FIRST,
  };
  gboolean needs_documents = kind != CS_TALLY_APPLICANTS && kind != CS_TALLY_CLASSES;

  if (needs_documents &&
      !cs_search_places_load_documents (searcher->places, searcher->library, error))
    return FALSE;
  for (CsSearchFact fact = 0; fact <= CS_SEARCH_FACT_NAMES; fact++)
    if ((needed[kind] >> fact & 1) != 0 &&
        !cs_search_facts_load (searcher->places, fact, searcher->library, error))
      return FALSE;

  return TRUE;
}

static gboolean
count_cells (Count *count, GError **error)
{
  if (count->kind == CS_TALLY_APPLICANTS || count->kind == CS_TALLY_CLASSES)
    return count_lists (count, error);

  chain_documents (count);
  return count_each (count, count->kind == CS_TALLY_FLOW ? count_flow : count_applications,
                     error);
}

static CsTally *
tally_now (Count *count, const CsHits *hits, GError **error)
{
  g_auto (CsTransaction) reading = { 0 };

  if (!cs_searcher_begin (count->searcher, &reading, error) ||
      !load_what_it_needs (count->searcher, count->kind, error))
    return NULL;

  count->places = count->searcher->places;
  count->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  count->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  count->tally = g_new0 (CsTally, 1);
  count->tally->kind = count->kind;
  count->tally->youngest = get_youngest (count->places);
  take_families (count, hits);
  if (!count_cells (count, error) ||
      !cs_tally_fill (count->tally, count->cells, count->searcher, error))
    return NULL;

  return g_steal_pointer (&count->tally);
}

CsTally *
cs_searcher_tally (CsSearcher *searcher,
                   const CsHits *hits,
                   CsTallyKind kind,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (Count) count = { searcher, .kind = kind, .cancellable = cancellable };
  CsTally *tally;

  g_return_val_if_fail (kind < CS_N_TALLIES, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  cs_store_watch (searcher->library->file, cancellable);
  tally = tally_now (&count, hits, error);
  if (tally == NULL)
    cs_library_forget_statements (searcher->library);
  cs_store_watch (searcher->library->file, NULL);

  return tally;
}
