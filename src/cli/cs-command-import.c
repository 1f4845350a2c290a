#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../base/cs-error.h"
#include "../service/library/cs-sample-library.h"
#include "cs-interrupt.h"
#include "cs-library-lines.h"
#include "cs-progress.h"

/* claimsmith-cli import: files of office data and of search platforms into the library. */

typedef struct
{
  char *format;
  char *label;
  char *source;
  char *as_of;
  gboolean changes;
  gboolean sample;
  gboolean no_sample;
  gboolean as_json;
  CsRecordsOptions records;
  CsProgress progress;
  CsIntakeProgress last;
  GCancellable *cancellable;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->format);
  g_free (run->label);
  g_free (run->source);
  g_free (run->as_of);
  g_clear_object (&run->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* --- while it goes on --- */

#define KILOBYTE 1024

static void
on_progress (const CsIntakeProgress *progress, gpointer data)
{
  Run *run = data;

  run->last = *progress;
  run->progress.n_total = (guint)MIN (progress->total_bytes / KILOBYTE, G_MAXUINT / 64);
  run->progress.n_done = (guint)MIN (progress->done_bytes / KILOBYTE, run->progress.n_total);
  run->progress.n_documents = (guint)MIN (progress->n_records, G_MAXUINT);
  cs_progress_update (&run->progress);
}

static void
on_fault (const CsRecordFault *fault, gpointer data)
{
  Run *run = data;
  guint line = cs_error_get_line (fault->error);
  JsonBuilder *json;

  cs_progress_hide (&run->progress);
  if (!run->as_json)
    {
      if (fault->place > 0)
        cs_command_complain (_ ("%s, record %u: %s"), fault->name, fault->place,
                             fault->error->message);
      else
        cs_command_complain ("%s: %s", fault->name, fault->error->message);
      return;
    }

  json = cs_library_line_begin ();
  json_builder_set_member_name (json, "fault");
  json_builder_begin_object (json);
  cs_library_add_string (json, "file", fault->name);
  cs_library_add_int (json, "place", fault->place);
  cs_library_add_int (json, "line", line);
  cs_library_add_string (json, "message", fault->error->message);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

/* --- what came of it --- */

static void
print_change (const Run *run, const CsLibraryChange *change)
{
  const char *kind = cs_library_change_kind_get_name (change->kind);
  const char *application = change->application == NULL ? "" : change->application;
  JsonBuilder *json;

  if (!run->as_json)
    {
      cs_library_print ("%s  %" G_GINT64_FORMAT "  %s  %s  %s", kind, change->family, application,
                        change->was, change->now);
      return;
    }

  json = cs_library_line_begin ();
  json_builder_set_member_name (json, "change");
  json_builder_begin_object (json);
  cs_library_add_string (json, "kind", kind);
  cs_library_add_string (json, "rule", cs_family_rule_get_name (change->rule));
  cs_library_add_int (json, "family", change->family);
  cs_library_add_string (json, "application", application);
  cs_library_add_string (json, "was", change->was);
  cs_library_add_string (json, "now", change->now);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

static gboolean
print_changes (const Run *run, CsLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) changes = cs_library_list_changes (library, id, 0, error);

  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    print_change (run, changes->pdata[i]);

  return TRUE;
}

static void
print_outcome (const Run *run, const CsLibraryRun *outcome)
{
  JsonBuilder *json;

  if (!run->as_json)
    {
      cs_library_print (_ ("%lu new records, %lu changed, %lu as before, %lu withdrawn, %lu not "
                           "read; %u files, %u of them known"),
                        (gulong)outcome->n_added, (gulong)outcome->n_changed,
                        (gulong)outcome->n_same, (gulong)outcome->n_withdrawn,
                        (gulong)outcome->n_faults, run->last.n_files, run->last.n_skipped);
      return;
    }

  json = cs_library_line_begin ();
  json_builder_set_member_name (json, "import");
  json_builder_begin_object (json);
  cs_library_add_int (json, "run", outcome->id);
  cs_library_add_int (json, "added", (gint64)outcome->n_added);
  cs_library_add_int (json, "changed", (gint64)outcome->n_changed);
  cs_library_add_int (json, "same", (gint64)outcome->n_same);
  cs_library_add_int (json, "withdrawn", (gint64)outcome->n_withdrawn);
  cs_library_add_int (json, "faults", (gint64)outcome->n_faults);
  cs_library_add_int (json, "files", run->last.n_files);
  cs_library_add_int (json, "skipped", run->last.n_skipped);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

/* --- the command --- */

static gboolean
parse (Run *run, char ***argv, int *status)
{
  static const char *const formats[] = { "text", "json", NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &run->format,
      N_ ("text (the default), or json: a line for each fault and change, and one at the end"),
      N_ ("FORMAT") },
    { "label", 0, 0, G_OPTION_ARG_STRING, &run->label,
      N_ ("What to call this import; the name of the first file by default"), N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &run->source,
      N_ ("Whose data it is, where that is not told"), N_ ("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &run->as_of,
      N_ ("Day of the data, where that is not told"), N_ ("DATE") },
    { "changes", 0, 0, G_OPTION_ARG_NONE, &run->changes,
      N_ ("Print what changed about families"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &run->sample,
      N_ ("Import the sample library of invented families"), NULL },
    { "remove-sample", 0, 0, G_OPTION_ARG_NONE, &run->no_sample,
      N_ ("Remove the sample library again"), NULL },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;
  if (!cs_command_parse (&cs_command_import, entries, argv, status) ||
      !cs_command_check_choice ("--format", run->format, formats))
    return FALSE;
  if (!cs_office_date_read (run->as_of, &run->records.as_of))
    {
      cs_command_complain (_ ("\"%s\" is no date; write 2026-11-23"), run->as_of);
      return FALSE;
    }
  if (((*argv)[1] != NULL) + run->sample + run->no_sample != 1)
    {
      cs_command_complain ("%s", _ ("a file or folder is needed, or --sample, or --remove-sample"));
      return FALSE;
    }

  run->records.source = run->source;
  run->as_json = g_strcmp0 (run->format, "json") == 0;

  return TRUE;
}

static CsLibraryRun *
take_in (Run *run, CsLibrary *library, char **paths, GError **error)
{
  g_autofree char *name = g_filename_display_basename (paths[0] != NULL ? paths[0] : "");
  const CsIntake intake = { .label = run->label != NULL ? run->label : name,
                            .today = cs_office_date_today (),
                            .records = &run->records,
                            .progress = on_progress,
                            .fault = on_fault,
                            .data = run };

  if (run->no_sample)
    return cs_sample_library_remove (library, intake.today, run->cancellable, error);
  if (run->sample)
    return cs_sample_library_add (&intake, library, run->cancellable, error);

  return cs_intake_files (&intake, library, (const char *const *)paths, run->cancellable, error);
}

static int
take (Run *run, CsLibrary *library, char **paths, GError **error)
{
  const CsLibraryWork work = { .cancellable = run->cancellable };
  CsLibraryRun *outcome = take_in (run, library, paths, error);
  gboolean printed;
  gboolean faulty;

  cs_progress_hide (&run->progress);
  if (outcome == NULL)
    return cs_library_fail (*error);

  printed = !run->changes || print_changes (run, library, outcome->id, error);
  print_outcome (run, outcome);
  faulty = outcome->n_faults > 0;
  cs_library_run_free (outcome);
  if (!printed || !cs_library_tidy (library, &work, error))
    return cs_library_fail (*error);
  if (g_cancellable_is_cancelled (run->cancellable))
    return CS_EXIT_STOPPED;

  return faulty ? CS_EXIT_TROUBLE : CS_EXIT_OK;
}

static int
run_import (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autofree char *folder = cs_data_folder_dup (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = NULL;
  int status;

  if (!parse (&run, &rest, &status))
    return status;

  library = cs_library_open (folder, &error);
  if (library == NULL)
    return cs_library_fail (error);

  run.cancellable = g_cancellable_new ();
  cs_interrupt_watch (run.cancellable);
  cs_progress_init (&run.progress, 0);

  return take (&run, library, rest + 1, &error);
}

static const char *const usage[] = { N_ ("[OPTION...] FILE|FOLDER..."), "--sample",
                                     "--remove-sample", NULL };

static const CsHelpSection sections[] = {
  { N_ ("Data"),
    N_ ("What a file is, its content tells: answers of EPO OPS, DOCDB, full texts of the EPO, "
        "grants and applications of USPTO, publications of CNIPA, tables of search platforms "
        "(CSV, TSV, XLSX), ZIPs and folders of these. A file that was imported before adds "
        "nothing. A record that cannot be read is named, and the rest goes on. Stopped or killed, "
        "what was imported stays; the same command goes on.") },
  { N_ ("Exit status"),
    N_ ("    0    all was imported\n"
        "    2    wrong usage, or something could not be read; the rest was imported\n"
        "  130    stopped by Ctrl-C") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli import ipg130416.xml\n"
        "    claimsmith-cli import --changes --as-of 2026-11-20 export.xlsx\n"
        "    claimsmith-cli import -f json data/\n"
        "    claimsmith-cli import --sample") },
  { NULL, NULL }
};

const CsCommand cs_command_import = {
  "import", usage, N_ ("Takes office data and exports into the library of families."), sections,
  run_import
};
