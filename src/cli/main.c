#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-locale.h"
#include "../law/cs-nearest.h"
#include "cs-command.h"

/* claimsmith-cli: one command per file, each with its manual in --help. */

static const CsCommand *const commands[] = {
  &cs_command_chart,
  &cs_command_check,
  &cs_command_checklists,
  &cs_command_convert,
  &cs_command_export,
  &cs_command_family,
  &cs_command_import,
  &cs_command_near,
  &cs_command_search,
  &cs_command_store,
  &cs_command_terms,
  NULL,
};

/* Reports are UTF-8 wherever they go; GLib would turn Chinese into question marks in a C locale. */
static void
print (const char *text)
{
  fputs (text, stdout);
  fflush (stdout);
}

static void
print_error (const char *text)
{
  fputs (text, stderr);
}

static void
complain_of_command (const char *name)
{
  const char *known[G_N_ELEMENTS (commands)] = { NULL };
  g_autofree char *hint = NULL;

  for (guint i = 0; commands[i] != NULL; i++)
    known[i] = commands[i]->name;

  hint = cs_nearest_dup_hint (name, known);
  cs_command_complain (_ ("there is no command \"%s\"%s"), name, hint);
}

int
main (int argc, char *argv[])
{
  cs_locale_init ();
  g_set_print_handler (print);
  g_set_printerr_handler (print_error);

  if (argc < 2)
    {
      cs_command_complain ("%s", _ ("a command is needed; see \"claimsmith-cli --help\""));
      return CS_EXIT_TROUBLE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("claimsmith-cli %s\n", CS_VERSION);
      return CS_EXIT_OK;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      cs_command_print_usage (commands);
      return CS_EXIT_OK;
    }

  for (guint i = 0; commands[i] != NULL; i++)
    if (strcmp (commands[i]->name, argv[1]) == 0)
      return commands[i]->run (argc - 1, argv + 1);

  complain_of_command (argv[1]);

  return CS_EXIT_TROUBLE;
}
