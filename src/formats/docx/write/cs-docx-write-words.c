#include <string.h>

#include "../cs-docx-marks.h"
#include "cs-docx-write-private.h"

#define NO_BREAK_HYPHEN "\xe2\x80\x91"
#define SCRIPTS (1 << CS_RUN_SUB | 1 << CS_RUN_SUP)

/* --- where the look changes --- */

typedef struct
{
  gsize at;
  CsRunStyle style;
  int step; /* 1 where a run begins, -1 where it ends */
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *left = a;
  const Edge *right = b;

  return (left->at > right->at) - (left->at < right->at);
}

static GArray *
list_edges (const CsText *text)
{
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), 2 * n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      Edge start = { runs[i].start, runs[i].style, 1 };
      Edge end = { runs[i].end, runs[i].style, -1 };

      if (runs[i].style == CS_RUN_HEADING)
        continue;
      g_array_append_val (edges, start);
      g_array_append_val (edges, end);
    }
  g_array_sort (edges, compare_edges);

  return edges;
}

GArray *
cs_docx_segments_new (const CsText *text)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (CsDocxSegment));
  g_autoptr (GArray) edges = list_edges (text);
  CsDocxSegment segment = { 0 };
  int n_open[CS_N_RUN_STYLES] = { 0 };

  g_array_append_val (segments, segment);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      CsDocxSegment *last;

      n_open[edge->style] += edge->step;
      segment.styles &= ~(1u << edge->style);
      segment.styles |= n_open[edge->style] > 0 ? 1u << edge->style : 0;
      if (i + 1 < edges->len && g_array_index (edges, Edge, i + 1).at == edge->at)
        continue;

      segment.start = edge->at;
      last = &g_array_index (segments, CsDocxSegment, segments->len - 1);
      if (last->styles == segment.styles)
        continue;
      if (last->start == segment.start)
        *last = segment;
      else
        g_array_append_val (segments, segment);
    }

  return segments;
}

/* --- paragraphs --- */

void
cs_docx_begin_paragraph (CsDocxManuscript *manuscript, const char *style, const char *properties)
{
  g_string_append_printf (manuscript->xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s", style,
                          properties == NULL ? "" : properties);
  if (manuscript->source == CS_DOCX_DOCUMENT)
    {
      manuscript->section_at = manuscript->xml->len;
      manuscript->ends_in_table = FALSE;
    }
  g_string_append (manuscript->xml, "</w:pPr>");
}

void
cs_docx_end_paragraph (CsDocxManuscript *manuscript)
{
  g_string_append (manuscript->xml, "</w:p>");
}

static void
open_paragraph (CsDocxWords *words)
{
  if (words->is_open)
    return;

  cs_docx_begin_paragraph (words->manuscript, words->style, words->properties);
  words->is_open = TRUE;
  words->is_new_line = FALSE;
}

static void
close_paragraph (CsDocxWords *words)
{
  if (words->is_open)
    cs_docx_end_paragraph (words->manuscript);
  words->is_open = FALSE;
}

/* --- runs --- */

/* Marks that Chinese and Latin letters share; a Chinese text has them wide. */
static gboolean
has_shared_marks (const char *at, const char *end)
{
  static const char *const marks[] = { "“", "”", "‘", "’", "…", "—", "·", "×", "÷", "±",
                                       "°", "′", "″", "‰", "①", "②", "③", "④" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strstr_len (at, end - at, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_ascii (const char *at, const char *end)
{
  while (at < end && (guchar)*at < 0x80)
    at++;

  return at == end;
}

/* The properties of a run of @styles, in the order that the schema wants. */
static void
append_properties (GString *xml, guint styles, gboolean is_wide)
{
  if (styles == 0 && !is_wide)
    return;

  g_string_append (xml, "<w:rPr>");
  if (is_wide)
    g_string_append (xml, "<w:rFonts w:hint=\"eastAsia\"/>");
  if (styles & 1 << CS_RUN_BOLD)
    g_string_append (xml, "<w:b/>");
  if (styles & 1 << CS_RUN_ITALIC)
    g_string_append (xml, "<w:i/>");
  if (styles & 1 << CS_RUN_UNDERLINE)
    g_string_append (xml, "<w:u w:val=\"single\"/>");
  if (styles & SCRIPTS)
    g_string_append_printf (xml, "<w:vertAlign w:val=\"%s\"/>",
                            styles & 1 << CS_RUN_SUB ? "subscript" : "superscript");
  g_string_append (xml, "</w:rPr>");
}

/* The element that stands for what is at @at and is no word in Word, %NULL for words; @n_bytes: its
 * length. */
static const char *
scan_special (const char *at, const char *end, gsize *n_bytes)
{
  *n_bytes = 1;
  if (*at == '\t')
    return "<w:tab/>";
  if (*at == '\n')
    return "<w:br/>";
  if (end - at < 3 || memcmp (at, NO_BREAK_HYPHEN, 3) != 0)
    return NULL;

  *n_bytes = 3;
  return "<w:noBreakHyphen/>";
}

/* Writes words without objects, and without line ends that begin a paragraph. */
static void
write_run (CsDocxWords *words, const char *at, const char *end, guint styles)
{
  GString *xml = words->manuscript->xml;
  gboolean is_wide = words->manuscript->language == 0 && !is_ascii (at, end) &&
                     has_shared_marks (at, end);

  open_paragraph (words);
  g_string_append (xml, "<w:r>");
  append_properties (xml, styles, is_wide);
  while (at < end)
    {
      const char *plain = at;
      const char *element = NULL;
      gsize n_special = 0;

      while (at < end && (element = scan_special (at, end, &n_special)) == NULL)
        at++;
      if (at > plain)
        {
          g_string_append (xml, "<w:t xml:space=\"preserve\">");
          cs_docx_append_escaped (xml, plain, at - plain);
          g_string_append (xml, "</w:t>");
        }
      if (at == end)
        break;
      g_string_append (xml, element);
      at += n_special;
    }
  g_string_append (xml, "</w:r>");
}

static void
begin_line (CsDocxWords *words)
{
  open_paragraph (words);
  close_paragraph (words);
  words->style = words->line_style;
  words->properties = NULL;
  words->is_new_line = TRUE;
}

/* Writes words of one look. */
static void
write_lines (CsDocxWords *words, const char *at, const char *end, guint styles)
{
  while (at < end)
    {
      const char *line_end = words->line_style == NULL ? NULL : memchr (at, '\n', end - at);

      if (line_end != at)
        write_run (words, at, line_end == NULL ? end : line_end, styles);
      if (line_end == NULL)
        return;
      begin_line (words);
      at = line_end + 1;
    }
}

static void
write_object (CsDocxWords *words, const CsInlineObject *object, guint styles)
{
  g_auto (CsDocxShape) shape = { 0 };
  g_autoptr (GString) properties = g_string_new (NULL);

  cs_docx_shape_init (&shape, words->manuscript->job, object);
  if (cs_docx_shape_is_block (&shape) && words->manuscript->source == CS_DOCX_DOCUMENT)
    {
      if (words->is_new_line)
        open_paragraph (words); /* an empty one is the line end in front of a table */
      close_paragraph (words);
      cs_docx_write_block_object (words->manuscript, object, &shape);
      words->properties = NULL;
      return;
    }

  open_paragraph (words);
  append_properties (properties, styles, FALSE);
  cs_docx_write_inline_object (words->manuscript, object, &shape, properties->str);
}

/* Writes bytes of one look, objects among them. */
static void
write_segment (CsDocxWords *words, gsize start, gsize end, guint styles)
{
  const char *string = cs_text_get_string (words->text);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (words->text, &n_objects);

  while (words->object < n_objects && objects[words->object].at < end)
    {
      const CsInlineObject *object = &objects[words->object++];

      if (object->at < start)
        continue;
      write_lines (words, string + start, string + object->at, styles);
      write_object (words, object, styles);
      start = object->at + strlen (CS_OBJECT_CHARACTER);
    }
  if (start < end)
    write_lines (words, string + start, string + end, styles);
}

void
cs_docx_words_init (CsDocxWords *words, CsDocxManuscript *manuscript, const CsText *text)
{
  *words = (CsDocxWords){ .manuscript = manuscript, .text = text };
  words->segments = cs_docx_segments_new (text);
}

void
cs_docx_words_clear (CsDocxWords *words)
{
  g_clear_pointer (&words->segments, g_array_unref);
}

static gsize
segment_end (const CsDocxWords *words)
{
  if (words->segment + 1 == words->segments->len)
    return cs_text_get_n_bytes (words->text);

  return g_array_index (words->segments, CsDocxSegment, words->segment + 1).start;
}

void
cs_docx_words_write (CsDocxWords *words, gsize start, gsize end)
{
  while (start < end)
    {
      gsize stop;

      while (words->segment + 1 < words->segments->len && segment_end (words) <= start)
        words->segment++;
      stop = MIN (end, segment_end (words));
      write_segment (words, start, stop,
                     g_array_index (words->segments, CsDocxSegment, words->segment).styles);
      start = stop;
    }
}

void
cs_docx_words_write_plain (CsDocxWords *words, const char *utf8)
{
  write_run (words, utf8, utf8 + strlen (utf8), 0);
}

void
cs_docx_words_end (CsDocxWords *words)
{
  close_paragraph (words);
  words->is_new_line = FALSE;
}
