#include "cs-library-restore.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-file-dialog.h"

#define ACTION "cs-action"

static void
on_chosen (GtkNativeDialog *dialog, int response, GtkWidget *widget)
{
  const char *action = g_object_get_data (G_OBJECT (dialog), ACTION);
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    gtk_widget_activate_action (widget, action, "s", path);
}

void
cs_library_restore_ask (GtkWidget *widget, const char *action)
{
  static const char *const known[] = { "db", NULL };
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_OPEN,
                          _ ("Restore a backup"), _ ("_Restore"));

  cs_file_dialog_add_filter (dialog, _ ("Libraries"), known);
  g_object_set_data (G_OBJECT (dialog), ACTION, (gpointer)action);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
