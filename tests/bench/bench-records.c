/* How fast a weekly file of USPTO becomes records of publications, against libxml2 alone (SAX2 with
 * callbacks that do nothing, over the same documents), in one process and in turns, in CPU time, so
 * that what else the machine does hits both. And whether memory grows with the number of documents.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (us-xml/ipg*.small.xml). */

#include <stdio.h>
#include <time.h>

#include <glib/gstdio.h>

#include "../../src/formats/cs-records.h"
#include "weekly.h"

#define MEGABYTE 1e6
#define FILE_BYTES ((gsize)200 * 1000 * 1000)
#define ROUNDS 5
#define GOAL_MB 50

static gboolean
count_record (CsRecord *record, gpointer data)
{
  guint *n_records = data;

  g_assert_cmpuint (record->n_claims, ==, 1);
  (*n_records)++;

  return TRUE;
}

static gboolean
fail_on_fault (const CsRecordFault *fault, gpointer data)
{
  g_error ("%s, %u: %s", fault->name, fault->place, fault->error->message);
  return FALSE;
}

/* Returns: seconds of CPU time */
static double
time_records (const char *path, guint *n_records)
{
  const CsRecordSink sink = { count_record, fail_on_fault, n_records };
  clock_t start = clock ();

  *n_records = 0;
  cs_records_read (path, &sink, NULL, NULL, NULL);

  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

/* A mapped file counts as memory as far as it was looked at; that is the system's to take back. */
static guint64
private_memory_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = g_strstr_len (status, -1, "RssAnon:");
  return line == NULL ? 0 : g_ascii_strtoull (line + 8, NULL, 10);
}

static void
measure_memory (const char *path, const GString *samples)
{
  guint n_records;
  guint n_small;
  guint64 small_kb;

  weekly_write (path, samples, FILE_BYTES / 10);
  time_records (path, &n_small);
  small_kb = private_memory_kb ();
  weekly_write (path, samples, FILE_BYTES);
  time_records (path, &n_records);
  printf ("memory: grows by %" G_GINT64_FORMAT " kB from %u to %u documents (now %" G_GUINT64_FORMAT
          " kB)\n",
          (gint64)(private_memory_kb () - small_kb), n_small, n_records, private_memory_kb ());
}

static void
measure_speed (const char *path, const GString *samples)
{
  double speeds[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_records;
      double alone = weekly_time_libxml (samples, FILE_BYTES);
      double seconds = time_records (path, &n_records);

      speeds[round] = FILE_BYTES / MEGABYTE / seconds;
      printf ("libxml2 alone %.0f MB/s, records %.0f MB/s (%.0f %%), %.0f documents/s\n",
              FILE_BYTES / MEGABYTE / alone, speeds[round], 100 * alone / seconds,
              n_records / seconds);
    }
  printf ("median: %.0f MB/s (goal %d MB/s)\n", weekly_median (speeds, ROUNDS), GOAL_MB);
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
