/* What a manuscript in Word will not hold as the draft does, by the same decisions that write
 * it. */

#include <string.h>

#include "../../manuscript/cs-write-loss.h"
#include "cs-docx-write-private.h"

#define BAD_LEAD "\xef\xbf" /* of U+FFFC to U+FFFF */

static CsWriteGrade
get_grade (const CsDocxShape *shape)
{
  if (shape->form == CS_DOCX_FORM_MISSING)
    return CS_WRITE_LOST;

  return g_str_has_suffix (shape->why, "-incomplete") ? CS_WRITE_LOST : CS_WRITE_CHANGED;
}

static gboolean
add_objects (GArray *notes, const CsWriteJob *job, CsPart part, GError **error)
{
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (job->draft->texts[part], &n_objects);

  for (guint i = 0; i < n_objects; i++)
    {
      g_auto (CsDocxShape) shape = { 0 };
      CsSpan span;

      if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
        return FALSE;
      cs_docx_shape_init (&shape, job, &objects[i]);
      if (shape.why == NULL)
        continue;
      span = cs_write_loss_span (job->draft, part, objects[i].at,
                                 objects[i].at + strlen (CS_OBJECT_CHARACTER));
      cs_write_notes_add (notes, get_grade (&shape), shape.why,
                          shape.form == CS_DOCX_FORM_MISSING ? objects[i].preview : NULL, &span);
    }

  return TRUE;
}

/* XML has no means to say U+FFFE and U+FFFF. */
static void
add_characters (GArray *notes, const CsDraft *draft, CsPart part)
{
  const char *string = cs_text_get_string (draft->texts[part]);

  for (const char *at = string; (at = strstr (at, BAD_LEAD)) != NULL; at += strlen (BAD_LEAD))
    {
      guchar last = at[2];
      CsSpan span;

      if (last < 0xbe)
        continue;
      span = cs_write_loss_span (draft, part, at - string, at - string + 3);
      cs_write_notes_add (notes, CS_WRITE_LOST, "character-lost",
                          last == 0xbe ? "U+FFFE" : "U+FFFF", &span);
    }
}

/* Word has no subscript of a superscript. */
static void
add_scripts (GArray *notes, const CsDraft *draft, CsPart part)
{
  static const guint both = 1 << CS_RUN_SUB | 1 << CS_RUN_SUP;
  g_autoptr (GArray) segments = cs_docx_segments_new (draft->texts[part]);

  for (guint i = 0; i < segments->len; i++)
    {
      const CsDocxSegment *segment = &g_array_index (segments, CsDocxSegment, i);
      CsSpan span;

      if ((segment->styles & both) != both)
        continue;
      span = cs_write_loss_span (draft, part, segment->start, segment[1].start);
      cs_write_notes_add (notes, CS_WRITE_CHANGED, "script-in-script", NULL, &span);
    }
}

/* Numbers that stand in no text are given anew by the office's own program. */
static void
add_numbers (GArray *notes, const CsWriteJob *job, CsPart part)
{
  const CsDocxLayout *layout = cs_docx_layout_find (job->layout, job->draft);

  if (part == CS_PART_CLAIMS)
    return;

  for (guint i = 0; i < cs_draft_get_n_units (job->draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (job->draft, part, i);
      CsSpan span = { part, i, 0, 0 };

      if (unit->number > 0 && unit->number_start == unit->start &&
          (unit->kind == CS_UNIT_HEADING || !layout->numbers_every_paragraph))
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "paragraph-number", NULL, &span);
    }
}

static void
add_drawings (GArray *notes, const CsWriteJob *job)
{
  const GArray *figures = job->draft->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (figures, CsFigure, i);
      CsRasterInfo raster;
      g_autoptr (GBytes) bytes = cs_docx_load_drawing (job, figure, &raster);
      const char *name = figure->file == NULL ? figure->label : figure->file;
      CsSpan span = { .part = CS_PART_FIGURES, .index = CS_NO_INDEX };

      if (bytes == NULL)
        cs_write_notes_add (notes, CS_WRITE_LOST, "drawing-lost", name, &span);
    }
}

static gboolean
add_part (GArray *notes, const CsWriteJob *job, CsPart part, GError **error)
{
  if (job->draft->texts[part] == NULL)
    return TRUE;

  add_characters (notes, job->draft, part);
  add_scripts (notes, job->draft, part);
  add_numbers (notes, job, part);

  return add_objects (notes, job, part, error);
}

GArray *
cs_docx_preview (const CsWriteJob *job, GError **error)
{
  g_autoptr (GArray) notes = cs_write_notes_new ();

  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    if (!add_part (notes, job, part, error))
      return NULL;

  add_drawings (notes, job);
  cs_write_loss_add_sheet (notes, job->draft, TRUE);
  cs_write_loss_add_reading (notes, job->draft);

  return g_steal_pointer (&notes);
}
