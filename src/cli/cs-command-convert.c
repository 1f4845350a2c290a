#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "../formats/cs-reader.h"
#include "../formats/cs-writer.h"
#include "../report/cs-report-notes.h"
#include "../report/cs-report.h"
#include "cs-check-matters.h"
#include "cs-command.h"
#include "cs-interrupt.h"
#include "cs-output.h"
#include "cs-progress.h"

/* claimsmith-cli convert: reads applications and writes them in another format. */

/* The command line as it was typed. */
typedef struct
{
  char *to;
  char *layout;
  char *claims_language;
  char *format;
  char *output;
  char **matters;
  gboolean preview;
  gboolean strict;
} Typed;

typedef struct
{
  Typed typed;
  char **inputs; /* the command line: inputs from 1 on */
  const CsWriter *writer;
  CsOffice layout;
  gboolean as_json;
  GCancellable *cancellable;
  CsOutput *output; /* NULL in a preview */
  CsProgress progress;
  guint n_written;
  gboolean lossy;      /* something of some document would be lost or refused */
  gboolean unwritable; /* the output takes no more: the rest is given up */
  gboolean trouble;    /* an input was unusable, or nothing can be written */
} Run;

static void
run_clear (Run *run)
{
  g_free (run->typed.to);
  g_free (run->typed.layout);
  g_free (run->typed.claims_language);
  g_free (run->typed.format);
  g_free (run->typed.output);
  g_strfreev (run->typed.matters);
  g_strfreev (run->inputs);
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->output, cs_output_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* One document on its way; nothing is owned. */
typedef struct
{
  const char *path;
  guint index;
  const char *name; /* of its file in a folder */
  CsDraft *draft;
  CsLoadImageFunc load_image;
  gpointer image_data;
} Document;

/* --- what is said --- */

/* A preview is what was asked for; else the file is, and what is said of it goes beside. */
static void
say (Run *run, const GString *text)
{
  cs_progress_hide (&run->progress);
  if (run->typed.preview)
    g_print ("%s", text->str);
  else
    g_printerr ("%s", text->str);
}

static void
say_error (Run *run, const char *path, guint index, const GError *error)
{
  const CsReportOptions options = { .language = cs_command_get_language () };
  g_autoptr (GString) text = g_string_new (NULL);

  run->trouble = TRUE;
  if (run->as_json)
    cs_report_json_error (text, path, index, error);
  else
    cs_report_text_error (text, path, index, error, &options);
  say (run, text);
}

static void
say_notes (Run *run, const Document *document, const GArray *notes, gboolean written)
{
  const CsNotesReport report = { .path = document->path,
                                 .index = document->index,
                                 .draft = document->draft,
                                 .format = run->writer->name,
                                 .notes = notes,
                                 .written = written,
                                 .language = cs_command_get_language () };
  g_autoptr (GString) text = g_string_new (NULL);

  if (run->as_json)
    cs_report_notes_json (text, &report);
  else if (run->typed.preview || notes->len > 0)
    cs_report_notes_text (text, &report);
  say (run, text);
}

/* --- writing --- */

static gboolean
put (Run *run, const Document *document, GBytes *bytes)
{

  g_autoptr (GError) error = NULL;

  cs_output_protect (run->output, document->path);
  if (cs_output_write_file (run->output, document->name, bytes, &error))
    {
      run->n_written++;
      return TRUE;
    }

  cs_progress_hide (&run->progress);
  cs_command_complain ("%s", error->message);
  run->unwritable = TRUE;
  run->trouble = TRUE;
  g_cancellable_cancel (run->cancellable);

  return FALSE;
}

static gboolean
is_lossy (const GArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, CsWriteNote, i).grade >= CS_WRITE_LOST)
      return TRUE;

  return FALSE;
}

static void
convert (Run *run, const Document *document)
{
  const CsWriteJob job = { .draft = document->draft,
                           .layout = run->layout,
                           .load_image = document->load_image,
                           .image_data = document->image_data,
                           .cancellable = run->cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) notes = cs_writer_preview (run->writer, &job, &error);
  g_autoptr (GBytes) bytes = NULL;
  gboolean wanted = notes != NULL && !run->typed.preview;
  gboolean written = FALSE;

  if (notes != NULL && is_lossy (notes))
    {
      run->lossy = TRUE;
      wanted = wanted && !run->typed.strict;
    }
  if (wanted)
    bytes = cs_writer_write (run->writer, &job, &error);
  if (bytes != NULL)
    written = put (run, document, bytes);

  if (error == NULL)
    say_notes (run, document, notes, written);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (run, document->path, document->index, error);
}

/* --- reading --- */

static void
advance (Run *run)
{
  run->progress.n_done++;
  cs_progress_update (&run->progress);
}

static GBytes *
load_read_image (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
}

static gboolean
take_document (const CsReadItem *item, gpointer data)
{
  Run *run = data;
  Document document = { .path = item->path,
                        .index = item->index,
                        .draft = item->draft,
                        .load_image = load_read_image,
                        .image_data = (gpointer)item };
  g_autofree char *name = NULL;

  if (item->draft == NULL)
    say_error (run, item->path, item->index, item->error);
  else
    {
      name = cs_output_dup_name (item->path, item->draft->id);
      document.name = name;
      convert (run, &document);
      run->progress.n_documents++;
      cs_progress_update (&run->progress);
    }

  return !g_cancellable_is_cancelled (run->cancellable);
}

static void
take_matter (const CsCheckMatter *item, gpointer data)
{
  Run *run = data;
  Document document = { .load_image = cs_check_matter_load_image, .image_data = (gpointer)item };
  g_autofree char *name = NULL;

  if (item->matter == NULL)
    say_error (run, item->name, 0, item->error);
  else
    {
      document.path = item->matter->info->name;
      name = item->file == NULL ? g_strdup (document.path) : cs_output_dup_name (document.path, "");
      document.name = name;
      document.draft = item->matter->draft;
      convert (run, &document);
      run->progress.n_documents++;
    }
  advance (run);
}

static void
read_all (Run *run)
{
  const CsReader reader = { take_document, run, run->typed.claims_language };
  char *const none[] = { NULL };

  cs_check_matters (run->typed.matters == NULL ? none : run->typed.matters, take_matter, run,
                    run->cancellable);
  for (guint i = 1; run->inputs[i] != NULL; i++)
    {
      if (cs_check_matter_file (run->inputs[i], take_matter, run))
        continue;
      if (!cs_read (run->inputs[i], &reader, run->cancellable, NULL))
        return;
      advance (run);
    }
}

/* --- the command line --- */

static gboolean
read_typed (Typed *typed, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &typed->to,
      N_ ("The format: docx, cnipa (a package as the office takes it) or text; without it the "
          "ending of the output decides, else docx"),
      N_ ("FORMAT") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &typed->layout,
      N_ ("Whose order and headings a DOCX has: cn, us, ep or pct; that of each document's office "
          "by default"),
      N_ ("OFFICE") },
    { "claims-language", 0, 0, G_OPTION_ARG_STRING, &typed->claims_language,
      N_ ("Which claims to take where they are in several languages: de, en or fr; those of the "
          "language of the description by default"),
      N_ ("LANG") },
    { "matter", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &typed->matters,
      N_ ("Convert this matter of the store, by own number, name or id; may be given several "
          "times"),
      N_ ("NAME") },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &typed->preview,
      N_ ("Write no file; print what one would not hold"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &typed->strict,
      N_ ("Write no file of a document of which something would be lost or refused"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &typed->format,
      N_ ("How it is said what a file does not hold: text (the default), or json: one line for "
          "each document"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output,
      N_ ("Write to this file, or one file for each document to this folder (there already, or "
          "with a slash at its end)"),
      N_ ("PATH") },
    { NULL }
  };

  return cs_command_parse (&cs_command_convert, entries, argv, status);
}

static gboolean
check_words (const Typed *typed)
{
  static const char *const formats[] = { "docx", "cnipa", "text", NULL };
  static const char *const layouts[] = { "cn", "us", "ep", "pct", NULL };
  static const char *const reports[] = { "text", "json", NULL };

  return cs_command_check_choice ("--to", typed->to, formats) &&
         cs_command_check_choice ("--layout", typed->layout, layouts) &&
         cs_command_check_claims_language (typed->claims_language) &&
         cs_command_check_choice ("--format", typed->format, reports);
}

static const CsWriter *
find_writer (const Typed *typed)
{
  const CsWriter *const *writers = cs_writer_get_all ();

  if (typed->to != NULL)
    return cs_writer_find (typed->to);

  for (guint i = 0; typed->output != NULL && writers[i] != NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", writers[i]->extension, NULL);

      if (g_str_has_suffix (typed->output, ending))
        return writers[i];
    }

  return cs_writer_find ("docx");
}

static gboolean
check_use (const Run *run)
{
  if (run->inputs[1] == NULL && run->typed.matters == NULL)
    cs_command_complain ("%s", _ ("a file, a folder, \"-\" or --matter is needed"));
  else if (run->writer == NULL)
    cs_command_complain (_ ("this version does not write the format \"%s\""),
                         run->typed.to == NULL ? "docx" : run->typed.to);
  else if (!run->typed.preview && run->typed.output == NULL && isatty (STDOUT_FILENO) &&
           strcmp (run->writer->name, "text") != 0)
    cs_command_complain ("%s", _ ("a terminal cannot show such a file; name one with --output"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse (Run *run, char *argv[], int *status)
{
  g_autofree char *layout = NULL;

  run->inputs = g_strdupv (argv);
  if (!read_typed (&run->typed, &run->inputs, status))
    return FALSE;

  *status = CS_EXIT_TROUBLE;
  if (!check_words (&run->typed))
    return FALSE;

  run->writer = find_writer (&run->typed);
  run->as_json = g_strcmp0 (run->typed.format, "json") == 0;
  if (run->typed.layout != NULL)
    layout = g_ascii_strup (run->typed.layout, -1);
  run->layout = layout == NULL ? CS_OFFICE_UNKNOWN : cs_office_from_name (layout);

  return check_use (run);
}

static gboolean
open_output (Run *run)
{
  g_autofree char *suffix = g_strconcat (".", run->writer->extension, NULL);
  g_autoptr (GError) error = NULL;

  if (run->typed.preview)
    return TRUE;

  run->output = cs_output_new (run->typed.output, g_intern_string (suffix), &error);
  if (run->output == NULL)
    {
      cs_command_complain ("%s", error->message);
      return FALSE;
    }
  for (guint i = 1; run->inputs[i] != NULL; i++)
    cs_output_protect (run->output, run->inputs[i]);

  return TRUE;
}

/* A file that was to hold one document and got none, or more than one, is not put in its place. */
static gboolean
close_output (Run *run)
{
  g_autoptr (GError) error = NULL;

  if (run->output == NULL || run->n_written == 0 || run->unwritable)
    return TRUE;
  if (cs_output_finish (run->output, &error))
    return TRUE;

  cs_command_complain ("%s", error->message);

  return FALSE;
}

static int
run_convert (int argc, char *argv[])
{
  g_auto (Run) run = { .layout = CS_OFFICE_UNKNOWN };
  guint n_matters;
  int status;

  if (!parse (&run, argv, &status))
    return status;
  if (!open_output (&run))
    return CS_EXIT_TROUBLE;

  n_matters = run.typed.matters == NULL ? 0 : g_strv_length (run.typed.matters);
  run.cancellable = g_cancellable_new ();
  cs_interrupt_watch (run.cancellable);
  cs_progress_init (&run.progress, g_strv_length (run.inputs) - 1 + n_matters);
  read_all (&run);
  cs_progress_hide (&run.progress);

  if (!close_output (&run))
    return CS_EXIT_TROUBLE;
  if (g_cancellable_is_cancelled (run.cancellable) && !run.unwritable)
    {
      cs_command_complain ("%s", _ ("stopped; what was finished is written"));
      return CS_EXIT_STOPPED;
    }
  if (run.trouble)
    return CS_EXIT_TROUBLE;

  return run.lossy ? CS_EXIT_FINDINGS : CS_EXIT_OK;
}

static const char *const usage[] = { N_ ("[OPTION...] FILE|FOLDER|-..."),
                                     N_ ("--matter NAME [OPTION...]"), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Formats"),
    N_ ("\"docx\" is a manuscript for Word: the parts in the order of the office, its headings, "
        "claims with typed numbers, pictures and formulas. \"cnipa\" is a ZIP of XML as the office "
        "in China takes it. \"text\" is plain text (UTF-8).\n"
        "What can be read is the same as for \"check\"; see \"claimsmith-cli check --help\".") },
  { N_ ("What is lost"),
    N_ ("No format holds all that another one does. What a file does not hold as the document does "
        "is said on standard error, with --preview on standard output: \"changed\" is kept in "
        "another form, as a formula that becomes a picture; \"lost\" is not in the file; "
        "\"refused\" is in it, and the office would refuse the file because of it.") },
  { N_ ("Output"),
    N_ ("Without --output the file goes to standard output. In a folder each file is named after "
        "the number of its document. Files are private, and an input is never replaced.") },
  { N_ ("Exit status"),
    N_ ("    0    written, and nothing is lost\n"
        "    1    something is lost, or the office would refuse it\n"
        "    2    wrong usage, or an unusable input or output; the others are written\n"
        "  130    stopped by Ctrl-C; what was finished is written") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli convert -o draft.docx draft.txt\n"
        "    claimsmith-cli convert --preview --to cnipa draft.docx\n"
        "    claimsmith-cli convert --to cnipa --matter 2026-0117 -o package.zip\n"
        "    claimsmith-cli convert --layout us -o manuscripts/ weekly.xml") },
  { NULL, NULL }
};

const CsCommand cs_command_convert = {
  "convert", usage, N_ ("Writes applications in another format, and says what it cannot hold."),
  sections, run_convert
};
