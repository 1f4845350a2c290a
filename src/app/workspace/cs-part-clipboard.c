#include <string.h>

#include "cs-object-paintable.h"
#include "cs-part-buffer.h"

/* Copying and pasting. Within the program texts keep their runs and objects; others are given
 * letters, with a word for each object, and what they give is cleaned. */

static char *
dup_letters (CsText *text)
{
  GString *letters = g_string_new (NULL);
  const char *string = cs_text_get_string (text);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);
  gsize byte = 0;

  for (guint i = 0; i < n_objects; i++)
    {
      g_string_append_len (letters, string + byte, objects[i].at - byte);
      g_string_append_printf (letters, "[%s]", cs_object_kind_get_word (objects[i].kind));
      byte = objects[i].at + strlen (CS_OBJECT_CHARACTER);
    }
  g_string_append (letters, string + byte);

  return g_string_free (letters, FALSE);
}

GdkContentProvider *
cs_part_buffer_dup_selection (CsPartBuffer *self)
{
  GtkTextIter start, end;
  g_autoptr (CsText) text = NULL;
  g_autofree char *letters = NULL;
  GdkContentProvider *providers[2];

  g_return_val_if_fail (CS_IS_PART_BUFFER (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return NULL;

  text = cs_part_buffer_dup_slice (self, gtk_text_iter_get_offset (&start),
                                   gtk_text_iter_get_offset (&end));
  letters = dup_letters (text);
  providers[0] = gdk_content_provider_new_typed (CS_TYPE_TEXT, text);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, letters);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

void
cs_part_buffer_copy (CsPartBuffer *self, GdkClipboard *clipboard)
{
  g_autoptr (GdkContentProvider) content = cs_part_buffer_dup_selection (self);

  if (content != NULL)
    gdk_clipboard_set_content (clipboard, content);
}

static void
replace_selection (CsPartBuffer *self, CsText *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;
  guint start_char;
  guint n_after;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  start_char = gtk_text_iter_get_offset (&start);
  n_after = gtk_text_buffer_get_char_count (buffer) - gtk_text_iter_get_offset (&end);
  cs_part_buffer_replace (self, start_char, gtk_text_iter_get_offset (&end), text);

  gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                      gtk_text_buffer_get_char_count (buffer) - n_after);
  gtk_text_buffer_place_cursor (buffer, &end);
  g_signal_emit_by_name (self, "paste-done", NULL);
}

static void
on_rich_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsPartBuffer) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && g_value_get_boxed (value) != NULL)
    replace_selection (self, g_value_get_boxed (value));
}

static void
on_letters (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsPartBuffer) self = data;
  g_autofree char *letters = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GString) clean = NULL;
  g_autoptr (CsText) text = NULL;

  if (letters == NULL) /* nothing that is text: nothing to paste */
    return;

  clean = g_string_new (letters);
  g_string_replace (clean, CS_OBJECT_CHARACTER, "", 0);
  text = cs_text_new (clean->str, clean->len);
  replace_selection (self, text);
}

void
cs_part_buffer_paste (CsPartBuffer *self, GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  g_return_if_fail (CS_IS_PART_BUFFER (self));

  if (gdk_content_formats_contain_gtype (formats, CS_TYPE_TEXT))
    gdk_clipboard_read_value_async (clipboard, CS_TYPE_TEXT, G_PRIORITY_DEFAULT, NULL,
                                    on_rich_text, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_letters, g_object_ref (self));
}

/* Moves [@start_char, @end_char) to @at_char outside it, as one change. */
static guint
move_text (CsPartBuffer *self, guint start_char, guint end_char, guint at_char)
{
  g_autoptr (CsText) moved = cs_part_buffer_dup_slice (self, start_char, end_char);
  g_autoptr (CsText) passed = NULL;
  g_autoptr (CsText) both = NULL;

  if (at_char < start_char)
    {
      passed = cs_part_buffer_dup_slice (self, at_char, start_char);
      both = cs_text_splice (passed, 0, 0, moved);
      cs_part_buffer_replace (self, at_char, end_char, both);
      return at_char + end_char - start_char;
    }

  passed = cs_part_buffer_dup_slice (self, end_char, at_char);
  both = cs_text_splice (passed, cs_text_get_n_bytes (passed), cs_text_get_n_bytes (passed), moved);
  cs_part_buffer_replace (self, start_char, at_char, both);
  return at_char;
}

gboolean
cs_part_buffer_drop (CsPartBuffer *self, CsPartBuffer *source, guint at_char, gboolean move)
{
  GtkTextIter start, end;
  guint start_char, end_char;
  g_autoptr (CsText) text = NULL;

  g_return_val_if_fail (CS_IS_PART_BUFFER (self) && CS_IS_PART_BUFFER (source), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (source), &start, &end))
    return FALSE;

  start_char = gtk_text_iter_get_offset (&start);
  end_char = gtk_text_iter_get_offset (&end);
  if (self == source && at_char >= start_char && at_char <= end_char)
    return FALSE;

  if (self == source && move)
    at_char = move_text (self, start_char, end_char, at_char);
  else
    {
      text = cs_part_buffer_dup_slice (source, start_char, end_char);
      cs_part_buffer_replace (self, at_char, at_char, text);
      at_char += end_char - start_char;
    }

  /* No selection is left, which the source of a drag would delete. */
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &end, at_char);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &end);
  return TRUE;
}
