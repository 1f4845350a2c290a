#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "first-frame.h"

/* The least that a program with an editor can be. */

static gboolean
is_filled (GtkWindow *window)
{
  return TRUE;
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_source_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.claimsmith.Bare", G_APPLICATION_NON_UNIQUE);

  gtk_source_init ();
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  first_frame_watch (GTK_APPLICATION (application), is_filled);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
