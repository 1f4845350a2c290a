#include "cs-part-view-private.h"

#include <adwaita.h>

#include "cs-part-style.h"

#define LINE_GAP 5
#define PARAGRAPH_GAP 9
#define HANGING_INDENT 26
#define LEFT_MARGIN 8
#define RIGHT_MARGIN 28
#define TOP_MARGIN 10
#define BOTTOM_MARGIN 60 /* the last line can be read above what docks at the foot */
#define HOVER_DELAY_MS 300

/* Behind what a frame needs, before anything idle: marks come with the next frame at the
 * latest. */
#define MAX_SETTLING 20
#define UPDATE_PRIORITY (GDK_PRIORITY_REDRAW + 2)

G_DEFINE_FINAL_TYPE (CsPartView, cs_part_view, GTK_SOURCE_TYPE_VIEW)

enum
{
  PROP_FONT = 1,
  PROP_COMPOSING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static GtkTextBuffer *
get_buffer (CsPartView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

guint
cs_part_view_get_cursor_char (CsPartView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_get_offset (&iter);
}

/* --- marks --- */

/* What is visible, and one screen above and below, in whole lines. */
static gboolean
get_marked_stretch (CsPartView *self, guint *start_char, guint *end_char)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &visible);
  if (visible.height <= 1)
    return FALSE;

  gtk_text_view_get_line_at_y (view, &start, MAX (0, visible.y - visible.height), NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + 2 * visible.height, NULL);
  gtk_text_iter_forward_line (&end);
  *start_char = gtk_text_iter_get_offset (&start);
  *end_char = gtk_text_iter_get_offset (&end);

  return TRUE;
}

static void
show_marks (CsPartView *self)
{
  guint start_char, end_char;

  if (get_marked_stretch (self, &start_char, &end_char))
    cs_part_marks_show (self->marks, start_char, end_char);
}

/* Pictures in the text are no wider than its lines, the further ones of a claim being indented. */
static void
update_width (CsPartView *self)
{
  GdkRectangle visible;
  int margins = LEFT_MARGIN + RIGHT_MARGIN;

  if (self->part == CS_PART_CLAIMS)
    margins += HANGING_INDENT;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.width > margins)
    cs_part_buffer_set_max_width (CS_PART_BUFFER (get_buffer (self)), visible.width - margins);
}

static void
update_colors (CsPartView *self)
{
  CsPartColors colors = { 0 };

  cs_part_colors_look_up (&colors, GTK_WIDGET (self));
  if (cs_part_colors_equal (&colors, &self->colors))
    return;

  self->colors = colors;
  cs_part_marks_set_colors (self->marks, &colors);
  cs_part_gutter_set_colors (self->gutter, &colors);
}

static gboolean
is_shown (CsPartView *self)
{
  guint part;

  g_object_get (self->document, "part", &part, NULL);

  return part == self->part;
}

static gboolean
on_update (gpointer data)
{
  CsPartView *self = data;

  self->update_id = 0;
  update_width (self);
  update_colors (self);
  show_marks (self);
  if (self->cursor_moved && is_shown (self))
    {
      self->cursor_moved = FALSE;
      cs_document_set_cursor (self->document, self->part, cs_part_view_get_cursor_char (self));
    }

  return G_SOURCE_REMOVE;
}

/* Scrolling and themes tell of themselves in the middle of laying out, when no tag may change. */
void
cs_part_view_refresh (CsPartView *self)
{
  if (self->gutter != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
  if (self->update_id == 0 && self->marks != NULL)
    self->update_id = g_idle_add_full (UPDATE_PRIORITY, on_update, self, NULL);
}

static void
on_finding_view (CsPartView *self)
{
  cs_part_marks_set_view (self->marks, cs_document_get_view (self->document));
  show_marks (self);
  cs_part_view_offer_terms (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
}

/* --- cursor --- */

/* Another part is shown: what is done to the claim at the cursor is done to one of this text. */
static void
on_part (CsPartView *self)
{
  if (is_shown (self))
    cs_document_set_cursor (self->document, self->part, cs_part_view_get_cursor_char (self));
}

static void
on_cursor_position (CsPartView *self)
{
  if (self->showing || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  self->cursor_moved = TRUE; /* told later: the buffer may be in the middle of a change */
  cs_part_view_refresh (self);
}

/* Returns: whether it had to be scrolled to */
static gboolean
scroll_to_cursor (CsPartView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextMark *insert = gtk_text_buffer_get_insert (get_buffer (self));
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, insert);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &iter, &place);
  if (place.y >= visible.y && place.y + place.height <= visible.y + visible.height)
    return FALSE;
  gtk_text_view_scroll_to_mark (view, insert, 0, TRUE, 0, 0.3);

  return TRUE;
}

/* Heights of lines that were never seen are guessed; once they are known the place may have moved
 * away. */
static gboolean
on_settled (gpointer data)
{
  CsPartView *self = data;

  if (self->n_settling-- > 0 && scroll_to_cursor (self))
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;
  cs_part_view_refresh (self);

  return G_SOURCE_REMOVE;
}

void
cs_part_view_show_range (CsPartView *self, guint start_char, guint end_char)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (CS_IS_PART_VIEW (self));

  buffer = get_buffer (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, start_char);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, MAX (start_char, end_char));
  self->showing = TRUE;
  gtk_text_buffer_select_range (buffer, &start, &end);
  self->showing = FALSE;
  cs_document_set_cursor (self->document, self->part, start_char);
  scroll_to_cursor (self);
  self->n_settling = MAX_SETTLING;
  if (self->settle_id == 0) /* after all lines are measured, which GTK does before it is idle */
    self->settle_id = g_idle_add_full (G_PRIORITY_LOW, on_settled, self, NULL);
}

/* --- what GtkTextView does otherwise --- */

static void
cs_part_view_copy_clipboard (GtkTextView *view)
{
  cs_part_buffer_copy (CS_PART_BUFFER (gtk_text_view_get_buffer (view)),
                       gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

static void
cs_part_view_cut_clipboard (GtkTextView *view)
{
  cs_part_view_copy_clipboard (view);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE,
                                    gtk_text_view_get_editable (view));
}

static void
cs_part_view_paste_clipboard (GtkTextView *view)
{
  if (gtk_text_view_get_editable (view))
    cs_part_buffer_paste (CS_PART_BUFFER (gtk_text_view_get_buffer (view)),
                          gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

/* Ctrl+. is the key for it in GTK, and for fixing here. */
static void
cs_part_view_insert_emoji (GtkTextView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "draft.fix-here", NULL);
}

static void
on_preedit_changed (CsPartView *self, const char *preedit)
{
  gboolean composing = preedit != NULL && *preedit != '\0';

  if (composing == self->composing)
    return;

  self->composing = composing;
  if (composing) /* its keys are those of the input method */
    gtk_source_completion_hide (gtk_source_view_get_completion (GTK_SOURCE_VIEW (self)));
  cs_document_set_composing (self->document, composing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPOSING]);
}

gboolean
cs_part_view_is_composing (CsPartView *self)
{
  g_return_val_if_fail (CS_IS_PART_VIEW (self), FALSE);

  return self->composing;
}

CsPart
cs_part_view_get_part (CsPartView *self)
{
  g_return_val_if_fail (CS_IS_PART_VIEW (self), CS_PART_DOCUMENT);

  return self->part;
}

/* --- look --- */

static void
set_font (CsPartView *self, const char *font)
{
  g_autofree char *css = cs_part_style_dup_font_css (font);

  g_free (self->font);
  self->font = g_strdup (font);
  gtk_css_provider_load_from_data (self->font_style, css, -1);
  if (self->document != NULL)
    cs_part_buffer_set_font_size (CS_PART_BUFFER (get_buffer (self)),
                                  cs_part_style_get_font_size (font));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT]);
}

static void
cs_part_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cs_part_view_parent_class)->css_changed (widget, change);

  cs_part_view_refresh (CS_PART_VIEW (widget));
}

static void
cs_part_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsPartView *self = CS_PART_VIEW (widget);

  GTK_WIDGET_CLASS (cs_part_view_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->card != NULL)
    gtk_popover_present (GTK_POPOVER (self->card));
  cs_part_view_refresh (self);
}

static void
end_scrolling (GtkAdjustment *adjustment)
{
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
}

/* Scrolling ends here: GtkScrolledWindow would end it while the text still answers to it, twice. */
static void
cs_part_view_unmap (GtkWidget *widget)
{
  end_scrolling (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)));
  end_scrolling (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)));
  cs_part_view_close_card (CS_PART_VIEW (widget)); /* its surface must go before the window's */

  GTK_WIDGET_CLASS (cs_part_view_parent_class)->unmap (widget);
}

/* --- the object --- */

static void
cs_part_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FONT)
    set_font (CS_PART_VIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_part_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsPartView *self = CS_PART_VIEW (object);

  if (id == PROP_FONT)
    g_value_set_string (value, self->font);
  else if (id == PROP_COMPOSING)
    g_value_set_boolean (value, self->composing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_part_view_dispose (GObject *object)
{
  CsPartView *self = CS_PART_VIEW (object);

  cs_part_view_close_card (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->gutter != NULL)
    cs_part_gutter_clear (self->gutter);
  if (self->hover != NULL)
    cs_part_hover_clear (self->hover);
  if (self->composing)
    on_preedit_changed (self, NULL);
  g_clear_object (&self->gutter);
  g_clear_object (&self->hover);
  g_clear_object (&self->scrolling);
  g_clear_pointer (&self->marks, cs_part_marks_free);
  g_clear_object (&self->document);
  g_clear_object (&self->font_style);

  G_OBJECT_CLASS (cs_part_view_parent_class)->dispose (object);
}

static void
cs_part_view_finalize (GObject *object)
{
  g_free (CS_PART_VIEW (object)->font);

  G_OBJECT_CLASS (cs_part_view_parent_class)->finalize (object);
}

static void
cs_part_view_class_init (CsPartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->set_property = cs_part_view_set_property;
  object_class->get_property = cs_part_view_get_property;
  object_class->dispose = cs_part_view_dispose;
  object_class->finalize = cs_part_view_finalize;
  widget_class->css_changed = cs_part_view_css_changed;
  widget_class->size_allocate = cs_part_view_size_allocate;
  widget_class->unmap = cs_part_view_unmap;
  view_class->copy_clipboard = cs_part_view_copy_clipboard;
  view_class->cut_clipboard = cs_part_view_cut_clipboard;
  view_class->paste_clipboard = cs_part_view_paste_clipboard;
  view_class->insert_emoji = cs_part_view_insert_emoji;
  GTK_SOURCE_VIEW_CLASS (klass)->show_completion = cs_part_view_show_completion;

  properties[PROP_FONT] = g_param_spec_string ("font", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COMPOSING] = g_param_spec_boolean ("composing", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  cs_part_view_install_actions (widget_class);
}

static void
cs_part_view_init (CsPartView *self)
{
  const GCallback refresh = G_CALLBACK (cs_part_view_refresh);

  self->font_style = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->font_style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->scrolling = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->scrolling, "changed", refresh, self);
  g_signal_group_connect_swapped (self->scrolling, "value-changed", refresh, self);
  g_object_bind_property (self, "vadjustment", self->scrolling, "target", G_BINDING_SYNC_CREATE);
  cs_part_view_add_controllers (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cs-part-view");
  set_font (self, NULL);
}

static void
set_layout (CsPartView *self)
{
  g_object_set (self, "wrap-mode", GTK_WRAP_WORD_CHAR, "pixels-inside-wrap", LINE_GAP,
                "pixels-below-lines", PARAGRAPH_GAP, "left-margin", LEFT_MARGIN, "right-margin",
                RIGHT_MARGIN, "top-margin", TOP_MARGIN, "bottom-margin", BOTTOM_MARGIN, "indent",
                self->part == CS_PART_CLAIMS ? -HANGING_INDENT : 0, "accepts-tab", FALSE,
                "input-hints", GTK_INPUT_HINT_NO_EMOJI | GTK_INPUT_HINT_NO_SPELLCHECK, NULL);
}

static void
add_helpers (CsPartView *self)
{
  GtkSourceView *view = GTK_SOURCE_VIEW (self);
  GtkSourceHover *hover = gtk_source_view_get_hover (view);

  self->marks = cs_part_marks_new (self->document, self->part, LEFT_MARGIN + HANGING_INDENT);
  self->gutter = CS_PART_GUTTER (cs_part_gutter_new (self->document, self->marks, self->part));
  gtk_text_view_set_gutter (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_LEFT,
                            GTK_WIDGET (g_object_ref_sink (self->gutter)));
  self->hover = cs_part_hover_new (self->document, self->marks, self->part);
  g_object_set (hover, "hover-delay", HOVER_DELAY_MS, NULL);
  gtk_source_hover_add_provider (hover, GTK_SOURCE_HOVER_PROVIDER (self->hover));
}

static void
connect_signals (CsPartView *self)
{
  const GCallback refresh = G_CALLBACK (cs_part_view_refresh);
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (get_buffer (self), "notify::cursor-position",
                           G_CALLBACK (on_cursor_position), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self->gutter, G_CONNECT_SWAPPED);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (on_preedit_changed), NULL);
  g_signal_connect_object (self->document, "notify::view", G_CALLBACK (on_finding_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::part", G_CALLBACK (on_part), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::entry", refresh, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::term", refresh, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", refresh, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", refresh, self, G_CONNECT_SWAPPED);
}

GtkWidget *
cs_part_view_new (CsDocument *document, CsPart part)
{
  CsPartBuffer *buffer = cs_document_get_buffer (document, part);
  CsPartView *self = g_object_new (CS_TYPE_PART_VIEW, "buffer", buffer, NULL);

  self->document = g_object_ref (document);
  self->part = part;
  set_layout (self);
  add_helpers (self);
  cs_part_view_set_menu (self);
  if (part == CS_PART_CLAIMS)
    cs_part_view_add_completion (self);
  g_object_bind_property (document, "editable", self, "editable", G_BINDING_SYNC_CREATE);
  connect_signals (self);
  on_finding_view (self);

  return GTK_WIDGET (self);
}
