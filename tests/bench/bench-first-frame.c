#include <stdio.h>
#include <stdlib.h>

#include "../../src/store/cs-store-sql.h"
#include "../store/store-fixture.h"
#include "first-frame.h"

/* How long a start takes, from before the program is executed to its first frame on the screen:
 * the least program with an editor, and ours with a store of 1,000 drafts, in turn.
 *
 * Usage: bench-first-frame BARE PROGRAM [FOLDER]: the two programs, and a store to use again */

#define N_MATTERS 1000
#define ROUNDS 15
#define GOAL 1.3

typedef struct
{
  GArray *first_ms;  /* double: to the first frame */
  GArray *filled_ms; /* double: to the first with something in it */
} Times;

static gboolean
fill (const char *folder)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, NULL);

  if (store == NULL || !cs_store_exec (store, "PRAGMA synchronous = OFF", NULL))
    return FALSE;

  for (guint i = 0; i < N_MATTERS; i++)
    {
      g_autofree char *title = g_strdup_printf ("泵 %u", i);
      g_autoptr (CsDraft) draft = make_draft (title, 20, "叶轮");
      CsNewMatter matter = { .draft = draft };

      if (cs_draft_store_create (store, &matter, NULL) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
run (const char *program, const char *folder, Times *times)
{
  const char *const command[] = { program, NULL };
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *output = NULL;
  double first, filled;

  g_subprocess_launcher_setenv (launcher, FIRST_FRAME_BEGAN, began, TRUE);
  g_subprocess_launcher_setenv (launcher, "CLAIMSMITH_DATA_DIR", folder, TRUE);
  child = g_subprocess_launcher_spawnv (launcher, command, NULL);
  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, NULL) ||
      output == NULL || sscanf (output, "%lf %lf", &first, &filled) != 2)
    return FALSE;

  g_array_append_val (times->first_ms, first);
  g_array_append_val (times->filled_ms, filled);

  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a;
  double other = *(const double *)b;

  return one < other ? -1 : one > other;
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare);

  return g_array_index (values, double, values->len / 2);
}

static void
print_times (const char *what, GArray *values)
{
  double median = get_median (values);

  printf ("%-32s %6.0f ms (%.0f to %.0f)\n", what, median, g_array_index (values, double, 0),
          g_array_index (values, double, values->len - 1));
}

int
main (int argc, char *argv[])
{
  g_autoptr (StoreFolder) made = store_folder_new ();
  const char *folder = argc > 3 ? argv[3] : made;
  g_autofree char *file = path_in (folder, "drafts.db");
  Times times[2];

  if (argc < 3 || (!g_file_test (file, G_FILE_TEST_EXISTS) && !fill (folder)))
    return EXIT_FAILURE;

  for (guint i = 0; i < 2; i++)
    times[i] = (Times){ g_array_new (FALSE, FALSE, sizeof (double)),
                        g_array_new (FALSE, FALSE, sizeof (double)) };
  for (guint round = 0; round <= ROUNDS; round++)
    {
      if (!run (argv[1], folder, &times[0]) || !run (argv[2], folder, &times[1]))
        return EXIT_FAILURE;
      for (guint i = 0; round == 0 && i < 2; i++) /* the first fills the caches */
        {
          g_array_set_size (times[i].first_ms, 0);
          g_array_set_size (times[i].filled_ms, 0);
        }
    }

  print_times ("a bare window", times[0].first_ms);
  print_times ("the program", times[1].first_ms);
  print_times ("the program with its list", times[1].filled_ms);
  printf ("the program to a bare window: %.2f (goal: at most %.1f), best to best %.2f\n",
          get_median (times[1].first_ms) / get_median (times[0].first_ms), GOAL,
          g_array_index (times[1].first_ms, double, 0) /
              g_array_index (times[0].first_ms, double, 0));

  return EXIT_SUCCESS;
}
