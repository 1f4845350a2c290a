#include "cs-locale.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

void
cs_locale_init (void)
{
  const char *folder = g_getenv ("CLAIMSMITH_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
