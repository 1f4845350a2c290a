#include <string.h>

#include "../../base/cs-text-builder.h"
#include "cs-clip.h"
#include "cs-html-provider.h"
#include "cs-object-paintable.h"
#include "cs-part-buffer.h"
#include "cs-picture-file.h"

/* Copying and pasting. Within the program texts keep their runs and objects, with their pictures;
 * others are given HTML, in which subscripts and superscripts are kept, and letters, with a word
 * for each object; what they give is cleaned. */


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
  g_autoptr (CsClip) clip = NULL;
  g_autofree char *letters = NULL;
  GdkContentProvider *providers[3];

  g_return_val_if_fail (CS_IS_PART_BUFFER (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return NULL;

  text = cs_part_buffer_dup_slice (self, gtk_text_iter_get_offset (&start),
                                   gtk_text_iter_get_offset (&end));
  letters = dup_letters (text);
  clip = cs_clip_new (text, cs_part_buffer_get_pictures (self));
  providers[0] = gdk_content_provider_new_typed (CS_TYPE_CLIP, clip);
  providers[1] = cs_html_provider_new (text);
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, letters);

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

/* --- text of this program --- */

/* A clip that waits for its pictures. */
typedef struct
{
  CsPartBuffer *buffer;
  CsClip *clip;
} Pasting;

static void
pasting_free (gpointer data, GClosure *closure)
{
  Pasting *pasting = data;

  g_object_unref (pasting->buffer);
  cs_clip_unref (pasting->clip);
  g_free (pasting);
}

static void paste_clip (CsPartBuffer *self, CsClip *clip);

static void
on_picture_loaded (CsMatterPicture *picture, gpointer data)
{
  Pasting *pasting = data;
  g_autoptr (CsPartBuffer) buffer = g_object_ref (pasting->buffer);
  g_autoptr (CsClip) clip = cs_clip_ref (pasting->clip);

  g_signal_handlers_disconnect_by_data (picture, pasting);
  paste_clip (buffer, clip);
}

static void
paste_clip (CsPartBuffer *self, CsClip *clip)
{
  CsMatterPicture *loading = cs_clip_find_loading (clip);
  g_autoptr (CsText) text = NULL;
  Pasting *pasting;

  if (loading == NULL)
    {
      text = cs_clip_dup_text (clip, cs_part_buffer_get_pictures (self));
      replace_selection (self, text);
      return;
    }

  pasting = g_new0 (Pasting, 1);
  pasting->buffer = g_object_ref (self);
  pasting->clip = cs_clip_ref (clip);
  g_signal_connect_data (loading, "loaded", G_CALLBACK (on_picture_loaded), pasting, pasting_free,
                         0);
}

static void
on_clip (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsPartBuffer) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && g_value_get_boxed (value) != NULL)
    paste_clip (self, g_value_get_boxed (value));
}

/* --- pictures of others --- */

static void
paste_picture (CsPartBuffer *self, GBytes *png)
{
  CsPictureSet *pictures = cs_part_buffer_get_pictures (self);
  g_autofree char *name = NULL;
  CsTextBuilder *builder;
  g_autoptr (CsText) text = NULL;

  if (pictures == NULL)
    return;

  name = cs_picture_set_add (pictures, png);
  builder = cs_text_builder_new ();
  cs_text_builder_append_object (builder, CS_OBJECT_IMAGE, NULL, name);
  text = cs_text_builder_end (builder);
  replace_selection (self, text);
}

static void
paste_texture (CsPartBuffer *self, GdkTexture *texture)
{
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);

  paste_picture (self, png);
}

static void
on_texture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsPartBuffer) self = data;
  g_autoptr (GdkTexture) texture =
      gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture != NULL)
    paste_texture (self, texture);
}

static void
on_files_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) pictures = cs_picture_files_read_finish (result);

  for (guint i = 0; i < pictures->len; i++)
    paste_picture (CS_PART_BUFFER (source), pictures->pdata[i]);
}

static void
on_files (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsPartBuffer) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    cs_picture_files_read (G_OBJECT (self), g_value_get_boxed (value), on_files_read, NULL);
}

static void
place_cursor (CsPartBuffer *self, guint at_char)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &at, at_char);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &at);
}

void
cs_part_buffer_drop_picture (CsPartBuffer *self, GdkTexture *texture, guint at_char)
{
  place_cursor (self, at_char);
  paste_texture (self, texture);
}

void
cs_part_buffer_drop_files (CsPartBuffer *self, GSList *files, guint at_char)
{
  place_cursor (self, at_char);
  cs_picture_files_read (G_OBJECT (self), files, on_files_read, NULL);
}

/* --- letters --- */

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

/* All types that what is on @clipboard can be had as. */
static GdkContentFormats *
ref_formats (GdkClipboard *clipboard)
{
  return gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
}

/* Letters, else a picture. */
static void
paste_plain (CsPartBuffer *self, GdkClipboard *clipboard)
{
  GdkContentFormats *formats = ref_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
      !gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_text_async (clipboard, NULL, on_letters, g_object_ref (self));
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, on_texture, g_object_ref (self));
  gdk_content_formats_unref (formats);
}

/* --- HTML of others --- */

/* Of a picture, programs give HTML too, in which there is nothing to take. */
static void
on_html (GObject *source, GAsyncResult *result, gpointer data)
{
  CsPartBuffer *self = CS_PART_BUFFER (source);
  g_autoptr (GdkClipboard) clipboard = data;
  g_autoptr (CsText) text = cs_html_take_finish (result);

  if (text != NULL && cs_text_get_n_bytes (text) > 0)
    replace_selection (self, text);
  else
    paste_plain (self, clipboard);
}

/* --- whatever there is --- */

void
cs_part_buffer_paste (CsPartBuffer *self, GdkClipboard *clipboard)
{
  GdkContentFormats *formats = ref_formats (clipboard);

  g_return_if_fail (CS_IS_PART_BUFFER (self));

  if (gdk_content_formats_contain_gtype (formats, CS_TYPE_CLIP))
    gdk_clipboard_read_value_async (clipboard, CS_TYPE_CLIP, G_PRIORITY_DEFAULT, NULL, on_clip,
                                    g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    on_files, g_object_ref (self));
  else if (gdk_content_formats_contain_mime_type (formats, CS_HTML_TYPE))
    cs_html_take (clipboard, G_OBJECT (self), on_html, g_object_ref (clipboard));
  else
    paste_plain (self, clipboard);
  gdk_content_formats_unref (formats);
}

/* --- dragging --- */

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
  g_autoptr (CsClip) clip = NULL;

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
      clip = cs_clip_new (text, cs_part_buffer_get_pictures (source));
      place_cursor (self, at_char);
      paste_clip (self, clip);
      return TRUE;
    }

  /* No selection is left, which the source of a drag would delete. */
  place_cursor (self, at_char);
  return TRUE;
}
