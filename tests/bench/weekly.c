#include "weekly.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib/gstdio.h>
#include <libxml/parser.h>

#define CHUNK_BYTES (64 * 1024)

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

GString *
weekly_load_samples (const char *folder)
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

void
weekly_write (const char *path, const GString *samples, gsize n_bytes)
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

double
weekly_time_libxml (const GString *samples, gsize n_bytes)
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

guint64
weekly_peak_memory_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");
  return line == NULL ? 0 : g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *)a - *(const double *)b;

  return difference < 0 ? -1 : difference > 0;
}

double
weekly_median (double *values, guint n_values)
{
  qsort (values, n_values, sizeof *values, compare_doubles);
  return values[n_values / 2];
}
