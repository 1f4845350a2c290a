#include "cs-comment-window.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../service/cs-export.h"
#include "../cs-settings.h"
#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-names.h"
#include "cs-progress-page.h"

struct _CsCommentWindow
{
  AdwWindow parent_instance;

  CsDocument *document;
  CsExport *export;
  char *source; /* nullable: the Word file that was chosen */
  char *path;   /* being written, NULL when nothing is */

  /* template */
  GtkWidget *cancel;
  GtkWidget *go;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  GtkStack *pages;
  AdwActionRow *own_row;
  GtkCheckButton *own;
  GtkCheckButton *manuscript;
  AdwComboRow *language;
  CsProgressPage *progress;
};

G_DEFINE_FINAL_TYPE (CsCommentWindow, cs_comment_window, ADW_TYPE_WINDOW)

enum
{
  COMMENTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const word_suffixes[] = { "docx", NULL };
static const char *const languages[] = { "zh", "en" };

/* --- what is chosen --- */

static void
update (CsCommentWindow *window)
{
  gboolean ready = !gtk_check_button_get_active (window->own) || window->source != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "comment.go", ready);
}

void
cs_comment_window_set_source (CsCommentWindow *window, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *place = g_filename_display_name (folder);
  char *source = g_strdup (path);

  g_free (window->source);
  window->source = source;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (window->own_row), name);
  adw_action_row_set_subtitle (window->own_row, place);
  gtk_check_button_set_active (window->own, TRUE);
  update (window);
}

static void
on_source_chosen (GtkNativeDialog *dialog, int response, CsCommentWindow *window)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    cs_comment_window_set_source (window, path);
}

static void
on_browse (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = cs_file_dialog_new (
      GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("A Word file"), _ ("_Choose"));

  cs_file_dialog_add_filter (dialog, _ ("Word files"), word_suffixes);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_source_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- writing --- */

static void
show_trouble (CsCommentWindow *window, const GError *error)
{
  if (error != NULL)
    gtk_label_set_label (window->trouble_label, error->message);
  gtk_info_bar_set_revealed (window->trouble, error != NULL);
}

static void
show_page (CsCommentWindow *window, const char *page)
{
  gboolean choosing = g_str_equal (page, "choose");

  gtk_stack_set_visible_child_name (window->pages, page);
  gtk_widget_set_visible (window->go, choosing);
  gtk_widget_set_visible (window->cancel, choosing);
}

static void
on_finished (CsCommentWindow *window)
{
  const GError *error = cs_export_get_error (window->export);
  g_autofree char *path = g_steal_pointer (&window->path);

  cs_progress_page_end (window->progress);
  if (error == NULL)
    {
      if (gtk_check_button_get_active (window->own))
        cs_settings_set_word_file (cs_settings_get_default (),
                                   cs_document_get_info (window->document)->id, window->source);
      g_signal_emit (window, signals[COMMENTED], 0, path,
                     cs_export_get_n_comments (window->export));
      gtk_window_close (GTK_WINDOW (window));
      return;
    }

  show_page (window, "choose");
  gtk_widget_grab_focus (window->go);
  show_trouble (window,
                g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error);
}

void
cs_comment_window_write (CsCommentWindow *window, const char *path)
{
  gboolean own = gtk_check_button_get_active (window->own);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_ ("Writing “%s”"), name);
  CsCommentJob job = { .source = own ? window->source : NULL,
                       .decisions = cs_document_get_decisions (window->document),
                       .term_list = cs_document_get_term_list (window->document),
                       .language = languages[adw_combo_row_get_selected (window->language)] };

  g_object_get (window->document, "offices", &job.offices, NULL);
  show_trouble (window, NULL);
  window->path = g_strdup (path);
  show_page (window, "writing");
  cs_progress_page_begin (window->progress, words, FALSE);
  cs_export_comment (window->export, &job, path);
}

static void
on_stop (CsCommentWindow *window)
{
  cs_export_stop (window->export);
}

static void
on_path_chosen (GtkNativeDialog *dialog, int response, CsCommentWindow *window)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    cs_comment_window_write (window, path);
}

/* The name of the file, or of the matter, and what is new in it. */
static char *
dup_name (CsCommentWindow *window)
{
  const CsMatterInfo *info = cs_document_get_info (window->document);
  g_autofree char *base = NULL;
  const char *words[] = { info->reference, info->name, _ ("with comments"), NULL };

  if (gtk_check_button_get_active (window->own))
    {
      base = g_filename_display_basename (window->source);
      if (g_str_has_suffix (base, ".docx"))
        base[strlen (base) - strlen (".docx")] = '\0';
      words[0] = base;
      words[1] = _ ("with comments");
      words[2] = NULL;
    }

  return cs_file_dialog_dup_name (words, word_suffixes[0]);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsCommentWindow *window = CS_COMMENT_WINDOW (widget);
  g_autofree char *file = dup_name (window);
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE,
                          _ ("Comments in a Word copy"), _ ("_Write"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_path_chosen), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Esc and closing stop what is being written; the window stays to say so. */
static gboolean
cs_comment_window_close_request (GtkWindow *widget)
{
  CsCommentWindow *window = CS_COMMENT_WINDOW (widget);

  cs_export_stop (window->export);
  if (window->path != NULL)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (cs_comment_window_parent_class)->close_request (widget);
}

/* --- the window --- */

static void
cs_comment_window_dispose (GObject *object)
{
  CsCommentWindow *window = CS_COMMENT_WINDOW (object);

  if (window->export != NULL)
    {
      g_signal_handlers_disconnect_by_data (window->export, window);
      cs_export_stop (window->export);
    }
  g_clear_object (&window->export);
  g_clear_object (&window->document);
  g_clear_pointer (&window->source, g_free);
  g_clear_pointer (&window->path, g_free);

  G_OBJECT_CLASS (cs_comment_window_parent_class)->dispose (object);
}

static void
cs_comment_window_class_init (CsCommentWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CS_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (class)->dispose = cs_comment_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = cs_comment_window_close_request;

  signals[COMMENTED] =
      g_signal_new ("commented", CS_TYPE_COMMENT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-comment-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, go);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, own_row);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, own);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, manuscript);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, language);
  gtk_widget_class_bind_template_child (widget_class, CsCommentWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_install_action (widget_class, "comment.browse", NULL, on_browse);
  gtk_widget_class_install_action (widget_class, "comment.go", NULL, on_go);
}

static void
cs_comment_window_init (CsCommentWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
}

static void
fill (CsCommentWindow *window)
{
  const char *names[] = { _ ("Chinese"), _ ("English"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  g_autofree char *known = cs_settings_dup_word_file (
      cs_settings_get_default (), cs_document_get_info (window->document)->id);

  adw_combo_row_set_model (window->language, G_LIST_MODEL (list));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], cs_ui_language ()))
      adw_combo_row_set_selected (window->language, i);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (window->own_row), FALSE);
  adw_action_row_set_subtitle (window->own_row, _ ("None is chosen yet"));
  if (known != NULL && g_file_test (known, G_FILE_TEST_IS_REGULAR))
    cs_comment_window_set_source (window, known);
  else
    gtk_check_button_set_active (window->manuscript, TRUE);
  update (window);
}

CsCommentWindow *
cs_comment_window_new (CsDocument *document, GtkWindow *parent)
{
  CsCommentWindow *window = g_object_new (CS_TYPE_COMMENT_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GHashTable) pictures = cs_document_dup_pictures (document);

  window->document = g_object_ref (document);
  window->export =
      cs_export_new (cs_document_get_draft (document), pictures,
                     cs_document_get_service (document), cs_document_get_info (document)->id);
  g_signal_connect_swapped (window->export, "finished", G_CALLBACK (on_finished), window);
  g_object_bind_property (window->export, "fraction", window->progress, "fraction", 0);
  fill (window);
  gtk_window_set_default_widget (GTK_WINDOW (window), window->go);

  return window;
}
