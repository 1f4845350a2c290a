#include "cs-document-private.h"

#include "../../base/cs-position.h"
#include "../../draft/cs-draft-compose.h"

/* Where the places that were examined are now, in a text that goes on changing. */

void
cs_document_forget_units (CsDocument *document)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&document->unit_chars[part], g_array_unref);
}

void
cs_document_shift (CsDocument *document, const CsShift *shift)
{
  gboolean first = document->shifts->len == 0 && document->view != NULL;

  g_array_append_vals (document->shifts, shift, 1);
  if (first)
    cs_document_notify (document, CS_DOCUMENT_STALE);
}

guint
cs_document_map_char (CsDocument *document, CsPart part, guint at_char)
{
  for (guint i = 0; i < document->shifts->len; i++)
    {
      const CsShift *shift = &g_array_index (document->shifts, CsShift, i);

      if (shift->part != part || at_char < shift->at_char)
        continue;
      if (at_char < shift->at_char + shift->n_removed)
        at_char = shift->at_char;
      else
        at_char += shift->n_inserted - shift->n_removed;
    }

  return at_char;
}

static GArray *
list_unit_chars (const CsDraft *draft, CsPart part)
{
  guint n_units = cs_draft_get_n_units (draft, part);
  GArray *chars = g_array_sized_new (FALSE, FALSE, sizeof (CsUnitChars), n_units);
  const char *text =
      draft->texts[part] == NULL ? "" : cs_text_get_string (draft->texts[part]);
  gsize byte = 0;
  guint at = 0;

  for (guint i = 0; i < n_units; i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      gsize start = unit->number_start;
      gsize n_bytes = unit->end - start;
      CsUnitChars place;

      at += cs_position_to_chars (text + byte, start - byte, start - byte);
      place.start = at;
      at += cs_position_to_chars (text + start, n_bytes, n_bytes);
      place.end = at;
      byte = unit->end;
      g_array_append_val (chars, place);
    }

  return chars;
}

static const GArray *
get_unit_chars (CsDocument *document, CsPart part)
{
  if (document->unit_chars[part] == NULL)
    {
      const CsDraft *draft =
          document->view == NULL ? document->draft : document->view->result->draft;

      document->unit_chars[part] = list_unit_chars (draft, part);
    }

  return document->unit_chars[part];
}

guint
cs_document_map_unit (CsDocument *document, CsPart part, guint index, guint *end_char)
{
  const GArray *chars = get_unit_chars (document, part);
  CsUnitChars place = { 0 };

  if (index < chars->len)
    place = g_array_index (chars, CsUnitChars, index);
  if (end_char != NULL)
    *end_char = cs_document_map_char (document, part, place.end);

  return cs_document_map_char (document, part, place.start);
}

/* Code points of the part, as examined, at which byte @byte of the text of a unit stands. */
static guint
find_char (CsDocument *document, CsPart part, guint index, gsize byte)
{
  const CsDraft *draft =
      document->view == NULL ? document->draft : document->view->result->draft;
  const CsUnit *unit = cs_draft_get_unit (draft, part, index);
  const char *text = cs_text_get_string (draft->texts[part]);
  gsize n_bytes = unit->start + byte - unit->number_start;

  return g_array_index (get_unit_chars (document, part), CsUnitChars, index).start +
         cs_position_to_chars (text + unit->number_start, n_bytes, n_bytes);
}

guint
cs_document_map_span (CsDocument *document, const CsSpan *span, guint *end_char)
{
  if (span->index >= get_unit_chars (document, span->part)->len)
    {
      *end_char = 0;
      return 0;
    }

  *end_char = cs_document_map_char (document, span->part,
                                    find_char (document, span->part, span->index, span->end));

  return cs_document_map_char (document, span->part,
                               find_char (document, span->part, span->index, span->start));
}

guint
cs_document_map_index (CsDocument *document, CsPart part, guint index)
{
  guint64 id;

  if (document->view == NULL)
    return index;

  id = cs_draft_get_unit_id (document->view->result->draft, part, index);

  return cs_draft_find_unit (cs_document_get_draft (document), part, id);
}

guint
cs_document_locate (CsDocument *document, CsPart part, guint at_char, gsize *byte)
{
  const CsDraft *draft =
      document->view == NULL ? document->draft : document->view->result->draft;
  const GArray *chars = get_unit_chars (document, part);
  const CsUnit *unit;
  const char *text;
  guint low = 0;
  guint high = chars->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (chars, CsUnitChars, middle).start <= at_char)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || at_char > g_array_index (chars, CsUnitChars, low - 1).end)
    return CS_NO_INDEX;

  unit = cs_draft_get_unit (draft, part, low - 1);
  text = cs_text_get_string (draft->texts[part]) + unit->number_start;
  *byte = cs_position_to_bytes (text, unit->end - unit->number_start,
                                at_char - g_array_index (chars, CsUnitChars, low - 1).start);
  if (*byte < unit->start - unit->number_start)
    return CS_NO_INDEX; /* in its number */
  *byte -= unit->start - unit->number_start;

  return low - 1;
}

/* The last unit that begins at or before @at_char. */
static guint
find_unit (CsDocument *document, CsPart part, guint at_char)
{
  const GArray *chars = get_unit_chars (document, part);
  guint low = 0;
  guint high = chars->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint start = g_array_index (chars, CsUnitChars, middle).start;

      if (cs_document_map_char (document, part, start) <= at_char)
        low = middle + 1;
      else
        high = middle;
    }

  return low == 0 ? CS_NO_INDEX : low - 1;
}

void
cs_document_set_cursor (CsDocument *document, CsPart part, guint at_char)
{
  guint unit = find_unit (document, part, at_char);

  if (part != document->part)
    g_object_set (document, "part", (guint)part, NULL);
  document->cursor_char = at_char;
  if (unit == document->unit)
    return;

  document->unit = unit;
  cs_document_notify (document, CS_DOCUMENT_UNIT);
}

/* Code points of @part before its byte @byte. */
static guint
count_chars (const CsDraft *draft, CsPart part, gsize byte)
{
  return cs_position_to_chars (cs_text_get_string (draft->texts[part]), byte, byte);
}

void
cs_document_show_span (CsDocument *document, const CsSpan *span)
{
  const CsDraft *draft = cs_document_get_draft (document);
  gsize start = 0;
  gsize end = 0;

  if (draft->texts[span->part] == NULL)
    return;
  if (span->index < cs_draft_get_n_units (draft, span->part))
    {
      const CsUnit *unit = cs_draft_get_unit (draft, span->part, span->index);
      gboolean whole = span->end <= span->start;

      start = whole ? unit->number_start : unit->start + span->start;
      end = whole ? unit->end : unit->start + span->end;
    }

  cs_document_go_to (document, span->part, count_chars (draft, span->part, start),
                     count_chars (draft, span->part, end), TRUE);
}
