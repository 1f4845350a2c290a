#include "cs-report-line.h"

#include <string.h>

#include "cs-terminal.h"

#define ELLIPSIS "…"
#define BEFORE_CHARS 40  /* of an excerpt, in front of what is marked */
#define MARKED_CHARS 120 /* and of that */
#define AFTER_CHARS 50   /* and behind it */

/* --- text --- */

/* The byte of @text after @n_chars characters from @start, at most @end. */
static gsize
step_on (const char *text, gsize start, gsize end, gsize n_chars)
{
  while (start < end && n_chars-- > 0)
    start = MIN (end, (gsize)(g_utf8_next_char (text + start) - text));

  return start;
}

char *
cs_report_dup_harmless (const char *text, gsize max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text == NULL ? "" : text, -1);
  gsize n_bytes = strlen (valid);
  gsize cut = step_on (valid, 0, n_bytes, max_chars);
  GString *harmless = g_string_new (NULL);

  cs_terminal_append (harmless, valid, cut);
  if (cut < n_bytes)
    g_string_append (harmless, ELLIPSIS);

  return g_string_free (harmless, FALSE);
}

/* Texts of checklists stand in XML with line ends and blanks in them. */
char *
cs_report_dup_words (const CsWords *words, const char *language)
{
  const char *text = cs_words_get (words, language);
  g_auto (GStrv) pieces = g_strsplit_set (text == NULL ? "" : text, " \n\t", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len == 0 ? "" : " ", pieces[i]);

  return g_string_free (joined, FALSE);
}

/* --- pieces --- */

static void
clear_piece (gpointer data)
{
  g_free (((CsReportPiece *)data)->text);
}

GArray *
cs_report_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (CsReportPiece));

  g_array_set_clear_func (pieces, clear_piece);

  return pieces;
}

void
cs_report_pieces_add (
    GArray *pieces, const char *text, gsize n_bytes, guint styles, gboolean marked)
{
  GString *harmless;
  CsReportPiece piece = { NULL, styles, marked };

  if (n_bytes == 0)
    return;

  harmless = g_string_sized_new (n_bytes);
  cs_terminal_append (harmless, text, n_bytes);
  piece.text = g_string_free (harmless, FALSE);
  g_array_append_val (pieces, piece);
}

char *
cs_report_pieces_dup_text (const GArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append (text, g_array_index (pieces, CsReportPiece, i).text);

  return g_string_free (text, FALSE);
}

/* --- excerpts --- */

/* A unit being quoted; its bytes count from the start of its part. */
typedef struct
{
  GArray *pieces;
  const char *text;
  const CsRun *runs; /* sorted by start */
  guint n_runs;
} Quote;

/* The styles at @byte, and in @next where they may change, at most @end. */
static guint
look_at (const Quote *quote, gsize byte, gsize end, gsize *next)
{
  guint styles = 0;

  *next = end;
  for (guint i = 0; i < quote->n_runs; i++)
    {
      const CsRun *run = &quote->runs[i];

      if (run->start > byte)
        {
          *next = MIN (*next, run->start);
          break;
        }
      if (run->end > byte)
        {
          styles |= 1u << run->style;
          *next = MIN (*next, run->end);
        }
    }

  return styles & ~(1u << CS_RUN_HEADING);
}

static void
quote_range (Quote *quote, gsize start, gsize end, gboolean marked)
{
  while (start < end)
    {
      gsize next;
      guint styles = look_at (quote, start, end, &next);

      cs_report_pieces_add (quote->pieces, quote->text + start, next - start, styles, marked);
      start = next;
    }
}

static void
quote_ellipsis (Quote *quote, gboolean wanted, gboolean marked)
{
  if (wanted)
    cs_report_pieces_add (quote->pieces, ELLIPSIS, strlen (ELLIPSIS), 0, marked);
}

/* The byte @n_chars before @at, not before @start. */
static gsize
step_back (const char *text, gsize start, gsize at, gsize n_chars)
{
  while (at > start && n_chars-- > 0)
    at = g_utf8_prev_char (text + at) - text;

  return at;
}

/* What is marked, as a whole or its two ends. */
static void
quote_marked (Quote *quote, gsize start, gsize end)
{
  gsize head = step_on (quote->text, start, end, MARKED_CHARS);

  if (head == end)
    {
      quote_range (quote, start, end, TRUE);
      return;
    }

  quote_range (quote, start, step_on (quote->text, start, end, MARKED_CHARS / 2), TRUE);
  quote_ellipsis (quote, TRUE, TRUE);
  quote_range (quote, step_back (quote->text, start, end, MARKED_CHARS / 2), end, TRUE);
}

GArray *
cs_report_excerpt_new (const CsDraft *draft, const CsSpan *where)
{
  Quote quote = { cs_report_pieces_new (), NULL, NULL, 0 };
  const CsUnit *unit;
  gsize start, end, from, to;

  if (where->index >= cs_draft_get_n_units (draft, where->part))
    return quote.pieces;

  unit = cs_draft_get_unit (draft, where->part, where->index);
  start = MIN (unit->start + where->start, unit->end);
  end = CLAMP (unit->start + where->end, start, unit->end);
  quote.text = cs_text_get_string (draft->texts[where->part]);
  quote.runs = cs_text_get_runs (draft->texts[where->part], &quote.n_runs);
  from = step_back (quote.text, unit->start, start, BEFORE_CHARS);
  to = step_on (quote.text, end, unit->end, AFTER_CHARS);
  quote_ellipsis (&quote, from > unit->start, FALSE);
  quote_range (&quote, from, start, FALSE);
  quote_marked (&quote, start, end);
  quote_range (&quote, end, to, FALSE);
  quote_ellipsis (&quote, to < unit->end, FALSE);

  return quote.pieces;
}

GArray *
cs_report_quote_new (const CsDraft *draft, CsPart part, guint index, const GArray *marks)
{
  const CsUnit *unit = cs_draft_get_unit (draft, part, index);
  Quote quote = { cs_report_pieces_new (), cs_text_get_string (draft->texts[part]), NULL, 0 };
  gsize at = unit->start;

  quote.runs = cs_text_get_runs (draft->texts[part], &quote.n_runs);
  for (guint i = 0; i < marks->len; i++)
    {
      const CsSpan *mark = &g_array_index (marks, CsSpan, i);
      gsize start = unit->start + mark->start;
      gsize end = unit->start + mark->end;

      if (mark->part != part || mark->index != index || start < at || end > unit->end)
        continue;
      quote_range (&quote, at, start, FALSE);
      quote_range (&quote, start, end, TRUE);
      at = end;
    }
  quote_range (&quote, at, unit->end, FALSE);

  return quote.pieces;
}

void
cs_report_extract_add (GArray *pieces, const CsDraft *draft, const CsSpan *where, gsize max_chars)
{
  Quote quote = { pieces, NULL, NULL, 0 };
  const CsUnit *unit;
  gsize start, end, to;

  if (where->index >= cs_draft_get_n_units (draft, where->part))
    return;

  unit = cs_draft_get_unit (draft, where->part, where->index);
  start = MIN (unit->start + where->start, unit->end);
  end = CLAMP (unit->start + where->end, start, unit->end);
  quote.text = cs_text_get_string (draft->texts[where->part]);
  quote.runs = cs_text_get_runs (draft->texts[where->part], &quote.n_runs);
  to = step_on (quote.text, start, end, max_chars);
  quote_range (&quote, start, to, FALSE);
  quote_ellipsis (&quote, to < end, FALSE);
}

/* --- lines --- */

CsReportLine *
cs_report_line_new_pieces (CsLineLook look, GArray *pieces)
{
  CsReportLine *line = g_new0 (CsReportLine, 1);

  line->look = look;
  line->shape = CS_SHAPE_NONE;
  line->pieces = g_array_ref (pieces);

  return line;
}

CsReportLine *
cs_report_line_new (CsLineLook look, const char *text)
{
  g_autoptr (GArray) pieces = cs_report_pieces_new ();

  if (text != NULL)
    cs_report_pieces_add (pieces, text, strlen (text), 0, FALSE);

  return cs_report_line_new_pieces (look, pieces);
}

void
cs_report_line_free (CsReportLine *line)
{
  g_array_unref (line->pieces);
  g_free (line);
}
