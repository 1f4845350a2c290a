#include <glib/gi18n-lib.h>

#include "cs-settings.h"
#include "cs-window-private.h"
#include "widgets/cs-dialog.h"

G_DEFINE_FINAL_TYPE (CsWindow, cs_window, ADW_TYPE_APPLICATION_WINDOW)

static CsProgram *
get_application (CsWindow *window)
{
  return CS_PROGRAM (gtk_window_get_application (GTK_WINDOW (window)));
}

/* --- rooms --- */

CsRoom
cs_window_get_room (CsWindow *window)
{
  guint room;

  g_object_get (window->sidebar, "room", &room, NULL);

  return (CsRoom)room;
}

static void
show_room (CsWindow *window)
{
  CsRoom room = cs_window_get_room (window);

  gtk_stack_set_visible_child_name (window->room,
                                    room == CS_ROOM_DRAFTS && window->is_in_trouble ?
                                        "trouble" :
                                        cs_room_get_name (room));
  cs_window_update_level (window);
}

static void
enter (CsWindow *window, const char *name)
{
  CsRoom room;

  if (cs_room_from_name (name, &room))
    g_object_set (window->sidebar, "room", (guint)room, NULL);
}

static void
go_to_room (GtkWidget *widget, const char *name, GVariant *parameter)
{
  enter (CS_WINDOW (widget), g_variant_get_string (parameter, NULL));
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
  window->is_in_trouble = error != NULL;
  show_room (window);
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

void
cs_window_cut_import (CsWindow *window)
{
  cs_importer_stop (window->importer);
  cs_family_importer_stop (window->family_importer);
  window->cut_import = TRUE;
}

static void
on_stop_import (CsWindow *window, const char *response)
{
  if (!g_str_equal (response, "stop"))
    return;

  cs_window_cut_import (window);
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
  cs_dialog_present (message);
}

/* The next window begins where the last one ended. */
static void
keep_looks (CsWindow *window)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (window));
  int width, height;

  g_object_set (cs_settings_get_default (), "window-maximized", maximized, "room",
                cs_room_get_name (cs_window_get_room (window)), NULL);
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

  if (!window->cut_import && (cs_importer_is_running (window->importer) ||
                              cs_family_importer_is_running (window->family_importer)))
    {
      ask_about_import (window);
      return TRUE;
    }
  if (window->preexam != NULL && !cs_preexam_page_ask_to_close (window->preexam))
    return TRUE;
  if (!window->may_close && window->page != NULL)
    {
      window->is_closing = TRUE;
      cs_window_leave (window);
      return TRUE;
    }

  keep_looks (window);

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
  CsProgram *application = get_application (CS_WINDOW (widget));
  gint64 matter = g_variant_get_int64 (parameter);
  GtkWindow *window = cs_program_find_window (application, matter);

  if (window == NULL)
    window = GTK_WINDOW (cs_window_new (application));

  cs_window_open (CS_WINDOW (window), matter);
  gtk_window_present (window);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);

  if (window->over != NULL)
    cs_window_leave_over (window);
  else
    cs_window_leave (window);
}

static void
popup_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_drafts_page_popup_new (CS_WINDOW (widget)->drafts);
}

static void
focus_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);

  if (cs_window_get_room (window) == CS_ROOM_FAMILIES)
    cs_families_page_focus_search (window->families);
  else
    cs_drafts_page_focus_search (window->drafts);
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

/* Not "help-overlay.ui" of the application: GTK would make that with each window. */
static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/claimsmith/Claimsmith/ui/cs-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
install_actions (GtkWidgetClass *klass)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (klass, "win.open", "x", open_here);
  gtk_widget_class_install_action (klass, "win.open-window", "x", open_window);
  gtk_widget_class_install_action (klass, "win.new", NULL, popup_new);
  gtk_widget_class_install_action (klass, "win.tick-signs", NULL, cs_window_tick_signs);
  gtk_widget_class_install_action (klass, "win.search", NULL, focus_search);
  gtk_widget_class_install_action (klass, "win.room", "s", go_to_room);
  gtk_widget_class_install_action (klass, "win.back", NULL, go_back);
  gtk_widget_class_install_action (klass, "win.menu", NULL, popup_menu);
  gtk_widget_class_install_action (klass, "win.sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_shortcuts);

  /* Bindings of the class, not of the program: whoever has the focus takes its keys first. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, ctrl, "win.new", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, ctrl, "win.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, ctrl, "win.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_1, GDK_ALT_MASK, "win.room", "s", "drafts");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_2, GDK_ALT_MASK, "win.room", "s", "families");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, 0, "win.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "win.sidebar", NULL);
  cs_window_add_import_actions (klass);
  cs_window_add_family_actions (klass);
}

/* --- the class --- */

static void
cs_window_dispose (GObject *object)
{
  CsWindow *window = CS_WINDOW (object);

  window->page = NULL;
  window->over = NULL;
  g_clear_object (&window->importer);
  g_clear_object (&window->family_importer);
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
  g_type_ensure (CS_TYPE_FAMILIES_PAGE);
  g_type_ensure (CS_TYPE_STORE_TROUBLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, levels);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, room);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, drafts);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, families);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, show_room);
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
  cs_window_watch_importer (window);

  look_at_store (window);
  cs_drafts_page_set_service (window->drafts, service);
  cs_drafts_page_set_flap (window->drafts, window->flap);
}

CsWindow *
cs_window_new (CsProgram *application)
{
  CsWindow *window = g_object_new (CS_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *room = NULL;

  set_service (window, cs_program_get_service (application));
  cs_window_set_library (window, cs_program_get_library (application));
  cs_sidebar_set_lists (window->sidebar, cs_drafts_page_get_list (window->drafts),
                        cs_families_page_get_list (window->families));
  cs_sidebar_set_desk (window->sidebar, cs_families_page_get_desk (window->families));
  g_object_get (cs_settings_get_default (), "room", &room, NULL);
  enter (window, room);
  cs_window_update_level (window);

  return window;
}
