#include "cs-attachment-window.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-toast.h"
#include "cs-attachment-preview.h"
#include "cs-attachments.h"
#include "cs-progress-page.h"

struct _CsAttachmentWindow
{
  AdwWindow parent_instance;

  CsAttachments *attachments;
  GtkSingleSelection *selection;
  guint back_idle;

  /* template */
  AdwToastOverlay *toasts;
  GtkWidget *back;
  AdwWindowTitle *heading;
  GtkWidget *drop_frame;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  GtkStack *pages;
  AdwLeaflet *leaflet;
  GtkWidget *list_box;
  GtkListView *list;
  GtkWidget *reader;
  GtkLabel *name;
  GtkLabel *facts;
  CsAttachmentPreview *preview;
  CsProgressPage *progress;
};

G_DEFINE_FINAL_TYPE (CsAttachmentWindow, cs_attachment_window, ADW_TYPE_WINDOW)

/* --- what is shown --- */

static gboolean
is_adding (CsAttachmentWindow *window)
{
  gboolean adding;

  g_object_get (window->attachments, "adding", &adding, NULL);

  return adding;
}

static CsAttachmentItem *
get_chosen (CsAttachmentWindow *window)
{
  return gtk_single_selection_get_selected_item (window->selection);
}

static void
update_page (CsAttachmentWindow *window)
{
  guint n_items = g_list_model_get_n_items (cs_attachments_get_model (window->attachments));
  gboolean adding = is_adding (window);
  gboolean loading;
  const char *page = n_items == 0 ? "empty" : "list";

  g_object_get (window->attachments, "loading", &loading, NULL);
  if (loading)
    page = "loading";
  if (adding)
    page = "adding";
  gtk_stack_set_visible_child_name (window->pages, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "attachments.add", !adding && !loading);
}

static gboolean
show_back (gpointer data)
{
  CsAttachmentWindow *window = data;
  gboolean reads = adw_leaflet_get_visible_child (window->leaflet) == window->reader;

  window->back_idle = 0;
  gtk_widget_set_visible (window->back, adw_leaflet_get_folded (window->leaflet) && reads &&
                                            get_chosen (window) != NULL);

  return G_SOURCE_REMOVE;
}

/* In a moment: the leaflet folds while it is given its place. */
static void
update_back (CsAttachmentWindow *window)
{
  if (window->back_idle == 0 && window->attachments != NULL)
    window->back_idle = g_idle_add_full (G_PRIORITY_HIGH, show_back, window, NULL);
}

static void
on_chosen (CsAttachmentWindow *window)
{
  CsAttachmentItem *item = get_chosen (window);
  gboolean is_one = item != NULL;
  g_autofree char *facts = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "attachments.save", is_one);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "attachments.remove", is_one);
  cs_attachment_preview_show (window->preview, item);
  update_back (window);
  if (!is_one)
    return;

  g_object_get (item, "facts", &facts, NULL);
  gtk_label_set_label (window->name, cs_attachment_item_get (item)->name);
  gtk_label_set_label (window->facts, facts);
}

static void
on_activated (CsAttachmentWindow *window)
{
  adw_leaflet_set_visible_child (window->leaflet, window->reader);
}

static void
on_adding (CsAttachmentWindow *window)
{
  g_autofree char *file = NULL;
  g_autofree char *words = NULL;

  g_object_get (window->attachments, "file", &file, NULL);
  update_page (window);
  if (file == NULL)
    {
      cs_progress_page_end (window->progress);
      return;
    }

  words = g_strdup_printf (_ ("Reading “%s”"), file);
  cs_progress_page_begin (window->progress, words, TRUE);
}

static void
choose (CsAttachmentWindow *window, CsAttachmentItem *item)
{
  GListModel *model = cs_attachments_get_model (window->attachments);
  guint position;

  if (g_list_store_find (G_LIST_STORE (model), item, &position))
    gtk_single_selection_set_selected (window->selection, position);
}

/* --- what is told --- */

static void
on_told (CsAttachmentWindow *window, const char *words)
{
  g_autofree char *text = NULL;
  const char *before = gtk_label_get_label (window->trouble_label);

  if (gtk_info_bar_get_revealed (window->trouble))
    text = g_strdup_printf ("%s\n%s", before, words);
  gtk_label_set_label (window->trouble_label, text == NULL ? words : text);
  gtk_info_bar_set_revealed (window->trouble, TRUE);
}

static void
on_trouble_read (CsAttachmentWindow *window)
{
  gtk_info_bar_set_revealed (window->trouble, FALSE);
}

/* --- adding --- */

void
cs_attachment_window_add (CsAttachmentWindow *window, const char *const *paths)
{
  gtk_info_bar_set_revealed (window->trouble, FALSE);
  cs_attachments_add (window->attachments, paths);
}

static void
add_files (CsAttachmentWindow *window, GSList *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (GSList *at = files; at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  cs_attachment_window_add (window, (const char *const *)paths);
}

static void
on_files_chosen (GtkNativeDialog *dialog, int response, CsAttachmentWindow *window)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  g_autofree char *first G_GNUC_UNUSED = cs_file_dialog_take_path (dialog, response);
  g_autoptr (GSList) list = NULL;

  for (guint i = g_list_model_get_n_items (files); i > 0; i--)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i - 1);

      list = g_slist_prepend (list, file); /* the model holds it */
    }
  if (response == GTK_RESPONSE_ACCEPT)
    add_files (window, list);
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const known[] = { "pdf", "txt", NULL };
  static const char *const all[] = { NULL };
  GtkFileChooserNative *dialog = cs_file_dialog_new (
      GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Add attachments"), _ ("_Add"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  cs_file_dialog_add_filter (dialog, _ ("All files"), all);
  cs_file_dialog_add_filter (dialog, _ ("Files with text (PDF, plain text)"), known);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_files_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
on_drop (CsAttachmentWindow *window, const GValue *value)
{
  gtk_widget_set_visible (window->drop_frame, FALSE);
  add_files (window, g_value_get_boxed (value));

  return TRUE;
}

static GdkDragAction
on_drop_enter (CsAttachmentWindow *window)
{
  gtk_widget_set_visible (window->drop_frame, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_drop_leave (CsAttachmentWindow *window)
{
  gtk_widget_set_visible (window->drop_frame, FALSE);
}

static void
on_stop (CsAttachmentWindow *window)
{
  cs_attachments_stop (window->attachments);
}

/* --- saving and taking away --- */

static void
on_saved (GObject *attachments, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsAttachmentWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = cs_attachments_save_finish (CS_ATTACHMENTS (attachments), result, &error);

  if (window->attachments == NULL) /* was closed */
    return;
  if (is_saved)
    cs_toast_show (window->toasts, _ ("The file is saved"));
  else
    on_told (window, error->message);
}

void
cs_attachment_window_save (CsAttachmentWindow *window, const char *path)
{
  cs_attachments_save (window->attachments, get_chosen (window), path, on_saved,
                       g_object_ref (window));
}

static void
on_path_chosen (GtkNativeDialog *dialog, int response, CsAttachmentWindow *window)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL && get_chosen (window) != NULL)
    cs_attachment_window_save (window, path);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAttachmentWindow *window = CS_ATTACHMENT_WINDOW (widget);
  GtkFileChooserNative *dialog = cs_file_dialog_new (
      GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save attachment"), _ ("_Save"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog),
                                     cs_attachment_item_get (get_chosen (window))->name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_path_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAttachmentWindow *window = CS_ATTACHMENT_WINDOW (widget);

  cs_attachments_remove (window->attachments, get_chosen (window));
}

static void
on_undo (AdwToast *toast, CsAttachmentWindow *window)
{
  cs_attachments_put_back (window->attachments, g_object_get_data (G_OBJECT (toast), "item"));
}

static void
on_removed (CsAttachmentWindow *window, CsAttachmentItem *item)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Removed “%s”"), cs_attachment_item_get (item)->name);
  AdwToast *toast = cs_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), window, 0);
  adw_toast_overlay_add_toast (window->toasts, toast);
  adw_leaflet_set_visible_child (window->leaflet, window->list_box);
  update_page (window);
}

static void
on_added (CsAttachmentWindow *window, CsAttachmentItem *item)
{
  choose (window, item);
  update_page (window);
}

/* --- the rest of its actions --- */

static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAttachmentWindow *window = CS_ATTACHMENT_WINDOW (widget);

  adw_leaflet_set_visible_child (window->leaflet, window->reader);
  cs_attachment_preview_search (window->preview);
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAttachmentWindow *window = CS_ATTACHMENT_WINDOW (widget);

  adw_leaflet_set_visible_child (window->leaflet, window->list_box);
}

/* Esc and closing stop what is being added; the window stays to say so. */
static gboolean
cs_attachment_window_close_request (GtkWindow *widget)
{
  CsAttachmentWindow *window = CS_ATTACHMENT_WINDOW (widget);

  if (is_adding (window))
    {
      cs_attachments_stop (window->attachments);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (cs_attachment_window_parent_class)->close_request (widget);
}

/* --- the window --- */

static void
cs_attachment_window_dispose (GObject *object)
{
  CsAttachmentWindow *window = CS_ATTACHMENT_WINDOW (object);

  g_clear_handle_id (&window->back_idle, g_source_remove);
  if (window->attachments != NULL)
    {
      g_signal_handlers_disconnect_by_data (window->attachments, window);
      cs_attachments_stop (window->attachments);
    }
  g_clear_object (&window->attachments);
  g_clear_object (&window->selection);

  G_OBJECT_CLASS (cs_attachment_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "attachments.add", NULL, on_add);
  gtk_widget_class_install_action (class, "attachments.save", NULL, on_save);
  gtk_widget_class_install_action (class, "attachments.remove", NULL, on_remove);
  gtk_widget_class_install_action (class, "attachments.find", NULL, on_find);
  gtk_widget_class_install_action (class, "attachments.back", NULL, on_back);
  gtk_widget_class_add_binding_action (class, GDK_KEY_o, GDK_CONTROL_MASK, "attachments.add", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, GDK_CONTROL_MASK, "attachments.save",
                                       NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_f, GDK_CONTROL_MASK, "attachments.find",
                                       NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Left, GDK_ALT_MASK, "attachments.back", NULL);
}

static void
cs_attachment_window_class_init (CsAttachmentWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CS_TYPE_ATTACHMENT_ITEM);
  g_type_ensure (CS_TYPE_ATTACHMENT_PREVIEW);
  g_type_ensure (CS_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (class)->dispose = cs_attachment_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = cs_attachment_window_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-attachment-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, drop_frame);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, name);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_trouble_read);
  gtk_widget_class_bind_template_callback (widget_class, update_back);
  install_actions (widget_class);
}

static void
cs_attachment_window_init (CsAttachmentWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (window));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), window);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drop_enter), window);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

static void
set_attachments (CsAttachmentWindow *window, CsAttachments *attachments)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } follows[] = {
    { "notify::loading", G_CALLBACK (update_page) },
    { "notify::adding", G_CALLBACK (on_adding) },
    { "added", G_CALLBACK (on_added) },
    { "removed", G_CALLBACK (on_removed) },
    { "told", G_CALLBACK (on_told) },
  };
  GListModel *model = g_object_ref (cs_attachments_get_model (attachments));

  window->attachments = attachments;
  window->selection = gtk_single_selection_new (model);
  g_signal_connect_object (window->selection, "notify::selected-item", G_CALLBACK (on_chosen),
                           window, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (window->list, GTK_SELECTION_MODEL (window->selection));
  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    g_signal_connect_swapped (attachments, follows[i].signal, follows[i].callback, window);
  g_object_bind_property (attachments, "fraction", window->progress, "fraction", 0);
}

CsAttachmentWindow *
cs_attachment_window_new (CsDocument *document, GtkWindow *parent)
{
  CsAttachmentWindow *window =
      g_object_new (CS_TYPE_ATTACHMENT_WINDOW, "transient-for", parent, NULL);
  const CsMatterInfo *info = cs_document_get_info (document);

  adw_window_title_set_subtitle (window->heading, info->name);
  set_attachments (window, cs_attachments_new (cs_document_get_service (document), info->id));
  on_chosen (window);
  update_page (window);

  return window;
}
