#include "cs-search-facts.h"

#include <stdlib.h>
#include <string.h>

#include "../../language/cs-search-tokens.h"
#include "../cs-store-connect.h"
#include "cs-search-places.h"

#define SUBCLASS_BYTES 4

/* --- of documents --- */

/* Numbers of documents, rows of @sql being ids and numbers in order of ids. */
static guint32 *
load_numbers (const CsSearchPlaces *places, CsLibrary *library, const char *sql, GError **error)
{
  g_auto (CsStatement) list = cs_statement (library->file, sql);
  g_autofree guint32 *numbers = g_new0 (guint32, places->n_documents + 1);
  guint at = 0;

  while (cs_statement_next (&list))
    {
      guint found = cs_search_find_id (places->documents, places->n_documents,
                                       cs_column_get_int (&list, 0), at);

      if (found != CS_SEARCH_NOWHERE)
        numbers[at = found] = (guint32)cs_column_get_uint (&list, 1);
    }

  return cs_statement_end (&list, error) ? g_steal_pointer (&numbers) : NULL;
}

static gboolean
load_applications (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  places->facts.applications = load_numbers (
      places, library, "SELECT id, application FROM document ORDER BY id", error);

  return places->facts.applications != NULL;
}

static gboolean
load_expiry (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  places->facts.expiry = load_numbers (
      places, library,
      "SELECT d.id, a.expiry FROM document d JOIN application a ON a.id = d.application "
      "ORDER BY d.id",
      error);

  return places->facts.expiry != NULL;
}

/* --- first offices --- */

#define NO_FILING G_MAXUINT64

typedef enum
{
  FILING_PRIORITY,
  FILING_INTERNATIONAL,
  FILING_OTHER
} FilingKind;

/* What is filed earlier is less. Of one day a priority comes first, then an international
 * application, for national phases are of its day, then the office that is first in the alphabet.
 * One for WIPO is its office's, whoever received it. */
static guint64
get_filing (guint64 day, const char *key, FilingKind kind)
{
  gboolean is_international = key != NULL && g_str_has_suffix (key, ".W");
  guint16 office = cs_search_office_code (is_international ? "WO" : key);

  if (day == 0 || office == 0)
    return NO_FILING;
  if (kind == FILING_OTHER && is_international)
    kind = FILING_INTERNATIONAL;

  return day << 32 | (guint64)kind << 16 | office;
}

/* Rows of @sql are ids of documents, days and keys. @first: the earliest filings of families so
 * far */
static gboolean
take_filings (const CsSearchPlaces *places,
              CsStatement *list,
              FilingKind kind,
              guint64 *first,
              GError **error)
{
  guint at = 0;

  while (cs_statement_next (list))
    {
      guint found = cs_search_find_id (places->documents, places->n_documents,
                                       cs_column_get_int (list, 0), at);
      guint family = found == CS_SEARCH_NOWHERE ? CS_SEARCH_NOWHERE : places->family_of[found];
      guint64 filing =
          get_filing (cs_column_get_uint (list, 1), cs_column_get_text (list, 2), kind);

      if (family == CS_SEARCH_NOWHERE)
        continue;
      at = found;
      first[family] = MIN (first[family], filing);
    }

  return cs_statement_end (list, error);
}

static gboolean
load_first (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  g_auto (CsStatement) priorities = cs_statement (
      library->file, "SELECT document, date, key FROM priority ORDER BY document");
  g_auto (CsStatement) applications = cs_statement (
      library->file, "SELECT d.id, a.date, a.key FROM document d "
                     "JOIN application a ON a.id = d.application ORDER BY d.id");
  g_autofree guint64 *first = g_new (guint64, places->n_families + 1);

  memset (first, 0xff, sizeof *first * (places->n_families + 1));
  if (!take_filings (places, &priorities, FILING_PRIORITY, first, error) ||
      !take_filings (places, &applications, FILING_OTHER, first, error))
    return FALSE;

  places->facts.first_offices = g_new (guint16, places->n_families + 1);
  for (guint i = 0; i < places->n_families; i++)
    places->facts.first_offices[i] = first[i] == NO_FILING ? 0 : first[i] & G_MAXUINT16;

  return TRUE;
}

/* --- lists of families --- */

typedef struct
{
  guint32 family;
  guint32 code;
} Pair;

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *)a;
  guint32 second = *(const guint32 *)b;

  return (first > second) - (first < second);
}

/* Sorts the codes from @from to before @to and moves each one, once, to @at. Returns: where the
 * next ones go */
static guint32
settle_codes (guint32 *codes, guint32 from, guint32 to, guint32 at)
{
  guint32 first = at;

  qsort (codes + from, to - from, sizeof *codes, compare_codes);
  for (guint32 i = from; i < to; i++)
    if (at == first || codes[at - 1] != codes[i])
      codes[at++] = codes[i];

  return at;
}

/* @pairs: (element-type Pair): in any order */
static void
make_lists (CsSearchLists *lists, const GArray *pairs, guint n_families)
{
  guint32 *starts = g_new0 (guint32, (gsize)n_families + 2);
  guint32 *codes = g_new (guint32, pairs->len + 1);
  guint32 at = 0;
  guint32 from = 0;

  for (guint i = 0; i < pairs->len; i++)
    starts[g_array_index (pairs, Pair, i).family + 2]++;
  for (guint i = 2; i < n_families + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair pair = g_array_index (pairs, Pair, i);

      codes[starts[pair.family + 1]++] = pair.code;
    }
  for (guint i = 0; i < n_families; i++) /* starts[i + 1] is the end of family i now */
    {
      guint32 to = starts[i + 1];

      starts[i] = at;
      at = settle_codes (codes, from, to, at);
      from = to;
    }
  starts[n_families] = at;
  lists->starts = starts;
  lists->codes = g_renew (guint32, codes, at + 1);
}

/* Rows of @sql are ids of documents and numbers. Returns: (element-type Pair), or %NULL */
static GArray *
load_pairs (const CsSearchPlaces *places, CsLibrary *library, const char *sql, GError **error)
{
  g_auto (CsStatement) list = cs_statement (library->file, sql);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint at = 0;

  while (cs_statement_next (&list))
    {
      guint found = cs_search_find_id (places->documents, places->n_documents,
                                       cs_column_get_int (&list, 0), at);
      Pair pair = { 0, (guint32)cs_column_get_uint (&list, 1) };

      if (found == CS_SEARCH_NOWHERE)
        continue;
      pair.family = places->family_of[at = found];
      if (pair.family != CS_SEARCH_NOWHERE)
        g_array_append_val (pairs, pair);
    }

  return cs_statement_end (&list, error) ? g_steal_pointer (&pairs) : NULL;
}

/* --- classes --- */

static gboolean
load_classes (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  g_autoptr (GArray) pairs = load_pairs (
      places, library, "SELECT document, symbol FROM class ORDER BY document", error);
  guint n = 0;

  if (pairs == NULL)
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair pair = g_array_index (pairs, Pair, i);
      guint16 code = pair.code < places->n_symbols ? places->symbol_classes[pair.code] : 0;
      const char *name = g_ptr_array_index (places->class_names, code);

      pair.code = code;
      if (strlen (name) == SUBCLASS_BYTES)
        g_array_index (pairs, Pair, n++) = pair;
    }
  g_array_set_size (pairs, n);
  make_lists (&places->facts.classes, pairs, places->n_families);

  return TRUE;
}

/* --- names --- */

#define NO_NAME G_MAXUINT32

/* Names in use, by their ids. */
typedef struct
{
  guint32 n; /* one past the highest id */
  guint32 *counts;
  guint32 *codes;
  guint32 *best_ids; /* by code */
  guint32 n_codes;
} Names;

static void
clear_names (Names *names)
{
  g_free (names->counts);
  g_free (names->codes);
  g_free (names->best_ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, clear_names)

static void
count_names (Names *names, const GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    names->n = MAX (names->n, g_array_index (pairs, Pair, i).code + 1);
  names->counts = g_new0 (guint32, names->n + 1);
  names->codes = g_new (guint32, names->n + 1);
  memset (names->codes, 0xff, sizeof (guint32) * (names->n + 1));
  for (guint i = 0; i < pairs->len; i++)
    names->counts[g_array_index (pairs, Pair, i).code]++;
}

/* Names that differ in case, width or punctuation are one, as for a query. */
static void
take_name (Names *names, guint32 id, const char *name, GHashTable *codes, GArray *best_ids)
{
  g_autofree char *folded = cs_search_tokens_join (name, strlen (name));
  gpointer code;

  if (folded[0] == '\0') /* nobody could look for it */
    return;
  if (!g_hash_table_lookup_extended (codes, folded, NULL, &code))
    {
      code = GUINT_TO_POINTER (best_ids->len);
      g_hash_table_insert (codes, g_steal_pointer (&folded), code);
      g_array_append_val (best_ids, id);
    }
  names->codes[id] = GPOINTER_TO_UINT (code);
  if (names->counts[id] >
      names->counts[g_array_index (best_ids, guint32, GPOINTER_TO_UINT (code))])
    g_array_index (best_ids, guint32, GPOINTER_TO_UINT (code)) = id;
}

static gboolean
read_names (Names *names, CsLibrary *library, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (library->file, "SELECT id, name FROM name ORDER BY id");
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *best_ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (cs_statement_next (&list))
    {
      guint64 id = cs_column_get_uint (&list, 0);
      const char *name = cs_column_get_text (&list, 1);

      if (id < names->n && names->counts[id] > 0 && name != NULL)
        take_name (names, (guint32)id, name, codes, best_ids);
    }
  names->n_codes = best_ids->len;
  names->best_ids = (guint32 *)(gpointer)g_array_free (best_ids, FALSE);

  return cs_statement_end (&list, error);
}

static gboolean
load_names (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  static const char sql[] = /* applicants and owners */
      "SELECT document, name FROM party WHERE role IN (0, 1) ORDER BY document";
  g_autoptr (GArray) pairs = load_pairs (places, library, sql, error);
  g_auto (Names) names = { 0 };
  guint n = 0;

  if (pairs == NULL)
    return FALSE;
  count_names (&names, pairs);
  if (!read_names (&names, library, error))
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair pair = g_array_index (pairs, Pair, i);

      pair.code = names.codes[pair.code];
      if (pair.code != NO_NAME)
        g_array_index (pairs, Pair, n++) = pair;
    }
  g_array_set_size (pairs, n);
  make_lists (&places->facts.names, pairs, places->n_families);
  places->facts.n_names = names.n_codes;
  places->facts.name_ids = g_steal_pointer (&names.best_ids);

  return TRUE;
}

/* --- all of it --- */

gboolean
cs_search_facts_load (CsSearchPlaces *places,
                      CsSearchFact fact,
                      CsLibrary *library,
                      GError **error)
{
  const CsSearchFacts *facts = &places->facts;

  switch (fact)
    {
    case CS_SEARCH_FACT_APPLICATIONS:
      return facts->applications != NULL || load_applications (places, library, error);
    case CS_SEARCH_FACT_EXPIRY:
      return facts->expiry != NULL || load_expiry (places, library, error);
    case CS_SEARCH_FACT_FIRST:
      return facts->first_offices != NULL || load_first (places, library, error);
    case CS_SEARCH_FACT_NAMES:
      return facts->names.starts != NULL || load_names (places, library, error);
    case CS_SEARCH_FACT_CLASSES:
    default:
      return facts->classes.starts != NULL || load_classes (places, library, error);
    }
}

static gsize
get_lists_size (const CsSearchLists *lists, guint n_families)
{
  return lists->starts == NULL ? 0 : (n_families + lists->starts[n_families]) * sizeof (guint32);
}

gsize
cs_search_facts_get_size (const CsSearchPlaces *places)
{
  const CsSearchFacts *facts = &places->facts;
  gsize document = 0;

  document += facts->applications != NULL ? sizeof (guint32) : 0;
  document += facts->expiry != NULL ? sizeof (guint32) : 0;

  return document * places->n_documents + facts->n_names * sizeof (guint32) +
         (facts->first_offices != NULL ? places->n_families * sizeof (guint16) : 0) +
         get_lists_size (&facts->names, places->n_families) +
         get_lists_size (&facts->classes, places->n_families);
}

void
cs_search_facts_clear (CsSearchFacts *facts)
{
  g_free (facts->applications);
  g_free (facts->expiry);
  g_free (facts->first_offices);
  g_free (facts->names.starts);
  g_free (facts->names.codes);
  g_free (facts->name_ids);
  g_free (facts->classes.starts);
  g_free (facts->classes.codes);
}
