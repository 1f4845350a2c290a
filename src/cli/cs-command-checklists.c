#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "../exam/cs-messages.h"
#include "../report/cs-terminal.h"
#include "cs-checklists-lint.h"
#include "cs-checklists-manual.h"
#include "cs-command.h"

/* claimsmith-cli checklists: what can be examined, and by which rules. */

typedef struct
{
  char *language;
  char *format;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->language);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static guint
count_questions (const CsChecklist *checklist)
{
  guint n = 0;

  for (guint i = 0; i < checklist->items->len; i++)
    n += !cs_words_is_empty (&((CsItem *)checklist->items->pdata[i])->question);

  return n;
}

/* --- the list --- */

static void
add_member (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_count (JsonBuilder *json, const char *name, guint value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
print_json (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *line = json_to_string (root, FALSE);

  g_print ("%s\n", line);
}

static void
print_list_json (const CsChecklist *checklist, const char *language)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_member (json, "id", checklist->id);
  add_member (json, "title", cs_words_get (&checklist->title, language));
  add_member (json, "office", cs_office_get_name (checklist->office));
  add_member (json, "edition", checklist->edition);
  add_count (json, "items", checklist->items->len);
  add_count (json, "questions", count_questions (checklist));
  json_builder_end_object (json);
  print_json (json);
}

static void
print_list_text (const CsChecklist *checklist, const char *language)
{
  const char *title = cs_words_get (&checklist->title, language);
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%-18s ", checklist->id);
  cs_terminal_append (line, title, strlen (title));
  g_print ("%s\n", line->str);
  g_print (_ ("%19sedition %s, items: %u, of these with a question for a person: %u\n"), "",
           checklist->edition, checklist->items->len, count_questions (checklist));
}

static int
print_all (const Options *options, gboolean as_json)
{
  g_auto (GStrv) ids = cs_checklist_list ();
  int status = CS_EXIT_OK;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsChecklist) checklist = cs_checklist_load (ids[i], &error);

      if (checklist == NULL)
        {
          cs_command_complain (_ ("checklist %s"), error->message);
          status = CS_EXIT_TROUBLE;
        }
      else if (as_json)
        print_list_json (checklist, options->language);
      else
        print_list_text (checklist, options->language);
    }

  return status;
}

/* --- one checklist --- */

static char *
dup_basis (const CsItem *item, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->bases->len; i++)
    {
      const CsLegalBasis *basis = &g_array_index (item->bases, CsLegalBasis, i);
      g_autofree char *citation = cs_legal_basis_dup_citation (basis, language);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : "; ", citation);
      if (basis->status != CS_BASIS_VERIFIED)
        g_string_append_printf (
            text, " (%s)",
            cs_messages_get ("status", cs_basis_status_get_name (basis->status), language));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_item_json (const CsItem *item, const char *language)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *basis = dup_basis (item, language);

  json_builder_begin_object (json);
  add_member (json, "id", item->id);
  add_member (json, "title", cs_words_get (&item->title, language));
  add_member (json, "check", item->check == NULL ? "" : item->check->name);
  json_builder_set_member_name (json, "rules");
  json_builder_begin_array (json);
  for (guint i = 0; item->rules[i] != NULL; i++)
    json_builder_add_string_value (json, item->rules[i]);
  json_builder_end_array (json);
  add_member (json, "severity", cs_severity_get_name (item->severity));
  add_member (json, "basis", basis);
  json_builder_end_object (json);
  print_json (json);
}

static void
append_wrapped_line (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append (out, "    ");
  cs_terminal_append_wrapped (out, text, 4, 80);
  g_string_append_c (out, '\n');
}

static void
print_item_text (const CsItem *item, const char *language)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *basis = dup_basis (item, language);
  g_autofree char *rules = g_strjoinv (" ", item->rules);

  g_string_append_printf (
      out, "%s  %s  ", item->id,
      cs_messages_get ("severity", cs_severity_get_name (item->severity), language));
  cs_terminal_append_wrapped (out, cs_words_get (&item->title, language), 4, 80);
  g_string_append_c (out, '\n');
  append_wrapped_line (out, cs_words_get (&item->explain, language));
  append_wrapped_line (out, cs_words_get (&item->question, language));
  if (item->check != NULL)
    g_string_append_printf (out, "    %s: %s\n", item->check->name, rules);
  append_wrapped_line (out, basis);
  g_print ("%s\n", out->str);
}

static int
print_one (const char *name, const Options *options, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load (name, &error);

  if (checklist == NULL)
    {
      cs_command_complain (_ ("checklist %s"), error->message);
      return CS_EXIT_TROUBLE;
    }

  for (guint i = 0; i < checklist->items->len; i++)
    if (as_json)
      print_item_json (checklist->items->pdata[i], options->language);
    else
      print_item_text (checklist->items->pdata[i], options->language);

  return CS_EXIT_OK;
}

/* --- the command --- */

static int
run_checklists (int argc, char *argv[])
{
  static const char *const formats[] = { "text", "json", NULL };
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &options.language,
      N_ ("The language of the texts: zh or en; that of the locale by default"), N_ ("LANG") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("text (the default), or json: one line each"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Write the manual to this file"), N_ ("FILE") },
    { NULL }
  };
  g_auto (GStrv) rest = g_strdupv (argv);
  gboolean as_json;
  int status;

  if (!cs_command_parse (&cs_command_checklists, entries, &rest, &status))
    return status;
  if (!cs_command_check_language (options.language) ||
      !cs_command_check_choice ("--format", options.format, formats))
    return CS_EXIT_TROUBLE;
  if (options.language == NULL)
    options.language = g_strdup (cs_command_get_language ());

  as_json = g_strcmp0 (options.format, "json") == 0;
  if (g_strv_length (rest) == 1)
    return print_all (&options, as_json);
  if (g_strv_length (rest) == 3 && strcmp (rest[1], "show") == 0)
    return print_one (rest[2], &options, as_json);
  if (g_strv_length (rest) >= 3 && strcmp (rest[1], "lint") == 0)
    return cs_checklists_lint (rest + 2, options.language);
  if (g_strv_length (rest) >= 2 && strcmp (rest[1], "manual") == 0)
    return cs_checklists_manual (rest + 2, options.language, options.output);

  cs_command_complain ("%s", _ ("\"checklists\" takes nothing, or \"show\" and one id or path, or "
                                "\"lint\" and files, or \"manual\""));

  return CS_EXIT_TROUBLE;
}

static const char *const usage[] = { N_ ("[OPTION...]"), N_ ("show ID|FILE [OPTION...]"),
                                     N_ ("lint FILE... [OPTION...]"),
                                     N_ ("manual [ID|FILE...] [OPTION...]"), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Checklists"),
    N_ ("A checklist is an XML file. Those in the folder \"checklists\" of the data folder "
        "($CLAIMSMITH_DATA_DIR, else claimsmith in the user's data folder) go before those "
        "that come with the program and bear the same id. \"show\" prints the items of one, "
        "with what each looks for and the clause it rests on. A list may stand on one of "
        "ours (base=\"us\"), change the severity of its items, switch items off for a reason, "
        "and add items of its own; with default=\"yes\" it is used in the place of that list. "
        "\"lint\" names every mistake in such a file, and what the file changes.") },
  { N_ ("Manual"),
    N_ ("\"manual\" writes every requirement with its law, explanation and examples as one HTML "
        "page that can be searched and needs nothing from outside; without ids, of all "
        "checklists.") },
  { N_ ("Exit status"),
    N_ ("    0    printed\n"
        "    2    wrong usage, or a checklist that makes no sense; its line is named") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli checklists\n"
        "    claimsmith-cli checklists show us\n"
        "    claimsmith-cli checklists show ./house-rules.xml\n"
        "    claimsmith-cli checklists manual --lang zh --output manual.html") },
  { NULL, NULL }
};

const CsCommand cs_command_checklists = { "checklists", usage,
                                          N_ ("Lists the checklists, or shows the items of one."),
                                          sections, run_checklists };
