#include "cs-window.h"

#include <glib/gi18n-lib.h>

#include "cs-samples.h"
#include "cs-settings.h"
#include "drafts/cs-drafts-page.h"
#include "drafts/cs-importer.h"
#include "drafts/cs-sidebar.h"
#include "drafts/cs-store-trouble.h"
#include "workspace/cs-workspace.h"

struct _CsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *levels;
  AdwFlap *flap;
  CsSidebar *sidebar;
  GtkStack *room;
  CsDraftsPage *drafts;
  CsStoreTrouble *trouble;

  CsStoreService *service;
  CsImporter *importer;
  char **samples;      /* being imported, NULL when none are */
  gint64 matter;       /* open or being opened, 0 for none */
  CsWorkspace *page;   /* shows @matter, NULL while it is being opened */
  gboolean may_close;  /* nothing is left to save or to ask */
  gboolean is_closing; /* the window goes when its matter is closed */
};

G_DEFINE_FINAL_TYPE (CsWindow, cs_window, ADW_TYPE_APPLICATION_WINDOW)

static CsApplication *
get_application (CsWindow *window)
{
  return CS_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
}

static void
tell (CsWindow *window, const char *text)
{
  adw_toast_overlay_add_toast (window->toasts, adw_toast_new (text));
}

/* What works on the list is not to be had while a matter covers it. */
static void
update_level (CsWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  gboolean at_list = window->page == NULL;

  gtk_widget_action_set_enabled (widget, "win.new", at_list);
  gtk_widget_action_set_enabled (widget, "win.search", at_list);
  gtk_widget_action_set_enabled (widget, "win.sidebar", at_list);
  gtk_widget_action_set_enabled (widget, "win.menu", at_list);
  gtk_widget_action_set_enabled (widget, "win.back", !at_list);
}

/* --- a matter comes --- */

static void
add_default_offices (CsDocument *document)
{
  const CsMatterInfo *info = cs_document_get_info (document);
  guint offices;

  if (info->opened_us != 0)
    return;

  g_object_get (document, "offices", &offices, NULL);
  offices |= cs_settings_get_offices (cs_settings_get_default (), info->language);
  g_object_set (document, "offices", offices, NULL);
}

static void
update_author (CsDocument *document)
{
  g_autofree char *author = cs_settings_dup_author (cs_settings_get_default ());

  cs_document_set_author (document, author);
}

static void on_leave (CsWindow *window);

static void
show_matter (CsWindow *window, CsMatter *matter)
{
  g_autoptr (CsDocument) document = cs_document_new (window->service, matter);
  GtkWidget *page = cs_workspace_new (document);

  add_default_offices (document);
  update_author (document);
  g_signal_connect_object (cs_settings_get_default (), "notify::author",
                           G_CALLBACK (update_author), document, G_CONNECT_SWAPPED);

  window->page = CS_WORKSPACE (page);
  g_signal_connect_object (page, "leave", G_CALLBACK (on_leave), window, G_CONNECT_SWAPPED);
  g_object_bind_property (document, "name", window, "title", G_BINDING_SYNC_CREATE);
  adw_leaflet_append (window->levels, page);
  adw_leaflet_set_visible_child (window->levels, page);
  update_level (window);
}

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;
  CsMatter *matter = cs_store_service_load_finish (CS_STORE_SERVICE (service), result, &error);

  if (matter != NULL && window->levels != NULL)
    {
      show_matter (window, matter);
      return;
    }

  window->matter = 0;
  g_clear_pointer (&matter, cs_matter_free);
  if (error != NULL && window->toasts != NULL)
    tell (window, error->message);
}

void
cs_window_open (CsWindow *window, gint64 matter)
{
  GtkWindow *other = cs_application_find_window (get_application (window), matter);

  if (other == NULL && window->matter != 0)
    {
      other = GTK_WINDOW (cs_window_new (get_application (window)));
      cs_window_open (CS_WINDOW (other), matter);
    }
  if (other != NULL)
    {
      gtk_window_present (other);
      return;
    }

  window->matter = matter;
  cs_store_service_load (window->service, matter, NULL, on_loaded, g_object_ref (window));
}

gint64
cs_window_get_matter (CsWindow *window)
{
  return window->matter;
}

/* --- a matter goes --- */

static void
drop_page (CsWindow *window)
{
  GtkWidget *page = GTK_WIDGET (g_steal_pointer (&window->page));

  window->matter = 0;
  update_level (window);
  if (window->is_closing)
    {
      window->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (window));
      return;
    }

  gtk_window_set_title (GTK_WINDOW (window), _ ("Claimsmith"));
  adw_leaflet_set_visible_child (window->levels, GTK_WIDGET (window->flap));
  adw_leaflet_remove (window->levels, page);
}

static void
on_unsaved (CsWindow *window, const char *response)
{
  if (g_str_equal (response, "discard"))
    drop_page (window);
  else if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (window->page), "draft.save-copy", NULL);
  window->is_closing = FALSE;
}

static void
ask_about_unsaved (CsWindow *window, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Not saved"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_body (message, _ ("%s\n\nThe text is still here."),
                                  error != NULL ? error->message : "");
  adw_message_dialog_add_responses (message, "stay", _ ("_Stay"), "copy", _ ("Save a _copy…"),
                                    "discard", _ ("_Leave without saving"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "stay");
  adw_message_dialog_set_close_response (message, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_unsaved), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_closed (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean closed = cs_document_close_finish (CS_DOCUMENT (document), result, &error);

  if (window->page == NULL)
    return;
  if (closed)
    drop_page (window);
  else
    ask_about_unsaved (window, error);
}

static void
on_leave (CsWindow *window)
{
  if (window->page != NULL)
    cs_document_close (cs_workspace_get_document (window->page), on_closed, g_object_ref (window));
}

/* --- import --- */

static void
on_import_began (CsWindow *window, CsImport *import)
{
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
    tell (window, text);

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
    tell (window, error->message);
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

/* --- the store --- */

static gpointer
do_nothing (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
on_opened (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *read_only = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (service), result, &error);
  if (window->room == NULL)
    return;

  if (error != NULL)
    cs_store_trouble_show (window->trouble, cs_store_service_get_folder (window->service), error);
  gtk_stack_set_visible_child_name (window->room, error != NULL ? "trouble" : "drafts");
  read_only = cs_store_service_dup_read_only (window->service);
  cs_drafts_page_set_notice (window->drafts, read_only);
}

/* Nothing is done with the store but to open it: the list tells in words why it is empty, this
 * tells what can be done about it. */
static void
look_at_store (CsWindow *window)
{
  const CsStoreJob job = { .func = do_nothing, .matter = -1 };

  cs_store_service_run (window->service, &job, NULL, on_opened, g_object_ref (window));
}

static void
on_settled (CsWindow *window)
{
  look_at_store (window);
  cs_drafts_page_reload (window->drafts);
}

/* --- closing --- */

static void
on_stop_import (CsWindow *window, const char *response)
{
  if (!g_str_equal (response, "stop"))
    return;

  cs_importer_stop (window->importer);
  window->may_close = window->page == NULL;
  gtk_window_close (GTK_WINDOW (window));
}

static void
ask_about_import (CsWindow *window)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (window), _ ("An import is under way"),
                              _ ("What was imported stays; the rest can be imported again."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "go-on", _ ("_Go on"), "stop",
                                    _ ("_Stop and close"), NULL);
  adw_message_dialog_set_response_appearance (message, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "go-on");
  adw_message_dialog_set_close_response (message, "go-on");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_stop_import), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keep_size (CsWindow *window)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (window));
  int width, height;

  g_object_set (cs_settings_get_default (), "window-maximized", maximized, NULL);
  if (maximized)
    return;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_object_set (cs_settings_get_default (), "window-width", MAX (width, 360), "window-height",
                MAX (height, 294), NULL);
}

static gboolean
cs_window_close_request (GtkWindow *gtk_window)
{
  CsWindow *window = CS_WINDOW (gtk_window);

  if (!window->may_close && cs_importer_is_running (window->importer))
    {
      ask_about_import (window);
      return TRUE;
    }
  if (!window->may_close && window->page != NULL)
    {
      window->is_closing = TRUE;
      on_leave (window);
      return TRUE;
    }

  keep_size (window);

  return GTK_WINDOW_CLASS (cs_window_parent_class)->close_request (gtk_window);
}

/* --- actions --- */

static void
open_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_window_open (CS_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
open_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsApplication *application = get_application (CS_WINDOW (widget));
  gint64 matter = g_variant_get_int64 (parameter);
  GtkWindow *window = cs_application_find_window (application, matter);

  if (window == NULL)
    window = GTK_WINDOW (cs_window_new (application));

  cs_window_open (CS_WINDOW (window), matter);
  gtk_window_present (window);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_leave (CS_WINDOW (widget));
}

static void
popup_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_drafts_page_popup_new (CS_WINDOW (widget)->drafts);
}

static void
focus_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_drafts_page_focus_search (CS_WINDOW (widget)->drafts);
}

static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = CS_WINDOW (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
popup_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_flap_set_reveal_flap (CS_WINDOW (widget)->flap, TRUE);
  cs_sidebar_popup_menu (CS_WINDOW (widget)->sidebar);
}

static void
install_actions (GtkWidgetClass *klass)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (klass, "win.open", "x", open_here);
  gtk_widget_class_install_action (klass, "win.open-window", "x", open_window);
  gtk_widget_class_install_action (klass, "win.new", NULL, popup_new);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_by_dialog);
  gtk_widget_class_install_action (klass, "win.import-paths", "as", import_paths);
  gtk_widget_class_install_action (klass, "win.import-samples", NULL, import_samples);
  gtk_widget_class_install_action (klass, "win.search", NULL, focus_search);
  gtk_widget_class_install_action (klass, "win.back", NULL, go_back);
  gtk_widget_class_install_action (klass, "win.menu", NULL, popup_menu);
  gtk_widget_class_install_action (klass, "win.sidebar", NULL, toggle_sidebar);

  /* Bindings of the class, not of the program: whoever has the focus takes its keys first. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, ctrl, "win.new", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, ctrl, "win.import", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, ctrl, "win.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, 0, "win.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "win.sidebar", NULL);
}

/* --- the class --- */

static void
cs_window_dispose (GObject *object)
{
  CsWindow *window = CS_WINDOW (object);

  window->page = NULL;
  g_clear_object (&window->importer);
  g_clear_object (&window->service);
  g_clear_pointer (&window->samples, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (window), CS_TYPE_WINDOW);

  G_OBJECT_CLASS (cs_window_parent_class)->dispose (object);
}

static void
cs_window_class_init (CsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cs_window_close_request;

  g_type_ensure (CS_TYPE_SIDEBAR);
  g_type_ensure (CS_TYPE_DRAFTS_PAGE);
  g_type_ensure (CS_TYPE_STORE_TROUBLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, levels);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, room);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, drafts);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  install_actions (widget_class);
}

static void
cs_window_init (CsWindow *window)
{
  CsSettings *settings = cs_settings_get_default ();
  gboolean maximized;
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (window));

  g_object_get (settings, "window-width", &width, "window-height", &height, "window-maximized",
                &maximized, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (window));
}

static void
set_service (CsWindow *window, CsStoreService *service)
{
  window->service = g_object_ref (service);
  window->importer = cs_importer_new (service);
  g_signal_connect_object (window->importer, "began", G_CALLBACK (on_import_began), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->importer, "ended", G_CALLBACK (on_import_ended), window,
                           G_CONNECT_SWAPPED);

  look_at_store (window);
  cs_drafts_page_set_service (window->drafts, service);
  cs_drafts_page_set_flap (window->drafts, window->flap);
  cs_sidebar_set_list (window->sidebar, cs_drafts_page_get_list (window->drafts));
}

CsWindow *
cs_window_new (CsApplication *application)
{
  CsWindow *window = g_object_new (CS_TYPE_WINDOW, "application", application, NULL);

  set_service (window, cs_application_get_service (application));
  update_level (window);

  return window;
}
