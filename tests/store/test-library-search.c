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

static void
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

      if (query->root == NULL || world_document_fits (document, query->root))
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
}

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
    "((((((((((((((((电池 OR 隔膜) AND a) OR ion) AND method) OR coat) AND 5G) OR 锂) AND 材料) OR 负极) "
    "AND 方法) OR H2O) AND battery) OR 一种) AND 正极) OR 隔膜) AND 电极)",
  };
  g_autoptr (World) world = world_new (400, 1);
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

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = world_invent_query (random, i % 4);

      check_against_scan (world, searcher, text);
    }
}

/* --- one family, one row --- */

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/library-search/named-queries", test_named_queries);
  g_test_add_func ("/store/library-search/random-queries", test_random_queries);

  return g_test_run ();
}
