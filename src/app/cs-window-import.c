#include <glib/gi18n-lib.h>

#include "cs-samples.h"
#include "cs-settings.h"
#include "cs-window-private.h"
#include "widgets/cs-file-dialog.h"
#include "widgets/cs-toast.h"

/* Files and samples on their way into the store. */

static void
on_import_began (CsWindow *window, CsImport *import)
{
  window->cut_import = FALSE;
  cs_sidebar_show_import (window->sidebar, CS_ROOM_DRAFTS, CS_IMPORT_TASK (import));
  if (adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, TRUE);
}

/* Findings can go as comments into the file that a draft came from. */
static void
remember_word_file (CsImport *import)
{
  const char *const *paths = cs_import_get_paths (import);
  const GArray *matters = cs_import_get_matters (import);

  if (matters->len == 1 && paths[1] == NULL && g_str_has_suffix (paths[0], ".docx"))
    cs_settings_set_word_file (cs_settings_get_default (), g_array_index (matters, gint64, 0),
                               paths[0]);
}

/* --- matter files whose matter is here --- */

/* --- the end of an import --- */

static void
on_import_ended (CsWindow *window, CsImport *import)
{
  const GArray *matters = cs_import_get_matters (import);
  const GPtrArray *troubles = cs_import_get_troubles (import);
  g_autofree char *text = NULL;

  remember_word_file (import);
  cs_samples_remove ((const char *const *)window->samples);
  g_clear_pointer (&window->samples, g_strfreev);

  if (matters->len == 1 && troubles->len == 0 && window->matter == 0)
    cs_window_open (window, g_array_index (matters, gint64, 0));
  else if (matters->len > 0)
    text = g_strdup_printf (ngettext ("%u application was imported",
                                      "%u applications were imported",
                                      matters->len),
                            matters->len);
  else if (troubles->len == 0 && cs_import_get_merges (import)->len == 0)
    text = g_strdup (_ ("There was no application to import"));
  if (text != NULL)
    cs_toast_show (window->toasts, text);
  cs_window_ask_about_merges (window, import);

  if (troubles->len == 0 && adw_flap_get_folded (window->flap))
    adw_flap_set_reveal_flap (window->flap, FALSE);
}

void
cs_window_import (CsWindow *window, const char *const *paths)
{
  cs_importer_add (window->importer, paths, NULL);
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

/* --- choosing them --- */

#define CLAIMS_LANGUAGE "claims-language"

static void
on_files_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  CsWindow *window = data;
  g_auto (GStrv) paths = cs_file_dialog_dup_paths (GTK_FILE_CHOOSER (dialog));
  const char *language = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), CLAIMS_LANGUAGE);
  g_autofree char *claims_language =
      language == NULL || g_str_equal (language, "own") ? NULL : g_strdup (language);
  g_autofree char *chosen G_GNUC_UNUSED = cs_file_dialog_take_path (dialog, response);

  if (response == GTK_RESPONSE_ACCEPT)
    cs_importer_add (window->importer, (const char *const *)paths, claims_language);
}

static void
add_filters (GtkFileChooserNative *dialog)
{
  static const char *const known[] = { "docx", "txt", "xml", "zip", "csmatter", NULL };
  static const char *const all[] = { NULL };

  cs_file_dialog_add_filter (dialog, _ ("Applications (Word, text, XML, ZIP, matter files)"),
                             known);
  cs_file_dialog_add_filter (dialog, _ ("All files"), all);
}

/* The EPO prints the claims of a patent in its three languages. */
static void
add_languages (GtkFileChooser *chooser)
{
  const char *languages[] = { "own", "de", "en", "fr", NULL };
  const char *labels[] = { _ ("As the description"), _ ("German"), _ ("English"), _ ("French"),
                           NULL };

  gtk_file_chooser_add_choice (chooser, CLAIMS_LANGUAGE, _ ("Claims of European patents:"),
                               languages, labels);
  gtk_file_chooser_set_choice (chooser, CLAIMS_LANGUAGE, languages[0]);
}

static void
choose_applications (CsWindow *window)
{
  GtkFileChooserNative *dialog = cs_file_dialog_new (
      GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Import"), _ ("_Import"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (dialog);
  add_languages (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_files_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* What is imported depends on the room. */
static void
import_by_dialog (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);

  if (cs_window_get_room (window) == CS_ROOM_FAMILIES)
    cs_window_choose_records (window, GTK_FILE_CHOOSER_ACTION_OPEN);
  else
    choose_applications (window);
}

static void
on_folder_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);
  const char *const paths[] = { path, NULL };

  cs_window_import (data, paths);
}

static void
import_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog;

  if (cs_window_get_room (CS_WINDOW (widget)) == CS_ROOM_FAMILIES)
    {
      cs_window_choose_records (CS_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
      return;
    }

  dialog = cs_file_dialog_new (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                               _ ("Import a folder"), _ ("_Import"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_folder_chosen), widget, 0);
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
  gtk_widget_class_install_action (klass, "win.import-folder", NULL, import_folder);
  gtk_widget_class_install_action (klass, "win.import-paths", "as", import_paths);
  gtk_widget_class_install_action (klass, "win.import-samples", NULL, import_samples);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "win.import", NULL);
}
