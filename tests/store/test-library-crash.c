/* An import is killed at random moments, again and again; the library is sound each time, and in
 * the end it holds what one import without a kill brings. Usage: test-library-crash
 * LIBRARY-IMPORTER [ROUNDS] */

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library-fixture.h"
#include "store-folder.h"

#define ROUNDS 40
#define KILLS_OF_ONE 8
#define N_RECORDS 400
#define MAX_WAIT_US 20000
#define SEED 20261123

static const char *importer;
static guint n_rounds = ROUNDS;

static GPid
start (const char *folder, int *out)
{
  g_autofree char *n = g_strdup_printf ("%u", N_RECORDS);
  char *argv[] = { (char *)importer, (char *)folder, (char *)"0", n, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                            out, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Returns: how it ended */
static int
finish (GPid pid, int out)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  close (out);
  g_spawn_close_pid (pid);
  return status;
}

static CsLibrary *
open_in (const char *folder)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open (folder, &error);

  g_assert_no_error (error);
  return library;
}

static CsLibraryCounts
count (const char *folder)
{
  g_autoptr (CsLibrary) library = open_in (folder);
  CsLibraryCounts counts;

  assert_library_sound (library);
  g_assert_true (cs_library_count (library, &counts, NULL));
  return counts;
}

static void
run_to_end (const char *folder)
{
  int out;
  GPid pid = start (folder, &out);

  g_assert_cmpint (finish (pid, out), ==, 0);
}

/* Returns: whether it was killed before it was done */
static gboolean
kill_once (const char *folder, GRand *rand)
{
  int out;
  GPid pid = start (folder, &out);
  char begun;

  g_assert_cmpint (read (out, &begun, 1), ==, 1);
  g_usleep ((gulong)g_rand_int_range (rand, 0, MAX_WAIT_US));
  kill (pid, SIGKILL);
  return WIFSIGNALED (finish (pid, out));
}

static void
assert_same (CsLibraryCounts a, CsLibraryCounts b)
{
  g_assert_cmpint (a.documents, ==, b.documents);
  g_assert_cmpint (a.applications, ==, b.applications);
  g_assert_cmpint (a.families, ==, b.families);
  g_assert_cmpint (a.descriptions, ==, b.descriptions);
}

static void
test_killed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (StoreFolder) whole = store_folder_new ();
  CsLibraryCounts wanted;
  guint n_killed = 0;

  run_to_end (whole);
  wanted = count (whole);
  g_assert_cmpint (wanted.documents, ==, N_RECORDS);
  for (guint round = 0; round < n_rounds;)
    {
      g_autoptr (StoreFolder) folder = store_folder_new ();

      for (guint i = 0; i < KILLS_OF_ONE; i++, round++)
        {
          n_killed += kill_once (folder, rand);
          g_assert_cmpint (count (folder).documents, <=, N_RECORDS);
        }
      run_to_end (folder);
      assert_same (count (folder), wanted);
    }
  g_test_message ("%u of %u killed before the end", n_killed, n_rounds);
  g_assert_cmpuint (n_killed, >, n_rounds / 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    return 2;
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR)) /* a kill is the same there, a sync is quick */
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  importer = argv[1];
  if (argc > 2)
    n_rounds = (guint)g_ascii_strtoull (argv[2], NULL, 10);
  g_test_add_func ("/library/crash/killed", test_killed);
  return g_test_run ();
}
