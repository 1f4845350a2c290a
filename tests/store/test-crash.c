/* A script types, the process is killed at 200 moments, and all that was acknowledged as saved is
 * there afterwards. Usage: test-crash STORE-TYPIST */

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"

#define ROUNDS 200
#define SEED 20261122
#define MAX_WAIT_US 20000 /* from the first acknowledged save to the kill */

static const char *typist;

/* One process that types. */
typedef struct
{
  GPid pid;
  FILE *lines;
} Typist;

/* What was acknowledged last. */
typedef struct
{
  gint64 id;
  guint64 revision;
  char sha256[65];
} Acknowledged;

static Typist
start (const char *folder, guint seed)
{
  g_autofree char *number = g_strdup_printf ("%u", seed);
  char *argv[] = { (char *)typist, (char *)folder, number, NULL };
  g_autoptr (GError) error = NULL;
  Typist started;
  int out;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &started.pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  started.lines = fdopen (out, "r");

  return started;
}

static gboolean
read_line (Typist *of, Acknowledged *last)
{
  char line[200];
  Acknowledged read;

  if (fgets (line, sizeof line, of->lines) == NULL || strchr (line, '\n') == NULL ||
      sscanf (line, "%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " %64s", &read.id, &read.revision,
              read.sha256) != 3)
    return FALSE;

  *last = read;

  return TRUE;
}

/* Kills it and reads what it had still said. */
static void
finish (Typist *of, Acknowledged *last)
{
  int status;

  kill (of->pid, SIGKILL);
  g_assert_cmpint (waitpid (of->pid, &status, 0), ==, of->pid);
  g_assert_true (WIFSIGNALED (status));
  while (read_line (of, last))
    continue;
  fclose (of->lines);
  g_spawn_close_pid (of->pid);
}

/* What was acknowledged is there; the one save after it may have been made, unsaid. */
static void
judge (CsDraftStore *store, const Acknowledged *last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatter) matter = cs_draft_store_load (store, last->id, &error);
  g_autofree char *sha256 = NULL;

  g_assert_no_error (error);
  sha256 = cs_draft_dup_sha256 (matter->draft);
  if (matter->info->revision == last->revision)
    g_assert_cmpstr (sha256, ==, last->sha256);
  else
    g_assert_cmpuint (matter->info->revision, ==, last->revision + 1);
}

static guint
run_round (const char *folder, GRand *rand, guint round)
{
  guint n_typists = round % 5 == 0 ? 2 : 1;
  Typist typists[2];
  Acknowledged last[2];
  g_autoptr (CsDraftStore) store = NULL;
  guint n_revisions = 0;

  for (guint i = 0; i < n_typists; i++)
    typists[i] = start (folder, g_rand_int (rand));
  for (guint i = 0; i < n_typists; i++)
    g_assert_true (read_line (&typists[i], &last[i]));
  g_usleep (g_rand_int_range (rand, 0, MAX_WAIT_US));
  for (guint i = 0; i < n_typists; i++)
    finish (&typists[i], &last[i]);

  store = open_store (folder);
  assert_sound (store);
  for (guint i = 0; i < n_typists; i++)
    {
      judge (store, &last[i]);
      n_revisions += last[i].revision;
    }

  return n_revisions;
}

/* Five kills in a row of one store, so that what one leaves behind meets the next. */
static void
test_killed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_revisions = 0;

  for (guint round = 0; round < ROUNDS;)
    {
      g_autoptr (StoreFolder) folder = store_folder_new ();

      for (guint i = 0; i < 5; i++)
        n_revisions += run_round (folder, rand, round++);
    }
  g_test_message ("%u kills, %u saves acknowledged", ROUNDS, n_revisions);
  g_assert_cmpuint (n_revisions, >, ROUNDS); /* it was typing when it was killed */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    return 2;
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR)) /* a kill is the same there, a sync is quick */
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  typist = argv[1];
  g_test_add_func ("/store/crash/killed", test_killed);

  return g_test_run ();
}
