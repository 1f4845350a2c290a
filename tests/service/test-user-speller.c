#include "../../src/service/cs-user-speller.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-data-folder.h"
#include "../../src/base/cs-error.h"

/* The words that the user adds to the dictionary. */

typedef struct
{
  GMainLoop *loop;
  GError *error;
} Learning;

static void
on_learned (GObject *source, GAsyncResult *result, gpointer data)
{
  Learning *learning = data;

  cs_user_speller_learn_finish (result, &learning->error);
  g_main_loop_quit (learning->loop);
}

/* Returns: (transfer full) (nullable): why it could not be kept */
static GError *
learn (const char *word)
{
  Learning learning = { g_main_loop_new (NULL, FALSE), NULL };

  cs_user_speller_learn (word, on_learned, &learning);
  g_main_loop_run (learning.loop);
  g_main_loop_unref (learning.loop);

  return learning.error;
}

static gboolean
knows (const char *word)
{
  return cs_speller_knows (cs_user_speller_get (), word, strlen (word));
}

static void
test_learn (void)
{
  g_autofree char *path = cs_data_folder_dup ("dictionary.en.txt");
  g_autofree char *text = NULL;
  GStatBuf status;

  if (cs_user_speller_get () == NULL)
    {
      g_test_skip ("there is no dictionary of English");
      return;
    }

  g_assert_true (knows ("perlwuzz")); /* of the file as it was */
  g_assert_false (knows ("quibbelor"));
  g_assert_no_error (learn ("Quibbelor"));
  g_assert_true (knows ("quibbelor"));

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "perlwuzz\nQuibbelor\n");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

/* What is there and cannot be read is not replaced. */
static void
test_unreadable (void)
{
  g_autofree char *path = cs_data_folder_dup ("dictionary.en.txt");
  g_autoptr (GError) error = NULL;

  g_remove (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  error = learn ("frobnitz");
  g_assert_error (error, CS_ERROR, CS_ERROR_IO);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "dictionary.en.txt", NULL);
  int status;

  g_setenv ("CLAIMSMITH_DATA_DIR", folder, TRUE);
  g_file_set_contents (path, "perlwuzz", -1, NULL); /* without an end of line */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/user-speller/learn", test_learn);
  g_test_add_func ("/user-speller/unreadable", test_unreadable);
  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);

  return status;
}
