/* How fast our reader turns a weekly file of USPTO into drafts, against libxml2 alone (SAX2 with
 * callbacks that do nothing, over the same documents), in one process and in turns, in CPU time, so
 * that what else the machine does hits both. And whether memory grows with the number of documents.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (us-xml/ipg*.small.xml). */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <glib/gstdio.h>
#include <libxml/parser.h>

#include "../../src/formats/cs-reader.h"

#define MEGABYTE 1e6
#define FILE_BYTES ((gsize)200 * 1000 * 1000)
#define CHUNK_BYTES (64 * 1024)
#define ROUNDS 5
#define GOAL_PERCENT 40

static void
ignore_start (void *data,
              const xmlChar *name,
              const xmlChar *prefix,
              const xmlChar *address,
              int n_namespaces,
              const xmlChar **namespaces,
              int n_attributes,
              int n_defaulted,
              const xmlChar **attributes)
{
}

static void
ignore_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *address)
{
}

static void
ignore_text (void *data, const xmlChar *text, int n_bytes)
{
}

static void
ignore_error (void *data, xmlErrorPtr error)
{
}

static xmlSAXHandler empty_sax = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = ignore_start,
  .endElementNs = ignore_end,
  .characters = ignore_text,
  .ignorableWhitespace = ignore_text,
  .serror = ignore_error,
};

/* The samples, one after another. */
static GString *
load_samples (const char *folder)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      if (g_str_has_prefix (name, "ipg") && g_str_has_suffix (name, ".small.xml") &&
          g_file_get_contents (path, &content, NULL, NULL))
        g_string_append (all, content);
    }

  return g_steal_pointer (&all);
}

/* Writes @samples again and again, until the file has @n_bytes or a little more. */
static void
write_weekly_file (const char *path, const GString *samples, gsize n_bytes)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  for (gsize written = 0; written < n_bytes; written += samples->len)
    g_assert_cmpuint (fwrite (samples->str, 1, samples->len, file), ==, samples->len);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
parse_alone (const char *at, const char *end)
{
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt (&empty_sax, NULL, NULL, 0, NULL);

  xmlCtxtUseOptions (context, XML_PARSE_NONET);
  for (; at < end; at += CHUNK_BYTES)
    xmlParseChunk (context, at, MIN (CHUNK_BYTES, end - at), 0);
  xmlParseChunk (context, NULL, 0, 1);
  if (context->myDoc != NULL)
    xmlFreeDoc (context->myDoc);
  xmlFreeParserCtxt (context);
}

/* Parses every document of @samples, as often as the weekly file holds them. Returns seconds of CPU
 * time. */
static double
time_libxml (const GString *samples, gsize n_bytes)
{
  clock_t start = clock ();

  for (gsize parsed = 0; parsed < n_bytes; parsed += samples->len)
    for (const char *at = samples->str; *at != '\0';)
      {
        const char *next = strstr (at + 1, "<?xml ");
        const char *end = next == NULL ? samples->str + samples->len : next;

        parse_alone (at, end);
        at = end;
      }

  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

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

/* The process's memory high-water mark in kB; 0 where the system does not tell. */
static guint64
peak_memory_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");
  return line == NULL ? 0 : g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10);
}

static void
measure_memory (const char *path, const GString *samples)
{
  guint n_drafts;
  guint64 small_kb;
  guint n_small;

  write_weekly_file (path, samples, FILE_BYTES / 10);
  time_reader (path, &n_small);
  small_kb = peak_memory_kb ();
  write_weekly_file (path, samples, FILE_BYTES);
  time_reader (path, &n_drafts);
  printf ("memory: peak grows by %" G_GUINT64_FORMAT
          " kB from %u to %u documents (now %" G_GUINT64_FORMAT " kB)\n",
          peak_memory_kb () - small_kb, n_small, n_drafts, peak_memory_kb ());
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *)a - *(const double *)b;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure_speed (const char *path, const GString *samples)
{
  double percents[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n_drafts;
      double alone = time_libxml (samples, FILE_BYTES);
      double reader = time_reader (path, &n_drafts);

      percents[round] = 100 * alone / reader;
      printf ("libxml2 alone %.0f MB/s, reader %.0f MB/s: %.0f %%\n", FILE_BYTES / MEGABYTE / alone,
              FILE_BYTES / MEGABYTE / reader, percents[round]);
    }

  qsort (percents, ROUNDS, sizeof *percents, compare_doubles);
  printf ("median: %.0f %% of libxml2 alone (goal %d %%)\n", percents[ROUNDS / 2], GOAL_PERCENT);
}

int
main (void)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *folder = g_build_filename (corpus == NULL ? "" : corpus, "us-xml", NULL);
  g_autoptr (GString) samples = load_samples (folder);
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
