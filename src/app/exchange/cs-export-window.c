#include "cs-export-window.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../service/cs-export.h"
#include "../cs-settings.h"
#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-names.h"
#include "cs-loss-list.h"
#include "cs-progress-page.h"

#define BUSY_AFTER_MS 300

struct _CsExportWindow
{
  AdwWindow parent_instance;

  CsDocument *document;
  CsDraft *draft; /* as it was when the window opened; it is modal */
  CsExport *export;
  const CsWriter *writer;
  char *path; /* being written, NULL when nothing is */
  guint busy_timer;

  /* template */
  GtkWidget *cancel;
  GtkWidget *go;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  GtkStack *pages;
  AdwPreferencesGroup *formats;
  GtkWidget *layout_group;
  AdwComboRow *layout;
  GtkStack *preview;
  CsLossList *losses;
  CsProgressPage *progress;
};

G_DEFINE_FINAL_TYPE (CsExportWindow, cs_export_window, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What each format is for. */
static const struct
{
  const char *name;
  const char *purpose;
} purposes[] = {
  { "docx", N_ ("To go on in Word or LibreOffice, or to hand in as a manuscript") },
  { "cnipa", N_ ("The books of the application in one ZIP, for the client of the office") },
  { "text", N_ ("Letters alone, for any program") },
};

static const CsOffice layouts[] = { CS_OFFICE_CN, CS_OFFICE_US, CS_OFFICE_EP, CS_OFFICE_PCT };

/* --- what is shown --- */

static void
show_trouble (CsExportWindow *window, const GError *error)
{
  g_autofree char *text = NULL;

  if (error != NULL && g_error_matches (error, CS_ERROR, CS_ERROR_IO))
    text = g_strdup_printf (_ ("%s. Choose another folder or another name."), error->message);
  if (error != NULL)
    gtk_label_set_label (window->trouble_label, text == NULL ? error->message : text);
  gtk_info_bar_set_revealed (window->trouble, error != NULL);
}

/* The user decides; but what loses something is not what the window suggests. */
static void
update_button (CsExportWindow *window, gboolean known, gboolean loses)
{
  gtk_button_set_label (GTK_BUTTON (window->go), loses ? _ ("_Export anyway…") : _ ("_Export…"));
  if (known && !loses)
    gtk_widget_add_css_class (window->go, "suggested-action");
  else
    gtk_widget_remove_css_class (window->go, "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "export.go", known);
}

static gboolean
loses_something (const GArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_array_index (notes, CsWriteNote, i).grade != CS_WRITE_CHANGED)
      return TRUE;

  return FALSE;
}

static void
show_notes (CsExportWindow *window, const GArray *notes)
{
  cs_loss_list_set (window->losses, window->draft, notes);
  gtk_stack_set_visible_child_name (window->preview, notes->len == 0 ? "nothing" : "losses");
  update_button (window, TRUE, loses_something (notes));
  if (gtk_window_get_focus (GTK_WINDOW (window)) == window->cancel) /* there was nothing else yet */
    gtk_widget_grab_focus (window->go);
}

static gboolean
on_busy (gpointer data)
{
  CsExportWindow *window = data;

  window->busy_timer = 0;
  gtk_stack_set_visible_child_name (window->preview, "busy");

  return G_SOURCE_REMOVE;
}

static CsOffice
get_layout (CsExportWindow *window)
{
  guint selected = adw_combo_row_get_selected (window->layout);

  return selected < G_N_ELEMENTS (layouts) ? layouts[selected] : CS_OFFICE_UNKNOWN;
}

static void
ask_preview (CsExportWindow *window)
{
  if (window->writer == NULL)
    return;

  show_trouble (window, NULL);
  update_button (window, FALSE, FALSE);
  g_clear_handle_id (&window->busy_timer, g_source_remove);
  window->busy_timer = g_timeout_add (BUSY_AFTER_MS, on_busy, window);
  cs_export_preview (window->export, window->writer, get_layout (window));
}

static void
on_previewed (CsExportWindow *window)
{
  const GArray *notes = cs_export_get_notes (window->export);

  g_clear_handle_id (&window->busy_timer, g_source_remove);
  if (notes != NULL)
    show_notes (window, notes);
  else
    {
      gtk_stack_set_visible_child_name (window->preview, "waiting");
      show_trouble (window, cs_export_get_error (window->export));
    }
}

static void
on_layout (CsExportWindow *window)
{
  if (window->export != NULL) /* else it is being filled */
    ask_preview (window);
}

static void
on_chosen (CsExportWindow *window, const CsSpan *span)
{
  g_autoptr (CsDocument) document = g_object_ref (window->document);
  CsSpan place = *span;

  gtk_window_close (GTK_WINDOW (window));
  cs_document_show_span (document, &place);
}

/* --- writing --- */

static void
show_page (CsExportWindow *window, const char *page)
{
  gboolean choosing = g_str_equal (page, "choose");

  gtk_stack_set_visible_child_name (window->pages, page);
  gtk_widget_set_visible (window->go, choosing);
  gtk_widget_set_visible (window->cancel, choosing);
}

static void
on_finished (CsExportWindow *window)
{
  const GError *error = cs_export_get_error (window->export);
  g_autofree char *path = g_steal_pointer (&window->path);

  cs_progress_page_end (window->progress);
  if (error == NULL)
    {
      g_signal_emit (window, signals[EXPORTED], 0, path);
      gtk_window_close (GTK_WINDOW (window));
      return;
    }

  show_page (window, "choose");
  gtk_widget_grab_focus (window->go);
  show_trouble (window,
                g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error);
}

void
cs_export_window_write (CsExportWindow *window, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_ ("Writing “%s”"), name);

  show_trouble (window, NULL);
  window->path = g_strdup (path);
  show_page (window, "writing");
  cs_progress_page_begin (window->progress, words, TRUE);
  cs_export_write (window->export, path);
}

static void
on_stop (CsExportWindow *window)
{
  cs_export_stop (window->export);
}

static void
on_path_chosen (GtkNativeDialog *dialog, int response, CsExportWindow *window)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    cs_export_window_write (window, path);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsExportWindow *window = CS_EXPORT_WINDOW (widget);
  const CsMatterInfo *info = cs_document_get_info (window->document);
  const char *words[] = { info->reference, info->name, NULL };
  g_autofree char *file = cs_file_dialog_dup_name (words, window->writer->extension);
  GtkFileChooserNative *dialog = cs_file_dialog_new (
      GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export"), _ ("_Export"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_path_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Esc and closing stop what is being written; the window stays to say so. */
static gboolean
cs_export_window_close_request (GtkWindow *widget)
{
  CsExportWindow *window = CS_EXPORT_WINDOW (widget);

  cs_export_stop (window->export);
  if (window->path != NULL)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (cs_export_window_parent_class)->close_request (widget);
}

/* --- the choice of the format --- */

static void
set_writer (CsExportWindow *window, const CsWriter *writer)
{
  window->writer = writer;
  gtk_widget_set_visible (window->layout_group, g_str_equal (writer->name, "docx"));
  g_object_set (cs_settings_get_default (), "export-format", writer->name, NULL);
  ask_preview (window);
}

static void
on_format (GtkCheckButton *check, CsExportWindow *window)
{
  if (gtk_check_button_get_active (check))
    set_writer (window, g_object_get_data (G_OBJECT (check), "writer"));
}

static const char *
get_purpose (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_str_equal (purposes[i].name, name))
      return _ (purposes[i].purpose);

  return "";
}

static GtkWidget *
add_format (CsExportWindow *window, const CsWriter *writer, GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), (GtkCheckButton *)group);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (writer->title), -1);
  g_object_set_data (G_OBJECT (check), "writer", (gpointer)writer);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_format), window, 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (writer->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_purpose (writer->name));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (window->formats, row);
  g_object_set_data (G_OBJECT (window), writer->name, check);

  return check;
}

void
cs_export_window_choose (CsExportWindow *window, const char *name)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (window), name);

  if (check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
fill_layouts (CsExportWindow *window)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  CsOffice office = cs_document_get_request (window->document)->office;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    gtk_string_list_append (names, cs_office_get_label (layouts[i]));
  adw_combo_row_set_model (window->layout, G_LIST_MODEL (names));
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i] == office)
      adw_combo_row_set_selected (window->layout, i);
}

static void
fill (CsExportWindow *window)
{
  const CsWriter *const *writers = cs_writer_get_all ();
  GtkWidget *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; writers[i] != NULL; i++)
    {
      GtkWidget *check = add_format (window, writers[i], first);

      first = first == NULL ? check : first;
    }
  g_object_get (cs_settings_get_default (), "export-format", &last, NULL);
  cs_export_window_choose (window, last);
  if (window->writer == NULL && first != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
}

/* --- the window --- */

static void
cs_export_window_dispose (GObject *object)
{
  CsExportWindow *window = CS_EXPORT_WINDOW (object);

  g_clear_handle_id (&window->busy_timer, g_source_remove);
  if (window->export != NULL)
    {
      g_signal_handlers_disconnect_by_data (window->export, window);
      cs_export_stop (window->export);
    }
  g_clear_object (&window->export);
  g_clear_object (&window->document);
  g_clear_pointer (&window->draft, cs_draft_unref);
  g_clear_pointer (&window->path, g_free);

  G_OBJECT_CLASS (cs_export_window_parent_class)->dispose (object);
}

static void
cs_export_window_class_init (CsExportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CS_TYPE_LOSS_LIST);
  g_type_ensure (CS_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (class)->dispose = cs_export_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = cs_export_window_close_request;

  signals[EXPORTED] = g_signal_new ("exported", CS_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, go);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, formats);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, layout_group);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, losses);
  gtk_widget_class_bind_template_child (widget_class, CsExportWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_layout);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_install_action (widget_class, "export.go", NULL, on_go);
}

static void
cs_export_window_init (CsExportWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
}

CsExportWindow *
cs_export_window_new (CsDocument *document, GtkWindow *parent)
{
  CsExportWindow *window = g_object_new (CS_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GHashTable) pictures = cs_document_dup_pictures (document);

  window->document = g_object_ref (document);
  window->draft = cs_draft_ref (cs_document_get_draft (document));
  fill_layouts (window);
  window->export = cs_export_new (window->draft, pictures, cs_document_get_service (document),
                                  cs_document_get_info (document)->id);
  g_signal_connect_swapped (window->export, "previewed", G_CALLBACK (on_previewed), window);
  g_signal_connect_swapped (window->export, "finished", G_CALLBACK (on_finished), window);
  g_object_bind_property (window->export, "fraction", window->progress, "fraction", 0);
  fill (window);
  gtk_window_set_default_widget (GTK_WINDOW (window), window->go);

  return window;
}
