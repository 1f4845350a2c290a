#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "../base/cs-locale.h"
#include "cs-program.h"

/* claimsmith: the window. What it can do without one, claimsmith-cli does. */

static gboolean
has_own_forms (const char *language)
{
  static const char *const han[] = { "zh", "ja", "ko" };

  for (guint i = 0; i < G_N_ELEMENTS (han); i++)
    if (g_str_has_prefix (language, han[i]))
      return TRUE;

  return FALSE;
}

/* A Han character looks otherwise in Chinese, Japanese and Korean. Where the language of the
 * desktop is none of these, the text of a draft is Chinese. Before GTK starts. */
static void
set_han_forms (void)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *list = NULL;

  if (g_getenv ("PANGO_LANGUAGE") != NULL)
    return;
  for (guint i = 0; languages[i] != NULL; i++)
    if (has_own_forms (languages[i]))
      return;

  list = g_strconcat (pango_language_to_string (pango_language_get_default ()), ":zh-cn", NULL);
  g_setenv ("PANGO_LANGUAGE", list, FALSE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (CsProgram) application = NULL;
  int status;

  cs_locale_init ();
  set_han_forms ();
  g_set_application_name (_ ("Claimsmith"));
  gtk_source_init ();

  application = cs_program_new (G_APPLICATION_DEFAULT_FLAGS);
  g_application_set_option_context_parameter_string (G_APPLICATION (application), _ ("[FILE…]"));
  status = g_application_run (G_APPLICATION (application), argc, argv);
  gtk_source_finalize ();

  return status;
}
