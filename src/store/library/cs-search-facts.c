#include "cs-search-facts.h"

#include <string.h>

#include "../../language/cs-search-tokens.h"
#include "../cs-store-connect.h"
#include "cs-search-places.h"

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

/* --- names --- */

/* Names of applicants and owners in the making, as in #CsSearchFacts. */
typedef struct
{
  guint32 *counts; /* by id: families */
  guint32 *codes;
  GArray *best_ids;  /* (element-type guint32): by code */
  GHashTable *known; /* codes by words */
} Names;

static void
clear_names (Names *names)
{
  g_free (names->counts);
  g_free (names->codes);
  g_clear_pointer (&names->best_ids, g_array_unref);
  g_clear_pointer (&names->known, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, clear_names)

static Names
names_new (const CsSearchPlaces *places)
{
  gsize n = (gsize)places->max_applicant + 1;
  const GArray *applicants = places->applicants.values;
  Names names = { g_new0 (guint32, n), g_new (guint32, n),
                  g_array_new (FALSE, FALSE, sizeof (guint32)),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  memset (names.codes, 0xff, sizeof (guint32) * n);
  for (guint i = 0; i < applicants->len; i++)
    names.counts[g_array_index (applicants, guint32, i)]++;

  return names;
}

/* Names that differ in case, width or punctuation are one, as for a query. */
static void
take_name (Names *names, guint32 id, const char *name)
{
  g_autofree char *folded = cs_search_tokens_join (name, strlen (name));
  gpointer code;
  guint32 *best;

  if (folded[0] == '\0') /* nobody could look for it */
    return;

  if (!g_hash_table_lookup_extended (names->known, folded, NULL, &code))
    {
      code = GUINT_TO_POINTER (names->best_ids->len);
      g_hash_table_insert (names->known, g_steal_pointer (&folded), code);
      g_array_append_val (names->best_ids, id);
    }
  names->codes[id] = GPOINTER_TO_UINT (code);
  best = &g_array_index (names->best_ids, guint32, GPOINTER_TO_UINT (code));
  if (names->counts[id] > names->counts[*best])
    *best = id;
}

static gboolean
load_names (CsSearchPlaces *places, CsLibrary *library, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (library->file, "SELECT id, name FROM name ORDER BY id");
  g_auto (Names) names = names_new (places);

  while (cs_statement_next (&list))
    {
      guint64 id = cs_column_get_uint (&list, 0);
      const char *name = cs_column_get_text (&list, 1);

      if (id <= places->max_applicant && names.counts[id] > 0 && name != NULL)
        take_name (&names, (guint32)id, name);
    }
  if (!cs_statement_end (&list, error))
    return FALSE;

  places->facts.n_names = names.best_ids->len;
  places->facts.name_codes = g_steal_pointer (&names.codes);
  places->facts.name_ids =
      (guint32 *)(gpointer)g_array_free (g_steal_pointer (&names.best_ids), FALSE);

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
    default:
      return facts->name_codes != NULL || load_names (places, library, error);
    }
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
         (facts->name_codes != NULL ? places->max_applicant * sizeof (guint32) : 0);
}

void
cs_search_facts_clear (CsSearchFacts *facts)
{
  g_free (facts->applications);
  g_free (facts->expiry);
  g_free (facts->first_offices);
  g_free (facts->name_codes);
  g_free (facts->name_ids);
}
