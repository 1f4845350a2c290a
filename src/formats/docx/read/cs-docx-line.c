#include <string.h>

#include "cs-docx-line.h"

CsDocxLine *
cs_docx_line_new (void)
{
  CsDocxLine *line = g_new0 (CsDocxLine, 1);

  line->text = cs_text_builder_new ();
  line->pieces = g_array_new (FALSE, FALSE, sizeof (CsDocxPlace));
  line->marks = g_array_new (FALSE, FALSE, sizeof (CsDocxLineMark));

  return line;
}

void
cs_docx_line_free (CsDocxLine *line)
{
  cs_text_builder_free (line->text);
  g_array_unref (line->pieces);
  g_array_unref (line->marks);
  g_free (line);
}

gboolean
cs_docx_line_is_empty (const CsDocxLine *line)
{
  return cs_text_builder_get_n_bytes (line->text) == 0;
}

/* Ends the open runs that are not in @runs, and begins those that are and were not. */
static void
switch_runs (CsDocxLine *line, CsDocxRuns runs)
{
  gsize at = cs_text_builder_get_n_bytes (line->text);

  for (guint style = 0; style < CS_N_RUN_STYLES; style++)
    {
      gboolean was_open = (line->open & 1u << style) != 0;
      gboolean is_open = (runs & 1u << style) != 0;

      if (was_open && !is_open)
        cs_text_builder_add_run (line->text, line->run_starts[style], line->runs_end, style);
      if (!was_open && is_open)
        line->run_starts[style] = at;
    }
  line->open = runs;
}

/* Words that follow each other in one `w:t` are one piece. */
static void
add_piece (CsDocxLine *line, gsize start, gsize n_bytes, const CsDocxPlace *source)
{
  CsDocxPlace piece = *source;
  guint n_pieces = line->pieces->len;
  CsDocxPlace *last = NULL;

  if (n_pieces > 0)
    last = &g_array_index (line->pieces, CsDocxPlace, n_pieces - 1);

  piece.start = start;
  piece.n_bytes = n_bytes;
  if (last != NULL && last->node == piece.node && last->n_source == last->n_bytes &&
      piece.n_source == piece.n_bytes && last->offset + last->n_source == piece.offset &&
      last->start + last->n_bytes == piece.start)
    {
      last->n_bytes += piece.n_bytes;
      last->n_source += piece.n_source;
    }
  else
    g_array_append_val (line->pieces, piece);
}

void
cs_docx_line_append (CsDocxLine *line,
                     const char *utf8,
                     gsize n_bytes,
                     CsDocxRuns runs,
                     const CsDocxPlace *source)
{
  gsize start = cs_text_builder_get_n_bytes (line->text);

  switch_runs (line, runs);
  cs_text_builder_append (line->text, utf8, n_bytes);
  line->runs_end = cs_text_builder_get_n_bytes (line->text);
  if (source != NULL && line->runs_end > start)
    add_piece (line, start, line->runs_end - start, source);
}

void
cs_docx_line_append_object (CsDocxLine *line, const CsInlineObject *object, xmlNode *node)
{
  gsize start = cs_text_builder_get_n_bytes (line->text);
  CsDocxPlace source = { .node = node };

  cs_text_builder_append_object (line->text, object->kind, object->payload, object->preview);
  add_piece (line, start, cs_text_builder_get_n_bytes (line->text) - start, &source);
}

void
cs_docx_line_add_mark (CsDocxLine *line, CsDocxMark *mark)
{
  CsDocxLineMark point = { mark, cs_text_builder_get_n_bytes (line->text) };

  g_array_append_val (line->marks, point);
}

CsText *
cs_docx_line_end_text (CsDocxLine *line)
{
  CsText *text;

  switch_runs (line, 0);
  text = cs_text_builder_end (line->text);
  line->text = cs_text_builder_new ();

  return text;
}

static void
place_piece (const CsDocxPlace *piece, CsDocxPlaces *places, CsPart part, gsize at, CsRange range)
{
  gsize start = MAX (piece->start, range.start);
  gsize end = MIN (piece->start + piece->n_bytes, range.end);
  CsDocxPlace place = *piece;

  if (start >= end)
    return;

  place.part = part;
  place.start = at + (start - range.start);
  place.n_bytes = end - start;
  if (piece->n_source == piece->n_bytes)
    {
      place.offset += start - piece->start;
      place.n_source = place.n_bytes;
    }
  cs_docx_places_add (places, &place);
}

void
cs_docx_line_place (
    CsDocxLine *line, CsDocxPlaces *places, CsPart part, gsize at, CsRange range)
{
  for (guint i = 0; i < line->pieces->len; i++)
    place_piece (&g_array_index (line->pieces, CsDocxPlace, i), places, part, at, range);

  /* A line may come in two stretches, number and words: a point goes with the later of them. */
  for (guint i = 0; i < line->marks->len; i++)
    {
      CsDocxLineMark *point = &g_array_index (line->marks, CsDocxLineMark, i);
      gsize clamped = CLAMP (point->at, range.start, range.end);

      if (point->mark->part != CS_PART_DOCUMENT && point->at < range.start)
        continue;
      point->mark->part = part;
      point->mark->byte = at + (clamped - range.start);
    }
}
