/* make-library FOLDER [N]: makes a library of N invented documents (1,000,000 unless said) in
 * FOLDER, and prints how fast that went and how large it became. */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "../../src/store/cs-library.h"
#include "invented-patents.h"

#define N_DOCUMENTS 1000000
#define SEED 20261123
#define STEP 50000

static void
die (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static guint64
get_rss_mb (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*u %" G_GUINT64_FORMAT, &pages);
  return pages * 4096 / (1024 * 1024);
}

static guint64
get_size (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (guint64)status.st_size : 0;
}

static void
fill (CsLibrary *library, guint n)
{
  g_autoptr (InventedPatents) patents = invented_patents_new (LEXICONS, SEED);
  g_autoptr (GError) error = NULL;
  CsOfficeDate today = cs_office_date_from_key (20240601);
  g_autoptr (CsLibraryImport) import =
      cs_library_import_begin (library, "invented", today, &error);
  gint64 start = g_get_monotonic_time ();

  if (import == NULL)
    die (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsRecord) record = invented_patents_make (patents, i, FALSE);

      if (!cs_library_import_add (import, record, &error))
        die (error);
      if ((i + 1) % STEP == 0)
        {
          double seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;

          printf ("%9u documents %7.0f a second, %" G_GUINT64_FORMAT " MB of memory\n", i + 1,
                  (i + 1) / seconds, get_rss_mb ());
          fflush (stdout);
        }
    }
  if (!cs_library_import_end (import, &error))
    die (error);
}

int
main (int argc, char *argv[])
{
  guint n = argc > 2 ? (guint)g_ascii_strtoull (argv[2], NULL, 10) : N_DOCUMENTS;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = NULL;
  CsLibraryCounts counts;
  gint64 start;

  if (argc < 2)
    {
      g_printerr ("usage: make-library FOLDER [N]\n");
      return 2;
    }
  library = cs_library_open (argv[1], &error);
  if (library == NULL)
    die (error);
  fill (library, n);
  start = g_get_monotonic_time ();
  if (!cs_library_tidy (library, NULL, &error) || !cs_library_count (library, &counts, &error))
    die (error);
  printf ("tidied in %.1f s\n", (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_clear_pointer (&library, cs_library_close);
  printf ("%" G_GINT64_FORMAT " documents, %" G_GINT64_FORMAT " applications, %" G_GINT64_FORMAT
          " families, %.2f GB\n",
          counts.documents, counts.applications, counts.families, (double)get_size (argv[1]) / 1e9);
  return 0;
}
