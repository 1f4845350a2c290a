/* The exports of each platform, after its published column list, with values of our own: what each
 * column is taken for, and what records come of it, is in a file beside the table. */

#include <string.h>

#include "dump-table.h"

static const char *const platforms[] = {
  "cnki.csv",
  "derwent.csv",
  "espacenet.csv",
  "google.csv",
  "incopat.csv",
  "lens.csv",
  "orbit.csv",
  "own.tsv",
  "patentscope.csv",
  "patsnap-family.csv",
  "patsnap.csv",
  "wips.csv",
};

static char *
load (const char *path, gsize *n_bytes)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, n_bytes, &error);
  g_assert_no_error (error);

  return content;
}

/* CLAIMSMITH_TEST_WRITE=1 writes what is, to be looked at before it is kept. */
static void
test_platform (gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "formats", "tables", data, NULL);
  g_autofree char *expected_path = g_strconcat (path, ".txt", NULL);
  gsize n_bytes;
  g_autofree char *table = load (path, &n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTableMap) map = cs_table_map_guess (table, n_bytes, &error);
  g_autofree char *columns = NULL;
  g_autofree char *records = NULL;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  columns = dump_map (map);
  records = dump_records (table, n_bytes, NULL);
  found = g_strconcat (columns, records, NULL);
  if (g_getenv ("CLAIMSMITH_TEST_WRITE") != NULL)
    g_file_set_contents (expected_path, found, -1, NULL);
  expected = load (expected_path, &n_bytes);
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/table/platforms/", platforms[i], NULL);

      g_test_add_data_func (path, platforms[i], test_platform);
    }

  return g_test_run ();
}
