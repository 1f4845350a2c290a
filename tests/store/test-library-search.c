#include <string.h>

#include "../../src/store/cs-library-search.h"
#include "search-world.h"

static CsHits *
search (CsSearcher *searcher, const char *text)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GError) error = NULL;
  CsSearch wanted = { query };
  CsHits *hits;

  g_assert_cmpstr (query->fault.message, ==, NULL);
  hits = cs_searcher_search (searcher, &wanted, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hits);

  return hits;
}

static CsSearcher *
make_searcher (World *world)
{
  g_autoptr (GError) error = NULL;
  CsSearcher *searcher = cs_searcher_new (world->library, &error);

  g_assert_no_error (error);

  return searcher;
}

/* --- against a scan of all documents --- */

/* Returns: whether anything fits, and not everything. */
static gboolean
check_against_scan (World *world, CsSearcher *searcher, const char *text)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GHashTable) families = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (CsHits) hits = NULL;
  guint n_documents = 0;

  g_test_message ("%s", text);
  for (guint i = 0; i < world->documents->len; i++)
    {
      WorldDocument *document = g_ptr_array_index (world->documents, i);

      if (query->root == NULL || world_document_fits (world, document, query->root))
        {
          n_documents++;
          g_hash_table_add (families, &document->family);
        }
    }

  hits = search (searcher, text);
  g_assert_cmpuint (hits->n_documents, ==, n_documents);
  g_assert_cmpuint (hits->n_families, ==, g_hash_table_size (families));
  for (guint i = 0; i < hits->n_families; i++)
    g_assert_true (g_hash_table_remove (families, &hits->families[i]));

  return n_documents > 0 && n_documents < world->documents->len;
}

/* Deeper than the index itself could take. */
static const char deep_query[] =
    "((((((((((((((((电池 OR 隔膜) AND a) OR ion) AND method) OR coat) AND 5G) OR 锂) AND 材料) OR 负极) "
    "AND 方法) OR H2O) AND battery) OR 一种) AND 正极) OR 隔膜) AND 电极)";

static void
test_named_queries (void)
{
  static const char *const queries[] = {
    "",
    "电池",
    "電池",
    "电",
    "池电",
    "锂离子电池",
    "battery",
    "BATTERY",
    "ｂａｔｔｅｒｙ",
    "batter*",
    "装置",
    "裝置",
    "\"lithium ion\"",
    "lithium-ion",
    "\"ion battery\"",
    "ti=电池",
    "ti=(电池 OR 隔膜)",
    "NOT 电池",
    "电池 NOT 隔膜",
    "NOT 电池 NOT 隔膜",
    "电池 OR NOT 隔膜",
    "ft=膜材料",
    "de=膜材料",
    "电池 AND de=隔膜",
    "电池 OR de=隔膜",
    "电池 NEAR/3 隔膜",
    "电池 ADJ 电池",
    "电池 ADJ/5 隔膜",
    "锂 NEAR/2 离子 NEAR/2 电池",
    "(电池 OR battery) ADJ/3 (隔膜 OR separator)",
    "ft=电池 NEAR/2 隔膜",
    "de=电池 ADJ/2 隔膜",
    "pd=2015",
    "pd>2015 AND pd<=2018",
    "pa=华为",
    "pa=batter*",
    "in=smith",
    "ic=H01M10",
    "ic=H01M",
    "cc=US",
    "ad=2015",
    "H01M10/0525",
    "电池 AND pa=华为 AND pd>=2015",
    "电池 NOT cc=US",
    "batter* AND cc=US",
    "(电池 OR 隔膜) AND cc=US",
    "电池 AND de=隔膜 AND cc=US NOT 材料",
    "电池 ADJ/5 隔膜 AND pd>=2015",
    "电池 AND pd>2090",
    "fam=(cc=US)",
    "fam=(cc=US AND ad=2015)",
    "电池 NOT fam=(cc=US AND 隔膜)",
    "fam=(NOT fam=(cc=CN))",
    "pa==华为",
    "pa==\"battery holdings\"",
    "fo=US",
    "fo=CN",
    deep_query,
  };
  g_autoptr (World) world = world_new (900, 1); /* more than are looked up one by one */
  g_autoptr (CsSearcher) searcher = make_searcher (world);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    check_against_scan (world, searcher, queries[i]);
}

static void
test_random_queries (void)
{
  g_autoptr (World) world = world_new (400, 2);
  g_autoptr (CsSearcher) searcher = make_searcher (world);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint n_telling = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = world_invent_query (random, i % 4);

      n_telling += check_against_scan (world, searcher, text) ? 1 : 0;
    }
  g_assert_cmpuint (n_telling, >, 1000);
}

/* Scores are noted in one match, in several, or afterwards: the order is the same. */
static void
test_order (void)
{
  static const char *const pairs[][2] = {
    { "电池", "电池 AND pd>=1900" },
    { "电池 AND battery", "电池 AND battery AND pd>=1900" },
    { "电池 OR 隔膜", "(电池 OR 隔膜) AND pd>=1900" },
    { "电池 ADJ/9 隔膜", "电池 ADJ/9 隔膜 AND pd>=1900" },
  };
  g_autoptr (World) world = world_new (900, 6);
  g_autoptr (CsSearcher) searcher = make_searcher (world);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (CsHits) one = search (searcher, pairs[i][0]);
      g_autoptr (CsHits) other = search (searcher, pairs[i][1]);
      gsize size = sizeof *one->families;

      g_assert_cmpuint (one->n_families, >, 10);
      g_assert_cmpint (one->order, ==, CS_HITS_BY_RELEVANCE);
      g_assert_cmpmem (one->families, one->n_families * size, other->families,
                       other->n_families * size);
      g_assert_cmpmem (one->documents, one->n_families * size, other->documents,
                       other->n_families * size);
    }
}

/* What means something to the index is only a letter or a blank to us. */
static void
test_hostile_queries (void)
{
  static const char *const queries[] = {
    "\"{ti} : (电池\"",
    "“a\"b”",
    "“a\"”",
    "\"a AND OR NOT NEAR(b, c)\"",
    "\"电池'--\"",
    "a^b",
    "^battery",
    "ti=\"rank MATCH\"",
    "\"*a\"",
    "a+b",
    "pa=\"'; DROP TABLE name\"",
    "tag=\"') OR 1=1 --\"",
    "fam=\"%\"",
    "pn=\"' OR ''='\"",
    "ic=H01M10/05",
    "a:b:c",
    "\\",
    "a\\b",
  };
  g_autoptr (World) world = world_new (60, 4);
  g_autoptr (CsSearcher) searcher = make_searcher (world);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (CsQuery) query = cs_query_parse (queries[i]);

      if (query->fault.message == NULL)
        check_against_scan (world, searcher, queries[i]);
    }
}

/* A whole paragraph may be pasted, and a query be as large as it can. */
static void
test_large_queries (void)
{
  g_autoptr (World) world = world_new (60, 5);
  g_autoptr (CsSearcher) searcher = make_searcher (world);
  const WorldDocument *document = g_ptr_array_index (world->documents, 7);
  g_autoptr (GString) phrase = g_string_new ("ft=\"");
  g_autoptr (GString) many = g_string_new ("电池");

  for (guint i = 0; i < 3000; i++)
    g_string_append (phrase, "电池");
  g_string_append_c (phrase, '"');
  for (guint i = 2; i <= CS_MAX_QUERY_TERMS; i++)
    g_string_append_printf (many, i % 3 == 0 ? " AND 锂%u" : " OR ti=膜%u", i);
  check_against_scan (world, searcher, phrase->str);
  check_against_scan (world, searcher, many->str);
  g_string_printf (phrase, "de=\"%s\"", document->parts[WORLD_DESCRIPTION]);
  g_assert_true (check_against_scan (world, searcher, phrase->str));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/library-search/named-queries", test_named_queries);
  g_test_add_func ("/store/library-search/random-queries", test_random_queries);
  g_test_add_func ("/store/library-search/order", test_order);
  g_test_add_func ("/store/library-search/hostile-queries", test_hostile_queries);
  g_test_add_func ("/store/library-search/large-queries", test_large_queries);

  return g_test_run ();
}
