#include "cs-workspace-actions.h"

#include <glib/gi18n-lib.h>

#include "../exchange/cs-export-window.h"
#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-toast.h"

/* Files that go out of an open draft, and come back. */

static GtkWindow *
get_window (CsWorkspace *workspace)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (workspace)));
}

static void
on_show_in_folder (AdwToast *toast, GtkWidget *workspace)
{
  GtkRoot *root = gtk_widget_get_root (workspace);

  if (root != NULL)
    cs_file_show_in_folder (g_object_get_data (G_OBJECT (toast), "path"), GTK_WINDOW (root));
}

/* Says @message of the file @path that was written, and offers to show it. */
static void
tell_written (CsWorkspace *workspace, const char *message, const char *path)
{
  AdwToast *toast = cs_toast_new (message);

  adw_toast_set_button_label (toast, _ ("Show in _folder"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_show_in_folder), workspace, 0);
  adw_toast_overlay_add_toast (workspace->toasts, toast);
}

static void
on_exported (CsWorkspace *workspace, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_ ("Exported “%s”"), name);

  if (workspace->toasts != NULL) /* else the page has gone meanwhile */
    tell_written (workspace, message, path);
}

void
cs_workspace_export (CsWorkspace *workspace)
{
  CsExportWindow *window =
      cs_export_window_new (workspace->document, get_window (workspace));

  g_signal_connect_object (window, "exported", G_CALLBACK (on_exported), workspace,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
