#include "cs-part-marks.h"

#include "../../base/cs-position.h"
#include "../widgets/cs-shape.h"
#include "cs-claim-marks.h"
#include "cs-stretch.h"

/* More in one paragraph cannot be told apart, and would cost time at every keystroke in it. */
#define MAX_MARKS_PER_PARAGRAPH 200

/* What a tag can say, the last one on top. */
typedef enum
{
  MARK_FURTHER, /* the paragraphs of a claim after its first */
  MARK_TERM,    /* a use of the chosen term */
  MARK_NUMBER,
  MARK_SIGN,
  MARK_REFERENCE,
  MARK_TRANSITION,
  MARK_ADVICE,
  MARK_WARNING,
  MARK_ERROR,
  MARK_CHOSEN,
  N_MARK_KINDS
} MarkKind;

struct _CsPartMarks
{
  CsDocument *document;
  CsPart part;
  GtkTextBuffer *buffer;
  CsFindingView *view; /* nullable */
  GArray *unit_starts; /* guint: where each unit of @view begins with its number, as examined */
  CsPartColors colors;
  GtkTextTag *tags[N_MARK_KINDS];
  GtkTextMark *shown_start; /* nullable: the stretch that has tags */
  GtkTextMark *shown_end;
};

static void
set_color (CsPartMarks *marks, MarkKind kind, const char *property, const GdkRGBA *color)
{
  g_object_set (marks->tags[kind], property, color, NULL);
}

static void
make_tags (CsPartMarks *marks, int further_indent)
{
  for (MarkKind kind = 0; kind < N_MARK_KINDS; kind++)
    marks->tags[kind] = gtk_text_buffer_create_tag (marks->buffer, NULL, NULL);

  g_object_set (marks->tags[MARK_FURTHER], "left-margin", further_indent, "indent", 0, NULL);
  g_object_set (marks->tags[MARK_NUMBER], "weight", PANGO_WEIGHT_BOLD, NULL);
  for (CsSeverity severity = 0; severity < CS_N_SEVERITIES; severity++)
    g_object_set (marks->tags[MARK_ERROR - severity], "underline",
                  cs_shape_get_underline (severity), NULL);
}

CsPartMarks *
cs_part_marks_new (CsDocument *document, CsPart part, int further_indent)
{
  CsPartMarks *marks = g_new0 (CsPartMarks, 1);

  marks->document = document;
  marks->part = part;
  marks->buffer = g_object_ref (GTK_TEXT_BUFFER (cs_document_get_buffer (document, part)));
  marks->unit_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  make_tags (marks, further_indent);

  return marks;
}

void
cs_part_marks_free (CsPartMarks *marks)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (marks->buffer);

  for (MarkKind kind = 0; kind < N_MARK_KINDS; kind++)
    gtk_text_tag_table_remove (table, marks->tags[kind]);
  if (marks->shown_start != NULL)
    {
      gtk_text_buffer_delete_mark (marks->buffer, marks->shown_start);
      gtk_text_buffer_delete_mark (marks->buffer, marks->shown_end);
    }
  g_clear_pointer (&marks->view, cs_finding_view_unref);
  g_array_unref (marks->unit_starts);
  g_object_unref (marks->buffer);
  g_free (marks);
}

/* The tint behind the chosen finding is of its colour. */
static void
set_tint (CsPartMarks *marks)
{
  const CsFindingEntry *entry = NULL;
  GdkRGBA tint;

  g_object_get (marks->document, "entry", &entry, NULL);
  if (entry == NULL)
    return;

  tint = marks->colors.severities[entry->severity];
  tint.alpha = marks->colors.tint;
  set_color (marks, MARK_CHOSEN, "background-rgba", &tint);
}

void
cs_part_marks_set_colors (CsPartMarks *marks, const CsPartColors *colors)
{
  marks->colors = *colors;
  set_color (marks, MARK_REFERENCE, "foreground-rgba", &colors->reference);
  set_color (marks, MARK_TRANSITION, "foreground-rgba", &colors->transition);
  set_color (marks, MARK_SIGN, "foreground-rgba", &colors->sign);
  set_color (marks, MARK_TERM, "background-rgba", &colors->term);
  for (CsSeverity severity = 0; severity < CS_N_SEVERITIES; severity++)
    set_color (marks, MARK_ERROR - severity, "underline-rgba", &colors->severities[severity]);
  set_tint (marks);
}

void
cs_part_marks_set_view (CsPartMarks *marks, CsFindingView *view)
{
  const CsDraft *draft;
  const char *text;
  gsize byte = 0;
  guint at = 0;

  g_clear_pointer (&marks->view, cs_finding_view_unref);
  g_array_set_size (marks->unit_starts, 0);
  if (view == NULL || view->result->draft->texts[marks->part] == NULL)
    return;

  marks->view = cs_finding_view_ref (view);
  draft = view->result->draft;
  text = cs_text_get_string (draft->texts[marks->part]);
  for (guint i = 0; i < cs_draft_get_n_units (draft, marks->part); i++)
    {
      gsize start = cs_draft_get_unit (draft, marks->part, i)->number_start;

      at += cs_position_to_chars (text + byte, start - byte, start - byte);
      byte = start;
      g_array_append_val (marks->unit_starts, at);
    }
}

/* --- places --- */

static guint
map_char (CsPartMarks *marks, guint at_char)
{
  return cs_document_map_char (marks->document, marks->part, at_char);
}

guint
cs_part_marks_get_n_units (CsPartMarks *marks)
{
  return marks->unit_starts->len;
}

guint
cs_part_marks_get_unit_start (CsPartMarks *marks, guint index)
{
  g_return_val_if_fail (index < marks->unit_starts->len, 0);

  return map_char (marks, g_array_index (marks->unit_starts, guint, index));
}

/* The first unit that begins at or behind @at_char. */
static guint
find_unit_from (CsPartMarks *marks, guint at_char)
{
  guint low = 0;
  guint high = marks->unit_starts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cs_part_marks_get_unit_start (marks, middle) < at_char)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
cs_part_marks_find_unit (CsPartMarks *marks, guint start_char, guint end_char)
{
  guint unit = find_unit_from (marks, start_char);

  if (unit >= marks->unit_starts->len ||
      cs_part_marks_get_unit_start (marks, unit) >= end_char)
    return CS_NO_INDEX;

  return unit;
}

/* The first place of a finding that begins at or behind @at_char of the part. */
static guint
find_place_from (CsPartMarks *marks, guint at_char)
{
  const GArray *places = marks->view->places;
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CsFindingPlace *place = &g_array_index (places, CsFindingPlace, middle);

      if (place->part < marks->part ||
          (place->part == marks->part && map_char (marks, place->start_char) < at_char))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* --- what there should be --- */

/* Code points of the claim's text, from those of its number, which is not part of it. */
static guint
find_text_start (CsPartMarks *marks, guint index)
{
  const CsDraft *draft = marks->view->result->draft;
  const CsUnit *unit = cs_draft_get_unit (draft, marks->part, index);
  const char *text = cs_text_get_string (draft->texts[marks->part]);
  gsize n_bytes = unit->start - unit->number_start;

  return g_array_index (marks->unit_starts, guint, index) +
         cs_position_to_chars (text + unit->number_start, n_bytes, n_bytes);
}

/* Only the first line of a claim hangs out with its number. */
static void
want_further (CsPartMarks *marks, GArray *wanted, guint index, const CsStretch *window)
{
  const CsUnit *unit = cs_draft_get_unit (marks->view->result->draft, marks->part, index);
  const char *text = cs_text_get_string (marks->view->result->draft->texts[marks->part]);
  const char *first = text + unit->number_start;
  const char *line_end = memchr (first, '\n', unit->end - unit->number_start);
  guint start = g_array_index (marks->unit_starts, guint, index);
  gsize n_bytes;

  if (line_end == NULL)
    return;

  n_bytes = line_end + 1 - first;
  start += cs_position_to_chars (first, n_bytes, n_bytes);
  n_bytes = text + unit->end - line_end - 1;
  cs_stretches_add (wanted, map_char (marks, start),
                    map_char (marks, start + cs_position_to_chars (line_end + 1, n_bytes, n_bytes)),
                    window);
}

static void
want_claim (CsPartMarks *marks, GArray **wanted, guint index, const CsStretch *window)
{
  static const MarkKind kinds[] = {
    [CS_CLAIM_MARK_REFERENCE] = MARK_REFERENCE,
    [CS_CLAIM_MARK_TRANSITION] = MARK_TRANSITION,
    [CS_CLAIM_MARK_SIGN] = MARK_SIGN,
  };
  const CsClaim *claim = cs_claim_set_get (marks->view->result->claims, index);
  g_autoptr (GArray) found = cs_claim_marks_list (claim, MAX_MARKS_PER_PARAGRAPH);
  guint start = find_text_start (marks, index);

  want_further (marks, wanted[MARK_FURTHER], index, window);
  cs_stretches_add (wanted[MARK_NUMBER],
                    cs_part_marks_get_unit_start (marks, index),
                    map_char (marks, start), window);
  for (guint i = 0; i < found->len; i++)
    {
      const CsClaimMark *mark = &g_array_index (found, CsClaimMark, i);

      cs_stretches_add (wanted[kinds[mark->kind]], map_char (marks, start + mark->start),
                        map_char (marks, start + mark->end), window);
    }
}

static void
want_claims (CsPartMarks *marks, GArray **wanted, const CsStretch *window)
{
  guint index = find_unit_from (marks, window->start);

  if (marks->part != CS_PART_CLAIMS)
    return;

  if (index > 0)
    index--; /* begins before the window and may reach into it */
  for (; index < marks->unit_starts->len; index++)
    {
      if (cs_part_marks_get_unit_start (marks, index) >= window->end)
        return;
      want_claim (marks, wanted, index, window);
    }
}

/* Places are sorted by start, so the long one that reaches into the window from far above is not
 * found: no more than a line of it is missing, until one scrolls there. */
static void
want_places (CsPartMarks *marks, GArray **wanted, const CsStretch *window)
{
  const GArray *places = marks->view->places;
  guint unit = CS_NO_INDEX;
  guint n_in_unit = 0;

  for (guint i = find_place_from (marks, window->start); i < places->len; i++)
    {
      const CsFindingPlace *place = &g_array_index (places, CsFindingPlace, i);
      guint start = map_char (marks, place->start_char);

      if (place->part != marks->part || start >= window->end)
        return;
      if (place->unit != unit)
        n_in_unit = 0;
      unit = place->unit;
      if (!place->entry->waived && n_in_unit++ < MAX_MARKS_PER_PARAGRAPH)
        cs_stretches_add (wanted[MARK_ERROR - place->entry->severity], start,
                          map_char (marks, place->end_char), window);
    }
}

static void
want_chosen (CsPartMarks *marks, GArray **wanted, const CsStretch *window)
{
  const CsFindingEntry *entry = NULL;

  g_object_get (marks->document, "entry", &entry, NULL);
  if (entry == NULL || entry->part != marks->part)
    return;

  set_tint (marks);
  cs_stretches_add (wanted[MARK_CHOSEN], map_char (marks, entry->start_char),
                    map_char (marks, entry->end_char), window);
}

/* The first of @uses that is in claim @index or behind it. */
static guint
find_use_from (const GArray *mentions, const guint *uses, guint n_uses, guint index)
{
  guint low = 0;
  guint high = n_uses;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, CsMention, uses[middle]).claim < index)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The uses of the chosen term, each claim walked through once. */
static void
want_term (CsPartMarks *marks, GArray **wanted, const CsStretch *window)
{
  const CsExamResult *result = marks->view->result;
  g_autofree char *key = NULL;
  CsPositionCounter counter = { NULL, 0, 0 };
  guint term, n_uses, claim = CS_NO_INDEX, start = 0;
  const guint *uses;

  g_object_get (marks->document, "term", &key, NULL);
  term = marks->part == CS_PART_CLAIMS ? cs_document_find_term (marks->document, key) : CS_NO_INDEX;
  if (term == CS_NO_INDEX)
    return;

  uses = cs_terms_get_uses (result->terms, term, &n_uses);
  for (guint i = find_use_from (cs_terms_get_mentions (result->terms), uses, n_uses,
                                MAX (find_unit_from (marks, window->start), 1) - 1);
       i < n_uses; i++)
    {
      const CsMention *mention =
          &g_array_index (cs_terms_get_mentions (result->terms), CsMention, uses[i]);
      guint from;

      if (mention->claim != claim)
        {
          claim = mention->claim;
          start = find_text_start (marks, claim);
          counter = (CsPositionCounter){ cs_claim_set_get (result->claims, claim)->text, 0, 0 };
        }
      from = start + cs_position_counter_move (&counter, mention->range.start);
      if (map_char (marks, from) >= window->end)
        return;
      cs_stretches_add (wanted[MARK_TERM], map_char (marks, from),
                        map_char (marks,
                                  start + cs_position_counter_move (&counter, mention->range.end)),
                        window);
    }
}

/* Takes away what was shown outside @window, and remembers it. */
static void
leave_window (CsPartMarks *marks, const CsStretch *window)
{
  GtkTextIter start, end;
  CsStretch before, behind;

  gtk_text_buffer_get_iter_at_offset (marks->buffer, &start, window->start);
  gtk_text_buffer_get_iter_at_offset (marks->buffer, &end, window->end);
  if (marks->shown_start == NULL)
    {
      marks->shown_start = gtk_text_buffer_create_mark (marks->buffer, NULL, &start, TRUE);
      marks->shown_end = gtk_text_buffer_create_mark (marks->buffer, NULL, &end, FALSE);
      return;
    }

  gtk_text_buffer_get_iter_at_mark (marks->buffer, &start, marks->shown_start);
  gtk_text_buffer_get_iter_at_mark (marks->buffer, &end, marks->shown_end);
  before.start = gtk_text_iter_get_offset (&start);
  before.end = MIN (window->start, (guint)gtk_text_iter_get_offset (&end));
  behind.start = MAX (window->end, before.start);
  behind.end = gtk_text_iter_get_offset (&end);
  for (MarkKind kind = 0; kind < N_MARK_KINDS; kind++)
    {
      if (before.start < before.end)
        cs_stretch_remove_tag (&before, marks->buffer, marks->tags[kind]);
      if (behind.start < behind.end)
        cs_stretch_remove_tag (&behind, marks->buffer, marks->tags[kind]);
    }

  gtk_text_buffer_get_iter_at_offset (marks->buffer, &start, window->start);
  gtk_text_buffer_get_iter_at_offset (marks->buffer, &end, window->end);
  gtk_text_buffer_move_mark (marks->buffer, marks->shown_start, &start);
  gtk_text_buffer_move_mark (marks->buffer, marks->shown_end, &end);
}

void
cs_part_marks_show (CsPartMarks *marks, guint start_char, guint end_char)
{
  CsStretch window = { start_char, end_char };
  GArray *wanted[N_MARK_KINDS];

  for (MarkKind kind = 0; kind < N_MARK_KINDS; kind++)
    wanted[kind] = g_array_new (FALSE, FALSE, sizeof (CsStretch));

  leave_window (marks, &window);
  if (marks->view != NULL)
    {
      want_claims (marks, wanted, &window);
      want_places (marks, wanted, &window);
      want_chosen (marks, wanted, &window);
      want_term (marks, wanted, &window);
    }
  for (MarkKind kind = 0; kind < N_MARK_KINDS; kind++)
    {
      cs_stretches_apply (wanted[kind], marks->buffer, marks->tags[kind], &window);
      g_array_unref (wanted[kind]);
    }
}

guint
cs_part_marks_find_reference (CsPartMarks *marks, guint at_char)
{
  g_autoptr (GArray) found = NULL;
  guint index = find_unit_from (marks, at_char + 1);
  guint start;

  if (marks->view == NULL || marks->part != CS_PART_CLAIMS || index == 0)
    return CS_NO_INDEX;

  index--;
  start = find_text_start (marks, index);
  found = cs_claim_marks_list (cs_claim_set_get (marks->view->result->claims, index),
                               MAX_MARKS_PER_PARAGRAPH);
  for (guint i = 0; i < found->len; i++)
    {
      const CsClaimMark *mark = &g_array_index (found, CsClaimMark, i);

      if (mark->kind == CS_CLAIM_MARK_REFERENCE && mark->number > 0 &&
          at_char >= map_char (marks, start + mark->start) &&
          at_char < map_char (marks, start + mark->end))
        return cs_claim_set_find (marks->view->result->claims, mark->number);
    }

  return CS_NO_INDEX;
}
