#include "cs-file-dialog.h"

#include <glib/gi18n-lib.h>

#include "../cs-settings.h"

#define MAX_NAME_CHARS 60 /* Chinese ones take three bytes, and file systems take 255 */

GtkFileChooserNative *
cs_file_dialog_new (GtkWindow *parent,
                    GtkFileChooserAction action,
                    const char *title,
                    const char *accept)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  g_autofree char *folder = NULL;

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_get (cs_settings_get_default (), "last-folder", &folder, NULL);
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL);
    }

  return dialog;
}

void
cs_file_dialog_add_filter (GtkFileChooserNative *dialog,
                           const char *name,
                           const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

char *
cs_file_dialog_take_path (GtkNativeDialog *dialog, int response)
{
  g_autoptr (GtkNativeDialog) taken = dialog;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return NULL;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (taken));
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path == NULL)
    return NULL;

  folder = g_path_get_dirname (path);
  if (g_utf8_validate (folder, -1, NULL))
    g_object_set (cs_settings_get_default (), "last-folder", folder, NULL);

  return g_steal_pointer (&path);
}

char **
cs_file_dialog_dup_paths (GtkFileChooser *chooser)
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

char *
cs_file_dialog_dup_name (const char *const *words, const char *extension)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *cut = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len == 0 ? "" : " ", words[i]);
  g_strdelimit (name->str, "/\\:*?\"<>|\t\n", '-');
  cut = g_utf8_substring (name->str, 0, MIN (g_utf8_strlen (name->str, -1), MAX_NAME_CHARS));
  g_strchug (cut);
  if (*cut == '.') /* would be hidden */
    *cut = '-';

  return g_strdup_printf ("%s.%s", g_strchomp (cut), extension);
}

/* --- where to write a file --- */

#define END "cs-end"
#define ACTION "cs-action"

static void on_path (GtkNativeDialog *dialog, int response, GtkWidget *widget);

static void
ask (GtkWidget *widget, const CsFileQuestion *question, const char *name)
{
  const char *ends[] = { question->end, NULL };
  g_autofree char *filter = g_ascii_strup (question->end, -1);
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE,
                          question->title,
                          question->accept != NULL ? question->accept : _ ("_Export"));

  cs_file_dialog_add_filter (dialog, filter, ends);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), END, g_strdup (question->end), g_free);
  g_object_set_data_full (G_OBJECT (dialog), ACTION, g_strdup (question->action), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_path), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The dialog asks before a file is replaced; a name that gets its end here and is one of a file is
 * therefore asked for again. */
static void
on_path (GtkNativeDialog *dialog, int response, GtkWidget *widget)
{
  g_autofree char *title = g_strdup (gtk_native_dialog_get_title (dialog));
  g_autofree char *accept =
      g_strdup (gtk_file_chooser_native_get_accept_label (GTK_FILE_CHOOSER_NATIVE (dialog)));
  g_autofree char *end = g_strdup (g_object_get_data (G_OBJECT (dialog), END));
  g_autofree char *action = g_strdup (g_object_get_data (G_OBJECT (dialog), ACTION));
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);
  g_autofree char *dot_end = g_strconcat (".", end, NULL);
  g_autofree char *whole = NULL;

  if (path == NULL)
    return;
  if (g_str_has_suffix (path, dot_end))
    {
      gtk_widget_activate_action (widget, action, "s", path);
      return;
    }

  whole = g_strconcat (path, dot_end, NULL);
  if (g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      const CsFileQuestion question = { title, accept, NULL, end, action };
      g_autofree char *name = g_path_get_basename (whole);

      ask (widget, &question, name);
      return;
    }
  gtk_widget_activate_action (widget, action, "s", whole);
}

void
cs_file_dialog_ask (GtkWidget *widget, const CsFileQuestion *question)
{
  g_autofree char *name = cs_file_dialog_dup_name (question->words, question->end);

  ask (widget, question, name);
}

/* --- showing what was written --- */

#define MANAGER "org.freedesktop.FileManager1"
#define MANAGER_PATH "/org/freedesktop/FileManager1"

/* What is shown, until the file manager has answered. */
typedef struct
{
  char *path;
  GtkWindow *parent;
} Showing;

static void
show_folder (const char *path, GtkWindow *parent)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

static void
on_answer (GObject *bus, GAsyncResult *result, gpointer data)
{
  Showing *showing = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result,
                                                               NULL);

  if (answer == NULL) /* no file manager knows how */
    show_folder (showing->path, showing->parent);
  g_free (showing->path);
  g_object_unref (showing->parent);
  g_free (showing);
}

void
cs_file_show_in_folder (const char *path, GtkWindow *parent)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus =
      application == NULL ? NULL : g_application_get_dbus_connection (application);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char *uris[] = { uri, NULL };
  Showing *showing;

  if (uri == NULL)
    return;
  if (bus == NULL)
    {
      show_folder (path, parent);
      return;
    }

  showing = g_new (Showing, 1);
  *showing = (Showing){ g_strdup (path), g_object_ref (parent) };
  g_dbus_connection_call (bus, MANAGER, MANAGER_PATH, MANAGER, "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_answer, showing);
}
