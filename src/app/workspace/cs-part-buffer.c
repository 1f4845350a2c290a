#include <string.h>

#include "cs-object-paintable.h"
#include "cs-part-buffer-text.h"
#include "cs-run-tags.h"

struct _CsPartBuffer
{
  GtkSourceBuffer parent_instance;

  CsPart part;
  CsText *text; /* nullable: what cs_part_buffer_get_text() made since the last change */
  guint quiet;  /* above 0: whoever changes the buffer reports it */
  int max_width;
  CsPictureSet *pictures; /* nullable */
};

G_DEFINE_FINAL_TYPE (CsPartBuffer, cs_part_buffer, GTK_SOURCE_TYPE_BUFFER)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define PARENT_CLASS GTK_TEXT_BUFFER_CLASS (cs_part_buffer_parent_class)

/* --- reports --- */

/* A change under way: where it is and what was there. */
typedef struct
{
  guint start_char;
  guint n_after; /* code points behind the change, which it leaves alone */
  CsText *removed;
} Report;

static guint
count_chars (CsPartBuffer *self)
{
  return gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self));
}

static void
report_begin (CsPartBuffer *self,
              Report *report,
              const GtkTextIter *start,
              const GtkTextIter *end,
              gboolean split)
{
  GtkTextIter seam;

  report->start_char = cs_part_buffer_text_find_seam (start, end, split);
  report->n_after = count_chars (self) - gtk_text_iter_get_offset (end);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &seam, report->start_char);
  report->removed = cs_part_buffer_text_read (&seam, end);
  g_clear_pointer (&self->text, cs_text_unref);
}

static void
report_end (CsPartBuffer *self, Report *report)
{
  g_autoptr (CsText) removed = g_steal_pointer (&report->removed);
  g_autoptr (CsText) inserted = NULL;

  g_clear_pointer (&self->text, cs_text_unref);
  inserted = cs_part_buffer_dup_slice (self, report->start_char,
                                       count_chars (self) - report->n_after);
  if (!cs_text_equal (removed, inserted))
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, report->start_char, removed, inserted);
}

/* --- the ways in which a text buffer changes --- */

static void
cs_part_buffer_insert_text (GtkTextBuffer *buffer,
                            GtkTextIter *at,
                            const char *letters,
                            int n_bytes)
{
  CsPartBuffer *self = CS_PART_BUFFER (buffer);
  g_autofree char *clean = NULL;
  Report report;

  if (self->quiet > 0)
    {
      PARENT_CLASS->insert_text (buffer, at, letters, n_bytes);
      return;
    }

  clean = cs_part_buffer_text_clean (letters, n_bytes);
  if (*clean == '\0')
    return;

  report_begin (self, &report, at, at, FALSE);
  PARENT_CLASS->insert_text (buffer, at, clean, strlen (clean));
  report_end (self, &report);
}

static void
cs_part_buffer_insert_paintable (GtkTextBuffer *buffer, GtkTextIter *at, GdkPaintable *paintable)
{
  CsPartBuffer *self = CS_PART_BUFFER (buffer);
  Report report;

  if (self->quiet > 0)
    {
      PARENT_CLASS->insert_paintable (buffer, at, paintable);
      return;
    }

  report_begin (self, &report, at, at, FALSE);
  PARENT_CLASS->insert_paintable (buffer, at, paintable);
  report_end (self, &report);
}

static void
cs_part_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  CsPartBuffer *self = CS_PART_BUFFER (buffer);
  Report report;

  if (self->quiet > 0)
    {
      PARENT_CLASS->delete_range (buffer, start, end);
      return;
    }

  gtk_text_iter_order (start, end);
  report_begin (self, &report, start, end, FALSE);
  PARENT_CLASS->delete_range (buffer, start, end);
  report_end (self, &report);
}

typedef void (*TagFunc) (GtkTextBuffer *buffer,
                         GtkTextTag *tag,
                         const GtkTextIter *start,
                         const GtkTextIter *end);

static void
change_tag (GtkTextBuffer *buffer,
            GtkTextTag *tag,
            const GtkTextIter *start,
            const GtkTextIter *end,
            TagFunc change)
{
  CsPartBuffer *self = CS_PART_BUFFER (buffer);
  Report report;

  if (self->quiet > 0 || !cs_run_tags_is_run (tag))
    {
      change (buffer, tag, start, end);
      return;
    }

  report_begin (self, &report, start, end, TRUE);
  change (buffer, tag, start, end);
  report_end (self, &report);
}

static void
cs_part_buffer_apply_tag (GtkTextBuffer *buffer,
                          GtkTextTag *tag,
                          const GtkTextIter *start,
                          const GtkTextIter *end)
{
  change_tag (buffer, tag, start, end, PARENT_CLASS->apply_tag);
}

static void
cs_part_buffer_remove_tag (GtkTextBuffer *buffer,
                           GtkTextTag *tag,
                           const GtkTextIter *start,
                           const GtkTextIter *end)
{
  change_tag (buffer, tag, start, end, PARENT_CLASS->remove_tag);
}

/* --- objects --- */

static GdkPaintable *
paint_object (const CsInlineObject *object, gpointer data)
{
  CsPartBuffer *self = data;
  CsMatterPicture *picture = NULL;
  CsObjectPaintable *paintable;

  if (self->pictures != NULL && object->preview != NULL)
    picture = cs_picture_set_get (self->pictures, object->preview);

  paintable = cs_object_paintable_new (object, (GdkPaintable *)picture);
  if (self->max_width > 0)
    cs_object_paintable_set_max_width (paintable, self->max_width);

  return GDK_PAINTABLE (paintable);
}

void
cs_part_buffer_set_pictures (CsPartBuffer *self, CsPictureSet *pictures)
{
  g_return_if_fail (CS_IS_PART_BUFFER (self));

  g_set_object (&self->pictures, pictures);
}

CsPictureSet *
cs_part_buffer_get_pictures (CsPartBuffer *self)
{
  g_return_val_if_fail (CS_IS_PART_BUFFER (self), NULL);

  return self->pictures;
}

void
cs_part_buffer_set_max_width (CsPartBuffer *self, int max_width)
{
  GtkTextIter iter;

  g_return_if_fail (CS_IS_PART_BUFFER (self));

  if (self->max_width == max_width)
    return;

  self->max_width = max_width;
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &iter);
  while (gtk_text_iter_forward_search (&iter, CS_OBJECT_CHARACTER, 0, NULL, &iter, NULL))
    {
      GtkTextIter at = iter;
      GdkPaintable *paintable;

      gtk_text_iter_backward_char (&at);
      paintable = gtk_text_iter_get_paintable (&at);
      if (CS_IS_OBJECT_PAINTABLE (paintable))
        cs_object_paintable_set_max_width (CS_OBJECT_PAINTABLE (paintable), max_width);
    }
}

void
cs_part_buffer_set_font_size (CsPartBuffer *self, double font_pt)
{
  g_return_if_fail (CS_IS_PART_BUFFER (self));

  cs_run_tags_set_font_size (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), font_pt);
}

/* --- the text as a whole --- */

CsPart
cs_part_buffer_get_part (CsPartBuffer *self)
{
  g_return_val_if_fail (CS_IS_PART_BUFFER (self), CS_PART_DOCUMENT);

  return self->part;
}

static void
put_text (CsPartBuffer *self, GtkTextIter *start, GtkTextIter *end, CsText *text)
{
  guint covering = cs_part_buffer_text_find_covering (start, end);

  self->quiet++;
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self), start, end);
  if (text != NULL)
    cs_part_buffer_text_insert (start, text, covering, paint_object, self);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  self->quiet--;
}

void
cs_part_buffer_load (CsPartBuffer *self, CsText *text)
{
  GtkTextIter start, end;

  g_return_if_fail (CS_IS_PART_BUFFER (self) && text != NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  put_text (self, &start, &end, text);
  g_clear_pointer (&self->text, cs_text_unref);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
}

CsText *
cs_part_buffer_get_text (CsPartBuffer *self)
{
  g_return_val_if_fail (CS_IS_PART_BUFFER (self), NULL);

  if (self->text == NULL)
    self->text = cs_part_buffer_dup_slice (self, 0, count_chars (self));

  return self->text;
}

CsText *
cs_part_buffer_dup_slice (CsPartBuffer *self, guint start_char, guint end_char)
{
  GtkTextIter start, end;

  g_return_val_if_fail (CS_IS_PART_BUFFER (self), NULL);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &start, start_char);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &end, end_char);
  return cs_part_buffer_text_read (&start, &end);
}

void
cs_part_buffer_replace (CsPartBuffer *self, guint start_char, guint end_char, CsText *insert)
{
  GtkTextIter start, end;
  Report report;

  g_return_if_fail (CS_IS_PART_BUFFER (self));

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &start, start_char);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &end, MAX (start_char, end_char));
  report_begin (self, &report, &start, &end, FALSE);
  put_text (self, &start, &end, insert);
  report_end (self, &report);
}

/* --- styles --- */

static gboolean
all_has_tag (const GtkTextIter *start, const GtkTextIter *end, GtkTextTag *tag)
{
  GtkTextIter iter = *start;

  return gtk_text_iter_has_tag (start, tag) && gtk_text_iter_forward_to_tag_toggle (&iter, tag) &&
         gtk_text_iter_compare (&iter, end) >= 0;
}

/* A heading is a whole line. */
static void
extend_to_lines (GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_iter_set_line_offset (start, 0);
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

static void
change_style (CsPartBuffer *self,
              CsRunStyle style,
              const GtkTextIter *start,
              const GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *tag = cs_run_tags_get (table, style);

  if (all_has_tag (start, end, tag))
    {
      gtk_text_buffer_remove_tag (buffer, tag, start, end);
      return;
    }

  if (style == CS_RUN_SUB)
    gtk_text_buffer_remove_tag (buffer, cs_run_tags_get (table, CS_RUN_SUP), start, end);
  if (style == CS_RUN_SUP)
    gtk_text_buffer_remove_tag (buffer, cs_run_tags_get (table, CS_RUN_SUB), start, end);
  gtk_text_buffer_apply_tag (buffer, tag, start, end);
}

void
cs_part_buffer_toggle_style (CsPartBuffer *self, CsRunStyle style)
{
  GtkTextIter start, end;
  Report report;

  g_return_if_fail (CS_IS_PART_BUFFER (self) && style < CS_N_RUN_STYLES);

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  if (style == CS_RUN_HEADING)
    extend_to_lines (&start, &end);
  if (gtk_text_iter_equal (&start, &end))
    return;

  report_begin (self, &report, &start, &end, TRUE);
  self->quiet++;
  change_style (self, style, &start, &end);
  self->quiet--;
  report_end (self, &report);
}

/* --- the object --- */

static void
cs_part_buffer_finalize (GObject *object)
{
  CsPartBuffer *self = CS_PART_BUFFER (object);

  g_clear_pointer (&self->text, cs_text_unref);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (cs_part_buffer_parent_class)->finalize (object);
}

static void
cs_part_buffer_constructed (GObject *object)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (object);
  GtkSourceBuffer *source = GTK_SOURCE_BUFFER (object);

  G_OBJECT_CLASS (cs_part_buffer_parent_class)->constructed (object);

  cs_run_tags_add (gtk_text_buffer_get_tag_table (buffer));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_source_buffer_set_highlight_syntax (source, FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (source, FALSE);
  gtk_source_buffer_set_implicit_trailing_newline (source, FALSE);
  gtk_source_buffer_set_style_scheme (source, NULL); /* schemes are greyer than the theme */
}

static void
cs_part_buffer_class_init (CsPartBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cs_part_buffer_constructed;
  G_OBJECT_CLASS (klass)->finalize = cs_part_buffer_finalize;
  buffer_class->insert_text = cs_part_buffer_insert_text;
  buffer_class->insert_paintable = cs_part_buffer_insert_paintable;
  buffer_class->delete_range = cs_part_buffer_delete_range;
  buffer_class->apply_tag = cs_part_buffer_apply_tag;
  buffer_class->remove_tag = cs_part_buffer_remove_tag;

  signals[SIGNAL_EDITED] =
      g_signal_new ("edited", CS_TYPE_PART_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_UINT, CS_TYPE_TEXT | G_SIGNAL_TYPE_STATIC_SCOPE,
                    CS_TYPE_TEXT | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
cs_part_buffer_init (CsPartBuffer *self)
{
}

CsPartBuffer *
cs_part_buffer_new (CsPart part)
{
  CsPartBuffer *self = g_object_new (CS_TYPE_PART_BUFFER, NULL);

  self->part = part;
  return self;
}
