#include <glib/gi18n-lib.h>

#include "cs-window-private.h"
#include "families/cs-import-result.h"
#include "widgets/cs-file-dialog.h"
#include "widgets/cs-toast.h"

/* Records on their way into the library, and one family that comes over the list and goes again. */

/* --- the end of an import --- */

static char *
describe_end (CsFamilyImport *import)
{
  const GError *error = cs_family_import_get_error (import);
  const CsLibraryRun *run = cs_family_import_get_run (import);
  guint n_skipped = cs_family_import_get_n_skipped (import);
  guint64 n_records = run != NULL ? run->n_added + run->n_changed + run->n_same : 0;

  if (error != NULL)
    return g_strdup (error->message);
  if (cs_family_import_was_stopped (import))
    return g_strdup (_ ("The import was stopped; what was read stays"));
  if (n_records == 0 && n_skipped > 0)
    return g_strdup (_ ("Nothing new: these files were imported before"));
  if (n_records == 0)
    return g_strdup (_ ("There was no record to import"));

  return g_strdup_printf (ngettext ("%'u record was imported", "%'u records were imported",
                                    (guint)n_records),
                          (guint)n_records);
}

static void
on_details (AdwToast *toast, CsWindow *window)
{
  CsFamilyImport *import = g_object_get_data (G_OBJECT (toast), "import");

  cs_import_result_present (GTK_WINDOW (window), import);
}

static void
on_resume (CsWindow *window)
{
  cs_family_importer_resume (window->family_importer);
}

static void
on_import_ended (CsWindow *window, CsFamilyImport *import)
{
  g_autofree char *text = describe_end (import);
  AdwToast *toast = cs_toast_new (text);
  const GPtrArray *troubles = cs_import_task_get_troubles (CS_IMPORT_TASK (import));

  if (cs_family_import_was_stopped (import))
    {
      adw_toast_set_button_label (toast, _ ("_Go on"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_resume), window,
                               G_CONNECT_SWAPPED);
    }
  else if (cs_family_import_get_run (import) != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Details…"));
      g_object_set_data_full (G_OBJECT (toast), "import", g_object_ref (import), g_object_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_details), window, 0);
    }
  adw_toast_overlay_add_toast (window->toasts, toast);

  if (troubles->len == 0 && adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, FALSE);
}

static void
on_import_began (CsWindow *window, CsFamilyImport *import)
{
  window->cut_import = FALSE;
  cs_sidebar_show_import (window->sidebar, CS_ROOM_FAMILIES, CS_IMPORT_TASK (import));
  if (adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, TRUE);
}

/* --- choosing records --- */

void
cs_window_import_records (CsWindow *window, const char *const *paths)
{
  cs_window_take_records (window, paths);
}

static void
import_records (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  cs_window_import_records (CS_WINDOW (widget), paths);
}

static void
on_files_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_auto (GStrv) paths = cs_file_dialog_dup_paths (GTK_FILE_CHOOSER (dialog));
  g_autofree char *chosen G_GNUC_UNUSED = cs_file_dialog_take_path (dialog, response);

  if (response == GTK_RESPONSE_ACCEPT)
    cs_window_import_records (data, (const char *const *)paths);
}

void
cs_window_choose_records (CsWindow *window, GtkFileChooserAction action)
{
  static const char *const known[] = { "xml", "zip", "csv", "tsv", "txt", "xlsx", "json", NULL };
  static const char *const all[] = { NULL };
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (GTK_WINDOW (window), action, _ ("Import records"), _ ("_Import"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    {
      cs_file_dialog_add_filter (dialog, _ ("Records (XML, tables, ZIP)"), known);
      cs_file_dialog_add_filter (dialog, _ ("All files"), all);
    }
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_files_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- a page over the rooms --- */

void
cs_window_leave_over (CsWindow *window)
{
  GtkWidget *page = g_steal_pointer (&window->over);

  if (page == NULL)
    return;

  gtk_window_set_title (GTK_WINDOW (window), _ ("Claimsmith"));
  cs_window_update_level (window);
  adw_leaflet_set_visible_child (window->levels, GTK_WIDGET (window->flap));
  adw_leaflet_remove (window->levels, page);
}

void
cs_window_show_over (CsWindow *window, GtkWidget *page)
{
  g_return_if_fail (window->matter == 0);

  cs_window_leave_over (window);
  window->over = page;
  g_signal_connect_object (page, "leave", G_CALLBACK (cs_window_leave_over), window,
                           G_CONNECT_SWAPPED);
  adw_leaflet_append (window->levels, page);
  adw_leaflet_set_visible_child (window->levels, page);
  cs_window_update_level (window);
}

/* --- for the window --- */

void
cs_window_set_library (CsWindow *window, CsLibraryService *library)
{
  window->family_importer = cs_family_importer_new (library);
  g_signal_connect_object (window->family_importer, "began", G_CALLBACK (on_import_began), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->family_importer, "ended", G_CALLBACK (on_import_ended), window,
                           G_CONNECT_SWAPPED);
  cs_families_page_set_service (window->families, library);
  cs_families_page_set_flap (window->families, window->flap);
}

void
cs_window_add_family_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import-records", "as", import_records);
  cs_window_add_found_actions (klass);
  cs_window_add_intake_actions (klass);
  cs_window_add_open_family_actions (klass);
}
