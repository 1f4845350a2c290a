#include "cs-check-options.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#ifdef G_OS_UNIX
#include <sys/ioctl.h>
#endif

#include "cs-command.h"

#define MAX_JOBS 64

/* The command line as it was typed. */
typedef struct
{
  char **checklists;
  char **matters;
  char *office;
  char *type;
  char *route;
  char *language;
  char *as_of;
  char *fail_on;
  char *format;
  gboolean with_text;
  char *output;
  int n_jobs;
  gboolean timing;
  char *color;
  char *claims_language;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_strfreev (typed->checklists);
  g_strfreev (typed->matters);
  g_free (typed->office);
  g_free (typed->type);
  g_free (typed->route);
  g_free (typed->language);
  g_free (typed->as_of);
  g_free (typed->fail_on);
  g_free (typed->format);
  g_free (typed->output);
  g_free (typed->color);
  g_free (typed->claims_language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static const char *const colors[] = { "auto", "always", "never", NULL };

/* "--color" alone means always; GOption would take the file after it for its value. */
static void
complete_color (char **argv)
{
  for (; *argv != NULL && strcmp (*argv, "--") != 0; argv++)
    if (strcmp (*argv, "--color") == 0 && (argv[1] == NULL || !g_strv_contains (colors, argv[1])))
      {
        g_free (*argv);
        *argv = g_strdup ("--color=always");
      }
}

static gboolean
read_typed (Typed *typed, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "checklist", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &typed->checklists,
      N_ ("Examine by this checklist: its id, or the path of a file; may be given several "
          "times. Without it the office and type of each document decide"),
      N_ ("ID") },
    { "matter", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &typed->matters,
      N_ ("Examine this matter of the store, by its own number, name or id, with what was decided "
          "of its findings; may be given several times"),
      N_ ("NAME") },
    { "office", 0, 0, G_OPTION_ARG_STRING, &typed->office,
      N_ ("The office the documents are meant for: CN, US, EP or PCT"), N_ ("OFFICE") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &typed->type,
      N_ ("The right asked for: invention, utility-model, design or plant"), N_ ("TYPE") },
    { "route", 0, 0, G_OPTION_ARG_STRING, &typed->route,
      N_ ("The way to the office: direct, paris, domestic-priority, pct-national, divisional, "
          "same-day-pair or pre-examination"),
      N_ ("ROUTE") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &typed->language,
      N_ ("The language of the report: zh or en; that of the locale by default"), N_ ("LANG") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &typed->as_of,
      N_ ("Examine by what was in force on that day (YYYY-MM-DD); today by default"), N_ ("DATE") },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &typed->fail_on,
      N_ ("The least severity that makes the exit status 1: error (the default), warning, or "
          "never"),
      N_ ("LEVEL") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &typed->format,
      N_ ("text (the default); json: one line per document; docx-comments: a copy of each Word "
          "file with the findings as comments in it; a report of each document: pdf, docx, xlsx, "
          "html, or sarif for other programs"),
      N_ ("FORMAT") },
    { "with-text", 0, 0, G_OPTION_ARG_NONE, &typed->with_text,
      N_ ("In JSON, also print the texts of the claims"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output,
      N_ ("Write to this file, or one file per document to this folder (there already, or with "
          "a slash at its end)"),
      N_ ("PATH") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &typed->n_jobs,
      N_ ("Examine that many documents at once; the number of processors by default"), N_ ("N") },
    { "claims-language", 0, 0, G_OPTION_ARG_STRING, &typed->claims_language,
      N_ ("Which claims to take where they are in several languages: de, en or fr; those of the "
          "language of the description by default"),
      N_ ("LANG") },
    { "timing", 0, 0, G_OPTION_ARG_NONE, &typed->timing,
      N_ ("Say on standard error how long each document took"), NULL },
    { "color", 0, 0, G_OPTION_ARG_STRING, &typed->color,
      N_ ("Colours in text: auto (the default: only on a terminal), always (so --color alone) or "
          "never"),
      N_ ("WHEN") },
    { NULL }
  };
  complete_color (*argv);

  return cs_command_parse (&cs_command_check, entries, argv, status);
}

/* --- from words to values --- */

static gboolean
check_words (const Typed *typed)
{
  static const char *const offices[] = { "CN", "US", "EP", "PCT", NULL };
  static const char *const types[] = { "invention", "utility-model", "design", "plant", NULL };
  static const char *const routes[] = { "direct", "paris", "domestic-priority", "pct-national",
                                        "divisional", "same-day-pair", "pre-examination", NULL };
  static const char *const levels[] = { "error", "warning", "never", NULL };

  return cs_command_check_choice ("--office", typed->office, offices) &&
         cs_command_check_choice ("--type", typed->type, types) &&
         cs_command_check_choice ("--route", typed->route, routes) &&
         cs_command_check_language (typed->language) &&
         cs_command_check_claims_language (typed->claims_language) &&
         cs_command_check_choice ("--fail-on", typed->fail_on, levels) &&
         cs_command_check_choice ("--color", typed->color, colors);
}

/* A terminal cannot show what is made of bytes, and several files need a folder. */
static gboolean
check_format (const Typed *typed)
{
  static const char *const known[] = { "text", "json", "docx-comments", "pdf", "docx",
                                       "xlsx", "html", "sarif", NULL };
  CsReportFormat format;
  gboolean is_binary = g_strcmp0 (typed->format, "docx-comments") == 0;

  if (cs_report_format_from_name (typed->format, &format))
    is_binary = cs_report_format_is_binary (format);
  if (is_binary && typed->output == NULL)
    {
      cs_command_complain (_ ("format \"%s\" needs --output: a file, or a folder for several "
                              "documents"),
                           typed->format);
      return FALSE;
    }

  return cs_command_check_choice ("--format", typed->format, known);
}

static gboolean
check_date (const char *date)
{
  g_autoptr (GDateTime) parsed = NULL;
  g_autofree char *time = NULL;

  if (date == NULL)
    return TRUE;

  time = g_strconcat (date, "T00:00:00Z", NULL);
  if (strlen (date) == strlen ("2026-01-31") && date[4] == '-')
    parsed = g_date_time_new_from_iso8601 (time, NULL);
  if (parsed == NULL)
    cs_command_complain (_ ("option --as-of needs a day like 2026-01-31, not \"%s\""), date);

  return parsed != NULL;
}

static gboolean
check_jobs (int n_jobs)
{
  if (n_jobs >= 1 && n_jobs <= MAX_JOBS)
    return TRUE;

  cs_command_complain (_ ("option -j needs a number from 1 to %d"), MAX_JOBS);

  return FALSE;
}

static gboolean
wants_color (const Typed *typed)
{
  if (typed->color != NULL && strcmp (typed->color, "auto") != 0)
    return strcmp (typed->color, "always") == 0;

  return typed->output == NULL && isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL;
}

/* Columns of the terminal, 0 when there is none. */
static guint
get_columns (void)
{
#ifdef TIOCGWINSZ
  struct winsize size = { 0 };

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    return MIN (size.ws_col, 160);
#endif

  return 0;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
take_over (CsCheckOptions *options, Typed *typed)
{
  static const char *const languages[] = { "zh", "en" };
  const char *language = typed->language == NULL ? cs_command_get_language () : typed->language;

  options->checklists =
      typed->checklists == NULL ? g_new0 (char *, 1) : g_steal_pointer (&typed->checklists);
  options->office = typed->office == NULL ? CS_OFFICE_UNKNOWN : cs_office_from_name (typed->office);
  options->type = typed->type == NULL ? CS_TYPE_UNKNOWN : cs_right_type_from_name (typed->type);
  options->has_route = typed->route != NULL && cs_route_from_name (typed->route, &options->route);
  options->as_of = typed->as_of == NULL ? dup_today () : g_steal_pointer (&typed->as_of);
  options->fail_on = CS_SEVERITY_ERROR;
  if (g_strcmp0 (typed->fail_on, "warning") == 0)
    options->fail_on = CS_SEVERITY_WARNING;
  else if (g_strcmp0 (typed->fail_on, "never") == 0)
    options->fail_on = CS_N_SEVERITIES;
  options->format = CS_CHECK_TEXT;
  if (g_strcmp0 (typed->format, "json") == 0)
    options->format = CS_CHECK_JSON;
  else if (g_strcmp0 (typed->format, "docx-comments") == 0)
    options->format = CS_CHECK_DOCX_COMMENTS;
  else if (cs_report_format_from_name (typed->format, &options->file_format))
    options->format = CS_CHECK_FILE;
  options->report.language = languages[strcmp (language, "zh") != 0];
  options->report.with_text = typed->with_text;
  options->report.color = wants_color (typed);
  options->report.width = typed->output == NULL ? get_columns () : 0;
  options->output = g_steal_pointer (&typed->output);
  options->n_jobs = typed->n_jobs;
  options->timing = typed->timing;
  options->claims_language = g_steal_pointer (&typed->claims_language);
}

gboolean
cs_check_options_parse (CsCheckOptions *options, char *argv[], int *status)
{
  g_auto (Typed) typed = { .n_jobs = CLAMP (g_get_num_processors (), 1, MAX_JOBS) };
  g_auto (GStrv) rest = g_strdupv (argv);

  *options = (CsCheckOptions){ 0 };
  if (!read_typed (&typed, &rest, status))
    return FALSE;

  *status = CS_EXIT_TROUBLE;
  if (!check_words (&typed) || !check_format (&typed) || !check_date (typed.as_of) ||
      !check_jobs (typed.n_jobs))
    return FALSE;
  if (typed.matters == NULL && (rest[0] == NULL || rest[1] == NULL))
    {
      cs_command_complain ("%s", _ ("name at least one file or folder, or - for standard input"));
      return FALSE;
    }

  take_over (options, &typed);
  options->inputs = g_strdupv (rest + 1);
  options->matters =
      typed.matters == NULL ? g_new0 (char *, 1) : g_steal_pointer (&typed.matters);

  return TRUE;
}

gboolean
cs_check_options_wants_files (const CsCheckOptions *options)
{
  return options->format == CS_CHECK_DOCX_COMMENTS || options->format == CS_CHECK_FILE;
}

const char *
cs_check_options_get_suffix (const CsCheckOptions *options)
{
  static const char *const suffixes[] = { ".txt", ".json", ".docx" }; /* by CsCheckFormat */
  static const char *const of_reports[CS_N_REPORT_FORMATS] = { ".html", ".pdf", ".docx", ".xlsx",
                                                               ".sarif" };

  return options->format == CS_CHECK_FILE ? of_reports[options->file_format] :
                                            suffixes[options->format];
}

void
cs_check_options_clear (CsCheckOptions *options)
{
  g_strfreev (options->checklists);
  g_free (options->as_of);
  g_free (options->output);
  g_free (options->claims_language);
  g_strfreev (options->matters);
  g_strfreev (options->inputs);
}
