#include "ui-harness.h"

#include <string.h>

#include <gtksourceview/gtksource.h>

#include "../../src/app/cs-settings.h"
#include "../../src/base/cs-locale.h"
#include "../test-ends.h"

#define TOAST_COMES_US 400000

typedef struct
{
  UiFunc prepare;
  UiFunc test;
  const char *path;
  guint no_end; /* a timeout, once the program is to end */
  Ui ui;
} Case;

/* The hover card of GtkSourceView 5.6 asks where the pointer is some time after it came to rest,
 * even when the window has gone meanwhile. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "gdk_surface_get_device_position") == NULL &&
         strstr (message, "_gtk_widget_find_at_coords") == NULL;
}

/* What is not fatal must not be printed as the end of the test either. */
static void
on_critical (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_fatal (domain, level, message, data))
    g_log_default_handler (domain, level, message, data);
  else
    g_test_message ("%s", message);
}

void
ui_init (int *argc, char ***argv)
{
  cs_locale_init ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gtk_source_init ();

  /* GTK 4.8 may warn that it draws a part of a window that is being resized; our own faults are
   * critical. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_handler ("Gdk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, on_critical, NULL);
  g_log_set_handler ("Gtk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, on_critical, NULL);
}

/* --- one test --- */

/* A window that stays asks something: an import is under way, say. */
static gboolean
on_no_end (gpointer path)
{
  g_error ("%s: the program was told to quit and stays", (const char *)path);

  return G_SOURCE_REMOVE;
}

static gboolean
on_run (gpointer data)
{
  Case *c = data;

  GtkApplication *application = GTK_APPLICATION (c->ui.application);

  c->ui.window = CS_WINDOW (gtk_application_get_active_window (application));
  ui_wait (gtk_widget_get_mapped (GTK_WIDGET (c->ui.window)));
  c->test (&c->ui);
  g_action_group_activate_action (G_ACTION_GROUP (c->ui.application), "quit", NULL);
  c->no_end = g_timeout_add (UI_DEADLINE_US / 1000, on_no_end, (gpointer)c->path);

  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application, Case *c)
{
  g_idle_add (on_run, c);
}

static void
run_case (gconstpointer data)
{
  Case *c = (Case *)data;
  char *args[] = { (char *)"claimsmith", NULL };

  g_test_log_set_fatal_handler (is_fatal, NULL);
  c->ui.folder = g_dir_make_tmp ("claimsmith-ui-XXXXXX", NULL);
  g_setenv ("CLAIMSMITH_DATA_DIR", c->ui.folder, TRUE);
  if (c->prepare != NULL)
    c->prepare (&c->ui);

  /* what one test leaves behind is nothing to the next */
  g_object_set (cs_settings_get_default (), "window-width", 1280, "window-height", 800,
                "room", "drafts", NULL);
  c->ui.application = cs_program_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (c->ui.application, "activate", G_CALLBACK (on_activate), c);
  g_assert_cmpint (g_application_run (G_APPLICATION (c->ui.application), 1, args), ==, 0);
  g_source_remove (c->no_end);
  g_assert_finalize_object (c->ui.application);

  test_folder_remove (c->ui.folder);
  g_clear_pointer (&c->ui.folder, g_free);
}

void
ui_add (const char *path, UiFunc prepare, UiFunc test)
{
  Case *c = g_new0 (Case, 1);

  c->prepare = prepare;
  c->test = test;
  c->path = path;
  g_test_add_data_func_full (path, c, run_case, g_free);
}

/* --- waiting --- */

/* Wakes a main loop that has nothing to do, so that a deadline is seen. */
static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
ui_turn (gint64 deadline_us, const char *file, int line, const char *expression)
{
  guint tick = g_timeout_add (50, on_tick, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  if (g_get_monotonic_time () > deadline_us)
    g_error ("%s:%d: in vain waited for: %s", file, line, expression);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  (*n_frames)++;

  return G_SOURCE_CONTINUE;
}

void
ui_settle (GtkWidget *widget)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, on_frame, &n_frames, NULL);

  ui_wait (n_frames >= 4);
  gtk_widget_remove_tick_callback (widget, tick);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- finding --- */

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  static const char *const names[] = { "label", "title", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *found = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;

      g_object_get (widget, names[i], &found, NULL);
      if (g_strcmp0 (found, text) == 0)
        return TRUE;
    }

  return FALSE;
}

GtkWidget *
ui_find (GtkWidget *root, GType type, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || has_text (root, text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
ui_get (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *found = ui_find (root, type, text);

  if (found == NULL)
    g_error ("there is no %s \"%s\" on the screen", g_type_name (type), text != NULL ? text : "");

  return found;
}

GtkWidget *
ui_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
is_on_toast (GtkWidget *widget)
{
  GType toast = g_type_from_name ("AdwToastWidget"); /* of libadwaita, without a name of its own */

  return toast != 0 && gtk_widget_get_ancestor (widget, toast) != NULL;
}

/* Nobody presses what is not there yet, and a toast of libadwaita 1.2 that is to go while it still
 * comes takes the program down. */
void
ui_click (GtkWidget *button)
{
  if (is_on_toast (button))
    {
      gint64 end_us = g_get_monotonic_time () + TOAST_COMES_US;

      ui_settle (button);
      ui_wait (g_get_monotonic_time () >= end_us);
    }
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* --- the store --- */

static void
on_ran (GObject *service, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

gpointer
ui_run (Ui *ui, CsStoreFunc func, gpointer data)
{
  CsStoreService *service = cs_program_get_service (ui->application);
  const CsStoreJob job = { .func = func, .data = data };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer answer;

  cs_store_service_run (service, &job, NULL, on_ran, &result);
  ui_wait (result != NULL);
  answer = cs_store_service_run_finish (service, result, &error);
  g_assert_no_error (error);

  return answer;
}

/* --- pictures --- */

void
ui_set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK :
                                             ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));

  return gtk_snapshot_free_to_node (snapshot);
}

/* What is about to be laid out again has nothing to show. */
static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer;

  ui_wait ((node = draw (widget)) != NULL);

  renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  return gsk_renderer_render_texture (renderer, node,
                                      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                           gtk_widget_get_height (widget)));
}

/* A window without a manager keeps a margin of its own for its edges, which is known only when what
 * was asked of it before has been done. */
static void
resize_once (GtkWindow *window, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GdkSurface *surface;

  ui_wait (gtk_widget_get_width (widget) > 0);
  ui_settle (widget);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  gtk_window_set_default_size (
      window, width + gdk_surface_get_width (surface) - gtk_widget_get_width (widget),
      height + gdk_surface_get_height (surface) - gtk_widget_get_height (widget));
  ui_wait (gtk_widget_get_width (widget) == width && gtk_widget_get_height (widget) == height);
}

#define FOLDED_WIDTH 700
#define PHONE_WIDTH 400

/* What is folded in a narrow window leaves room to make it narrower still; on a phone a window has
 * one button at most. */
void
ui_resize (GtkWindow *window, int width, int height)
{
  const char *buttons = width < PHONE_WIDTH ? ":close" : ":minimize,maximize,close";

  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", buttons, NULL);
  if (width < FOLDED_WIDTH)
    {
      resize_once (window, FOLDED_WIDTH, height);
      ui_settle (GTK_WIDGET (window));
    }
  resize_once (window, width, height);
}

static char *
format_path (const char *name, GtkWidget *widget)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean chinese = g_str_has_prefix (g_get_language_names ()[0], "zh");
  g_autofree char *file =
      g_strdup_printf ("%s-%s-%s-%dx%d.png", name, chinese ? "zh" : "en", dark ? "dark" : "light",
                       gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  return g_test_build_filename (G_TEST_BUILT, "shots", file, NULL);
}

void
ui_shoot_widget (GtkWidget *widget, const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "shots", NULL);
  g_autofree char *path = format_path (name, widget);
  g_autoptr (GdkTexture) texture = render (widget);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
ui_shoot (GtkWindow *window, const char *name, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (window);

  if (width > 0)
    ui_resize (window, width, height);
  /* Without a window manager no window has the focus of the desktop. */
  ui_settle (widget);
  gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_BACKDROP);
  ui_settle (widget);
  ui_shoot_widget (widget, name);
}
