#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../service/library/cs-family-export.h"
#include "cs-interrupt.h"
#include "cs-library-lines.h"
#include "cs-progress.h"

/* claimsmith-cli export: families of the library as files. */

typedef struct
{
  char *format;
  char *order;
  char *language;
  char *output;
  char **numbers;
  int limit;
  gboolean reverse;
  gboolean by_document;
  gboolean with_mark;
  gboolean is_report;
  CsProgress progress;
  GCancellable *cancellable;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->format);
  g_free (run->order);
  g_free (run->language);
  g_free (run->output);
  g_strfreev (run->numbers);
  g_clear_object (&run->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
on_progress (guint64 done, guint64 total, gpointer data)
{
  Run *run = data;

  run->progress.n_total = (guint)total;
  run->progress.n_done = (guint)done;
  cs_progress_update (&run->progress);
}

/* --- which families --- */

/* Adds the simple families that @number may mean. */
static gboolean
add_number (GArray *families, CsLibrary *library, const char *number, GError **error)
{
  g_autoptr (GArray) places = cs_library_find_number (library, number, error);

  if (places == NULL)
    return FALSE;
  if (places->len == 0)
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("the library has no \"%s\""), number);
      return FALSE;
    }

  for (guint i = 0; i < families->len; i++)
    if (g_array_index (families, gint64, i) == g_array_index (places, CsLibraryPlace, 0).family)
      return TRUE;
  g_array_append_val (families, g_array_index (places, CsLibraryPlace, 0).family);

  return TRUE;
}

/* Returns: (transfer full): the families of all numbers, or %NULL */
static GArray *
list_families (const Run *run, CsLibrary *library, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; run->numbers[i] != NULL; i++)
    if (!add_number (families, library, run->numbers[i], error))
      return NULL;

  return g_steal_pointer (&families);
}

/* --- where to --- */

static gboolean
is_binary (const CsFamilyExport *what)
{
  return what->is_report || what->format == CS_LIST_XLSX;
}

/* A pipe or a device is written to and never replaced. */
static gboolean
is_special (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
         !g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* @output: (nullable): what is special; standard output otherwise */
static gboolean
copy_file (const char *path, const char *output, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  FILE *file;
  gboolean done;

  if (!g_file_get_contents (path, &bytes, &n_bytes, error))
    return FALSE;

  file = output == NULL ? stdout : g_fopen (output, "wb");
  done = file != NULL && fwrite (bytes, 1, n_bytes, file) == n_bytes && fflush (file) == 0;
  if (file != NULL && file != stdout)
    done = fclose (file) == 0 && done;
  if (!done)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("\"%s\" cannot be written: %s"),
                 output == NULL ? _ ("standard output") : output, g_strerror (errno));

  return done;
}

static gboolean
write_to (Run *run,
          const CsFamilyExport *what,
          CsLibrary *library,
          const char *path,
          GError **error)
{
  const CsLibraryWork work = { run->cancellable, on_progress, run };
  g_autoptr (CsSearcher) searcher = cs_searcher_new (library, error);
  gboolean written;

  if (searcher == NULL)
    return FALSE;

  cs_progress_init (&run->progress, 0);
  run->progress.is_plain = TRUE;
  written = cs_family_export_write (what, library, searcher, path, &work, error);
  cs_progress_hide (&run->progress);

  return written;
}

/* By way of a file of our own: a workbook can be written to nothing else. */
static gboolean
write_to_output (Run *run, const CsFamilyExport *what, CsLibrary *library, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gboolean done;

  if (run->output != NULL && !is_special (run->output))
    return write_to (run, what, library, run->output, error);

  folder = g_dir_make_tmp ("claimsmith-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, "export", NULL);
  done = write_to (run, what, library, path, error) && copy_file (path, run->output, error);
  g_unlink (path);
  g_rmdir (folder);

  return done;
}

/* --- the command --- */

static int export(Run *run, CsFamilyExport *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_here (&error);
  g_autoptr (GArray) families = NULL;

  if (library == NULL)
    return cs_library_fail (error);
  if (run->numbers != NULL)
    {
      families = list_families (run, library, &error);
      if (families == NULL)
        return cs_library_fail (error);
      what->families = (const gint64 *)(gconstpointer)families->data;
      what->n_families = families->len;
    }

  run->cancellable = g_cancellable_new ();
  cs_interrupt_watch (run->cancellable);

  return write_to_output (run, what, library, &error) ? CS_EXIT_OK : cs_library_fail (error);
}

static CsListFormat
get_format (const char *name)
{
  CsListFormat format = CS_LIST_CSV;

  for (guint i = 0; i < CS_N_LIST_FORMATS; i++)
    if (g_strcmp0 (name, cs_list_format_get_name (i)) == 0)
      format = i;

  return format;
}

static gboolean
check_operands (const Run *run, guint n_words)
{
  if ((n_words == 0) == (run->numbers == NULL))
    {
      cs_command_complain ("%s", _ ("a query or --number is needed, and not both; \"\" is all "
                                    "families"));
      return FALSE;
    }
  if (run->limit < 0)
    {
      cs_command_complain ("%s", _ ("--limit takes no negative numbers"));
      return FALSE;
    }
  if (run->is_report && run->format != NULL)
    {
      cs_command_complain ("%s", _ ("a report is always PDF: leave out --format"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse (Run *run, char ***argv, int *status)
{
  static const char *const formats[] = { "csv", "xlsx", "bibtex", "ris", NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &run->format,
      N_ ("csv (the default), xlsx, bibtex or ris"), N_ ("FORMAT") },
    { "report", 0, 0, G_OPTION_ARG_NONE, &run->is_report,
      N_ ("A report of each family as one PDF, instead of a list"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &run->output,
      N_ ("The file to write; standard output by default"), N_ ("FILE") },
    { "number", 0, 0, G_OPTION_ARG_STRING_ARRAY, &run->numbers,
      N_ ("The family of this publication or application, instead of a query; may be repeated"),
      N_ ("NUMBER") },
    { "documents", 0, 0, G_OPTION_ARG_NONE, &run->by_document,
      N_ ("A row for each publication, not for each family"), NULL },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &run->limit, N_ ("How many families; all by default"),
      N_ ("N") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &run->order,
      N_ ("best (the default), relevance, date, priority, applicant, size or title"),
      N_ ("ORDER") },
    { "reverse", 'r', 0, G_OPTION_ARG_NONE, &run->reverse, N_ ("From the other end"), NULL },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &run->with_mark,
      N_ ("Begin a CSV with a byte order mark, so that Excel reads it as UTF-8"), NULL },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &run->language,
      N_ ("The language of titles and texts, where there are several: zh or en; that of the "
          "locale by default"),
      N_ ("LANG") },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;

  return cs_command_parse (&cs_command_export, entries, argv, status) &&
         cs_command_check_choice ("--format", run->format, formats) &&
         cs_command_check_choice ("--order", run->order, cs_library_orders) &&
         cs_command_check_language (run->language) &&
         check_operands (run, g_strv_length (*argv) - 1);
}

static int
run_export (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autofree char *text = NULL;
  g_autoptr (CsQuery) query = NULL;
  CsFamilyExport what = { .today = cs_office_date_today () };
  int status;

  if (!parse (&run, &rest, &status))
    return status;

  text = g_strjoinv (" ", rest + 1);
  query = cs_query_parse (text);
  if (query->fault.message != NULL)
    return cs_library_complain_of_query (query);

  what.query = query;
  what.is_report = run.is_report;
  what.format = get_format (run.format);
  what.order = cs_library_get_order (run.order);
  what.reverse = run.reverse;
  what.limit = (guint)run.limit;
  what.by_document = run.by_document;
  what.with_mark = run.with_mark;
  what.language = run.language != NULL ? run.language : cs_command_get_language ();
  if (run.output == NULL && is_binary (&what) && isatty (STDOUT_FILENO))
    {
      cs_command_complain ("%s", _ ("a terminal cannot show that: say --output FILE"));
      return CS_EXIT_TROUBLE;
    }

  return export(&run, &what);
}

static const char *const usage[] = { N_ ("[OPTION...] QUERY..."),
                                     N_ ("[OPTION...] --number NUMBER..."), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Lists"),
    N_ ("A row for each family that the query finds, with the publication that suits it best; "
        "\"claimsmith-cli search --help\" tells how to ask. CSV and workbooks have the same "
        "columns, in the language of the locale; a cell that a spreadsheet would calculate is "
        "text, in CSV with an apostrophe before it. BibTeX has entries of the type patent, as "
        "biblatex reads them, RIS those of the type PAT.") },
  { N_ ("Reports"),
    N_ ("--report writes, for each of at most 100 families: members with their legal status and "
        "what tells it, the life of the family and its links as pictures, days to come, legal "
        "events and first claims. What is an estimate or not verified says so.") },
  { N_ ("Exit status"),
    N_ ("    0    written, maybe without rows\n"
        "    2    wrong usage, a query that is not understood, no library, a number that\n"
        "         it does not have, or a file that cannot be written\n"
        "  130    stopped by Ctrl-C; no file was written") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli export -f xlsx -o meters.xlsx 'ti=meter* AND ls=in-force'\n"
        "    claimsmith-cli export --bom -o list.csv 隔膜\n"
        "    claimsmith-cli export --report -o family.pdf --number EP2225660A2") },
  { NULL, NULL }
};

const CsCommand cs_command_export = {
  "export", usage, N_ ("Writes families of the library as lists or reports."), sections, run_export
};
