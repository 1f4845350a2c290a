#include <libintl.h>
#include <locale.h>

#include <gtksourceview/gtksource.h>

#include "../../src/app/cs-program.h"
#include "../../src/app/drafts/cs-drafts-page.h"
#include "first-frame.h"

/* The program as its main() starts it. */

static CsDraftsPage *
find_page (GtkWidget *widget)
{
  CsDraftsPage *page = NULL;

  if (CS_IS_DRAFTS_PAGE (widget))
    return CS_DRAFTS_PAGE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && page == NULL;
       child = gtk_widget_get_next_sibling (child))
    page = find_page (child);

  return page;
}

static gboolean
is_filled (GtkWindow *window)
{
  CsDraftsPage *page = find_page (GTK_WIDGET (window));

  return g_list_model_get_n_items (G_LIST_MODEL (cs_drafts_page_get_list (page))) > 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (CsProgram) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("CLAIMSMITH_LOCALE_DIR"));
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Claimsmith");
  gtk_source_init ();
  application = cs_program_new (G_APPLICATION_NON_UNIQUE);
  first_frame_watch (GTK_APPLICATION (application), is_filled);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
