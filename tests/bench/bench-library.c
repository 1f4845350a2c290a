/* How fast records go into a library, against SQLite alone: the rows that an import wrote are held
 * in memory and inserted into an empty library with the same tables, indexes and settings. CPU time
 * of the thread, both in one run and in turns: for records with title, abstract and a claim, and
 * for a tenth as many with the whole text of a publication. Usage: bench-library [N] */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../../src/store/library/cs-library-file.h"
#include "../store/store-folder.h"
#include "invented-patents.h"

#define N_DOCUMENTS 30000
#define SEED 20261123
#define ROUNDS 3
#define GOAL 60               /* percent of the rate of SQLite alone */
#define RECORDS_OF_BATCH 8000 /* in one transaction, as in an import */

/* In an order in which each row belongs to one that is there, indexes behind their texts. */
static const struct
{
  const char *into;
  const char *select;
} tables[] = {
  { "run", "SELECT * FROM run" },
  { "source", "SELECT * FROM source" },
  { "application", "SELECT * FROM application" },
  { "document", "SELECT * FROM document" },
  { "number", "SELECT * FROM number" },
  { "record", "SELECT * FROM record" },
  { "name", "SELECT * FROM name" },
  { "name_index (rowid, name)", "SELECT id, name FROM name" },
  { "party", "SELECT * FROM party" },
  { "symbol", "SELECT * FROM symbol" },
  { "class", "SELECT * FROM class" },
  { "priority", "SELECT * FROM priority" },
  { "relation", "SELECT * FROM relation" },
  { "event", "SELECT * FROM event" },
  { "given", "SELECT * FROM given" },
  { "citation", "SELECT * FROM citation" },
  { "field", "SELECT * FROM field" },
  { "text", "SELECT * FROM text" },
  { "text_index (rowid, ti, ab, cl)", "SELECT id, ti, ab, cl FROM text" },
  { "description", "SELECT * FROM description" },
  { "description_index (rowid, de)", "SELECT id, de FROM description" },
  { "wording", "SELECT * FROM wording" },
  { "link", "SELECT * FROM link" },
  { "family", "SELECT * FROM family" },
  { "member", "SELECT * FROM member" },
  { "place", "SELECT * FROM place" },
  { "facet", "SELECT * FROM facet" },
};

/* The rows of a table, one behind the other. */
typedef struct
{
  char *insert;
  int n_columns;
  GPtrArray *values; /* (element-type sqlite3_value) */
} Rows;

static double
get_cpu_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static guint
get_rss_mb (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*u %" G_GUINT64_FORMAT, &pages);
  return (guint)(pages * 4096 / (1024 * 1024));
}

static CsLibrary *
open_in (const char *folder)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open (folder, &error);

  g_assert_no_error (error);
  return library;
}

static double
import_records (CsLibrary *library, const GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  double start = get_cpu_s ();
  g_autoptr (CsLibraryImport) import = cs_library_import_begin (
      library, "invented", cs_office_date_from_key (20240601), &error);
  guint half = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      cs_library_import_add (import, g_ptr_array_index (records, i), &error);
      g_assert_no_error (error);
      if (i == records->len / 2)
        half = get_rss_mb ();
    }
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
  printf ("  memory: %u MB half way, %u MB at the end\n", half, get_rss_mb ());
  return get_cpu_s () - start;
}

/* --- SQLite alone --- */

static void
value_free (gpointer value)
{
  sqlite3_value_free (value);
}

static Rows
read_rows (CsLibrary *library, guint table)
{
  g_auto (CsStatement) list = cs_statement (library->file, tables[table].select);
  GString *insert = g_string_new (NULL);
  Rows rows = { NULL, sqlite3_column_count (list.handle),
                g_ptr_array_new_with_free_func (value_free) };

  g_string_printf (insert, "INSERT INTO %s VALUES (?1", tables[table].into);
  for (int i = 2; i <= rows.n_columns; i++)
    g_string_append_printf (insert, ", ?%d", i);
  g_string_append_c (insert, ')');
  rows.insert = g_string_free (insert, FALSE);
  while (cs_statement_next (&list))
    for (int i = 0; i < rows.n_columns; i++)
      g_ptr_array_add (rows.values, sqlite3_value_dup (sqlite3_column_value (list.handle, i)));
  return rows;
}

/* Inserts them in as many transactions as the import took for @n_records. */
static guint
insert_rows (CsLibrary *library, const Rows *rows, guint n_records)
{
  g_auto (CsStatement) insert = cs_statement (library->file, rows->insert);
  guint n_rows = rows->values->len / (guint)rows->n_columns;
  guint n_batches = (n_records + RECORDS_OF_BATCH - 1) / RECORDS_OF_BATCH;
  guint batch = n_rows / n_batches + 1;

  g_assert_true (cs_store_exec (library->file, "BEGIN IMMEDIATE", NULL));
  for (guint row = 0; row < n_rows; row++)
    {
      for (int i = 0; i < rows->n_columns; i++)
        sqlite3_bind_value (insert.handle, i + 1,
                            g_ptr_array_index (rows->values,
                                               row * (guint)rows->n_columns + (guint)i));
      g_assert_true (cs_statement_run (&insert, NULL));
      if (row % batch == batch - 1)
        g_assert_true (cs_store_exec (library->file, "COMMIT; BEGIN IMMEDIATE", NULL));
    }
  g_assert_true (cs_store_exec (library->file, "COMMIT", NULL));
  return n_rows;
}

static double
insert_alone (CsLibrary *from, guint n_records)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsLibrary) to = open_in (folder);
  double spent = 0;
  guint n_rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Rows rows = read_rows (from, i);
      double start = get_cpu_s ();

      n_rows += insert_rows (to, &rows, n_records);
      spent += get_cpu_s () - start;
      g_ptr_array_unref (rows.values);
      g_free (rows.insert);
    }
  printf ("  %u rows\n", n_rows);
  return spent;
}

/* Returns: the rate of the import, where that of SQLite alone is 1 */
static double
measure_once (const GPtrArray *records)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsLibrary) library = open_in (folder);
  double ours = import_records (library, records);
  double alone = insert_alone (library, records->len);

  printf ("  import %.2f s (%.0f a second), SQLite alone %.2f s (%.0f a second): %.0f %%\n", ours,
          records->len / ours, alone, records->len / alone, 100 * alone / ours);
  return alone / ours;
}

static int
compare_ratios (const void *a, const void *b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return (left > right) - (left < right);
}

static void
measure (const char *what, guint n, gboolean is_full)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_record_unref);
  g_autoptr (InventedPatents) patents = invented_patents_new (LEXICONS, SEED);
  double ratios[ROUNDS];

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, invented_patents_make (patents, i, is_full));
  printf ("%u records %s\n", n, what);
  for (guint i = 0; i < ROUNDS; i++)
    ratios[i] = measure_once (records);
  qsort (ratios, ROUNDS, sizeof *ratios, compare_ratios);
  printf ("  median: %.0f %% of SQLite alone (goal %d %%)\n", 100 * ratios[ROUNDS / 2], GOAL);
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : N_DOCUMENTS;

  measure ("with title, abstract, a claim", n, FALSE);
  measure ("with the whole text", n / 10, TRUE);
  return 0;
}
