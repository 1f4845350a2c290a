#include "cs-command.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../law/cs-nearest.h"
#include "../report/cs-terminal.h"

#define HELP_WIDTH 80
#define OPTION_COLUMN 26 /* where descriptions of options begin */

void
cs_command_complain (const char *format, ...)
{
  g_autoptr (GString) line = g_string_new ("claimsmith-cli: ");
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  cs_terminal_append (line, message, strlen (message));
  g_printerr ("%s\n", line->str);
}

const char *
cs_command_get_language (void)
{
  const char *const *names = g_get_language_names ();

  return g_str_has_prefix (names[0], "zh") ? "zh" : "en";
}

gboolean
cs_command_check_choice (const char *option, const char *value, const char *const *known)
{
  g_autofree char *hint = NULL;

  if (value == NULL || g_strv_contains (known, value))
    return TRUE;

  hint = cs_nearest_dup_hint (value, known);
  cs_command_complain (_ ("option %s does not know \"%s\"%s"), option, value, hint);

  return FALSE;
}

/* --- help --- */

static void
append_section (GString *out, const CsHelpSection *section)
{
  g_auto (GStrv) lines = g_strsplit (_ (section->text), "\n", -1);

  g_string_append_printf (out, "\n%s\n", _ (section->title));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (out, "  ");
      if (g_str_has_prefix (lines[i], "  "))
        g_string_append (out, lines[i] + 2);
      else
        cs_terminal_append_wrapped (out, lines[i], 2, HELP_WIDTH);
      g_string_append_c (out, '\n');
    }
}

static void
append_option (GString *out, const GOptionEntry *entry)
{
  g_autoptr (GString) name = g_string_new ("  ");
  guint n_columns;

  if (entry->short_name != '\0')
    g_string_append_printf (name, "-%c, ", entry->short_name);
  g_string_append_printf (name, "--%s", entry->long_name);
  if (entry->arg_description != NULL)
    g_string_append_printf (name, "=%s", _ (entry->arg_description));

  g_string_append (out, name->str);
  n_columns = cs_terminal_get_width (name->str, name->len);
  if (n_columns + 1 >= OPTION_COLUMN)
    g_string_append_printf (out, "\n%*s", OPTION_COLUMN, "");
  else
    g_string_append_printf (out, "%*s", (int)(OPTION_COLUMN - n_columns), "");
  cs_terminal_append_wrapped (out, _ (entry->description), OPTION_COLUMN, HELP_WIDTH);
  g_string_append_c (out, '\n');
}

static void
print_help (const CsCommand *command, const GOptionEntry *entries)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; command->usage[i] != NULL; i++)
    {
      const char *head = i == 0 ? _ ("Usage: ") : _ ("       ");

      g_string_append (out, head);
      g_string_append_printf (out, "claimsmith-cli %s ", command->name);
      cs_terminal_append_wrapped (out, _ (command->usage[i]), 10, HELP_WIDTH);
      g_string_append_c (out, '\n');
    }

  g_string_append_c (out, '\n');
  cs_terminal_append_wrapped (out, _ (command->summary), 0, HELP_WIDTH);
  g_string_append_printf (out, "\n\n%s\n", _ ("Options"));
  for (; entries->long_name != NULL; entries++)
    append_option (out, entries);
  for (const CsHelpSection *section = command->sections; section->title != NULL; section++)
    append_section (out, section);

  g_print ("%s", out->str);
}

void
cs_command_print_usage (const CsCommand *const *commands)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%sclaimsmith-cli %s\n\n", _ ("Usage: "), _ ("COMMAND [OPTION...]"));
  cs_terminal_append_wrapped (out, _ ("Examines patent applications before they are filed."), 0,
                              HELP_WIDTH);
  g_string_append_printf (out, "\n\n%s\n", _ ("Commands"));
  for (; *commands != NULL; commands++)
    {
      g_string_append_printf (out, "  %-14s", (*commands)->name);
      cs_terminal_append_wrapped (out, _ ((*commands)->summary), 16, HELP_WIDTH);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "\n%s\n%s\n",
                          _ ("\"claimsmith-cli COMMAND --help\" is the manual of a command."),
                          _ ("\"claimsmith-cli --version\" prints the version."));

  g_print ("%s", out->str);
}

/* --- options --- */

static gboolean
parse (const GOptionEntry *entries, gboolean *help, char ***argv, GError **error)
{
  const GOptionEntry help_entries[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, help, NULL, NULL }, { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, help_entries, NULL);

  return g_option_context_parse_strv (context, argv, error);
}

static gboolean
takes_value (const GOptionEntry *entries, char short_name)
{
  for (; entries->long_name != NULL; entries++)
    if (entries->short_name == short_name)
      return entries->arg != G_OPTION_ARG_NONE;

  return FALSE;
}

/* "-j4" as "-j" "4": GOption wants a space there. */
static char **
dup_split (const GOptionEntry *entries, char **argv)
{
  g_autoptr (GPtrArray) split = g_ptr_array_new ();
  gboolean operands = FALSE; /* after "--" nothing is an option */

  for (; *argv != NULL; argv++)
    {
      const char *arg = *argv;

      operands = operands || strcmp (arg, "--") == 0;
      if (!operands && arg[0] == '-' && arg[1] != '-' && strlen (arg) > 2 &&
          takes_value (entries, arg[1]))
        {
          g_ptr_array_add (split, g_strndup (arg, 2));
          arg += 2;
        }
      g_ptr_array_add (split, g_strdup (arg));
    }
  g_ptr_array_add (split, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&split), FALSE);
}

gboolean
cs_command_parse (const CsCommand *command, const GOptionEntry *entries, char ***argv, int *status)
{
  g_autoptr (GError) error = NULL;
  char **split = dup_split (entries, *argv);
  gboolean help = FALSE;

  g_strfreev (*argv);
  *argv = split;
  if (!parse (entries, &help, argv, &error))
    {
      cs_command_complain ("%s", error->message);
      g_printerr (_ ("Try \"claimsmith-cli %s --help\".\n"), command->name);
      *status = CS_EXIT_TROUBLE;
      return FALSE;
    }

  if (help)
    {
      print_help (command, entries);
      *status = CS_EXIT_OK;
      return FALSE;
    }

  return TRUE;
}

gboolean
cs_command_check_language (const char *value)
{
  static const char *const known[] = { "zh", "en", NULL };

  return cs_command_check_choice ("--lang", value, known);
}

gboolean
cs_command_check_claims_language (const char *value)
{
  static const char *const known[] = { "de", "en", "fr", NULL };

  return cs_command_check_choice ("--claims-language", value, known);
}
