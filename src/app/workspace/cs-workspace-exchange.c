#include "cs-workspace-actions.h"

#include <glib/gi18n-lib.h>

#include "../cs-settings.h"
#include "../exchange/cs-attachment-window.h"
#include "../exchange/cs-comment-window.h"
#include "../exchange/cs-confirm-window.h"
#include "../exchange/cs-dropped-files.h"
#include "../exchange/cs-export-window.h"
#include "../exchange/cs-take-back-window.h"
#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-toast.h"

/* Files that go out of an open draft, and come back. */

static GtkWindow *
get_window (CsWorkspace *workspace)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (workspace)));
}

/* --- out --- */

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
  AdwToast *toast;

  if (workspace->toasts == NULL) /* the page has gone meanwhile */
    return;

  toast = cs_toast_new (message);
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

  tell_written (workspace, message, path);
}

void
cs_workspace_export (CsWorkspace *workspace)
{
  CsExportWindow *window = cs_export_window_new (workspace->document, get_window (workspace));

  g_signal_connect_object (window, "exported", G_CALLBACK (on_exported), workspace,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_commented (CsWorkspace *workspace, const char *path, guint n_comments)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message =
      g_strdup_printf (ngettext ("“%s” has %u comment", "“%s” has %u comments", n_comments), name,
                       n_comments);

  tell_written (workspace, message, path);
}

void
cs_workspace_export_comments (CsWorkspace *workspace)
{
  CsCommentWindow *window = cs_comment_window_new (workspace->document, get_window (workspace));

  g_signal_connect_object (window, "commented", G_CALLBACK (on_commented), workspace,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- back --- */

static void
on_taken (CsWorkspace *workspace, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_ ("Took in “%s”"), name);
  AdwToast *toast;

  if (g_str_has_suffix (path, ".docx"))
    cs_settings_set_word_file (cs_settings_get_default (),
                               cs_document_get_info (workspace->document)->id, path);
  if (workspace->toasts == NULL)
    return;

  toast = cs_toast_new (message);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "draft.undo");
  adw_toast_overlay_add_toast (workspace->toasts, toast);
}

static void
import_paths (CsWorkspace *workspace, const char *const *paths)
{
  if (paths[0] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (workspace), "win.import-paths", "^as", paths);
}

static void
on_new_draft (CsWorkspace *workspace, const char *path)
{
  const char *const paths[] = { path, NULL };

  import_paths (workspace, paths);
}

static void
take_back (CsWorkspace *workspace, const char *path)
{
  CsTakeBackWindow *window =
      cs_take_back_window_new (workspace->document, get_window (workspace), path);

  g_signal_connect_object (window, "taken", G_CALLBACK (on_taken), workspace, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "new-draft", G_CALLBACK (on_new_draft), workspace,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_back_chosen (GtkNativeDialog *dialog, int response, CsWorkspace *workspace)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    take_back (workspace, path);
}

void
cs_workspace_take_back (CsWorkspace *workspace)
{
  static const char *const known[] = { "docx", "xml", "zip", "txt", NULL };
  static const char *const all[] = { NULL };
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (get_window (workspace), GTK_FILE_CHOOSER_ACTION_OPEN,
                          _ ("Take in an edited file"), _ ("_Open"));

  cs_file_dialog_add_filter (dialog, _ ("Applications (Word, text, XML, ZIP)"), known);
  cs_file_dialog_add_filter (dialog, _ ("All files"), all);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_back_chosen), workspace, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- what lies with it --- */

/* Shows the attachments, and adds the files @paths (nullable) to them. */
static void
show_attachments (CsWorkspace *workspace, const char *const *paths)
{
  CsAttachmentWindow *window;

  if (cs_document_get_service (workspace->document) == NULL) /* it is kept nowhere */
    return;

  window = cs_attachment_window_new (workspace->document, get_window (workspace));
  gtk_window_present (GTK_WINDOW (window));
  if (paths != NULL)
    cs_attachment_window_add (window, paths);
}

void
cs_workspace_attachments (CsWorkspace *workspace)
{
  show_attachments (workspace, NULL);
}

/* --- a second person --- */

static void
on_confirmed (CsWorkspace *workspace, const char *reviewer)
{
  g_autofree char *message = g_strdup_printf (_ ("Confirmed by %s"), reviewer);

  cs_workspace_toast (workspace, message);
}

void
cs_workspace_pre_examine (CsWorkspace *workspace)
{
  g_signal_emit_by_name (workspace, "pre-examine");
}

void
cs_workspace_confirm (CsWorkspace *workspace)
{
  CsConfirmWindow *window;

  if (cs_document_get_service (workspace->document) == NULL)
    return;

  window = cs_confirm_window_new (workspace->document, get_window (workspace));
  g_signal_connect_object (window, "confirmed", G_CALLBACK (on_confirmed), workspace,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- what is dropped --- */

void
cs_workspace_take_files (CsWorkspace *workspace, const char *const *paths)
{
  g_auto (GStrv) applications = cs_dropped_files_pick (paths, CS_DROPPED_APPLICATION);
  g_auto (GStrv) matters = cs_dropped_files_pick (paths, CS_DROPPED_MATTER);
  g_auto (GStrv) attachments = cs_dropped_files_pick (paths, CS_DROPPED_ATTACHMENT);
  gboolean editable;

  g_object_get (workspace->document, "editable", &editable, NULL);
  if (editable && g_strv_length (applications) == 1)
    take_back (workspace, applications[0]);
  else
    import_paths (workspace, (const char *const *)applications);
  import_paths (workspace, (const char *const *)matters);
  if (attachments[0] != NULL)
    show_attachments (workspace, (const char *const *)attachments);
}

static void
on_take_files (GSimpleAction *action, GVariant *parameter, gpointer workspace)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  cs_workspace_take_files (workspace, paths);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CsWorkspace *workspace)
{
  g_auto (GStrv) paths = cs_dropped_files_list (g_value_get_boxed (value));

  if (paths[0] == NULL)
    return FALSE;

  cs_workspace_take_files (workspace, (const char *const *)paths);

  return TRUE;
}

void
cs_workspace_add_exchange (CsWorkspace *workspace)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GSimpleAction) take =
      g_simple_action_new ("take-files", G_VARIANT_TYPE_STRING_ARRAY);

  g_signal_connect (take, "activate", G_CALLBACK (on_take_files), workspace);
  g_action_map_add_action (G_ACTION_MAP (workspace->actions), G_ACTION (take));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), workspace);
  gtk_widget_add_controller (GTK_WIDGET (workspace), GTK_EVENT_CONTROLLER (target));
}
