#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../formats/cs-reader.h"
#include "../store/cs-run-store.h"
#include "../language/cs-lexicon-house.h"
#include "cs-check-comments.h"
#include "cs-check-matters.h"
#include "cs-check-queue.h"
#include "cs-check-report.h"
#include "cs-command.h"
#include "cs-interrupt.h"
#include "cs-output.h"
#include "cs-progress.h"

/* claimsmith-cli check: reads documents, has them examined on several threads, prints in order. */

typedef struct
{
  CsCheckOptions options;
  GPtrArray *named;    /* CsChecklist: those of --checklist */
  GPtrArray *all;      /* CsChecklist: all that can be loaded, for documents that none fits */
  GHashTable *by_kind; /* lists that documents decided on, by what they ask for */
  GCancellable *cancellable;
  CsOutput *output;
  CsCheckQueue *queue;
  CsProgress progress;
  CsReportTotals totals;
  guint n_files;       /* with comments, or reports, that were written */
  gboolean unwritable; /* the output takes no more: the rest is given up */
  gboolean trouble;    /* an input or checklist was unusable, or nothing can be written */
} Run;

static void
run_clear (Run *run)
{
  cs_check_options_clear (&run->options);
  g_clear_pointer (&run->named, g_ptr_array_unref);
  g_clear_pointer (&run->all, g_ptr_array_unref);
  g_clear_pointer (&run->by_kind, g_hash_table_unref);
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->output, cs_output_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* --- checklists --- */

static void
unref_checklist (gpointer data)
{
  if (data != NULL)
    cs_checklist_unref (data);
}

/* Returns: (nullable): the checklist; complains when it cannot be loaded. */
static CsChecklist *
load_checklist (Run *run, const char *name)
{
  g_autoptr (GError) error = NULL;
  CsChecklist *checklist = cs_checklist_load (name, &error);

  if (checklist == NULL)
    {
      cs_progress_hide (&run->progress);
      cs_command_complain (_ ("checklist %s"), error->message);
      run->trouble = TRUE;
    }

  return checklist;
}

static void
load_named (Run *run)
{
  for (guint i = 0; run->options.checklists[i] != NULL; i++)
    {
      CsChecklist *checklist = load_checklist (run, run->options.checklists[i]);

      if (checklist != NULL)
        g_ptr_array_add (run->named, checklist);
    }
}

/* A draft that no checklist fits is told of the items of all of them. */
static void
load_all (Run *run)
{
  g_auto (GStrv) ids = cs_checklist_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CsChecklist *checklist = cs_checklist_load (ids[i], NULL);

      if (checklist != NULL)
        g_ptr_array_add (run->all, checklist);
    }
}

/* Looked for once for each kind of request: a weekly file has thousands of drafts of one kind. */
static GPtrArray *
get_checklists_for (Run *run, const CsRequest *request)
{
  g_autofree char *kind =
      g_strdup_printf ("%u/%u/%u", request->office, request->type, request->route);
  GPtrArray *checklists = g_hash_table_lookup (run->by_kind, kind);
  g_auto (GStrv) ids = NULL;

  if (checklists != NULL)
    return checklists;

  checklists = g_ptr_array_new_with_free_func (unref_checklist);
  ids = cs_checklist_list_for (request);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      CsChecklist *checklist = load_checklist (run, ids[i]);

      if (checklist != NULL)
        g_ptr_array_add (checklists, checklist);
    }
  g_hash_table_insert (run->by_kind, g_steal_pointer (&kind), checklists);

  return checklists;
}

static GPtrArray *
choose_checklists (Run *run, const CsDraft *draft)
{
  GPtrArray *chosen;

  if (run->options.checklists[0] != NULL)
    return g_ptr_array_ref (run->named);

  chosen = get_checklists_for (run, draft->request);
  if (chosen->len == 0 && run->all->len == 0)
    load_all (run);

  return g_ptr_array_ref (chosen);
}

/* The lists of all offices that a matter is meant for. */
static GPtrArray *
choose_for_offices (Run *run, const CsDraft *draft, guint offices)
{
  g_autoptr (CsRequest) request = cs_request_dup (draft->request);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (unref_checklist);

  for (guint office = CS_OFFICE_UNKNOWN + 1; office < CS_N_OFFICES; office++)
    {
      const GPtrArray *checklists;

      if ((offices & 1u << office) == 0)
        continue;
      request->office = office;
      checklists = get_checklists_for (run, request);
      for (guint i = 0; i < checklists->len; i++)
        if (!g_ptr_array_find (chosen, checklists->pdata[i], NULL))
          g_ptr_array_add (chosen, cs_checklist_ref (checklists->pdata[i]));
    }

  return chosen;
}

/* --- printing, in the order of the input --- */

static void
give_up (Run *run, const GError *error)
{
  cs_progress_hide (&run->progress);
  if (!run->unwritable)
    cs_command_complain ("%s", error->message);
  run->unwritable = TRUE;
  run->trouble = TRUE;
  g_cancellable_cancel (run->cancellable);
}

static void
print (Run *run, const char *input, const GString *text)
{
  g_autoptr (GError) error = NULL;

  cs_progress_hide (&run->progress);
  if (!cs_output_write (run->output, input, text, &error))
    give_up (run, error);
}

/* The file goes to the output; what is said of it does not. */
static void
deliver_file (Run *run, const CsCheckJob *job)
{
  gboolean is_report = run->options.format == CS_CHECK_FILE;
  g_autoptr (GError) error = NULL;

  cs_progress_hide (&run->progress);
  if (job->file == NULL)
    {
      cs_check_comments_complain (job, &run->options.report);
      run->trouble = TRUE;
    }
  else if (is_report ? cs_check_report_deliver (job, run->output, &error) :
                       cs_check_comments_deliver (job, run->output, &error))
    run->n_files++;
  else
    give_up (run, error);
}

static void
deliver (const CsCheckJob *job, gpointer data)
{
  Run *run = data;

  if (cs_check_options_wants_files (&run->options))
    deliver_file (run, job);
  else
    print (run, job->path, job->report);
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    run->totals.n_findings[i] += job->n_findings[i];
  if (job->draft == NULL)
    run->totals.n_unreadable++;
  else
    run->totals.n_documents++;

  if (run->options.timing && job->draft != NULL)
    cs_command_complain ("%s #%u: %.1f ms", job->path, job->index + 1, job->elapsed_us / 1000.0);
  run->progress.n_documents = run->totals.n_documents;
  cs_progress_update (&run->progress);
}

/* --- reading --- */

/* What the user says of a document goes before what its file says. */
static CsDraft *
dup_draft (const CsCheckOptions *options, CsDraft *draft)
{
  CsRequest *request;

  if (options->office == CS_OFFICE_UNKNOWN && options->type == CS_TYPE_UNKNOWN &&
      !options->has_route)
    return cs_draft_ref (draft);

  request = cs_request_dup (draft->request);
  if (options->office != CS_OFFICE_UNKNOWN)
    request->office = options->office;
  if (options->type != CS_TYPE_UNKNOWN)
    request->type = options->type;
  if (options->has_route)
    request->route = options->route;

  return cs_draft_new_with_request (draft, request);
}

static void
report_unreadable (Run *run, CsCheckJob *job, const GError *error)
{
  run->trouble = TRUE;
  if (cs_check_options_wants_files (&run->options))
    job->error = g_error_copy (error);
  else if (run->options.format == CS_CHECK_JSON)
    cs_report_json_error (job->report, job->path, job->index, error);
  else
    cs_report_text_error (job->report, job->path, job->index, error, &run->options.report);
}

static GBytes *
load_image (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
}

static gboolean
take_document (const CsReadItem *item, gpointer data)
{
  Run *run = data;
  CsCheckJob *job = cs_check_job_new (item->path, item->index);

  if (item->draft == NULL)
    report_unreadable (run, job, item->error);
  else
    {
      job->draft = dup_draft (&run->options, item->draft);
      job->checklists = choose_checklists (run, job->draft);
      if (run->options.format == CS_CHECK_FILE)
        job->file_name = cs_output_dup_name (job->path, job->draft->id);
      if (run->options.format == CS_CHECK_DOCX_COMMENTS)
        cs_check_comments_prepare (job, FALSE, load_image, (gpointer)item);
    }
  cs_check_queue_push (run->queue, job);

  return !g_cancellable_is_cancelled (run->cancellable);
}

/* What the user says of the office goes before what the matter says. */
static void
take_matter (const CsCheckMatter *item, gpointer data)
{
  Run *run = data;
  const CsMatter *matter = item->matter;
  CsCheckJob *job = cs_check_job_new (matter == NULL ? item->name : matter->info->name, 0);

  if (matter == NULL)
    report_unreadable (run, job, item->error);
  else
    {
      job->draft = dup_draft (&run->options, matter->draft);
      job->decisions = g_ptr_array_ref (matter->decisions);
      job->answers = g_ptr_array_ref (matter->answers);
      job->runs = cs_check_matter_list_runs (item);
      job->term_list = cs_term_list_ref (matter->term_list);
      job->answers = matter->answers == NULL ? NULL : g_ptr_array_ref (matter->answers);
      if (item->store != NULL)
        job->runs = cs_draft_store_list_runs (item->store, matter->info->id, NULL);
      if (run->options.checklists[0] == NULL && run->options.office == CS_OFFICE_UNKNOWN)
        job->checklists = choose_for_offices (run, job->draft, matter->info->offices);
      if (job->checklists == NULL || job->checklists->len == 0)
        {
          g_clear_pointer (&job->checklists, g_ptr_array_unref);
          job->checklists = choose_checklists (run, job->draft);
        }
      if (cs_check_options_wants_files (&run->options))
        job->file_name =
            item->file == NULL ? g_strdup (job->path) : cs_output_dup_name (job->path, "");
      if (run->options.format == CS_CHECK_DOCX_COMMENTS)
        cs_check_comments_prepare (job, TRUE, cs_check_matter_load_image, (gpointer)item);
    }
  cs_check_queue_push (run->queue, job);
  run->progress.n_done++;
  cs_progress_update (&run->progress);
}

static void
read_inputs (Run *run)
{
  const CsReader reader = { take_document, run, run->options.claims_language };

  for (guint i = 0; run->options.inputs[i] != NULL; i++)
    {
      if (cs_check_matter_file (run->options.inputs[i], take_matter, run))
        continue;
      if (!cs_read (run->options.inputs[i], &reader, run->cancellable, NULL))
        return;
      run->progress.n_done++;
      cs_progress_update (&run->progress);
    }
}

/* --- the command --- */

static void
print_totals (Run *run)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (run->options.format != CS_CHECK_TEXT ||
      run->totals.n_documents + run->totals.n_unreadable < 2)
    return;

  cs_report_text_totals (text, &run->totals, &run->options.report);
  print (run, NULL, text);
}

static int
get_status (const Run *run)
{
  if (run->trouble)
    return CS_EXIT_TROUBLE;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    if (run->totals.n_findings[i] > 0 && i <= run->options.fail_on &&
        run->options.fail_on != CS_N_SEVERITIES)
      return CS_EXIT_FINDINGS;

  return CS_EXIT_OK;
}

static void
load_house_words (void)
{
  g_autofree char *folder = cs_data_folder_dup ("lexicons");
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);

  cs_house_words_load (folder, errors);
  for (guint i = 0; i < errors->len; i++)
    cs_command_complain ("%s", ((const GError *)errors->pdata[i])->message);
}

static gboolean
prepare (Run *run)
{
  g_autoptr (GError) error = NULL;

  run->named = g_ptr_array_new_with_free_func (unref_checklist);
  run->all = g_ptr_array_new_with_free_func (unref_checklist);
  run->by_kind = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify)g_ptr_array_unref);
  run->cancellable = g_cancellable_new ();
  cs_progress_init (&run->progress, g_strv_length (run->options.inputs) +
                                        g_strv_length (run->options.matters));

  load_house_words ();
  load_named (run);
  if (run->options.checklists[0] != NULL && run->named->len == 0)
    return FALSE;

  run->output = cs_output_new (run->options.output, cs_check_options_get_suffix (&run->options),
                               &error);
  if (run->output == NULL)
    {
      cs_command_complain ("%s", error->message);
      return FALSE;
    }
  for (guint i = 0; run->options.inputs[i] != NULL; i++)
    cs_output_protect (run->output, run->options.inputs[i]);

  return TRUE;
}

/* A file that was named and did not come about is not put in its place. */
static gboolean
close_output (Run *run)
{
  g_autoptr (GError) error = NULL;

  if (cs_check_options_wants_files (&run->options) && (run->n_files == 0 || run->unwritable))
    return TRUE;
  if (cs_output_finish (run->output, &error))
    return TRUE;

  cs_command_complain ("%s", error->message);

  return FALSE;
}

static int
run_check (int argc, char *argv[])
{
  g_auto (Run) run = { 0 };
  gint64 begin_us = g_get_monotonic_time ();
  gboolean stopped;
  int status;

  if (!cs_check_options_parse (&run.options, argv, &status))
    return status;
  if (!prepare (&run))
    return CS_EXIT_TROUBLE;

  cs_interrupt_watch (run.cancellable);
  run.queue = cs_check_queue_new (&run.options, run.all, run.cancellable, deliver, &run);
  cs_check_matters (run.options.matters, take_matter, &run, run.cancellable);
  read_inputs (&run);
  cs_check_queue_finish (run.queue);
  stopped = g_cancellable_is_cancelled (run.cancellable) && !run.unwritable;

  print_totals (&run);
  cs_progress_hide (&run.progress);
  if (!close_output (&run))
    return CS_EXIT_TROUBLE;
  if (run.options.timing)
    g_printerr (_ ("%u documents in %.1f ms\n"), run.totals.n_documents,
                (g_get_monotonic_time () - begin_us) / 1000.0);
  if (stopped)
    cs_command_complain ("%s", _ ("stopped; what was finished is printed"));

  return stopped ? CS_EXIT_STOPPED : get_status (&run);
}

static const char *const usage[] = { N_ ("[OPTION...] FILE|FOLDER|-..."),
                                     N_ ("--matter NAME [OPTION...]"), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Inputs"),
    N_ ("What a file is, is found by its content and not by its name: plain text with the "
        "usual headings (UTF-8, UTF-16, GB18030; claims alone are a document too), books and "
        "packages of CNIPA (XML, folder, ZIP), grants and applications of the USPTO (XML, one "
        "or many in a file), a matter that somebody sent (.csmatter). A folder that is no "
        "package is a batch of all that is in it.\n"
        "What cannot be read is reported in its place, and the rest goes on.") },
  { N_ ("Results"),
    N_ ("Every item of a checklist is reported: passed, findings, manual (a person must "
        "answer), not-applicable, or not-run with the reason. A finding is an error (an "
        "objection is almost certain), a warning (likely, or depends on facts) or advice; the "
        "clause, its edition, how well it was verified and what may follow in law stand beside "
        "it.\n"
        "In JSON each document is one line, in the order of the input and the same from run to "
        "run; start and end count code points within the text of the claim or paragraph.") },
  { N_ ("Comments"),
    N_ ("With \"--format docx-comments\" each Word file is copied to --output with the findings as "
        "native comments at their words; the file itself stays as it is, comments of people stay "
        "in it, and those of an earlier run are replaced. Of another format, or of a matter, the "
        "manuscript is written as \"convert\" writes it, with the comments in it. Findings that "
        "were waived are left out.") },
  { N_ ("Reports"),
    N_ ("With \"--format pdf\", \"docx\", \"xlsx\", \"html\" or \"sarif\" each document becomes a "
        "report that is a file of its own: in a folder one each, named after the document. All of "
        "them say the same: one page first, then findings with clause, excerpt, suggestion and "
        "what was decided of them, questions for a person, what was not checked and why, and "
        "every item. In Word and in the workbook people go on writing; SARIF 2.1.0 is for other "
        "programs, and its regions count code points in a part of the application. --lang chooses "
        "the language.") },
  { N_ ("Exit status"),
    N_ ("    0    nothing at or above --fail-on\n"
        "    1    something at or above --fail-on\n"
        "    2    wrong usage, or an unusable input or checklist; the others are printed\n"
        "  130    stopped by Ctrl-C; what was finished is printed") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli check draft.txt\n"
        "    claimsmith-cli check --office CN --type invention package.zip\n"
        "    claimsmith-cli check -f json -o reports/ -j 4 weekly.xml\n"
        "    claimsmith-cli check -f docx-comments -o checked.docx draft.docx\n"
        "    claimsmith-cli check -f pdf --lang zh -o report.pdf draft.docx\n"
        "    claimsmith-cli check -f xlsx -o reports/ *.docx\n"
        "    claimsmith-cli check --checklist us --fail-on warning - < claims.txt") },
  { NULL, NULL }
};

const CsCommand cs_command_check = {
  "check", usage, N_ ("Examines applications and prints what an examiner would object to."),
  sections, run_check
};
