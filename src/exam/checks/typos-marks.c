#include <string.h>

#include "../../language/cs-scan.h"
#include "typos.h"

/* Brackets, quotation marks and the width of marks, in one unit of text. */

#define MAX_OPEN 64  /* brackets within each other; what is deeper is not text */
#define MAX_LABEL 12 /* bytes of a label with half a bracket: 1), a), 步骤1), iv) */

typedef struct
{
  const char *opening;
  const char *closing;
} Pair;

/* Round and square brackets may pair with each other: (0, 1]. */
static const Pair pairs[] = {
  { "(", ")" },
  { "[", "]" },
  { "【", "】" },
  { "“", "”" },
  { "《", "》" },
  { "「", "」" },
};

#define N_MIXED 2
#define QUOTES 3

/* By its first byte: most of a text is not looked at again. */
static gboolean
may_be_bracket (guchar byte)
{
  return byte == 0xe2 || byte == 0xe3 || byte == '(' || byte == ')' || byte == '[' || byte == ']';
}

static gsize
bracket_at (const char *text, gsize at, guint *kind, gboolean *opens)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize length = cs_scan_word (text, at, pairs[i].opening);

      *kind = i;
      *opens = length > 0;
      if (!*opens)
        length = cs_scan_word (text, at, pairs[i].closing);
      if (length > 0)
        return length;
    }

  return 0;
}

/* "1)", "a)", "(iv", "步骤一)": a label in a list is written with one half. */
static gboolean
is_label (const CsProse *prose, gsize at)
{
  const char *text = prose->folded->text;
  gsize start = at;

  while (start > 0 && at - start < MAX_LABEL &&
         (g_ascii_isalnum (text[start - 1]) || strchr (".-'", text[start - 1]) != NULL))
    start--;
  if (start < at)
    return at - start <= 5 && (start == 0 || text[start - 1] != '(');

  return cs_prose_is_han_before (prose, at) && at <= MAX_LABEL;
}

/* In a Chinese text, with Chinese beside it: formulae that were read by a machine lose their
 * halves. */
static gboolean
is_of_text (const CsProse *prose, gsize at, gsize end)
{
  return !prose->chinese || cs_prose_is_han_before (prose, at) || cs_prose_is_han (prose, end);
}

/* "滑座（2，": reported as a sign whose bracket is open. */
static gboolean
is_of_sign (const CsProse *prose, gsize at)
{
  const GArray *brackets = cs_signs_get_brackets (cs_exam_get_signs (prose->context));
  CsSpan here = cs_prose_span (prose, at, at + 1);

  for (guint i = 0; i < brackets->len; i++)
    {
      const CsSpan *open = &g_array_index (brackets, CsSignBracket, i).span;

      if (open->part == here.part && open->index == here.index && open->start <= here.start &&
          here.start < open->end)
        return TRUE;
    }

  return FALSE;
}

static void
report_half (const CsProse *prose, guint kind, gsize at, gboolean opens)
{
  gsize length = strlen (opens ? pairs[kind].opening : pairs[kind].closing);
  CsReport *report;

  cs_prose_note (prose); /* for what is a sign is told by the whole draft */
  if (!is_of_text (prose, at, at + length) || (opens && is_of_sign (prose, at)))
    return;

  report = cs_prose_report (prose, kind == QUOTES ? "quote" : "bracket",
                            opens ? CS_CERTAINTY_LIKELY : CS_CERTAINTY_POSSIBLE, at, at + length);
  cs_report_set (report, "expected", "%s",
                 opens ? pairs[kind].closing : pairs[kind].opening);
}

void
cs_typos_check_brackets (const CsProse *prose)
{
  const char *text = prose->folded->text;
  struct
  {
    guint kind;
    gsize at;
  } open[MAX_OPEN];
  guint n = 0;
  gsize length = 1;

  for (gsize at = 0; at < prose->folded->n_bytes; at += length)
    {
      guint kind;
      gboolean opens;

      length = g_utf8_skip[(guchar)text[at]];
      if (!may_be_bracket (text[at]) || bracket_at (text, at, &kind, &opens) == 0)
        continue;
      if (opens && n == MAX_OPEN)
        return;
      if (opens)
        {
          open[n].kind = kind;
          open[n++].at = at;
        }
      else if (n > 0 && (open[n - 1].kind == kind ||
                         (kind < N_MIXED && open[n - 1].kind < N_MIXED)))
        n--;
      else if (kind != 0 || !is_label (prose, at))
        {
          report_half (prose, kind, at, FALSE);
          return; /* what follows would be counted wrongly */
        }
    }

  if (n > 0)
    report_half (prose, open[n - 1].kind, open[n - 1].at, TRUE);
}

/* --- width --- */

/* "，。", "；，": the writer changed one mark for another and left both. */
static void
check_following (const CsProse *prose, gsize at)
{
  static const char *const firsts[] = { "，", ",", "、", ";", "。", NULL };
  static const char *const seconds[] = { "，", ",", "、", ";", "。", NULL };
  const char *text = prose->folded->text;
  gsize length = cs_scan_any (text, at, firsts);
  gsize next = length == 0 ? 0 : cs_scan_any (text, at + length, seconds);

  if (next == 0 || (length == next && strncmp (text + at, text + at + length, next) == 0))
    return;

  cs_prose_report (prose, "doubled-mark", CS_CERTAINTY_LIKELY, at, at + length + next);
}

/* In the source, for the folded text has lost the width. */
static void
check_width (const CsProse *prose, gsize at)
{
  static const struct
  {
    char narrow;
    const char *wide;
  } marks[] = { { ',', "，" }, { ';', "；" }, { ':', "：" }, { '.', "。" } };
  char mark = *cs_prose_source (prose, at);

  if (!cs_prose_is_han_before (prose, at) || !cs_prose_is_han (prose, at + 1))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (mark == marks[i].narrow)
      {
        CsReport *report =
            cs_prose_report (prose, "half-width", CS_CERTAINTY_LIKELY, at, at + 1);

        cs_report_set_alike (report, "half-width");
        cs_report_set (report, "expected", "%s", marks[i].wide);
        cs_report_add_fix (report, "reword", cs_prose_span (prose, at, at + 1), marks[i].wide);
      }
}

void
cs_typos_check_widths (const CsProse *prose)
{
  const char *text = prose->folded->text;

  for (gsize at = 0; at < prose->folded->n_bytes; at += g_utf8_skip[(guchar)text[at]])
    {
      if (g_ascii_isalnum (text[at]) || cs_prose_is_han (prose, at))
        continue;
      check_following (prose, at);
      if (strchr (",;:.", text[at]) != NULL)
        check_width (prose, at);
    }
}
