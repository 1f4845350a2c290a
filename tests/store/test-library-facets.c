/* Facets against a count of everything by hand: families of several documents, each told by several
 * sources with other applicants and classes, told anew and withdrawn. */

#include <string.h>

#include "../../src/store/cs-library-search.h"
#include "library-fixture.h"

#define N_DOCUMENTS 120
#define N_SOURCES 3
#define N_ROUNDS 3
#define N_APPLICANTS 40
#define N_CLASSES 25

static const char *const sources[N_SOURCES] = { "docdb", "table:lens", "cnipa" };

/* What one source says of one document now. */
typedef struct
{
  gboolean is_told;
  GHashTable *applicants; /* (element-type utf8) */
  GHashTable *classes;    /* (element-type utf8): subclasses */
} Said;

typedef struct
{
  GRand *random;
  CsLibrary *library;
  CsSearcher *searcher;
  Said said[N_DOCUMENTS][N_SOURCES];
} Fixture;

static GHashTable *
words_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->random = g_rand_new_with_seed (20);
  fixture->library = cs_library_open_in_memory (&error);
  g_assert_no_error (error);
  fixture->searcher = cs_searcher_new (fixture->library, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    for (guint s = 0; s < N_SOURCES; s++)
      fixture->said[i][s] = (Said){ FALSE, words_new (), words_new () };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_DOCUMENTS; i++)
    for (guint s = 0; s < N_SOURCES; s++)
      {
        g_hash_table_unref (fixture->said[i][s].applicants);
        g_hash_table_unref (fixture->said[i][s].classes);
      }
  cs_searcher_free (fixture->searcher);
  cs_library_close (fixture->library);
  g_rand_free (fixture->random);
}

/* --- records, and what they say --- */

static void
add_parties (Fixture *fixture, CsRecordBuilder *builder, Said *said)
{
  guint n = (guint)g_rand_int_range (fixture->random, 0, 4);

  if (n > 0) /* who says nothing leaves what he said before */
    g_hash_table_remove_all (said->applicants);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (
          "Applicant %d & Sons", g_rand_int_range (fixture->random, 0, N_APPLICANTS));

      cs_record_builder_add_party (
          builder, g_rand_boolean (fixture->random) ? CS_PARTY_APPLICANT : CS_PARTY_OWNER, name,
          NULL);
      g_hash_table_add (said->applicants, g_steal_pointer (&name));
    }
  if (n > 0)
    cs_record_builder_add_party (builder, CS_PARTY_INVENTOR, "Nobody's Applicant", NULL);
}

static void
add_classes (Fixture *fixture, CsRecordBuilder *builder, Said *said)
{
  guint n = (guint)g_rand_int_range (fixture->random, 0, 5);
  CsClass design = { "locarno", "14-02", FALSE, FALSE };

  if (n > 0)
    g_hash_table_remove_all (said->classes);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("H%02dM", g_rand_int_range (fixture->random, 1, N_CLASSES + 1));
      g_autofree char *symbol =
          g_strdup_printf ("%s%d/02", name, g_rand_int_range (fixture->random, 1, 4));
      CsClass klass = { g_rand_boolean (fixture->random) ? "ipc" : "cpc", symbol, i == 0, FALSE };

      cs_record_builder_add_class (builder, &klass);
      g_hash_table_add (said->classes, g_steal_pointer (&name));
    }
  if (n > 0)
    cs_record_builder_add_class (builder, &design);
}

static char *
dup_number (guint document)
{
  return g_strdup_printf ("EP.2%06u.A1", document + 1);
}

static void
tell (Fixture *fixture, CsLibraryImport *import, guint document, guint source)
{
  g_autofree char *publication = dup_number (document);
  g_autofree char *application = g_strdup_printf ("EP.10%06u.A", document + 1);
  g_autofree char *priority = g_strdup_printf ("+US.%u.A", 10100000 + document / 3);
  CsRecordBuilder *builder =
      start_record (sources[source], publication, 20110105, application, 20100105);
  Said *said = &fixture->said[document][source];

  if (said->is_told && g_rand_int_range (fixture->random, 0, 5) == 0)
    {
      cs_record_builder_set_withdrawn (builder);
      g_hash_table_remove_all (said->applicants);
      g_hash_table_remove_all (said->classes);
      said->is_told = FALSE;
    }
  else
    {
      add_priorities (builder, priority);
      cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en",
                                  document / 3 % 2 == 0 ? "even" : "odd");
      add_parties (fixture, builder, said);
      add_classes (fixture, builder, said);
      said->is_told = TRUE;
    }
  add_record (import, builder);
}

static void
import_round (Fixture *fixture)
{
  g_autoptr (CsLibraryImport) import = begin_import (fixture->library);
  g_autoptr (GError) error = NULL;

  cs_library_import_set_batch (import, 37);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    for (guint s = 0; s < N_SOURCES; s++)
      if (g_rand_boolean (fixture->random))
        tell (fixture, import, i, s);
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
}

/* --- counting --- */

/* Adds what all sources say of the documents of one group, each value once. */
static void
count_group (const Fixture *fixture, guint group, CsFacet facet, GHashTable *counts)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  for (guint i = group * 3; i < group * 3 + 3; i++)
    for (guint s = 0; s < N_SOURCES; s++)
      {
        const Said *said = &fixture->said[i][s];

        g_hash_table_iter_init (&iter,
                                facet == CS_FACET_CLASS ? said->classes : said->applicants);
        while (g_hash_table_iter_next (&iter, &value, NULL))
          g_hash_table_add (values, value);
      }

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

      g_hash_table_insert (counts, value, GUINT_TO_POINTER (count + 1));
    }
}

static CsHits *
search (Fixture *fixture, const char *text, const CsFacetValue *filter)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();
  const CsSearch search = { query, filters };
  CsHits *hits;

  if (filter != NULL)
    g_ptr_array_add (filters, (gpointer)filter);
  hits = cs_searcher_search (fixture->searcher, &search, NULL, &error);
  g_assert_no_error (error);

  return hits;
}

/* @first, @step: of the groups that @text finds */
static void
check (Fixture *fixture, const char *text, guint first, guint step, CsFacet facet)
{
  g_autoptr (CsHits) hits = search (fixture, text, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values =
      cs_searcher_count_facets (fixture->searcher, hits, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint group = first; group < N_DOCUMENTS / 3; group += step)
    count_group (fixture, group, facet, counts);
  g_assert_cmpuint (g_hash_table_size (counts), >, 10);
  for (guint i = 0; i < values->len; i++)
    {
      const CsFacetValue *value = g_ptr_array_index (values, i);
      g_autoptr (CsHits) filtered = NULL;

      if (value->facet != facet)
        continue;
      n++;
      filtered = search (fixture, text, value);
      g_assert_cmpuint (value->count, ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (counts, value->label)));
      g_assert_cmpuint (filtered->n_families, ==, value->count);
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (counts));
}

static void
test_all_values_count (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      import_round (fixture);
      for (CsFacet facet = CS_FACET_APPLICANT; facet <= CS_FACET_CLASS; facet++)
        {
          check (fixture, "", 0, 1, facet);
          check (fixture, "ti=odd", 1, 2, facet);
        }
      assert_library_sound (fixture->library);
    }
}

/* What no family has, and what is no value at all, finds nothing. */
static void
test_unknown_values (Fixture *fixture, gconstpointer data)
{
  static const CsFacetValue values[] = {
    { CS_FACET_APPLICANT, (char *)"999999", NULL, 0 },
    { CS_FACET_APPLICANT, (char *)"Applicant 1 & Sons", NULL, 0 },
    { CS_FACET_CLASS, (char *)"Z99Z", NULL, 0 },
    { CS_FACET_CLASS, (char *)"", NULL, 0 },
  };

  import_round (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (CsHits) hits = search (fixture, "", &values[i]);

      g_assert_cmpuint (hits->n_families, ==, 0);
    }
}

#define ADD(name, test) \
  g_test_add ("/store/library-facets/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all-values-count", test_all_values_count);
  ADD ("unknown-values", test_unknown_values);

  return g_test_run ();
}
