#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "../base/cs-data-folder.h"
#include "../report/cs-terminal.h"
#include "../store/cs-library.h"
#include "../store/cs-store-json.h"
#include "cs-interrupt.h"
#include "cs-store-library.h"
#include "cs-store-retake.h"

/* claimsmith-cli store: looking after the drafts, where there may be no window. */

static void
options_clear (CsStoreOptions *options)
{
  g_free (options->folder);
  g_free (options->format);
  g_free (options->by);
  g_free (options->remark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsStoreOptions, options_clear)

/* --- opening --- */

static void
offer_backup (const char *folder)
{
  g_auto (GStrv) backups = cs_draft_store_list_backups (folder);

  if (backups[0] != NULL)
    cs_command_complain (_ ("the newest backup is \"%s\"; see \"claimsmith-cli store --help\""),
                         backups[0]);
}

CsDraftStore *
cs_store_deed_open (const CsStoreOptions *options, GError **error)
{
  g_autofree char *path = g_build_filename (options->folder, "drafts.db", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("there is no store in \"%s\""), options->folder);
      return NULL;
    }

  return cs_draft_store_open (options->folder, error);
}

int
cs_store_deed_fail (const CsStoreOptions *options, const GError *error)
{
  cs_command_complain ("%s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CS_EXIT_STOPPED;
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    offer_backup (options->folder);

  return CS_EXIT_TROUBLE;
}

/* --- printing --- */

gboolean
cs_store_deed_is_json (const CsStoreOptions *options)
{
  return g_strcmp0 (options->format, "json") == 0;
}

void
cs_store_deed_print (const char *format, ...)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  cs_terminal_append (line, text, strlen (text));
  g_print ("%s\n", line->str);
}

void
cs_store_deed_print_json (JsonBuilder *json)
{
  g_autofree char *line = cs_json_dup_line (json);

  g_print ("%s\n", line);
}

char *
cs_store_deed_dup_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time == NULL ? g_strdup ("") : g_date_time_format_iso8601 (time);
}

/* --- check --- */

static int
print_problems (const CsDraftStore *store, char *const *problems)
{
  for (guint i = 0; problems[i] != NULL; i++)
    {
      cs_store_deed_print ("%s", problems[i]);
    }
  if (problems[0] != NULL)
    return CS_EXIT_FINDINGS;

  g_print (_ ("\"%s\" is sound\n"), cs_draft_store_get_path (store));

  return CS_EXIT_OK;
}

static int
check_drafts (const CsStoreOptions *options, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store =
      file == NULL ? cs_store_deed_open (options, &error) : cs_draft_store_open_file (file, &error);
  g_auto (GStrv) problems = NULL;

  if (store != NULL && cs_draft_store_check (store, &problems, &error))
    return print_problems (store, problems);
  if (!g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    return cs_store_deed_fail (options, error);

  cs_store_deed_fail (options, error);

  return CS_EXIT_FINDINGS;
}

/* Drafts and library, as far as they are there; when neither is, the drafts are missed. */
static int
run_check (const CsStoreOptions *options, char *const *operands)
{
  g_autofree char *drafts = g_build_filename (options->folder, "drafts.db", NULL);
  gboolean has_drafts = g_file_test (drafts, G_FILE_TEST_EXISTS);
  int of_drafts;
  int of_library;

  if (operands[0] != NULL)
    return options->library || cs_library_is_file (operands[0]) ?
               cs_store_check_library (options, operands[0]) :
               check_drafts (options, operands[0]);
  if (options->library)
    return cs_store_check_library (options, NULL);
  if (!cs_store_has_library (options))
    return check_drafts (options, NULL);

  of_drafts = has_drafts ? check_drafts (options, NULL) : CS_EXIT_OK;
  of_library = cs_store_check_library (options, NULL);

  return MAX (of_drafts, of_library);
}

/* --- list --- */

static void
add_findings (JsonBuilder *json, const CsMatterInfo *info)
{
  json_builder_set_member_name (json, "findings");
  if (!info->examined)
    {
      json_builder_add_null_value (json);
      return;
    }

  json_builder_begin_object (json);
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    cs_json_add_int (json, cs_severity_get_name (i), info->n_findings[i]);
  json_builder_end_object (json);
}

static void
print_matter_json (const CsMatterInfo *info)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *changed = cs_store_deed_dup_time (info->changed_us);

  json_builder_begin_object (json);
  cs_json_add_int (json, "id", info->id);
  cs_json_add_string (json, "name", info->name);
  cs_json_add_string (json, "reference", info->reference);
  cs_json_add_string (json, "language", info->language);
  json_builder_set_member_name (json, "offices");
  json_builder_begin_array (json);
  for (guint office = CS_OFFICE_UNKNOWN + 1; office < CS_N_OFFICES; office++)
    if ((info->offices & 1u << office) != 0)
      json_builder_add_string_value (json, cs_office_get_name (office));
  json_builder_end_array (json);
  cs_json_add_string (json, "type", cs_right_type_get_name (info->type));
  cs_json_add_string (json, "stage", cs_stage_get_name (info->stage));
  add_findings (json, info);
  cs_json_add_string (json, "changed", changed);
  cs_json_add_int (json, "revision", info->revision);
  json_builder_end_object (json);

  cs_store_deed_print_json (json);
}

static void
print_matter_text (const CsMatterInfo *info)
{
  g_autofree char *id = g_strdup_printf ("%6" G_GINT64_FORMAT, info->id);

  cs_store_deed_print ("%s  %-16s %s%s%s", id, cs_stage_get_name (info->stage), info->name,
                       *info->reference == '\0' ? "" : "  ", info->reference);
}

static int
run_list (const CsStoreOptions *options, char *const *operands)
{
  CsMatterQuery query = { .words = operands[0],
                          .in_bin = options->in_bin,
                          .order = CS_MATTER_BY_CHANGED,
                          .descending = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_store_deed_open (options, &error);
  g_autoptr (GPtrArray) matters =
      store == NULL ? NULL : cs_draft_store_list (store, &query, &error);

  if (matters == NULL)
    return cs_store_deed_fail (options, error);

  for (guint i = 0; i < matters->len; i++)
    if (cs_store_deed_is_json (options))
      print_matter_json (matters->pdata[i]);
    else
      print_matter_text (matters->pdata[i]);

  return CS_EXIT_OK;
}

/* --- backup, restore --- */

static int
run_backup (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = NULL;

  if (options->library)
    return cs_store_backup_library (options, operands[0]);

  store = cs_store_deed_open (options, &error);
  cs_interrupt_watch (cancellable);
  if (store == NULL || !cs_draft_store_backup (store, operands[0], cancellable, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

static int
run_restore (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  if (options->library || cs_library_is_file (operands[0]))
    return cs_store_restore_library (options, operands[0]);

  cs_interrupt_watch (cancellable);
  if (!cs_draft_store_restore (options->folder, operands[0], cancellable, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

/* --- an edited file --- */

static int
run_retake (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_store_deed_open (options, &error);

  cs_interrupt_watch (cancellable);
  if (store == NULL || !cs_store_retake (store, operands[0], operands[1], cancellable, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

/* --- the command --- */

/* What can be done, and with how many operands. */
static const struct
{
  const char *name;
  guint min;
  guint max;
  int (*run) (const CsStoreOptions *options,
              char *const *operands);
} deeds[] = {
  { "check", 0, 1, run_check },
  { "list", 0, 1, run_list },
  { "backup", 1, 1, run_backup },
  { "restore", 1, 1, run_restore },
  { "repair", 0, 0, cs_store_repair },
  { "export", 2, 2, cs_store_export },
  { "import", 1, G_MAXUINT, cs_store_import },
  { "attach", 2, G_MAXUINT, cs_store_attach },
  { "attachments", 1, 1, cs_store_attachments },
  { "examine", 1, 1, cs_store_examine },
  { "runs", 1, 1, cs_store_runs },
  { "questions", 1, 1, cs_store_questions },
  { "answer", 3, 3, cs_store_answer },
  { "sign", 1, 1, cs_store_sign },
  { "decisions", 1, 1, cs_store_decisions },
  { "confirm", 1, 1, cs_store_confirm },
  { "reviews", 1, 1, cs_store_reviews },
  { "retake", 2, 2, run_retake },
};

static int
do_deed (const CsStoreOptions *options, char *const *words)
{
  const char *known[G_N_ELEMENTS (deeds) + 1] = { NULL };
  guint n_operands = words[0] == NULL ? 0 : g_strv_length ((char **)words) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      known[i] = deeds[i].name;
      if (g_strcmp0 (words[0], deeds[i].name) == 0 && n_operands >= deeds[i].min &&
          n_operands <= deeds[i].max)
        return deeds[i].run (options, words + 1);
    }

  if (words[0] != NULL && !cs_command_check_choice ("store", words[0], known))
    return CS_EXIT_TROUBLE;
  cs_command_complain ("%s", _ ("\"store\" takes check, list, backup FILE, restore FILE, repair, "
                                "export MATTER FILE, import FILE..., attach MATTER FILE..., "
                                "attachments MATTER, examine MATTER, runs MATTER, questions "
                                "MATTER, answer MATTER ITEM yes|no|unsure, sign MATTER, "
                                "decisions MATTER, "
                                "confirm MATTER, reviews MATTER or retake MATTER FILE"));

  return CS_EXIT_TROUBLE;
}

static int
run_store (int argc, char *argv[])
{
  static const char *const formats[] = { "text", "json", NULL };
  g_auto (CsStoreOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder,
      N_ ("The folder of the store; that of the program by default"), N_ ("FOLDER") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("text (the default), or json: one line for each matter"), N_ ("FORMAT") },
    { "library", 0, 0, G_OPTION_ARG_NONE, &options.library,
      N_ ("\"backup\", \"check\": of the library of families, not of the drafts"), NULL },
    { "bin", 0, 0, G_OPTION_ARG_NONE, &options.in_bin, N_ ("List what is in the bin"), NULL },
    { "take-text", 0, 0, G_OPTION_ARG_NONE, &options.take_text,
      N_ ("Let the text of a matter file be the text now"), NULL },
    { "ours", 0, 0, G_OPTION_ARG_NONE, &options.ours,
      N_ ("Where decisions differ, what was decided here"), NULL },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &options.theirs,
      N_ ("Where decisions differ, what was decided there"), NULL },
    { "as-new", 0, 0, G_OPTION_ARG_NONE, &options.as_new,
      N_ ("Make a new matter of a matter file"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("Say what \"import\" would do, and do nothing"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
      N_ ("Who examines, answers, signs, or confirms the text"), N_ ("NAME") },
    { "second", 0, 0, G_OPTION_ARG_NONE, &options.second,
      N_ ("Sign as the second person, who is another one"), NULL },
    { "remark", 0, 0, G_OPTION_ARG_STRING, &options.remark, N_ ("What is said with it"),
      N_ ("TEXT") },
    { NULL }
  };
  g_auto (GStrv) rest = g_strdupv (argv);
  int status;

  if (!cs_command_parse (&cs_command_store, entries, &rest, &status))
    return status;
  if (!cs_command_check_choice ("--format", options.format, formats))
    return CS_EXIT_TROUBLE;
  if (options.folder == NULL)
    options.folder = cs_data_folder_dup (NULL);

  return do_deed (&options, rest + 1);
}

static const char *const usage[] = {
  N_ ("check [FILE] [--library] [OPTION...]"),
  N_ ("list [WORDS] [OPTION...]"),
  N_ ("backup FILE [--library] [OPTION...]"),
  N_ ("restore FILE [OPTION...]"),
  N_ ("repair [OPTION...]"),
  N_ ("export MATTER FILE [OPTION...]"),
  N_ ("import FILE... [OPTION...]"),
  N_ ("attach MATTER FILE... [OPTION...]"),
  N_ ("attachments MATTER [OPTION...]"),
  N_ ("examine MATTER [--by NAME] [OPTION...]"),
  N_ ("runs MATTER [OPTION...]"),
  N_ ("questions MATTER [OPTION...]"),
  N_ ("answer MATTER ITEM VERDICT --by NAME [OPTION...]"),
  N_ ("sign MATTER --by NAME [--second] [OPTION...]"),
  N_ ("decisions MATTER [OPTION...]"),
  N_ ("confirm MATTER --by NAME [OPTION...]"),
  N_ ("reviews MATTER [OPTION...]"),
  N_ ("retake MATTER FILE [OPTION...]"),
  NULL,
};

static const CsHelpSection sections[] = {
  { N_ ("The store"),
    N_ ("Drafts are kept in the file drafts.db of the data folder ($CLAIMSMITH_DATA_DIR, else "
        "claimsmith in the user's data folder), an SQLite database. The window may be open "
        "while these commands run.\n"
        "\"check\" reads all of it, or of FILE, and says what is damaged. \"list\" prints the "
        "matters, those in which all WORDS are if some are given.\n"
        "\"backup\" writes a copy to the new file FILE. \"restore\" puts what is in FILE in the "
        "place of what is in the store, which is kept in the folder backups; FILE is not "
        "trusted, and with a single row that is not sound nothing is changed.") },
  { N_ ("The library of families"),
    N_ ("It is the file library.db of the same folder. \"check\" looks at both: pages and links, "
        "the indexes of texts against the texts, and what must hold of families. \"repair\" builds "
        "the indexes, numbers and families of the library anew from its records. \"backup "
        "--library\" copies it while others read and write; \"restore\" sees by its content that "
        "FILE is a copy of the library, and no window may have the library open.") },
  { N_ ("A matter and a colleague"),
    N_ ("\"export\" writes one matter, named by its own number, name or id, to a file for a "
        "colleague (.csmatter): text, versions, decisions, terms, reviews, pictures and "
        "attachments. \"import\" takes in files of any kind. When the matter of a matter file is "
        "here already, what is new in it is added: with --take-text its text becomes the text "
        "now, and ours is kept as a version; else theirs is. Where a finding was decided "
        "differently, --ours or --theirs must be said; both stay in the record.\n"
        "\"attach\" lays files with a matter, \"attachments\" lists them; the text of a PDF is "
        "found by \"list\". \"confirm\" keeps that a second person, who is not the author, has "
        "looked through the text and confirms it; \"reviews\" lists that, and whether the text "
        "was changed since.\n"
        "\"retake\" makes FILE, in whatever format, the text of a matter: an edited file comes "
        "back. What the text was before is kept as a version; decisions on findings hold on, the "
        "filing sheet stays, and so do parts that the file has not.") },
  { N_ ("Pre-examination"),
    N_ ("\"examine\" examines a matter by the checklists of its offices and keeps what came of it; "
        "\"runs\" lists what was kept, with the findings that are new, gone or still there since "
        "the one before. The same text by the same checklists is one examination, however often "
        "it is run.\n"
        "\"questions\" lists what a person has to answer, and \"answer\" answers one of them: yes, "
        "the draft does what is asked; no, which is a finding; unsure. The reason is said with "
        "--remark. An answer holds for its text, and for others in which what the question is "
        "about is the same.\n"
        "\"sign\" signs the last examination as its self-check or, with --second, as the second "
        "person, who is neither the first nor the author. No question may be open. When the text "
        "is changed, signatures lapse and stay in the record.\n"
        "\"decisions\" lists what was decided of findings, here or for all matters, and which of "
        "that belongs to nothing any more.") },
  { N_ ("Exit status"),
    N_ ("    0    done; nothing is damaged\n"
        "    1    \"check\" found damage\n"
        "    2    wrong usage, or a store or file that is unusable; nothing was changed\n"
        "  130    stopped by Ctrl-C; nothing was changed") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli store check\n"
        "    claimsmith-cli store list --format json\n"
        "    claimsmith-cli store backup drafts-friday.db\n"
        "    claimsmith-cli store restore drafts-friday.db\n"
        "    claimsmith-cli store backup --library families-friday.db\n"
        "    claimsmith-cli store export P-12 pump.csmatter\n"
        "    claimsmith-cli store import pump.csmatter --dry-run\n"
        "    claimsmith-cli store examine P-12 --by \"Zhang San\"\n"
        "    claimsmith-cli store answer P-12 CN-CLM-013 yes --by \"Zhang San\"\n"
        "    claimsmith-cli store sign P-12 --by \"Li Wei\" --second\n"
        "    claimsmith-cli store confirm P-12 --by \"Li Wei\"\n"
        "    claimsmith-cli store retake P-12 edited.docx") },
  { NULL, NULL }
};

const CsCommand cs_command_store = {
  "store", usage, N_ ("Checks, lists, keeps and examines drafts, and takes edited files back."),
  sections, run_store
};
