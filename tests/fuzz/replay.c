/* Runs a fuzz target over the files of a folder, so that every compiler tests what fuzzing found.
 * Usage: replay FOLDER */

#include <gio/gio.h>

#include "fuzz.h"

static void
test_seed (gconstpointer path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *)content, n_bytes), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s", name);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_seed, g_free);
    }

  return g_test_run ();
}
