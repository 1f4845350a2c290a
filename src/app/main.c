#include <locale.h>

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "cs-application.h"

/* claimsmith: the window. What it can do without one, claimsmith-cli does. */

static void
set_locale (void)
{
  const char *folder = g_getenv ("CLAIMSMITH_LOCALE_DIR"); /* a build that is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (CsApplication) application = NULL;
  int status;

  set_locale ();
  g_set_application_name (_ ("Claimsmith"));
  gtk_source_init ();

  application = cs_application_new (G_APPLICATION_DEFAULT_FLAGS);
  g_application_set_option_context_parameter_string (G_APPLICATION (application), _ ("[FILE…]"));
  status = g_application_run (G_APPLICATION (application), argc, argv);
  gtk_source_finalize ();

  return status;
}
