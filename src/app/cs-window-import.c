#include <glib/gi18n-lib.h>

#include "cs-samples.h"
#include "cs-settings.h"
#include "cs-window-private.h"
#include "widgets/cs-toast.h"

/* Files and samples on their way into the store. */

static void
on_import_began (CsWindow *window, CsImport *import)
{
  window->cut_import = FALSE;
  cs_sidebar_show_import (window->sidebar, import);
  if (adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, TRUE);
}

static void
on_import_ended (CsWindow *window, CsImport *import)
{
  const GArray *matters = cs_import_get_matters (import);
  const GPtrArray *troubles = cs_import_get_troubles (import);
  g_autofree char *text = NULL;

  cs_samples_remove ((const char *const *)window->samples);
  g_clear_pointer (&window->samples, g_strfreev);

  if (matters->len == 1 && troubles->len == 0 && window->matter == 0)
    cs_window_open (window, g_array_index (matters, gint64, 0));
  else if (matters->len > 0)
    text = g_strdup_printf (ngettext ("%u application was imported",
                                      "%u applications were imported",
                                      matters->len),
                            matters->len);
  else if (troubles->len == 0)
    text = g_strdup (_ ("There was no application to import"));
  if (text != NULL)
    cs_toast_show (window->toasts, text);

  if (troubles->len == 0 && adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, FALSE);
}

void
cs_window_import (CsWindow *window, const char *const *paths)
{
  cs_importer_add (window->importer, paths);
}

static void
import_paths (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  cs_window_import (CS_WINDOW (widget), paths);
}

static void
import_samples (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (window->samples != NULL)
    return;

  window->samples = cs_samples_write (&error);
  if (window->samples == NULL)
    cs_toast_show (window->toasts, error->message);
  else
    cs_window_import (window, (const char *const *)window->samples);
}

static char **
list_paths (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }

  return g_strv_builder_end (paths);
}

static void
on_files_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_auto (GStrv) paths = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  paths = list_paths (GTK_FILE_CHOOSER (dialog));
  if (paths[0] != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (paths[0]);

      g_object_set (cs_settings_get_default (), "last-folder", folder, NULL);
      cs_window_import (data, (const char *const *)paths);
    }
}

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "txt", "xml", "zip", "csmatter" };
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _ ("Applications (text, XML, ZIP)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (known, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, known);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
import_by_dialog (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Import"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("_Import"), NULL);
  g_autofree char *folder = NULL;

  g_object_get (cs_settings_get_default (), "last-folder", &folder, NULL);
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL);
    }
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_files_chosen), widget, 0);
  g_signal_connect (dialog, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- for the window --- */

void
cs_window_watch_importer (CsWindow *window)
{
  g_signal_connect_object (window->importer, "began", G_CALLBACK (on_import_began), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->importer, "ended", G_CALLBACK (on_import_ended), window,
                           G_CONNECT_SWAPPED);
}

void
cs_window_add_import_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, import_by_dialog);
  gtk_widget_class_install_action (klass, "win.import-paths", "as", import_paths);
  gtk_widget_class_install_action (klass, "win.import-samples", NULL, import_samples);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "win.import", NULL);
}
