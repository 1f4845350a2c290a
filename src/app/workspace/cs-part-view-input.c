#include "cs-part-view-private.h"

#include <glib/gi18n-lib.h>

#include "../exchange/cs-dropped-files.h"
#include "cs-part-card.h"
#include "cs-term-completion.h"

/* What a person does in an editor with keys and pointer, apart from writing. */

static GtkTextBuffer *
get_buffer (CsPartView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* --- the card --- */

void
cs_part_view_close_card (CsPartView *self)
{
  g_clear_pointer (&self->card, gtk_widget_unparent);
}

gboolean
cs_part_view_show_card (CsPartView *self)
{
  GtkTextIter iter;
  GdkRectangle place;
  GtkWidget *card;
  guint at_char;

  g_return_val_if_fail (CS_IS_PART_VIEW (self), FALSE);

  cs_part_view_close_card (self);
  at_char = cs_part_view_get_cursor_char (self);
  card = cs_part_card_new (self->document, self->marks, self->part, at_char);
  if (card == NULL)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, at_char);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y, &place.x, &place.y);
  self->card = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->card), card);
  gtk_popover_set_autohide (GTK_POPOVER (self->card), FALSE); /* it never takes the focus */
  gtk_popover_set_position (GTK_POPOVER (self->card), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &place);
  gtk_widget_set_can_focus (self->card, FALSE);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->card));

  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                CsPartView *self)
{
  gboolean was_open = self->card != NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  cs_part_view_close_card (self);
  return was_open && keyval == GDK_KEY_Escape;
}

/* --- going to claims --- */

static gboolean
go_to_reference (CsPartView *self, guint at_char)
{
  guint index = cs_part_marks_find_reference (self->marks, at_char);
  guint start_char;

  if (index == CS_NO_INDEX)
    return FALSE;

  start_char = cs_document_map_unit (self->document, self->part, index, NULL);
  cs_document_go_to (self->document, self->part, start_char, start_char, TRUE);
  return TRUE;
}

static void
on_go_to_claim (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsPartView *self = CS_PART_VIEW (widget);

  if (!go_to_reference (self, cs_part_view_get_cursor_char (self)))
    gtk_widget_error_bell (widget);
}

static gboolean
get_iter_at_pointer (CsPartView *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  return gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

/* Ctrl+click follows a reference; the menu speaks of the place that was clicked. */
static void
on_pressed (GtkGestureClick *click, int n_presses, double x, double y, CsPartView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  GtkTextIter iter, start, end;

  cs_part_view_close_card (self);
  if (!get_iter_at_pointer (self, x, y, &iter))
    return;

  if (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0 && n_presses == 1 &&
      go_to_reference (self, gtk_text_iter_get_offset (&iter)))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (button == GDK_BUTTON_SECONDARY && !gtk_text_iter_in_range (&iter, &start, &end))
    gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

/* Pictures go into the text; what is a document of its own is for the page to take. */
static void
take_files (CsPartView *self, GSList *files, guint at_char)
{
  g_auto (GStrv) documents = cs_dropped_files_list (files);

  if (documents[0] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "draft.take-files", "^as", documents);
  cs_part_buffer_drop_files (CS_PART_BUFFER (get_buffer (self)), files, at_char);
}

/* GtkTextView takes letters alone, so that a formula would be lost on the way. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CsPartView *self)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  CsPartBuffer *buffer = CS_PART_BUFFER (get_buffer (self));
  GtkTextIter iter;
  guint at_char;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return FALSE;

  get_iter_at_pointer (self, x, y, &iter);
  at_char = gtk_text_iter_get_offset (&iter);
  if (G_VALUE_HOLDS (value, GTK_TYPE_TEXT_BUFFER) &&
      CS_IS_PART_BUFFER (g_value_get_object (value)))
    return cs_part_buffer_drop (buffer, g_value_get_object (value), at_char,
                                (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) != 0);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    take_files (self, g_value_get_boxed (value), at_char);
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    cs_part_buffer_drop_picture (buffer, g_value_get_object (value), at_char);
  else
    return FALSE;

  return TRUE;
}

/* --- terms --- */

/* GtkSourceView listens to what is typed only while terms are offered: ordinary words are none of
 * its business. */
static void
set_completing (CsPartView *self, gboolean completing)
{
  GtkSourceCompletion *completion = gtk_source_view_get_completion (GTK_SOURCE_VIEW (self));

  if (self->completing == completing)
    return;

  self->completing = completing;
  if (completing)
    gtk_source_completion_unblock_interactive (completion);
  else
    gtk_source_completion_block_interactive (completion);
}

static void
on_hidden (CsPartView *self)
{
  set_completing (self, FALSE);
}

/* A person typed at the cursor; whether that asks for a term is seen when it was examined. */
static void
on_edited (CsPartBuffer *buffer, guint at_char, CsText *removed, CsText *inserted, CsPartView *self)
{
  guint n_chars = g_utf8_strlen (cs_text_get_string (inserted), cs_text_get_n_bytes (inserted));

  self->typed = cs_text_get_n_bytes (removed) == 0 && n_chars > 0 &&
                !cs_document_is_changing (self->document) &&
                gtk_widget_has_focus (GTK_WIDGET (self)) &&
                cs_part_view_get_cursor_char (self) == at_char + n_chars;
  self->wants_terms = FALSE;
}

void
cs_part_view_offer_terms (CsPartView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  gboolean wanted = self->wants_terms;
  GtkTextIter iter;

  if ((!self->typed && !wanted) || self->composing || cs_document_is_stale (self->document))
    return;

  self->typed = self->wants_terms = FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (wanted || cs_term_completion_is_asked (&iter))
    {
      set_completing (self, TRUE);
      gtk_source_completion_show (gtk_source_view_get_completion (GTK_SOURCE_VIEW (self)));
    }
}

void
cs_part_view_show_completion (GtkSourceView *view)
{
  CsPartView *self = CS_PART_VIEW (view);

  if (self->part != CS_PART_CLAIMS)
    return;

  self->wants_terms = TRUE;
  cs_part_view_offer_terms (self);
}

void
cs_part_view_add_completion (CsPartView *self)
{
  GtkSourceCompletion *completion = gtk_source_view_get_completion (GTK_SOURCE_VIEW (self));
  g_autoptr (CsTermCompletion) provider = cs_term_completion_new (self->document);

  g_object_set (completion, "remember-info-visibility", FALSE, "select-on-show", FALSE,
                "show-icons", FALSE, NULL);
  gtk_source_completion_add_provider (completion, GTK_SOURCE_COMPLETION_PROVIDER (provider));
  gtk_source_completion_block_interactive (completion);
  g_signal_connect_object (completion, "hide", G_CALLBACK (on_hidden), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "edited", G_CALLBACK (on_edited), self, 0);
}

/* --- setting up --- */

static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

void
cs_part_view_set_menu (CsPartView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) script = g_menu_new ();

  append_item (place, _ ("_Fix"), "draft.fix-here");
  append_item (place, _ ("_Waive…"), "draft.waive-here");
  if (self->part == CS_PART_CLAIMS)
    {
      append_item (place, _ ("_Go to claim"), "part.go-to-claim");
      append_item (place, _ ("Show in _terms"), "draft.show-term");
      append_item (place, _ ("Find prior _art near this claim"), "draft.find-near");
      append_item (place, _ ("Stop _marking the term"), "draft.unmark-term");
    }
  append_item (script, _ ("Su_perscript"), "draft.superscript");
  append_item (script, _ ("Su_bscript"), "draft.subscript");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (script));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (menu));
}

void
cs_part_view_add_controllers (CsPartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType dropped[] = { GTK_TYPE_TEXT_BUFFER, GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (drop, dropped, G_N_ELEMENTS (dropped));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
cs_part_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "part.go-to-claim", NULL, on_go_to_claim);
}
