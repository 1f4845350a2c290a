#include "cs-window-private.h"
#include "family/cs-family-page.h"
#include "widgets/cs-names.h"

/* One family comes over the rooms. */

static CsProgram *
get_program (CsWindow *window)
{
  return CS_PROGRAM (gtk_window_get_application (GTK_WINDOW (window)));
}

static void
on_shown (CsFamilyPage *page)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *title = cs_family_page_dup_title (page);

  if (window != NULL && *title != '\0')
    gtk_window_set_title (GTK_WINDOW (window), title);
}

static void
show_family (CsWindow *window, gint64 family)
{
  CsLibraryService *library = cs_program_get_library (get_program (window));
  g_autoptr (CsFamilyView) view = cs_family_view_new (library, family, cs_ui_language ());
  GtkWidget *page = cs_family_page_new (view);

  g_signal_connect_object (view, "notify::family", G_CALLBACK (on_shown), page,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  cs_window_show_over (window, page);
  gtk_widget_grab_focus (page);
}

static void
open_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = cs_window_new (get_program (CS_WINDOW (widget)));

  show_family (window, g_variant_get_int64 (parameter));
  gtk_window_present (GTK_WINDOW (window));
}

/* An open draft stays where it is. */
static void
open_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);

  if (cs_window_get_matter (window) != 0)
    open_window (widget, name, parameter);
  else
    show_family (window, g_variant_get_int64 (parameter));
}

void
cs_window_add_open_family_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-family", "x", open_here);
  gtk_widget_class_install_action (klass, "win.open-family-window", "x", open_window);
}
