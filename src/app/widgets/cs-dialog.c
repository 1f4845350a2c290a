#include "cs-dialog.h"

static void
focus_default (GtkWindow *dialog)
{
  gtk_window_set_focus (dialog, gtk_window_get_default_widget (dialog));
}

/* Which button is the default one changes with the width. */
void
cs_dialog_present (AdwMessageDialog *dialog)
{
  g_signal_connect (dialog, "notify::default-widget", G_CALLBACK (focus_default), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
