#include <string.h>

#include "../../src/language/cs-search-tokens.h"
#include "../../src/store/cs-library-charts.h"
#include "library-fixture.h"

/* Numbers for charts against families that are loaded one by one and counted by hand, and every
 * number against the search for the families behind it. */

#define N_RECORDS 600

static const char *const applicants[] = {
  "ACME CO., LTD.", "Acme Co Ltd", "华为技术有限公司", "Müller & Söhne GmbH",
  "O'Neill \"Pumps\" Inc", "ＡＣＭＥ Co Ltd", "ACME", "宁德时代*新能源"
};
static const char *const symbols[] = { "H01M10/05", "H01M4/13", "F04D29/08", "G06F17/30", "F04D" };
static const char *const schemes[] = { "ipc", "cpc", "us" };
static const char *const offices[] = { "CN", "US", "EP", "WO" };

#define PICK(random, array) array[g_rand_int_range (random, 0, G_N_ELEMENTS (array))]

/* --- a library --- */

/* What a document says, by its number. */
typedef struct
{
  GHashTable *names;   /* folded */
  GHashTable *classes; /* subclasses */
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_hash_table_unref (told->names);
  g_hash_table_unref (told->classes);
  g_free (told);
}

typedef struct
{
  CsLibrary *library;
  CsSearcher *searcher;
  GHashTable *told; /* Told by key of the publication */
} Fixture;

static void
tell_parties (CsRecordBuilder *builder, GRand *random, Told *told)
{
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      const char *name = PICK (random, applicants);
      CsPartyRole role = g_rand_int_range (random, 0, CS_PARTY_INVENTOR + 1);

      cs_record_builder_add_party (builder, role, name, NULL);
      if (role != CS_PARTY_INVENTOR)
        g_hash_table_add (told->names, cs_search_tokens_join (name, strlen (name)));
    }
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      const char *scheme = PICK (random, schemes);
      CsClass klass = { scheme, PICK (random, symbols), FALSE, FALSE };

      cs_record_builder_add_class (builder, &klass);
      if (strcmp (scheme, "us") != 0)
        g_hash_table_add (told->classes, g_strndup (klass.symbol, 4));
    }
}

static void
tell_events (CsRecordBuilder *builder, GRand *random, guint filed)
{
  CsLegalEvent grant = { .authority = "US", .code = "STCF", .influence = 0 };
  CsLegalEvent end = { .authority = "US", .code = "FP", .influence = 0 };

  grant.date = day (filed + 20000);
  end.date = day (filed + 70000);
  if (g_rand_int_range (random, 0, 2) == 0)
    cs_record_builder_add_event (builder, &grant);
  if (g_rand_int_range (random, 0, 4) == 0)
    cs_record_builder_add_event (builder, &end);
}

/* Every application has an A, and maybe a B a year later, which says other things. */
static void
add_document (Fixture *fixture, CsLibraryImport *import, GRand *random, guint n, gboolean grant)
{
  const char *office = offices[n % 4];
  guint filed = n % 9 == 0 ? 0 : (1998 + n * 7 % 25) * 10000 + (n % 12 + 1) * 100 + n % 28 + 1;
  guint published = (1999 + n * 7 % 25 + (grant ? 1 : 0)) * 10000 + 615;
  g_autofree char *publication =
      g_strdup_printf ("%s.%u.%s", office, 2100000 + n, grant ? "B" : "A");
  g_autofree char *application =
      n % 4 == 3 ? g_strdup_printf ("CN.2010%06u.W", n) :
                   g_strdup_printf ("%s.2010%06u.A", office, n);
  g_autofree char *priority =
      g_strdup_printf ("?%s.1020%08u.A", n % 3 == 0 ? "DE" : "JP", n / 5);
  CsRecordBuilder *builder;
  Told *told = g_new (Told, 1);

  told->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (fixture->told, g_strdup (publication), told);
  builder = start_record ("docdb", publication, published, application, filed);
  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en", n % 2 == 0 ? "A pump" : "A valve");
  tell_parties (builder, random, told);
  if (strcmp (office, "US") == 0)
    tell_events (builder, random, filed == 0 ? 20000101 : filed);
  if (n % 4 != 1)
    add_priorities (builder, priority);
  add_record (import, builder);
}

/* A family is loaded as of today, so it is imported as of today. */
static CsOfficeDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (CsOfficeDate){ g_date_time_get_year (now), g_date_time_get_month (now),
                         g_date_time_get_day_of_month (now) };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibraryImport) import = NULL;

  fixture->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, told_free);
  fixture->library = cs_library_open_in_memory (&error);
  g_assert_no_error (error);
  import = cs_library_import_begin (fixture->library, "invented", get_today (), &error);
  g_assert_no_error (error);
  for (guint n = 0; n < N_RECORDS; n++)
    {
      add_document (fixture, import, random, n, FALSE);
      if (n % 3 == 0)
        add_document (fixture, import, random, n, TRUE);
    }
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
  fixture->searcher = cs_searcher_new (fixture->library, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cs_searcher_free (fixture->searcher);
  cs_library_close (fixture->library);
  g_hash_table_unref (fixture->told);
}

static CsHits *
search (Fixture *fixture, const char *text)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GError) error = NULL;
  CsSearch wanted = { query };
  CsHits *hits;

  g_assert_cmpstr (query->fault.message, ==, NULL);
  hits = cs_searcher_search (fixture->searcher, &wanted, NULL, &error);
  g_assert_no_error (error);

  return hits;
}

static CsTally *
tally (Fixture *fixture, const char *text, CsTallyKind kind)
{
  g_autoptr (CsHits) hits = search (fixture, text);
  g_autoptr (GError) error = NULL;
  CsTally *counted = cs_searcher_tally (fixture->searcher, hits, kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counted->n_families, ==, hits->n_families);

  return counted;
}

/* --- counting by hand --- */

/* "row|column" to how often; once for each of @of, which is "application" or "family" and more. */
typedef struct
{
  GHashTable *counts;
  GHashTable *once;
} Hand;

static void
count (Hand *hand, const char *of, const char *row, const char *column)
{
  g_autofree char *key = g_strdup_printf ("%s|%s", row, column);
  g_autofree char *once = g_strdup_printf ("%s|%s", of, key);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (hand->counts, key));

  if (g_hash_table_add (hand->once, g_steal_pointer (&once)))
    g_hash_table_replace (hand->counts, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
}

static void
count_application (Hand *hand, CsTallyKind kind, const CsApplication *application)
{
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, application->store_id);
  g_autofree char *filed = g_strdup_printf ("%u", application->number->date.year);
  g_autofree char *ends = g_strdup_printf ("%u", application->status.expiry.year);

  if (kind == CS_TALLY_STATUS)
    count (hand, of, "", cs_legal_state_get_name (application->status.state));
  if (kind == CS_TALLY_YEARS && strcmp (filed, "0") != 0)
    count (hand, of, "", filed);
  if (kind == CS_TALLY_EXPIRY && application->status.state == CS_LEGAL_IN_FORCE &&
      strcmp (ends, "0") != 0)
    count (hand, of, "", ends);
  for (guint i = 0; i < application->publications->len && kind == CS_TALLY_OFFICES; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];

      if (strcmp (filed, "0") != 0)
        count (hand, of, publication->number->country, filed);
    }
}

/* The earliest filing so far, of one day the first that was told. */
typedef struct
{
  guint date;
  const char *office; /* NULL before the first */
} First;

static void
take_filing (First *first, const CsNumber *number)
{
  guint date = cs_office_date_to_key (number->date);

  if (date != 0 && (first->office == NULL || date < first->date))
    *first = (First){ date, strcmp (number->kind, "W") == 0 ? "WO" : number->country };
}

/* The office of the earliest of priorities, which come first, and filings. */
static const char *
find_first_office (const CsFamily *family)
{
  First first = { 0, NULL };

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      for (guint j = 0; j < application->priorities->len; j++)
        take_filing (&first, ((const CsPriority *)application->priorities->pdata[j])->number);
    }
  for (guint i = 0; i < family->applications->len; i++)
    take_filing (&first, ((const CsApplication *)family->applications->pdata[i])->number);

  return first.office;
}

static void
count_family (Fixture *fixture, Hand *hand, CsTallyKind kind, const CsFamily *family)
{
  g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, family->store_id);
  const char *first = find_first_office (family);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter i;
  GHashTableIter j;
  gpointer name;
  gpointer klass;

  for (guint a = 0; a < family->applications->len; a++)
    {
      const CsApplication *application = family->applications->pdata[a];

      count_application (hand, kind, application);
      for (guint p = 0; p < application->publications->len; p++)
        {
          const CsPublication *publication = application->publications->pdata[p];
          const Told *told = g_hash_table_lookup (fixture->told, publication->number->key);

          g_assert_nonnull (told);
          if (kind == CS_TALLY_FLOW && first != NULL &&
              strcmp (publication->number->country, first) != 0)
            count (hand, of, first, publication->number->country);
          g_hash_table_iter_init (&i, told->names);
          while (g_hash_table_iter_next (&i, &name, NULL))
            g_hash_table_add (names, name);
          g_hash_table_iter_init (&i, told->classes);
          while (g_hash_table_iter_next (&i, &klass, NULL))
            g_hash_table_add (classes, klass);
        }
    }
  g_hash_table_iter_init (&i, names);
  while (g_hash_table_iter_next (&i, &name, NULL))
    {
      if (kind == CS_TALLY_APPLICANTS)
        count (hand, of, "", name);
      g_hash_table_iter_init (&j, classes);
      while (kind == CS_TALLY_CLASSES && g_hash_table_iter_next (&j, &klass, NULL))
        count (hand, of, name, klass);
    }
}

static Hand
count_by_hand (Fixture *fixture, const char *text, CsTallyKind kind)
{
  g_autoptr (CsHits) hits = search (fixture, text);
  Hand hand = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  for (guint i = 0; i < hits->n_families; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsFamily) family =
          cs_library_load_family (fixture->library, hits->families[i], NULL, &error);

      g_assert_no_error (error);
      count_family (fixture, &hand, kind, family);
    }

  return hand;
}

/* --- tests --- */

static const char *const queries[] = { "", "pump", "pump OR valve", "cc=CN", "pump NOT cc=US",
                                       "cc=JP" };

/* Names are one when their words are. */
static char *
fold_name (CsTallyKind kind, gboolean is_row, const char *label)
{
  gboolean is_name =
      (kind == CS_TALLY_APPLICANTS && !is_row) || (kind == CS_TALLY_CLASSES && is_row);

  return is_name ? cs_search_tokens_join (label, strlen (label)) : g_strdup (label);
}

static void
check_against_hand (Fixture *fixture, const char *text, CsTallyKind kind)
{
  g_autoptr (CsTally) counted = tally (fixture, text, kind);
  Hand hand = count_by_hand (fixture, text, kind);
  guint n_cells = 0;

  g_test_message ("%s of “%s”: %u x %u", cs_tally_kind_get_name (kind), text, counted->n_rows,
                  counted->n_columns);
  for (guint i = 0; i < counted->n_rows; i++)
    for (guint j = 0; j < counted->n_columns; j++)
      {
        g_autofree char *row = fold_name (kind, TRUE, counted->rows[i]);
        g_autofree char *column = fold_name (kind, FALSE, counted->columns[j]);
        g_autofree char *key = g_strdup_printf ("%s|%s", row, column);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (hand.counts, key));

        g_assert_cmpuint (cs_tally_get (counted, i, j)->count, ==, n);
        n_cells += n > 0 ? 1 : 0;
      }
  g_assert_cmpuint (counted->n_more_rows + counted->n_more_columns, ==, 0);
  g_assert_cmpuint (n_cells, ==, g_hash_table_size (hand.counts));
  if (kind != CS_TALLY_EXPIRY && strcmp (text, "cc=JP") != 0)
    g_assert_cmpuint (n_cells, >, 0);
  g_hash_table_unref (hand.counts);
  g_hash_table_unref (hand.once);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
      check_against_hand (fixture, queries[i], kind);
}

/* A cell's query finds as many families as it counted, all of them found before. */
static void
check_query (Fixture *fixture, const CsTally *counted, guint i, guint j, const char *text)
{
  g_autofree char *query = cs_tally_dup_query (counted, i, j, text);
  g_autoptr (CsHits) all = search (fixture, text);
  g_autoptr (CsHits) hits = search (fixture, query);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_test_message ("%s", query);
  g_assert_cmpuint (hits->n_families, ==, cs_tally_get (counted, i, j)->n_families);
  for (guint k = 0; k < all->n_families; k++)
    g_hash_table_add (known, (gpointer)&all->families[k]);
  for (guint k = 0; k < hits->n_families; k++)
    g_assert_true (g_hash_table_contains (known, &hits->families[k]));
}

static void
test_queries (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (queries); k++)
    for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
      {
        g_autoptr (CsTally) counted = tally (fixture, queries[k], kind);

        for (guint i = 0; i < counted->n_rows; i++)
          for (guint j = 0; j < counted->n_columns; j++)
            {
              if (kind == CS_TALLY_FLOW && strcmp (counted->rows[i], counted->columns[j]) == 0)
                continue; /* at home it is no later office */
              check_query (fixture, counted, i, j, queries[k]);
              n += cs_tally_get (counted, i, j)->count > 0 ? 1 : 0;
            }
      }
  g_assert_cmpuint (n, >, 300);
}

static void
test_shape (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsTally) years = tally (fixture, "", CS_TALLY_YEARS);
  g_autoptr (CsTally) names = tally (fixture, "", CS_TALLY_APPLICANTS);
  g_autoptr (CsTally) nothing = tally (fixture, "cc=JP", CS_TALLY_OFFICES);
  guint n = years->n_without;

  for (guint i = 0; i < years->n_columns; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u", 1998 + i);

      g_assert_cmpstr (years->columns[i], ==, expected);
      n += cs_tally_get (years, 0, i)->count;
    }
  g_assert_cmpuint (n, ==, N_RECORDS);
  g_assert_cmpuint (years->n_without, ==, (N_RECORDS + 8) / 9);
  for (guint i = 1; i < names->n_columns; i++)
    g_assert_cmpuint (cs_tally_get (names, 0, i - 1)->count, >=,
                      cs_tally_get (names, 0, i)->count);
  g_assert_cmpuint (names->n_columns, ==, G_N_ELEMENTS (applicants) - 2);
  g_assert_cmpuint (nothing->n_rows, ==, 0);
  g_assert_cmpuint (nothing->n_columns, ==, 0);
}

/* A year that cannot be is left out, not all the others. */
static void
test_years (void)
{
  static const guint filed[] = { 19010101, 20100101, 20120101, 20120202, 29990101 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_in_memory (&error);
  g_autoptr (CsSearcher) searcher = NULL;
  g_autoptr (CsTally) counted = NULL;
  Fixture fixture = { library, NULL, NULL };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (filed); i++)
    {
      g_autofree char *publication = g_strdup_printf ("EP.%u.A1", 2100000 + i);
      g_autofree char *application = g_strdup_printf ("EP.10%06u.A", i);

      import_one (library,
                  start_record ("docdb", publication, 20200101, application, filed[i]));
    }
  searcher = fixture.searcher = cs_searcher_new (library, &error);
  g_assert_no_error (error);
  counted = tally (&fixture, "", CS_TALLY_YEARS);
  g_assert_cmpuint (counted->n_columns, ==, 3);
  g_assert_cmpstr (counted->columns[0], ==, "2010");
  g_assert_cmpuint (cs_tally_get (counted, 0, 1)->count, ==, 0);
  g_assert_cmpuint (cs_tally_get (counted, 0, 2)->count, ==, 2);
  g_assert_cmpuint (counted->n_more_columns, ==, 2);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsHits) hits = search (fixture, "");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTally) counted = NULL;

  g_cancellable_cancel (cancellable);
  counted = cs_searcher_tally (fixture->searcher, hits, CS_TALLY_YEARS, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (counted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/store/library-charts/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("by-hand", test_by_hand);
  ADD ("queries", test_queries);
  ADD ("shape", test_shape);
  ADD ("cancel", test_cancel);
  g_test_add_func ("/store/library-charts/years", test_years);

  return g_test_run ();
}
