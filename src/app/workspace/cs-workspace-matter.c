#include "cs-workspace-actions.h"

#include <glib/gi18n-lib.h>

#include "cs-filing-sheet.h"
#include "cs-versions-window.h"

/* What the actions on the matter as a whole do. */

static GtkWindow *
get_window (CsWorkspace *workspace)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (workspace)));
}

void
cs_workspace_save (CsWorkspace *workspace)
{
  cs_document_save (workspace->document);
}

void
cs_workspace_filing_sheet (CsWorkspace *workspace)
{
  cs_filing_sheet_present (workspace->document, get_window (workspace));
}

void
cs_workspace_versions (CsWorkspace *workspace)
{
  cs_versions_window_present (workspace->document, get_window (workspace));
}

/* --- a copy --- */

static void
tell_copied (CsWorkspace *workspace, guint n_missing)
{
  g_autofree char *text = NULL;

  if (n_missing == 0)
    {
      cs_workspace_toast (workspace, _ ("The copy is saved"));
      return;
    }

  text = g_strdup_printf (
      ngettext ("The copy is saved without %u picture, which could not be read",
                "The copy is saved without %u pictures, which could not be read", n_missing),
      n_missing);
  cs_workspace_toast (workspace, text);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWorkspace) workspace = data;
  g_autoptr (GError) error = NULL;
  guint n_missing;

  if (cs_document_save_copy_finish (result, &n_missing, &error))
    tell_copied (workspace, n_missing);
  cs_workspace_tell (workspace, error);
  g_application_release (g_application_get_default ());
}

/* The program stays until the copy is written, even if its last window goes. */
void
cs_workspace_copy_to (CsWorkspace *workspace, const char *path)
{
  g_application_hold (g_application_get_default ());
  cs_document_save_copy (workspace->document, path, on_copied, g_object_ref (workspace));
}

static void
on_copy_chosen (GtkNativeDialog *dialog, int response, CsWorkspace *workspace)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path != NULL)
    cs_workspace_copy_to (workspace, path);
  g_object_unref (dialog);
}

void
cs_workspace_save_copy (CsWorkspace *workspace)
{
  const CsMatterInfo *info = cs_document_get_info (workspace->document);
  g_autofree char *name = g_strdup_printf ("%s.csmatter", info->name);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Save a copy"), get_window (workspace),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);

  g_strdelimit (name, "/\n", '-');
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_copy_chosen), workspace, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
