#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "../report/cs-terminal.h"
#include "../store/cs-draft-store.h"
#include "cs-command.h"
#include "cs-interrupt.h"
#include "cs-store-retake.h"

/* claimsmith-cli store: looking after the drafts, where there may be no window. */

typedef struct
{
  char *folder;
  char *format;
  gboolean in_bin;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->folder);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- opening --- */

static void
offer_backup (const char *folder)
{
  g_auto (GStrv) backups = cs_draft_store_list_backups (folder);

  if (backups[0] != NULL)
    cs_command_complain (_ ("the newest backup is \"%s\"; see \"claimsmith-cli store --help\""),
                         backups[0]);
}

/* Returns: (transfer full) (nullable): the store of the folder, which is not made here */
static CsDraftStore *
open_store (const Options *options, GError **error)
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

static int
fail (const Options *options, const GError *error)
{
  cs_command_complain ("%s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CS_EXIT_STOPPED;
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    offer_backup (options->folder);

  return CS_EXIT_TROUBLE;
}

/* --- check --- */

static int
print_problems (const CsDraftStore *store, char *const *problems)
{
  for (guint i = 0; problems[i] != NULL; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      cs_terminal_append (line, problems[i], strlen (problems[i]));
      g_print ("%s\n", line->str);
    }
  if (problems[0] != NULL)
    return CS_EXIT_FINDINGS;

  g_print (_ ("\"%s\" is sound\n"), cs_draft_store_get_path (store));

  return CS_EXIT_OK;
}

static int
run_check (const Options *options, char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = operands[0] == NULL ?
                                       open_store (options, &error) :
                                       cs_draft_store_open_file (operands[0], &error);
  g_auto (GStrv) problems = NULL;

  if (store != NULL && cs_draft_store_check (store, &problems, &error))
    return print_problems (store, problems);
  if (!g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    return fail (options, error);

  fail (options, error);

  return CS_EXIT_FINDINGS;
}

/* --- list --- */

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_number (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static char *
dup_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time == NULL ? g_strdup ("") : g_date_time_format_iso8601 (time);
}

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
    add_number (json, cs_severity_get_name (i), info->n_findings[i]);
  json_builder_end_object (json);
}

static void
print_matter_json (const CsMatterInfo *info)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *changed = dup_time (info->changed_us);
  g_autofree char *line = NULL;

  json_builder_begin_object (json);
  add_number (json, "id", info->id);
  add_string (json, "name", info->name);
  add_string (json, "reference", info->reference);
  add_string (json, "language", info->language);
  json_builder_set_member_name (json, "offices");
  json_builder_begin_array (json);
  for (guint office = CS_OFFICE_UNKNOWN + 1; office < CS_N_OFFICES; office++)
    if ((info->offices & 1u << office) != 0)
      json_builder_add_string_value (json, cs_office_get_name (office));
  json_builder_end_array (json);
  add_string (json, "type", cs_right_type_get_name (info->type));
  add_string (json, "stage", cs_stage_get_name (info->stage));
  add_findings (json, info);
  add_string (json, "changed", changed);
  add_number (json, "revision", info->revision);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  line = json_to_string (root, FALSE);
  g_print ("%s\n", line);
}

static void
print_matter_text (const CsMatterInfo *info)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%6" G_GINT64_FORMAT "  %-16s ", info->id,
                          cs_stage_get_name (info->stage));
  cs_terminal_append (line, info->name, strlen (info->name));
  if (*info->reference != '\0')
    {
      g_string_append (line, "  ");
      cs_terminal_append (line, info->reference, strlen (info->reference));
    }
  g_print ("%s\n", line->str);
}

static int
run_list (const Options *options, char *const *operands)
{
  gboolean as_json = g_strcmp0 (options->format, "json") == 0;
  CsMatterQuery query = { .words = operands[0],
                          .in_bin = options->in_bin,
                          .order = CS_MATTER_BY_CHANGED,
                          .descending = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = open_store (options, &error);
  g_autoptr (GPtrArray) matters =
      store == NULL ? NULL : cs_draft_store_list (store, &query, &error);

  if (matters == NULL)
    return fail (options, error);

  for (guint i = 0; i < matters->len; i++)
    if (as_json)
      print_matter_json (matters->pdata[i]);
    else
      print_matter_text (matters->pdata[i]);

  return CS_EXIT_OK;
}

/* --- backup, restore, export --- */

static int
run_backup (const Options *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = open_store (options, &error);

  cs_interrupt_watch (cancellable);
  if (store == NULL || !cs_draft_store_backup (store, operands[0], cancellable, &error))
    return fail (options, error);

  return CS_EXIT_OK;
}

static int
run_restore (const Options *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  cs_interrupt_watch (cancellable);
  if (!cs_draft_store_restore (options->folder, operands[0], cancellable, &error))
    return fail (options, error);

  return CS_EXIT_OK;
}

/* The pictures of the matter that is exported. */
typedef struct
{
  CsDraftStore *store;
  gint64 id;
} Source;

static GBytes *
load_image (const char *name, gpointer data)
{
  const Source *source = data;

  return cs_draft_store_load_image (source->store, source->id, name, NULL);
}

static gboolean
export_matter (CsDraftStore *store, const char *name, const char *path, GError **error)
{
  Source source = { store, cs_draft_store_find (store, name, error) };
  g_autoptr (CsMatter) matter = NULL;
  CsNewMatter copy = { .images = load_image, .data = &source };

  if (source.id == 0)
    return FALSE;
  matter = cs_draft_store_load (store, source.id, error);
  if (matter == NULL)
    return FALSE;

  copy.draft = matter->draft;
  copy.reference = matter->info->reference;
  copy.offices = matter->info->offices;
  copy.decisions = matter->decisions;
  copy.term_list = matter->term_list;

  return cs_draft_store_write_copy (path, &copy, error);
}

static int
run_export (const Options *options, char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = open_store (options, &error);

  if (store == NULL || !export_matter (store, operands[0], operands[1], &error))
    return fail (options, error);

  return CS_EXIT_OK;
}

/* --- an edited file --- */

static int
run_retake (const Options *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = open_store (options, &error);

  cs_interrupt_watch (cancellable);
  if (store == NULL || !cs_store_retake (store, operands[0], operands[1], cancellable, &error))
    return fail (options, error);

  return CS_EXIT_OK;
}

/* --- the command --- */

/* What can be done, and with how many operands. */
static const struct
{
  const char *name;
  guint min;
  guint max;
  int (*run) (const Options *options,
              char *const *operands);
} deeds[] = {
  { "check", 0, 1, run_check },
  { "list", 0, 1, run_list },
  { "backup", 1, 1, run_backup },
  { "restore", 1, 1, run_restore },
  { "export", 2, 2, run_export },
  { "retake", 2, 2, run_retake },
};

static int
do_deed (const Options *options, char *const *words)
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
  cs_command_complain ("%s", _ ("\"store\" takes check, list, backup FILE, restore FILE, "
                                "export MATTER FILE, or retake MATTER FILE"));

  return CS_EXIT_TROUBLE;
}

static int
run_store (int argc, char *argv[])
{
  static const char *const formats[] = { "text", "json", NULL };
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder,
      N_ ("The folder of the store; that of the program by default"), N_ ("FOLDER") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("text (the default), or json: one line for each matter"), N_ ("FORMAT") },
    { "bin", 0, 0, G_OPTION_ARG_NONE, &options.in_bin, N_ ("List what is in the bin"), NULL },
    { NULL }
  };
  g_auto (GStrv) rest = g_strdupv (argv);
  int status;

  if (!cs_command_parse (&cs_command_store, entries, &rest, &status))
    return status;
  if (!cs_command_check_choice ("--format", options.format, formats))
    return CS_EXIT_TROUBLE;
  if (options.folder == NULL)
    options.folder = cs_draft_store_get_default_folder ();

  return do_deed (&options, rest + 1);
}

static const char *const usage[] = {
  N_ ("check [FILE] [OPTION...]"),
  N_ ("list [WORDS] [OPTION...]"),
  N_ ("backup FILE [OPTION...]"),
  N_ ("restore FILE [OPTION...]"),
  N_ ("export MATTER FILE [OPTION...]"),
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
        "trusted, and with a single row that is not sound nothing is changed. \"export\" writes "
        "one matter, named by its own number, name or id, to a store of its own.\n"
        "\"retake\" makes FILE, in whatever format, the text of a matter: an edited file comes "
        "back. What the text was before is kept as a version; decisions on findings hold on, the "
        "filing sheet stays, and so do parts that the file has not.") },
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
        "    claimsmith-cli store retake 2026-0117 edited.docx") },
  { NULL, NULL }
};

const CsCommand cs_command_store = { "store", usage,
                                     N_ ("Checks, lists, saves and restores the drafts, and takes edited "
                                         "files back."),
                                     sections,
                                     run_store };
