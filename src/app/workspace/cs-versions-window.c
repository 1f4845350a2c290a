#include "cs-versions-window.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-when.h"

struct _CsVersionsWindow
{
  AdwWindow parent_instance;

  CsDocument *document;
  GPtrArray *rows; /* of versions_group */

  /* template */
  GtkStack *stack;
  AdwStatusPage *trouble;
  AdwPreferencesGroup *keep_group;
  AdwEntryRow *name_entry;
  AdwPreferencesGroup *versions_group;
};

G_DEFINE_TYPE (CsVersionsWindow, cs_versions_window, ADW_TYPE_WINDOW)

static void load_versions (CsVersionsWindow *window);

static void
show_trouble (CsVersionsWindow *window, const GError *error)
{
  adw_status_page_set_description (window->trouble, error->message);
  gtk_stack_set_visible_child_name (window->stack, "trouble");
}

/* --- what the store is asked --- */

/* A version, or a new one. */
typedef struct
{
  gint64 matter;
  gint64 version;
  char *name;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->name);
  g_free (wish);
}

static gpointer
list_versions (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return cs_draft_store_list_versions (store, ((Wish *)data)->matter, error);
}

static gpointer
keep_version (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;

  cs_draft_store_add_version (store, wish->matter, wish->name, error);

  return NULL;
}

static gpointer
load_version (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return cs_draft_store_load_version (store, ((Wish *)data)->version, error);
}

static void
ask (CsVersionsWindow *window,
     CsStoreFunc func,
     const Wish *wish,
     GDestroyNotify free_result,
     GAsyncReadyCallback callback)
{
  CsStoreService *service = cs_document_get_service (window->document);
  CsStoreJob job = { .func = func,
                     .data = g_memdup2 (wish, sizeof *wish),
                     .free_data = wish_free,
                     .free_result = free_result,
                     .matter = -1 };

  ((Wish *)job.data)->matter = cs_document_get_info (window->document)->id;
  cs_store_service_run (service, &job, NULL, callback, g_object_ref (window));
}

/* --- taking one back --- */

static void
on_version_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsVersionsWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) version =
      cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  if (version == NULL)
    {
      show_trouble (window, error);
      return;
    }

  cs_document_restore (window->document, version, _ ("Restore a version"));
  gtk_window_close (GTK_WINDOW (window));
}

static void
on_take_back (GtkButton *button, CsVersionsWindow *window)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "version");

  ask (window, load_version, &(Wish){ .version = *id }, (GDestroyNotify)cs_draft_unref,
       on_version_loaded);
}

/* --- the list --- */

static void
add_version (CsVersionsWindow *window, const CsVersion *version)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = cs_when_dup_text (version->made_us, now);
  g_autofree char *claims =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", version->n_claims),
                       version->n_claims);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", when, claims);
  const char *name = version->name == NULL ? _ ("Kept by the program") : version->name;
  gboolean editable;

  g_object_get (window->document, "editable", &editable, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (button), "version",
                          g_memdup2 (&version->id, sizeof version->id), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, editable);
  gtk_widget_set_tooltip_text (button, _ ("Puts this text in the place of the one in the editor; "
                                          "undo brings that back"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_take_back), window);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (window->versions_group, row);
  g_ptr_array_add (window->rows, row);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsVersionsWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions =
      cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  if (versions == NULL)
    {
      show_trouble (window, error);
      return;
    }

  for (guint i = 0; i < window->rows->len; i++)
    adw_preferences_group_remove (window->versions_group, window->rows->pdata[i]);
  g_ptr_array_set_size (window->rows, 0);
  for (guint i = 0; i < versions->len; i++)
    add_version (window, versions->pdata[i]);
  gtk_stack_set_visible_child_name (window->stack, "list");
}

static void
load_versions (CsVersionsWindow *window)
{
  ask (window, list_versions, &(Wish){ 0 }, (GDestroyNotify)g_ptr_array_unref, on_listed);
}

/* --- keeping one --- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsVersionsWindow) window = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  if (error != NULL)
    show_trouble (window, error);
  else
    load_versions (window);
}

static void
on_saved (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsVersionsWindow) window = data;
  g_autoptr (GError) error = NULL;
  const char *name = gtk_editable_get_text (GTK_EDITABLE (window->name_entry));

  if (!cs_document_flush_finish (CS_DOCUMENT (document), result, &error))
    {
      show_trouble (window, error);
      return;
    }

  ask (window, keep_version, &(Wish){ .name = g_strdup (name) }, NULL, on_kept);
  gtk_editable_set_text (GTK_EDITABLE (window->name_entry), "");
}

/* The store keeps what it has: all of the text must be there first. */
static void
on_keep (CsVersionsWindow *window)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (window->name_entry)) != '\0')
    cs_document_flush (window->document, on_saved, g_object_ref (window));
}

/* --- the window --- */

static void
cs_versions_window_finalize (GObject *object)
{
  CsVersionsWindow *window = CS_VERSIONS_WINDOW (object);

  g_clear_object (&window->document);
  g_ptr_array_unref (window->rows);

  G_OBJECT_CLASS (cs_versions_window_parent_class)->finalize (object);
}

static void
cs_versions_window_class_init (CsVersionsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = cs_versions_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsVersionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CsVersionsWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsVersionsWindow, keep_group);
  gtk_widget_class_bind_template_child (widget_class, CsVersionsWindow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, CsVersionsWindow, versions_group);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
cs_versions_window_init (CsVersionsWindow *window)
{
  window->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (window));
}

void
cs_versions_window_present (CsDocument *document, GtkWindow *parent)
{
  CsVersionsWindow *window;
  gboolean editable;

  if (cs_document_get_service (document) == NULL)
    return;

  window = g_object_new (CS_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);
  window->document = g_object_ref (document);
  g_object_get (document, "editable", &editable, NULL);
  gtk_widget_set_visible (GTK_WIDGET (window->keep_group), editable);
  load_versions (window);
  gtk_window_present (GTK_WINDOW (window));
}
