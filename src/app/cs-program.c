#include "cs-program.h"

#include <glib/gi18n-lib.h>
#ifdef G_OS_UNIX
#include <signal.h>

#include <glib-unix.h>
#endif

#include "../base/cs-data-folder.h"
#include "../language/cs-lexicon-house.h"
#include "cs-preferences.h"
#include "cs-settings.h"
#include "cs-window.h"
#include "manual/cs-manual-window.h"

#define N_UNIX_SIGNALS 3

struct _CsProgram
{
  AdwApplication parent_instance;

  CsStoreService *service;
  CsLibraryService *library;
  guint unix_signals[N_UNIX_SIGNALS];
};

G_DEFINE_FINAL_TYPE (CsProgram, cs_program, ADW_TYPE_APPLICATION)

/* --- actions --- */

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (cs_window_new (data)));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  GtkWidget *preferences =
      cs_preferences_new (cs_settings_get_default (), CS_PROGRAM (data)->library);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), window);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name",
                         _ ("Claimsmith"), "application-icon", CS_APPLICATION_ID, "version",
                         CS_VERSION, "developer-name", _ ("The Claimsmith authors"), "comments",
                         _ ("Draft patent applications and examine them before filing"),
                         "license-type", GTK_LICENSE_GPL_3_0, "website",
                         "https://github.com/claimsmith/claimsmith", "issue-url",
                         "https://github.com/claimsmith/claimsmith/issues",
                         /* Translators: your names, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static gpointer
copy_window (gconstpointer window, gpointer data)
{
  return g_object_ref ((gpointer)window);
}

/* Each window says itself whether it may go: it may have something to save. One that goes may take
 * others with it. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (data), copy_window, NULL);

  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
  g_list_free_full (windows, g_object_unref);
}

static void
on_manual (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cs_manual_window_present (gtk_application_get_active_window (GTK_APPLICATION (data)), NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = on_new_window },
  { .name = "manual", .activate = on_manual },
  { .name = "preferences", .activate = on_preferences },
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
};

static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.manual", { "<Shift>F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.show-help-overlay", { "F1", "<Control>question" } },
  { "window.close", { "<Control>w" } },
};

/* --- told to go by the desktop or a terminal --- */

#ifdef G_OS_UNIX

/* Nobody may be there to be asked whether an import may be cut off. What cannot be saved keeps its
 * window all the same. */
static gboolean
on_signal (gpointer data)
{
  GList *windows = gtk_application_get_windows (data);

  for (GList *at = windows; at != NULL; at = at->next)
    if (CS_IS_WINDOW (at->data))
      cs_window_cut_import (at->data);
  g_action_group_activate_action (data, "quit", NULL);

  return G_SOURCE_CONTINUE;
}

/* What was typed is saved then, as by the menu. */
static void
watch_signals (CsProgram *application)
{
  static const int numbers[N_UNIX_SIGNALS] = { SIGINT, SIGTERM, SIGHUP };

  for (guint i = 0; i < N_UNIX_SIGNALS; i++)
    application->unix_signals[i] = g_unix_signal_add (numbers[i], on_signal, application);
}

#else

static void
watch_signals (CsProgram *application)
{
}

#endif

static void
unwatch_signals (CsProgram *application)
{
  for (guint i = 0; i < N_UNIX_SIGNALS; i++)
    g_clear_handle_id (&application->unix_signals[i], g_source_remove);
}

/* --- the life of the program --- */

static void
set_appearance (CsSettings *settings)
{
  static const AdwColorScheme schemes[] = {
    [CS_APPEARANCE_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
    [CS_APPEARANCE_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [CS_APPEARANCE_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };
  CsAppearance appearance;

  g_object_get (settings, "appearance", &appearance, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[appearance]);
}

/* What is wrong with them, "checklists lint" says; the words that are right hold. */
static void
load_house_words (void)
{
  g_autofree char *folder = cs_data_folder_dup ("lexicons");
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);

  cs_house_words_load (folder, errors);
  for (guint i = 0; i < errors->len; i++)
    g_message ("%s", ((const GError *)errors->pdata[i])->message);
}

static void
cs_program_startup (GApplication *application)
{
  CsProgram *self = CS_PROGRAM (application);
  CsSettings *settings = cs_settings_get_default ();
  g_autofree char *folder = cs_data_folder_dup (NULL);

  G_APPLICATION_CLASS (cs_program_parent_class)->startup (application);

  load_house_words ();
  self->service = cs_store_service_new (folder);
  self->library = cs_library_service_new (folder);
  cs_library_service_pass_time (self->library, cs_office_date_today ());
  watch_signals (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);

  gtk_window_set_default_icon_name (CS_APPLICATION_ID);
  g_signal_connect_object (settings, "notify::appearance", G_CALLBACK (set_appearance), self, 0);
  set_appearance (settings);
}

static void
cs_program_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (cs_window_new (CS_PROGRAM (application)));

  gtk_window_present (window);
}

/* A window that shows the list, so that nobody loses sight of what is open. */
static CsWindow *
find_free_window (GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (CS_IS_WINDOW (at->data) && cs_window_get_matter (at->data) == 0)
      return at->data;

  return cs_window_new (CS_PROGRAM (application));
}

static void
cs_program_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  CsWindow *window = find_free_window (GTK_APPLICATION (application));
  g_auto (GStrv) paths = NULL;

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.room", "s", "drafts");
  cs_window_import (window, (const char *const *)paths);
}

static void
cs_program_shutdown (GApplication *application)
{
  CsProgram *self = CS_PROGRAM (application);

  unwatch_signals (self);
  if (self->service != NULL)
    cs_store_service_flush (self->service);

  G_APPLICATION_CLASS (cs_program_parent_class)->shutdown (application);
}

static void
cs_program_finalize (GObject *object)
{
  g_clear_object (&CS_PROGRAM (object)->service);
  g_clear_object (&CS_PROGRAM (object)->library);

  G_OBJECT_CLASS (cs_program_parent_class)->finalize (object);
}

static void
cs_program_class_init (CsProgramClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_program_finalize;
  application_class->startup = cs_program_startup;
  application_class->activate = cs_program_activate;
  application_class->open = cs_program_open;
  application_class->shutdown = cs_program_shutdown;
}

static void
cs_program_init (CsProgram *application)
{
}

CsProgram *
cs_program_new (GApplicationFlags flags)
{
  return g_object_new (CS_TYPE_PROGRAM, "application-id", CS_APPLICATION_ID,
                       "resource-base-path", "/io/github/claimsmith/Claimsmith", "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, NULL);
}

CsStoreService *
cs_program_get_service (CsProgram *application)
{
  return application->service;
}

CsLibraryService *
cs_program_get_library (CsProgram *application)
{
  return application->library;
}

GtkWindow *
cs_program_find_window (CsProgram *application, gint64 matter)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *at = windows; at != NULL; at = at->next)
    if (CS_IS_WINDOW (at->data) && cs_window_get_matter (at->data) == matter)
      return at->data;

  return NULL;
}
