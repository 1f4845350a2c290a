#include <string.h>

#include "../../base/cs-position.h"
#include "../../base/cs-text-builder.h"
#include "cs-object-paintable.h"
#include "cs-part-buffer-text.h"
#include "cs-run-tags.h"

#define OBJECT_BYTES (sizeof (CS_OBJECT_CHARACTER) - 1)

/* A place in a string that is walked through once. */
typedef struct
{
  const char *string;
  gsize byte;
  guint at_char;
} Walker;

static gsize
walk_to_char (Walker *walker, guint at_char)
{
  const char *at = walker->string + walker->byte;

  walker->byte = g_utf8_offset_to_pointer (at, at_char - walker->at_char) - walker->string;
  walker->at_char = at_char;
  return walker->byte;
}

static void
walk_to_byte (Walker *walker, gsize byte)
{
  walker->at_char += cs_position_to_chars (walker->string + walker->byte, byte - walker->byte,
                                           byte - walker->byte);
  walker->byte = byte;
}

static void
append_object (CsTextBuilder *builder, GtkTextIter *at)
{
  GdkPaintable *paintable = gtk_text_iter_get_paintable (at);
  const CsInlineObject *object;

  if (!CS_IS_OBJECT_PAINTABLE (paintable))
    {
      cs_text_builder_append_object (builder, CS_OBJECT_UNKNOWN, NULL, NULL);
      return;
    }

  object = cs_object_paintable_get_object (CS_OBJECT_PAINTABLE (paintable));
  cs_text_builder_append_object (builder, object->kind, object->payload, object->preview);
}

static void
read_letters (CsTextBuilder *builder, const char *slice, const GtkTextIter *start)
{
  guint start_char = gtk_text_iter_get_offset (start);
  Walker walker = { slice, 0, 0 };
  const char *found;

  while ((found = strstr (slice + walker.byte, CS_OBJECT_CHARACTER)) != NULL)
    {
      GtkTextIter iter = *start;

      cs_text_builder_append (builder, slice + walker.byte, found - slice - walker.byte);
      walk_to_byte (&walker, found - slice);
      gtk_text_iter_set_offset (&iter, start_char + walker.at_char);
      append_object (builder, &iter);
      walk_to_byte (&walker, found - slice + OBJECT_BYTES);
    }

  cs_text_builder_append (builder, slice + walker.byte, strlen (slice + walker.byte));
}

/* Finds the next run of @tag from @from on; its bounds are within [@from, @end). */
static gboolean
next_run (GtkTextTag *tag, GtkTextIter *from, const GtkTextIter *end, GtkTextIter *run_end)
{
  if (!gtk_text_iter_has_tag (from, tag) &&
      (!gtk_text_iter_forward_to_tag_toggle (from, tag) || !gtk_text_iter_has_tag (from, tag)))
    return FALSE;
  if (gtk_text_iter_compare (from, end) >= 0)
    return FALSE;

  *run_end = *from;
  if (!gtk_text_iter_forward_to_tag_toggle (run_end, tag) ||
      gtk_text_iter_compare (run_end, end) > 0)
    *run_end = *end;

  return TRUE;
}

static void
read_runs (CsTextBuilder *builder,
           CsRunStyle style,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_iter_get_buffer (start));
  GtkTextTag *tag = cs_run_tags_get (table, style);
  guint start_char = gtk_text_iter_get_offset (start);
  Walker walker = { cs_text_builder_peek (builder), 0, 0 };
  GtkTextIter run_start = *start;
  GtkTextIter run_end;

  while (next_run (tag, &run_start, end, &run_end))
    {
      gsize first = walk_to_char (&walker, gtk_text_iter_get_offset (&run_start) - start_char);
      gsize last = walk_to_char (&walker, gtk_text_iter_get_offset (&run_end) - start_char);

      cs_text_builder_add_run (builder, first, last, style);
      run_start = run_end;
    }
}

CsText *
cs_part_buffer_text_read (const GtkTextIter *start, const GtkTextIter *end)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autofree char *slice = gtk_text_iter_get_slice (start, end);

  read_letters (builder, slice, start);
  for (CsRunStyle style = 0; style < CS_N_RUN_STYLES; style++)
    read_runs (builder, style, start, end);

  return cs_text_builder_end (builder);
}

static void
insert_letters (GtkTextIter *at, CsText *text, CsPartBufferPaint paint, gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (at);
  const char *string = cs_text_get_string (text);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);
  gsize byte = 0;

  for (guint i = 0; i < n_objects; i++)
    {
      g_autoptr (GdkPaintable) paintable = paint (&objects[i], data);

      gtk_text_buffer_insert (buffer, at, string + byte, objects[i].at - byte);
      gtk_text_buffer_insert_paintable (buffer, at, paintable);
      byte = objects[i].at + OBJECT_BYTES;
    }

  gtk_text_buffer_insert (buffer, at, string + byte, cs_text_get_n_bytes (text) - byte);
}

guint
cs_part_buffer_text_find_covering (const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_iter_get_buffer (start));
  GtkTextIter before = *start;
  guint covering = 0;

  if (!gtk_text_iter_backward_char (&before))
    return 0;

  for (CsRunStyle style = 0; style < CS_N_RUN_STYLES; style++)
    {
      GtkTextTag *tag = cs_run_tags_get (table, style);
      GtkTextIter run_end = before;

      if (gtk_text_iter_has_tag (&before, tag) &&
          gtk_text_iter_forward_to_tag_toggle (&run_end, tag) &&
          gtk_text_iter_compare (&run_end, end) > 0)
        covering |= 1u << style;
    }

  return covering;
}

/* Deleting may have joined two runs around the place, which leave what comes between them alone. */
static void
remove_joined (const GtkTextIter *start, const GtkTextIter *end, guint covering)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  for (CsRunStyle style = 0; style < CS_N_RUN_STYLES; style++)
    if ((covering & (1u << style)) == 0)
      gtk_text_buffer_remove_tag (buffer, cs_run_tags_get (table, style), start, end);
}

void
cs_part_buffer_text_insert (GtkTextIter *at,
                            CsText *text,
                            guint covering,
                            CsPartBufferPaint paint,
                            gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (at);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  guint start_char = gtk_text_iter_get_offset (at);
  Walker walker = { cs_text_get_string (text), 0, 0 };
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  GtkTextIter first, last;

  insert_letters (at, text, paint, data);
  gtk_text_buffer_get_iter_at_offset (buffer, &first, start_char);
  remove_joined (&first, at, covering);
  for (guint i = 0; i < n_runs; i++)
    {
      guint n_chars;

      walk_to_byte (&walker, runs[i].start); /* runs are sorted by start */
      n_chars = cs_position_to_chars (walker.string + walker.byte, runs[i].end - runs[i].start,
                                      runs[i].end - runs[i].start);
      gtk_text_buffer_get_iter_at_offset (buffer, &first, start_char + walker.at_char);
      gtk_text_buffer_get_iter_at_offset (buffer, &last, start_char + walker.at_char + n_chars);
      gtk_text_buffer_apply_tag (buffer, cs_run_tags_get (table, runs[i].style), &first, &last);
    }
}

char *
cs_part_buffer_text_clean (const char *utf8, gsize n_bytes)
{
  g_autoptr (GString) letters = g_string_new_len (utf8, n_bytes);
  g_autoptr (CsText) text = NULL;

  g_string_replace (letters, CS_OBJECT_CHARACTER, "", 0);
  text = cs_text_new (letters->str, letters->len);

  return g_strdup (cs_text_get_string (text));
}

guint
cs_part_buffer_text_find_seam (const GtkTextIter *start, const GtkTextIter *end, gboolean split)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_iter_get_buffer (start));
  guint seam = gtk_text_iter_get_offset (start);

  for (CsRunStyle style = 0; style < CS_N_RUN_STYLES; style++)
    {
      GtkTextTag *tag = cs_run_tags_get (table, style);
      GtkTextIter iter = *start;

      if (!gtk_text_iter_has_tag (end, tag) || !gtk_text_iter_backward_char (&iter) ||
          !gtk_text_iter_has_tag (&iter, tag))
        continue;
      iter = *start;
      if (!split && gtk_text_iter_has_tag (start, tag) &&
          (!gtk_text_iter_forward_to_tag_toggle (&iter, tag) ||
           gtk_text_iter_compare (&iter, end) > 0))
        continue; /* one run covers it all */

      iter = *start;
      if (!gtk_text_iter_backward_to_tag_toggle (&iter, tag))
        gtk_text_buffer_get_start_iter (gtk_text_iter_get_buffer (start), &iter);
      seam = MIN (seam, (guint)gtk_text_iter_get_offset (&iter));
    }

  return seam;
}
