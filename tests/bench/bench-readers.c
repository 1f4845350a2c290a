/* How fast our reader turns a weekly file of USPTO into drafts, against libxml2 alone (SAX2 with
 * callbacks that do nothing, over the same documents), in one process and in turns, in CPU time, so
 * that what else the machine does hits both. And whether memory grows with the number of documents.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (us-xml/ipg*.small.xml). */

#include <stdio.h>
#include <time.h>

#include <glib/gstdio.h>

#include "../../src/formats/cs-reader.h"
#include "weekly.h"

#define MEGABYTE 1e6
#define FILE_BYTES ((gsize)200 * 1000 * 1000)
#define ROUNDS 5
#define GOAL_PERCENT 40

static gboolean
count_draft (const CsReadItem *item, gpointer data)
{
  guint *n_drafts = data;

  g_assert_no_error (item->error);
  (*n_drafts)++;

  return TRUE;
}

static double
time_reader (const char *path, guint *n_drafts)
{
  clock_t start = clock ();

  *n_drafts = 0;
  cs_read (path, &(CsReader){ count_draft, n_drafts }, NULL, NULL);

  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

static void
measure_memory (const char *path, const GString *samples)
{
  guint n_drafts;
  guint64 small_kb;
  guint n_small;

  weekly_write (path, samples, FILE_BYTES / 10);
  time_reader (path, &n_small);
  small_kb = weekly_peak_memory_kb ();
  weekly_write (path, samples, FILE_BYTES);
  time_reader (path, &n_drafts);
  printf ("memory: peak grows by %" G_GUINT64_FORMAT
          " kB from %u to %u documents (now %" G_GUINT64_FORMAT " kB)\n",
          weekly_peak_memory_kb () - small_kb, n_small, n_drafts, weekly_peak_memory_kb ());
}

static void
measure_speed (const char *path, const GString *samples)
{
  double percents[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_drafts;
      double alone = weekly_time_libxml (samples, FILE_BYTES);
      double reader = time_reader (path, &n_drafts);

      percents[round] = 100 * alone / reader;
      printf ("libxml2 alone %.0f MB/s, reader %.0f MB/s: %.0f %%\n", FILE_BYTES / MEGABYTE / alone,
              FILE_BYTES / MEGABYTE / reader, percents[round]);
    }

  printf ("median: %.0f %% of libxml2 alone (goal %d %%)\n", weekly_median (percents, ROUNDS),
          GOAL_PERCENT);
}

int
main (void)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *folder = g_build_filename (corpus == NULL ? "" : corpus, "us-xml", NULL);
  g_autoptr (GString) samples = weekly_load_samples (folder);
  g_autofree char *scratch = g_dir_make_tmp ("cs-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (scratch, "weekly.xml", NULL);

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (samples->len == 0)
    {
      printf ("no samples: set CLAIMSMITH_CORPUS\n");
      return 77;
    }

  printf ("weekly file of %.0f MB from %.1f MB of samples\n", FILE_BYTES / MEGABYTE,
          samples->len / MEGABYTE);
  measure_memory (path, samples);
  measure_speed (path, samples);
  g_remove (path);
  g_rmdir (scratch);

  return 0;
}
