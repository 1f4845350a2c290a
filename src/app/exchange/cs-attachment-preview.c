#include "cs-attachment-preview.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

/* A text view slows down beyond, and nobody reads that far here. */
#define MAX_SHOWN_BYTES (1 << 20)

struct _CsAttachmentPreview
{
  GtkBox parent_instance;

  GtkSourceBuffer *buffer;
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext *context;

  /* template */
  GtkStack *stack;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkTextView *view;
  GtkWidget *cut;
};

G_DEFINE_FINAL_TYPE (CsAttachmentPreview, cs_attachment_preview, GTK_TYPE_BOX)

/* --- the text --- */

/* Says where each page begins, in the place of the form feeds between them. Returns: whether it is
 * all of @text */
static gboolean
fill (CsAttachmentPreview *preview, const char *text)
{
  g_auto (GStrv) pages = NULL;
  g_autofree char *valid = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  gsize n_bytes = strlen (text);

  valid = g_utf8_make_valid (text, MIN (n_bytes, MAX_SHOWN_BYTES));
  pages = g_strsplit (valid, "\f", -1);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autofree char *head = g_strdup_printf (_ ("Page %u"), i + 1);

      if (pages[i + 1] == NULL && *pages[i] == '\0') /* the feed at the end of the last page */
        break;
      if (pages[1] != NULL)
        g_string_append_printf (shown, "%s── %s ──\n", i > 0 ? "\n" : "", head);
      g_string_append (shown, pages[i]);
      if (shown->len > 0 && shown->str[shown->len - 1] != '\n')
        g_string_append_c (shown, '\n');
    }
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (preview->buffer), shown->str, shown->len);

  return n_bytes <= MAX_SHOWN_BYTES;
}

void
cs_attachment_preview_show (CsAttachmentPreview *preview, CsAttachmentItem *item)
{
  const char *text = item == NULL ? "" : cs_attachment_item_get (item)->text;
  gboolean is_whole = fill (preview, text);
  GtkTextIter start;

  gtk_widget_set_visible (preview->cut, !is_whole);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (preview->buffer), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (preview->buffer), &start);
  gtk_stack_set_visible_child_name (preview->stack, *text == '\0' ? "none" : "text");
}

/* --- the search --- */

/* "3 of 12", while the selection is a match; "12" else. */
static void
show_count (CsAttachmentPreview *preview)
{
  int n_matches = gtk_source_search_context_get_occurrences_count (preview->context);
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int at;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (preview->buffer), &start, &end);
  at = gtk_source_search_context_get_occurrence_position (preview->context, &start, &end);
  if (n_matches > 0 && at > 0)
    text = g_strdup_printf (_ ("%d of %d"), at, n_matches);
  else if (n_matches >= 0 && *gtk_editable_get_text (preview->entry) != '\0')
    text = g_strdup_printf ("%d", n_matches);
  gtk_label_set_label (preview->count, text == NULL ? "" : text);
  gtk_widget_set_sensitive (preview->previous, n_matches > 0);
  gtk_widget_set_sensitive (preview->next, n_matches > 0);
}

static void
show_match (CsAttachmentPreview *preview, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (preview->buffer);

  gtk_text_buffer_select_range (buffer, start, end);
  gtk_text_view_scroll_to_mark (preview->view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0,
                                0);
  show_count (preview);
}

static void
on_next (CsAttachmentPreview *preview)
{
  GtkTextIter from, start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (preview->buffer), NULL, &from);
  if (gtk_source_search_context_forward (preview->context, &from, &start, &end, NULL))
    show_match (preview, &start, &end);
}

static void
on_previous (CsAttachmentPreview *preview)
{
  GtkTextIter from, start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (preview->buffer), &from, NULL);
  if (gtk_source_search_context_backward (preview->context, &from, &start, &end, NULL))
    show_match (preview, &start, &end);
}

/* What is typed is looked for from the start of the selection, so that it grows in its place. */
static void
on_search_changed (CsAttachmentPreview *preview)
{
  GtkTextIter from, start, end;

  gtk_source_search_settings_set_search_text (preview->settings,
                                              gtk_editable_get_text (preview->entry));
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (preview->buffer), &from, NULL);
  if (gtk_source_search_context_forward (preview->context, &from, &start, &end, NULL))
    show_match (preview, &start, &end);
  show_count (preview);
}

static void
on_stop_search (CsAttachmentPreview *preview)
{
  if (*gtk_editable_get_text (preview->entry) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (preview), "window.close", NULL);
  else
    gtk_editable_set_text (preview->entry, "");
}

void
cs_attachment_preview_search (CsAttachmentPreview *preview)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (preview->stack), "text"))
    gtk_widget_grab_focus (GTK_WIDGET (preview->entry));
}

/* --- the widget --- */

/* Matches take their colour from a scheme. */
static void
follow_scheme (CsAttachmentPreview *preview)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      preview->buffer, gtk_source_style_scheme_manager_get_scheme (
                           schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
cs_attachment_preview_dispose (GObject *object)
{
  CsAttachmentPreview *preview = CS_ATTACHMENT_PREVIEW (object);

  g_clear_object (&preview->context);
  g_clear_object (&preview->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_ATTACHMENT_PREVIEW);
  g_clear_object (&preview->buffer);

  G_OBJECT_CLASS (cs_attachment_preview_parent_class)->dispose (object);
}

static void
cs_attachment_preview_class_init (CsAttachmentPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_attachment_preview_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-attachment-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, entry);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, count);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, previous);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, next);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, view);
  gtk_widget_class_bind_template_child (widget_class, CsAttachmentPreview, cut);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
}

static void
cs_attachment_preview_init (CsAttachmentPreview *preview)
{
  gtk_widget_init_template (GTK_WIDGET (preview));
  preview->buffer = gtk_source_buffer_new (NULL);
  gtk_text_view_set_buffer (preview->view, GTK_TEXT_BUFFER (preview->buffer));
  follow_scheme (preview);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (follow_scheme), preview, G_CONNECT_SWAPPED);

  preview->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (preview->settings, TRUE);
  preview->context = gtk_source_search_context_new (preview->buffer, preview->settings);
  g_signal_connect_object (preview->context, "notify::occurrences-count", G_CALLBACK (show_count),
                           preview, G_CONNECT_SWAPPED);
  show_count (preview);
}
