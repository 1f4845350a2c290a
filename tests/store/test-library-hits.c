#include <string.h>

#include "../../src/store/cs-library-marks.h"
#include "../../src/store/cs-library-near.h"
#include "../../src/store/cs-library-search.h"

/* What is shown of hits: order, rows with snippets, facets; and prior art near a claim. */

typedef struct
{
  const char *publication;
  const char *application;
  guint published;
  guint filed;
  const char *priority;
  const char *applicant;
  const char *symbol;
  const char *language;
  const char *title;
  const char *abstract;
  const char *claims;
  const char *description;
} Item;

static const Item items[] = {
  { "CN.101911042.A", "CN.200880123968.A", 20101208, 20081212, "US.96495207.A", "Example Corp",
    "H01M10/05", "zh", "一种锂离子电池", "本发明公开了一种锂离子电池，包括隔膜。",
    "1. 一种锂离子电池，包括正极。\n\n2. 根据权利要求1所述的电池，其特征在于，隔膜涂有陶瓷层。", NULL },
  { "US.2009171930.A1", "US.96495207.A", 20090702, 20071227, "US.96495207.A", "Example Corp",
    "H01M10/05", "en", "Lithium battery", "A lithium battery with a separator.",
    "1. A battery comprising a cathode.\n\n2. The battery of claim 1, wherein the separator has a "
    "ceramic coating.",
    "[0001] Batteries are known.\n[0002] A molten salt is used as the electrolyte." },
  { "EP.2400812.A1", "EP.10167109.A", 20111228, 20100624, "EP.10167109.A", "Another & Sons",
    "H04W84/00", "en", "Radio <node>", "A node of a network with a battery.", "1. A radio node.",
    NULL },
  { "CN.105338215.A", "CN.201510163325.A", 20160217, 20150408, "CN.201510163325.A", "示例公司",
    "G06F17/30", "zh", "檢索裝置", "一种检索装置。", "1. 一种检索装置，包括电池。", NULL },
  { "US.2012331234.A1", "US.201113167395.A", 20121227, 20110623, "US.201113167395.A",
    "Example Corp", "G06F17/30", "en", "Printer", "A printer.", "1. A printer.", NULL },
};

/* The last one is known under two numbers, and only there where that matters. */
#define N_USUAL (G_N_ELEMENTS (items) - 1)

static CsNumber *
read_docdb (CsNumberRole role, const char *key, guint date)
{
  g_auto (GStrv) parts = g_strsplit (key, ".", 3);
  CsNumberInput input = { parts[1], parts[0], parts[2], role, CS_NUMBER_DOCDB,
                          cs_office_date_from_key (date) };

  return cs_number_read (&input);
}

static CsRecord *
make_record (const Item *item)
{
  CsRecordBuilder *builder = cs_record_builder_new ("docdb", "items.xml", 1);
  CsClass klass = { "ipc", item->symbol, TRUE, FALSE };
  const char *texts[CS_N_RECORD_PARTS] = { item->title, item->abstract, item->claims,
                                           item->description };

  cs_record_builder_take_publication (
      builder, read_docdb (CS_NUMBER_PUBLICATION, item->publication, item->published));
  cs_record_builder_take_application (
      builder, read_docdb (CS_NUMBER_APPLICATION, item->application, item->filed));
  cs_record_builder_take_priority (
      builder, read_docdb (CS_NUMBER_PRIORITY, item->priority, 0), 1, NULL);
  for (guint part = 0; part < CS_N_RECORD_PARTS; part++)
    if (texts[part] != NULL)
      cs_record_builder_add_text (builder, (CsRecordPart)part, item->language, texts[part]);
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, item->applicant, NULL);
  cs_record_builder_add_class (builder, &klass);

  return cs_record_builder_end (builder);
}

typedef struct
{
  CsLibrary *library;
  CsSearcher *searcher;
} Fixture;

static void
import (CsLibrary *library, guint first, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibraryImport) run =
      cs_library_import_begin (library, "items", (CsOfficeDate){ 2024, 1, 1 }, &error);

  g_assert_no_error (error);
  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (CsRecord) record = make_record (&items[i]);

      cs_library_import_add (run, record, &error);
      g_assert_no_error (error);
    }
  cs_library_import_end (run, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->library = cs_library_open_in_memory (&error);
  g_assert_no_error (error);
  import (fixture->library, 0, N_USUAL);
  fixture->searcher = cs_searcher_new (fixture->library, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cs_searcher_free (fixture->searcher);
  cs_library_close (fixture->library);
}

static CsHits *
search_sorted (Fixture *fixture, const char *text, CsHitOrder order, gboolean reverse)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GError) error = NULL;
  CsSearch search = { query, NULL, order, reverse };
  CsHits *hits = cs_searcher_search (fixture->searcher, &search, NULL, &error);

  g_assert_no_error (error);

  return hits;
}

static GPtrArray *
load_rows (Fixture *fixture, const CsHits *hits)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = cs_searcher_load_rows (fixture->searcher, hits, 0, 100, &error);

  g_assert_no_error (error);

  return rows;
}

/* --- order --- */

static void
check_order (Fixture *fixture, CsHitOrder order, gboolean reverse, const char *titles)
{
  g_autoptr (CsHits) hits = search_sorted (fixture, "", order, reverse);
  g_autoptr (GPtrArray) rows = load_rows (fixture, hits);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "",
                            ((CsHitRow *)g_ptr_array_index (rows, i))->title);
  g_assert_cmpstr (found->str, ==, titles);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  check_order (fixture, CS_HITS_BEST, FALSE, "檢索裝置|Radio <node>|一种锂离子电池");
  check_order (fixture, CS_HITS_BY_DATE, TRUE, "一种锂离子电池|Radio <node>|檢索裝置");
  check_order (fixture, CS_HITS_BY_PRIORITY, FALSE, "檢索裝置|Radio <node>|一种锂离子电池");
  check_order (fixture, CS_HITS_BY_SIZE, FALSE, "一种锂离子电池|檢索裝置|Radio <node>");
  check_order (fixture, CS_HITS_BY_APPLICANT, FALSE, "Radio <node>|一种锂离子电池|檢索裝置");
  check_order (fixture, CS_HITS_BY_APPLICANT, TRUE, "檢索裝置|一种锂离子电池|Radio <node>");
}

/* A word in the title counts more than one in the abstract, that more than one in the claims. */
static void
test_relevance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsHits) hits = search_sorted (fixture, "电池 OR battery", CS_HITS_BEST, FALSE);
  g_autoptr (GPtrArray) rows = load_rows (fixture, hits);
  g_autoptr (CsHits) mixed =
      search_sorted (fixture, "(电池 OR battery) pd>=2009", CS_HITS_BEST, FALSE);

  g_assert_cmpint (hits->order, ==, CS_HITS_BY_RELEVANCE);
  g_assert_cmpuint (hits->n_families, ==, 3);
  g_assert_cmpuint (hits->n_documents, ==, 4);
  g_assert_cmpstr (((CsHitRow *)g_ptr_array_index (rows, 1))->title, ==, "Radio <node>");
  g_assert_cmpstr (((CsHitRow *)g_ptr_array_index (rows, 2))->title, ==, "檢索裝置");
  g_assert_cmpmem (hits->families, 3 * sizeof (gint64), mixed->families, 3 * sizeof (gint64));
}

/* --- rows --- */

/* Returns: (transfer full): @text with what is found between brackets */
static char *
mark (const char *text, const CsHitSpan *spans, guint n_spans)
{
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      g_string_append_len (marked, text + at, spans[i].start_byte - at);
      g_string_append_printf (marked, "[%.*s]", (int)(spans[i].end_byte - spans[i].start_byte),
                              text + spans[i].start_byte);
      at = spans[i].end_byte;
    }
  g_string_append (marked, text + at);

  return g_string_free (marked, FALSE);
}

typedef struct
{
  const char *query;
  const char *number;
  const char *title;
  const char *snippet;
  const char *place;
} RowExample;

static const RowExample row_examples[] = {
  { "陶瓷", "CN 101911042 A", "一种锂离子电池", "2. 根据权利要求1所述的电池，其特征在于，隔膜涂有[陶瓷]层。",
    "CN cl. 2" },
  { "ceramic separator", NULL, "Lithium battery",
    "2. The battery of claim 1, wherein the [separator] has a [ceramic] coating.", "US cl. 2" },
  { "ti=検 OR ti=检索", NULL, "[檢索]裝置", "", "" },
  { "molten", NULL, NULL, NULL, NULL },
  { "de=\"molten salt\"", NULL, "Lithium battery",
    "[0002] A [molten salt] is used as the electrolyte.", "US [0002]" },
  { "separat*", NULL, "Lithium battery", "A lithium battery with a [separator].", "US abstract" },
  { "node NOT salt", NULL, "Radio <[node]>", "A [node] of a network with a battery.",
    "EP abstract" },
  { "pa=Another", NULL, "Radio <node>", "", "" },
};

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_examples); i++)
    {
      const RowExample *example = &row_examples[i];
      g_autoptr (CsHits) hits = search_sorted (fixture, example->query, CS_HITS_BEST, FALSE);
      g_autoptr (GPtrArray) rows = load_rows (fixture, hits);
      g_autofree char *title = NULL;
      g_autofree char *snippet = NULL;
      CsHitRow *row;

      g_test_message ("%s", example->query);
      g_assert_cmpuint (rows->len, ==, example->title == NULL ? 0 : 1);
      if (example->title == NULL)
        continue;
      row = g_ptr_array_index (rows, 0);
      title = mark (row->title, row->title_spans, row->n_title_spans);
      snippet = mark (row->snippet, row->snippet_spans, row->n_snippet_spans);
      g_assert_cmpstr (title, ==, example->title);
      g_assert_cmpstr (snippet, ==, example->snippet);
      g_assert_cmpstr (row->place, ==, example->place);
      if (example->number != NULL)
        g_assert_cmpstr (row->number, ==, example->number);
    }
}

static void
test_row_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsHits) hits = search_sorted (fixture, "lithium", CS_HITS_BEST, FALSE);
  g_autoptr (GPtrArray) rows = load_rows (fixture, hits);
  CsHitRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->applicant, ==, "Example Corp");
  g_assert_cmpstr (row->offices, ==, "CN US");
  g_assert_cmpuint (row->n_members, ==, 2);
  g_assert_cmpuint (row->earliest.year, ==, 2007);
}

/* --- facets --- */

static char *
list_facet (const GPtrArray *values, CsFacet facet)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const CsFacetValue *value = g_ptr_array_index (values, i);

      if (value->facet == facet)
        g_string_append_printf (list, "%s%s %u", list->len > 0 ? ", " : "", value->label,
                                value->count);
    }

  return g_string_free (list, FALSE);
}

static void
check_facet (const GPtrArray *values, CsFacet facet, const char *expected)
{
  g_autofree char *list = list_facet (values, facet);

  g_assert_cmpstr (list, ==, expected);
}

static void
add_tag (Fixture *fixture, gint64 family, const char *tag)
{
  g_autoptr (CsFamilyMarks) marks = cs_family_marks_new ();
  g_autoptr (GError) error = NULL;

  g_strfreev (marks->tags);
  marks->tags = g_strsplit (tag, ",", -1);
  cs_library_set_marks (fixture->library, family, marks, NULL, &error);
  g_assert_no_error (error);
}

static void
add_pool (Fixture *fixture, gint64 family, const char *pool)
{
  g_autoptr (CsFamilyMarks) marks = cs_library_load_marks (fixture->library, family, NULL);
  g_autoptr (GError) error = NULL;

  g_strfreev (marks->pools);
  marks->pools = g_strsplit (pool, ",", -1);
  cs_library_set_marks (fixture->library, family, marks, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_with (Fixture *fixture, CsFacet facet, const char *key)
{
  g_autoptr (CsQuery) query = cs_query_parse ("");
  CsFacetValue value = { facet, (char *)key, NULL, 0 };
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();
  const CsSearch search = { query, filters, CS_HITS_BEST, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsHits) hits = NULL;

  g_ptr_array_add (filters, &value);
  hits = cs_searcher_search (fixture->searcher, &search, NULL, &error);
  g_assert_no_error (error);

  return hits->n_families;
}

static void
test_facets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsHits) radio = search_sorted (fixture, "radio", CS_HITS_BEST, FALSE);
  g_autoptr (CsHits) hits = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;

  add_tag (fixture, radio->families[0], "to read");
  add_pool (fixture, radio->families[0], "rivals");
  hits = search_sorted (fixture, "", CS_HITS_BEST, FALSE);
  values = cs_searcher_count_facets (fixture->searcher, hits, NULL, &error);
  g_assert_no_error (error);
  check_facet (values, CS_FACET_OFFICE, "CN 2, EP 1, US 1");
  check_facet (values, CS_FACET_YEAR, "2015 1, 2010 1, 2007 1");
  check_facet (values, CS_FACET_CLASS, "H01M 1, H04W 1, G06F 1");
  check_facet (values, CS_FACET_TAG, "to read 1");
  check_facet (values, CS_FACET_POOL, "rivals 1");
  g_assert_cmpuint (count_with (fixture, CS_FACET_TAG, "to read"), ==, 1);
  g_assert_cmpuint (count_with (fixture, CS_FACET_POOL, "rivals"), ==, 1);
  g_assert_cmpuint (count_with (fixture, CS_FACET_POOL, "to read"), ==, 0);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsQuery) query = cs_query_parse ("battery OR 电池");
  CsFacetValue chinese = { CS_FACET_OFFICE, (char *)"CN" };
  CsFacetValue european = { CS_FACET_OFFICE, (char *)"EP" };
  CsFacetValue old = { CS_FACET_YEAR, (char *)"2007" };
  CsFacetValue *values[] = { &chinese, &european, &old };
  static const guint expected[] = { 3, 2, 3, 1 };
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();
  const CsSearch search = { query, filters };

  for (guint n = 1; n <= G_N_ELEMENTS (values); n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsHits) hits = NULL;

      g_ptr_array_add (filters, values[n - 1]);
      hits = cs_searcher_search (fixture->searcher, &search, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (hits->filters == filters);
      g_assert_cmpuint (hits->n_families, ==, expected[n]);
    }
}

/* --- fields that only this library has --- */

static void
check_count (Fixture *fixture, const char *text, guint n_families)
{
  g_autoptr (CsHits) hits = search_sorted (fixture, text, CS_HITS_BEST, FALSE);

  g_test_message ("%s", text);
  g_assert_cmpuint (hits->n_families, ==, n_families);
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsHits) radio = search_sorted (fixture, "radio", CS_HITS_BEST, FALSE);

  add_tag (fixture, radio->families[0], "To Read");
  check_count (fixture, "pn=CN101911042A", 1);
  check_count (fixture, "pn=\"CN 101911042 A\"", 1);
  check_count (fixture, "pn=CN101911042B", 0);
  check_count (fixture, "pn=CN101911042", 1);
  check_count (fixture, "CN101911042A", 1);
  check_count (fixture, "ap=201510163325.6", 1);
  check_count (fixture, "201510163325.6", 1);
  check_count (fixture, "tag=\"to read\"", 1);
  check_count (fixture, "tag=read", 0);
  check_count (fixture, "tag=to*", 1);
  check_count (fixture, "NOT tag=to*", 2);
  check_count (fixture, "prd<2010", 1);
  check_count (fixture, "prd=2010..2015", 2);
  check_count (fixture, "ls=pending OR ls=unknown OR ls=in-force OR ls=dead", 3);
  check_count (fixture, "cc=EP", 1);
  check_count (fixture, "检索装置", 1);
  check_count (fixture, "檢索裝置", 1);
}

/* Series and serial number say no year: found all the same, as an application and as a priority. */
static void
test_alias (Fixture *fixture, gconstpointer data)
{
  import (fixture->library, N_USUAL, 1);
  check_count (fixture, "ap=13/167,395", 1);
  check_count (fixture, "ap=US201113167395A", 1);
  check_count (fixture, "pr=13/167,395", 1);
  check_count (fixture, "ap=13/167,396", 0);
}

/* --- changes and stops --- */

static void
test_changed_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_in_memory (&error);
  g_autoptr (CsSearcher) searcher = NULL;
  Fixture other;

  g_assert_no_error (error);
  import (library, 0, 1);
  searcher = cs_searcher_new (library, &error);
  g_assert_no_error (error);
  other = (Fixture){ library, searcher };
  check_count (&other, "", 1);
  import (library, 2, 2);
  check_count (&other, "", 3);
  check_count (&other, "radio", 1);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsQuery) query = cs_query_parse ("电池 OR battery");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CsSearch search = { query };
  CsHits *hits;

  g_cancellable_cancel (cancellable);
  hits = cs_searcher_search (fixture->searcher, &search, cancellable, &error);
  g_assert_null (hits);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_count (fixture, "radio", 1);
}

/* --- prior art --- */

static void
test_near (Fixture *fixture, gconstpointer data)
{
  static const char *const features[] = {
    "a separator having a ceramic coating",
    "an electrolyte comprising a molten salt",
    "a quantum flux capacitor",
    NULL,
  };
  CsNearSearch search = { features, CS_OFFICE_DATE_UNKNOWN, 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families =
      cs_searcher_find_near (fixture->searcher, &search, NULL, &error);
  CsNearFamily *first;

  g_assert_no_error (error);
  g_assert_cmpuint (families->len, >=, 1);
  first = g_ptr_array_index (families, 0);
  g_assert_cmpuint (first->n_passages, ==, 3);
  g_assert_cmpstr (first->passages[0].place, ==, "US cl. 2");
  g_assert_cmpstr (first->passages[1].place, ==, "US [0002]");
  g_assert_cmpstr (first->passages[2].place, ==, "");
  g_assert_cmpfloat (first->share, >, 0.3);
  g_assert_cmpfloat (first->share, <, 0.8);
}

static void
test_near_before (Fixture *fixture, gconstpointer data)
{
  static const char *const features[] = { "隔膜涂有陶瓷层", "检索装置", NULL };
  CsNearSearch search = { features, { 2010, 12, 8 }, 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = cs_searcher_find_near (fixture->searcher, &search, NULL, &error);
  g_autoptr (GPtrArray) some = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  search.before.day = 9;
  some = cs_searcher_find_near (fixture->searcher, &search, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 1);
}

#define ADD(name, test) \
  g_test_add ("/store/library-hits/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("relevance", test_relevance);
  ADD ("rows", test_rows);
  ADD ("row-facts", test_row_facts);
  ADD ("facets", test_facets);
  ADD ("filters", test_filters);
  ADD ("fields", test_fields);
  ADD ("alias", test_alias);
  ADD ("changed-library", test_changed_library);
  ADD ("cancelled", test_cancelled);
  ADD ("near", test_near);
  ADD ("near-before", test_near_before);

  return g_test_run ();
}
