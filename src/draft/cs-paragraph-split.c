#include <string.h>

#include "../base/cs-limits.h"
#include "cs-heading.h"
#include "cs-paragraph-split.h"

static gboolean
skip_indent (const char **at, const char *end)
{
  static const char *const blanks[] = { " ", "\t", "\f", "\v", "　", "\xc2\xa0", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      gsize n_bytes = strlen (blanks[i]);

      if ((gsize)(end - *at) >= n_bytes && memcmp (*at, blanks[i], n_bytes) == 0)
        {
          *at += n_bytes;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
skip_tail (const char *at, const char **end)
{
  if (*end > at && (g_ascii_isspace ((*end)[-1]) || (*end)[-1] == '\0'))
    (*end)--;
  else if (*end - at >= 3 && memcmp (*end - 3, "　", 3) == 0)
    *end -= 3;
  else
    return FALSE;

  return TRUE;
}

CsRange
cs_paragraph_trim (const char *text, gsize n_bytes)
{
  const char *at = text;
  const char *end = text + n_bytes;

  while (skip_indent (&at, end))
    ;
  while (skip_tail (at, &end))
    ;

  return (CsRange){ at - text, end - text };
}

gsize
cs_paragraph_number_scan (const char *text, gsize n_bytes, guint *number)
{
  static const char *const brackets[][2] = { { "[", "]" }, { "【", "】" }, { "［", "］" } };
  const char *end = text + n_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize n_open = strlen (brackets[i][0]);
      gsize n_close = strlen (brackets[i][1]);
      const char *at = text + n_open;
      guint value = 0;
      guint n_digits = 0;

      if (n_bytes < n_open || memcmp (text, brackets[i][0], n_open) != 0)
        continue;
      for (; at < end && g_ascii_isdigit (*at) && n_digits < 6; at++, n_digits++)
        value = value * 10 + g_ascii_digit_value (*at);
      if (n_digits < 3 || (gsize)(end - at) < n_close || memcmp (at, brackets[i][1], n_close) != 0)
        continue;

      at += n_close;
      while (skip_indent (&at, end))
        ;
      *number = value;
      return at - text;
    }

  return 0;
}

/* The runs of a text that mark headings, asked for from front to back. */
typedef struct
{
  const CsRun *runs;
  guint n_runs;
  guint next;
} HeadingRuns;

/* Half a line is enough: whoever writes at either end of a heading goes on writing a heading. */
static gboolean
is_marked (HeadingRuns *headings, gsize start, gsize end)
{
  gsize covered = 0;

  while (headings->next < headings->n_runs && headings->runs[headings->next].end <= start)
    headings->next++;
  for (guint i = headings->next; i < headings->n_runs && headings->runs[i].start < end; i++)
    {
      const CsRun *run = &headings->runs[i];

      if (run->style == CS_RUN_HEADING && run->end > start)
        covered += MIN (run->end, end) - MAX (run->start, start);
    }

  return covered > 0 && 2 * covered >= end - start;
}

static void
add_line (GArray *units, CsPart part, const char *string, CsRange line, HeadingRuns *headings)
{
  CsUnit unit = { line.start, line.start, line.end, 0, CS_UNIT_PARAGRAPH };
  gsize n_bytes = line.end - line.start;

  if (is_marked (headings, line.start, line.end) ||
      (part == CS_PART_DESCRIPTION &&
       cs_heading_scan (string + line.start, n_bytes, NULL) != CS_HEADING_NONE))
    unit.kind = CS_UNIT_HEADING;
  else if (part != CS_PART_TITLE)
    unit.start += cs_paragraph_number_scan (string + line.start, n_bytes, &unit.number);

  g_array_append_val (units, unit);
}

GArray *
cs_paragraph_split (CsPart part, const CsText *text)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (CsUnit));
  const char *string = cs_text_get_string (text);
  gsize n_bytes = cs_text_get_n_bytes (text);
  HeadingRuns headings = { 0 };

  headings.runs = cs_text_get_runs (text, &headings.n_runs);
  for (gsize at = 0; at < n_bytes && units->len <= CS_MAX_PARAGRAPHS;)
    {
      const char *newline = memchr (string + at, '\n', n_bytes - at);
      gsize line_end = newline == NULL ? n_bytes : (gsize)(newline - string);
      CsRange line = cs_paragraph_trim (string + at, line_end - at);

      if (!cs_range_is_empty (line))
        add_line (units, part, string, (CsRange){ at + line.start, at + line.end }, &headings);
      at = line_end + 1;
    }

  return units;
}
