#include <string.h>

#include <glib/gi18n-lib.h>

#include "../formats/cs-reader.h"
#include "../report/cs-report-terms.h"
#include "cs-check-matters.h"
#include "cs-command.h"
#include "cs-interrupt.h"
#include "cs-output.h"

/* claimsmith-cli terms: what the claims name, where it is introduced and where it is meant. */

typedef struct
{
  char *language;
  char *format;
  char *output_path;
  char *claims_language;
  char **matters;
  gboolean as_json;
  CsReportOptions report;
  CsOutput *output;
  GCancellable *cancellable;
  gboolean trouble;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->language);
  g_free (run->format);
  g_free (run->output_path);
  g_free (run->claims_language);
  g_strfreev (run->matters);
  g_clear_pointer (&run->output, cs_output_free);
  g_clear_object (&run->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
print (Run *run, const char *path, const GString *text)
{
  g_autoptr (GError) error = NULL;

  if (run->trouble && g_cancellable_is_cancelled (run->cancellable))
    return;
  if (cs_output_write (run->output, path, text, &error))
    return;

  cs_command_complain ("%s", error->message);
  run->trouble = TRUE;
  g_cancellable_cancel (run->cancellable);
}

static void
print_error (Run *run, const char *path, guint index, const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  run->trouble = TRUE;
  if (run->as_json)
    cs_report_json_error (text, path, index, error);
  else
    cs_report_text_error (text, path, index, error, &run->report);
  print (run, path, text);
}

static void
print_terms (Run *run, const char *path, CsDraft *draft, const CsTermList *list)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (CsTerms) terms = cs_terms_new (claims, description, list);
  g_autoptr (GString) text = g_string_new (NULL);

  if (run->as_json)
    cs_report_terms_json (text, draft, terms);
  else
    cs_report_terms_text (text, draft, terms, &run->report);
  print (run, path, text);
}

static gboolean
take_document (const CsReadItem *item, gpointer data)
{
  Run *run = data;

  if (item->draft == NULL)
    print_error (run, item->path, item->index, item->error);
  else
    print_terms (run, item->path, item->draft, NULL);

  return !g_cancellable_is_cancelled (run->cancellable);
}

static void
take_matter (const CsCheckMatter *item, gpointer data)
{
  Run *run = data;
  const CsMatter *matter = item->matter;

  if (matter == NULL)
    print_error (run, item->name, 0, item->error);
  else
    print_terms (run, matter->info->name, matter->draft, matter->term_list);
}

static gboolean
parse (Run *run, char ***argv, int *status)
{
  static const char *const formats[] = { "text", "json", NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &run->format,
      N_ ("text (the default), or json: one line for each document"), N_ ("FORMAT") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &run->language,
      N_ ("The language of the report: zh or en; that of the locale by default"), N_ ("LANG") },
    { "matter", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &run->matters,
      N_ ("Read this matter of the store, by own number, name or id"), N_ ("NAME") },
    { "claims-language", 0, 0, G_OPTION_ARG_STRING, &run->claims_language,
      N_ ("Which claims to take where they are in several languages: de, en or fr; those of the "
          "language of the description by default"),
      N_ ("LANG") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &run->output_path,
      N_ ("Write to a file, or one file for each document to a folder"), N_ ("FILE|FOLDER") },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;
  if (!cs_command_parse (&cs_command_terms, entries, argv, status))
    return FALSE;
  if (!cs_command_check_language (run->language) ||
      !cs_command_check_claims_language (run->claims_language) ||
      !cs_command_check_choice ("--format", run->format, formats))
    return FALSE;
  if (g_strv_length (*argv) < 2 && run->matters == NULL)
    {
      cs_command_complain ("%s", _ ("a file, a folder, \"-\" or --matter is needed"));
      return FALSE;
    }

  run->as_json = g_strcmp0 (run->format, "json") == 0;
  run->report.language = run->language != NULL ? run->language : cs_command_get_language ();

  return TRUE;
}

static int
run_terms (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  CsReader reader = { take_document, &run, NULL };
  int status;

  if (!parse (&run, &rest, &status))
    return status;
  run.output = cs_output_new (run.output_path, run.as_json ? ".json" : ".txt", &error);
  if (run.output == NULL)
    {
      cs_command_complain ("%s", error->message);
      return CS_EXIT_TROUBLE;
    }

  reader.claims_language = run.claims_language;
  run.cancellable = g_cancellable_new ();
  cs_interrupt_watch (run.cancellable);
  cs_check_matters (run.matters == NULL ? none : run.matters, take_matter, &run,
                    run.cancellable);
  for (guint i = 1; rest[i] != NULL; i++)
    if (!cs_read (rest[i], &reader, run.cancellable, NULL))
      break;

  if (!cs_output_finish (run.output, &error))
    {
      cs_command_complain ("%s", error->message);
      return CS_EXIT_TROUBLE;
    }
  if (run.trouble)
    return CS_EXIT_TROUBLE;

  return g_cancellable_is_cancelled (run.cancellable) ? CS_EXIT_STOPPED : CS_EXIT_OK;
}

static const char *const usage[] = { N_ ("[OPTION...] FILE|FOLDER|-..."),
                                     N_ ("--matter NAME [OPTION...]"), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Terms"),
    N_ ("For each term of the claims: its reference sign, the claim that introduces it, how often "
        "and in which claims it stands. A term that is referred to and introduced nowhere is "
        "marked. What the author of a matter said of its terms counts.") },
  { N_ ("Exit status"),
    N_ ("    0    printed\n"
        "    2    wrong usage, or an unusable input; the others are printed\n"
        "  130    stopped by Ctrl-C") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli terms draft.txt\n"
        "    claimsmith-cli terms -f json draft.txt\n"
        "    claimsmith-cli terms --matter 2026-0117") },
  { NULL, NULL }
};

const CsCommand cs_command_terms = {
  "terms", usage, N_ ("Prints the terms of the claims, where introduced and where used."), sections,
  run_terms
};
