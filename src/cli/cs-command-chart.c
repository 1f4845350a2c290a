#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "../service/library/cs-family-chart.h"
#include "cs-interrupt.h"
#include "cs-library-lines.h"

/* claimsmith-cli chart: what the families of a query come to, as a picture or a table. */

typedef struct
{
  char *output;
  char *language;
  CsFamilyChartQuestion question;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->output);
  g_free (run->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gboolean
write_chart (const Run *run, const CsFamilyChart *chart, GError **error)
{
  g_autofree char *csv = NULL;

  if (run->output != NULL)
    return cs_family_chart_write (
        chart, run->output, run->language != NULL ? run->language : cs_command_get_language (),
        error);

  csv = cs_family_chart_dup_csv (chart);
  fputs (csv, stdout);

  return TRUE;
}

static int
draw (const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CsLibrary) library = cs_library_open_here (&error);
  g_autoptr (CsSearcher) searcher = NULL;
  g_autoptr (CsFamilyChart) chart = NULL;

  cs_interrupt_watch (cancellable);
  if (library != NULL)
    searcher = cs_searcher_new (library, &error);
  if (searcher != NULL)
    chart = cs_family_chart_count (library, searcher, &run->question, cancellable, &error);
  if (chart == NULL || !write_chart (run, chart, &error))
    return cs_library_fail (error);

  return CS_EXIT_OK;
}

/* Returns: (transfer none): whether @name is a kind; complains with the nearest */
static gboolean
read_kind (const char *name, CsTallyKind *kind)
{
  const char *names[CS_N_TALLIES + 1] = { NULL };

  for (CsTallyKind i = 0; i < CS_N_TALLIES; i++)
    {
      names[i] = cs_tally_kind_get_name (i);
      if (g_str_equal (names[i], name))
        *kind = i;
    }

  return cs_command_check_choice ("KIND", name, names);
}

static gboolean
parse (Run *run, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &run->output,
      N_ ("A file that ends in .png, .svg, .pdf or .csv; CSV to standard output by default"),
      N_ ("FILE") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &run->language,
      N_ ("The language of a picture's font: zh or en; that of the locale by default"),
      N_ ("LANG") },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;
  if (!cs_command_parse (&cs_command_chart, entries, argv, status) ||
      !cs_command_check_language (run->language))
    return FALSE;
  if (g_strv_length (*argv) < 2)
    {
      cs_command_complain ("%s", _ ("which chart is needed, such as “years”"));
      return FALSE;
    }

  return read_kind ((*argv)[1], &run->question.kind);
}

static int
run_chart (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autofree char *text = NULL;
  int status;

  if (!parse (&run, &rest, &status))
    return status;

  text = g_strjoinv (" ", rest + 2);
  run.question.query = text;

  return draw (&run);
}

static const char *const usage[] = { N_ ("[OPTION...] KIND [QUERY...]"), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Kinds"),
    N_ ("    years        applications by year of filing\n"
        "    offices      the same by office\n"
        "    applicants   families by applicant or owner\n"
        "    classes      families by applicant and class\n"
        "    status       applications by legal status\n"
        "    expiry       applications in force by the year in which their term ends\n"
        "    flow         families by the offices of their first and later filings") },
  { N_ ("Queries"),
    N_ ("As those of \"claimsmith-cli search\"; without one all families count, and of those that "
        "are found all members.") },
  { N_ ("Exit status"),
    N_ ("    0    written\n"
        "    2    wrong usage, a query that is not understood, or no library\n"
        "  130    stopped by Ctrl-C") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli chart years 'ti=(meter* OR 计量)' -o years.pdf\n"
        "    claimsmith-cli chart offices 隔膜 > offices.csv") },
  { NULL, NULL }
};

const CsCommand cs_command_chart = {
  "chart", usage, N_ ("Draws what the families of a query come to."), sections, run_chart
};
