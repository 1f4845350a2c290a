/* library-importer FOLDER FIRST N: imports invented records into the library of FOLDER, in batches
 * of few records, until it is done or killed. Each ten make a file. */

#include <unistd.h>

#include "library-fixture.h"

#define BATCH 7
#define RECORDS_OF_FILE 10

int
main (int argc, char *argv[])
{
  g_autoptr (CsLibrary) library = NULL;
  g_autoptr (CsLibraryImport) import = NULL;
  guint first;
  guint n;

  if (argc != 4)
    return 2;
  first = (guint)g_ascii_strtoull (argv[2], NULL, 10);
  n = (guint)g_ascii_strtoull (argv[3], NULL, 10);
  library = cs_library_open (argv[1], NULL);
  if (library == NULL)
    return 1;
  import = begin_import (library);
  cs_library_import_set_batch (import, BATCH);
  if (write (STDOUT_FILENO, "\n", 1) != 1) /* it has begun */
    return 1;
  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *sum = g_strdup_printf ("file-%u", i / RECORDS_OF_FILE);

      if (cs_library_import_has_file (import, sum))
        continue;
      add_record (import, make_invented (i));
      if (i % RECORDS_OF_FILE == RECORDS_OF_FILE - 1 &&
          !cs_library_import_end_file (import, sum, sum, NULL))
        return 1;
    }
  return cs_library_import_end (import, NULL) ? 0 : 1;
}
