#include "cs-docx-places.h"

struct _CsDocxPlaces
{
  GArray *places; /* of CsDocxPlace */
};

CsDocxPlaces *
cs_docx_places_new (void)
{
  CsDocxPlaces *places = g_new0 (CsDocxPlaces, 1);

  places->places = g_array_new (FALSE, FALSE, sizeof (CsDocxPlace));

  return places;
}

void
cs_docx_places_free (CsDocxPlaces *places)
{
  g_array_unref (places->places);
  g_free (places);
}

void
cs_docx_places_add (CsDocxPlaces *places, const CsDocxPlace *place)
{
  g_array_append_vals (places->places, place, 1);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CsDocxPlace *left = a;
  const CsDocxPlace *right = b;

  if (left->part != right->part)
    return left->part < right->part ? -1 : 1;

  return left->start < right->start ? -1 : left->start > right->start;
}

void
cs_docx_places_sort (CsDocxPlaces *places)
{
  g_array_sort (places->places, compare_places);
}

const CsDocxPlace *
cs_docx_places_get (const CsDocxPlaces *places, guint *n_places)
{
  *n_places = places->places->len;

  return (const CsDocxPlace *)(gpointer)places->places->data;
}

/* The first place of @part that ends behind @byte; the number of all when there is none. */
static guint
find_behind (const CsDocxPlaces *places, CsPart part, gsize byte)
{
  guint low = 0;
  guint high = places->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CsDocxPlace *place = &g_array_index (places->places, CsDocxPlace, middle);

      if (place->part < part || (place->part == part && place->start + place->n_bytes <= byte))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The bytes of the text of its part that @span marks. */
static CsRange
range_of (const CsDraft *draft, const CsSpan *span)
{
  const CsText *text = draft->texts[span->part];
  const CsUnit *unit;

  if (span->index >= cs_draft_get_n_units (draft, span->part))
    return (CsRange){ 0, text == NULL ? 0 : cs_text_get_n_bytes (text) };

  unit = cs_draft_get_unit (draft, span->part, span->index);
  if (span->end <= span->start)
    return (CsRange){ unit->number_start, unit->end };

  return (CsRange){ unit->start + span->start, MIN (unit->start + span->end, unit->end) };
}

static gboolean
is_text (const CsDocxPlace *place)
{
  return place->n_source > 0;
}

static CsDocxPoint
point_before (const CsDocxPlace *place, gsize byte)
{
  gsize behind = byte > place->start ? byte - place->start : 0;
  gboolean is_whole = place->n_source != place->n_bytes;

  if (!is_text (place))
    return (CsDocxPoint){ place->node, 0 };

  return (CsDocxPoint){ place->node, place->offset + (is_whole ? 0 : behind) };
}

static CsDocxPoint
point_behind (const CsDocxPlace *place, gsize byte)
{
  gsize within = MIN (byte, place->start + place->n_bytes) - place->start;
  gboolean is_whole = place->n_source != place->n_bytes;

  if (!is_text (place))
    return (CsDocxPoint){ place->node, 1 };

  return (CsDocxPoint){ place->node, place->offset + (is_whole ? place->n_source : within) };
}

gboolean
cs_docx_places_find (const CsDocxPlaces *places,
                     const CsDraft *draft,
                     const CsSpan *span,
                     CsDocxPoint *start,
                     CsDocxPoint *end)
{
  CsRange range = range_of (draft, span);
  guint first = find_behind (places, span->part, range.start);
  guint behind = find_behind (places, span->part, range.end);
  const CsDocxPlace *all = (const CsDocxPlace *)(gpointer)places->places->data;

  /* The place in which the span ends begins before its end, or belongs to what follows. */
  if (behind < places->places->len && all[behind].part == span->part &&
      all[behind].start < range.end)
    behind++;
  if (cs_range_is_empty (range) || first >= behind)
    return FALSE;

  *start = point_before (&all[first], range.start);
  *end = point_behind (&all[behind - 1], range.end);
  return TRUE;
}
