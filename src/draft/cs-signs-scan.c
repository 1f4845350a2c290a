#include <string.h>

#include "../language/cs-scan.h"
#include "cs-claim.h"
#include "cs-sign.h"
#include "cs-signs-private.h"

/* Numbers in a text that may be reference signs. */

#define STRING_BYTES 256   /* of signs and names, kept together */
#define MAX_SHARED 20      /* signs behind one name */
#define MAX_OPEN_BYTES 150 /* in which a bracket is closed, or never */

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar)c >= 0x80;
}

/* --- what follows a number --- */

/* The classes of the word that stands at @at: in Chinese the longest one. */
static guint
find_word (const CsSignsScan *scan, gsize at)
{
  const char *text = scan->folded->text;
  guint classes = 0;
  gsize end = at;

  if (!scan->chinese)
    {
      g_autofree char *word = NULL;

      while (is_letter (text[end]))
        end++;
      word = g_ascii_strdown (text + at, end - at);
      if (end - at > 2 && word[end - at - 1] == 's' &&
          cs_sign_word_find (FALSE, word, end - at) == 0)
        end--;
      return cs_sign_word_find (FALSE, word, end - at);
    }

  for (guint n = 0; n < 3 && text[end] != '\0' && strchr (" \n,;()", text[end]) == NULL; n++)
    {
      guint found;

      end += g_utf8_skip[(guchar)text[end]];
      found = cs_sign_word_find (TRUE, text + at, end - at);
      if ((found & ~CS_SIGN_WORD_NUMBERED) != 0)
        classes = found;
    }

  return classes;
}

/* 3.5, 5%, 10-20, 1,000, 3×4: a number that is no sign whatever stands before it. */
static gboolean
is_calculation (const char *text, gsize end)
{
  static const char *const marks[] = { "%", "‰", "°", "℃", "×", "±", "+", "=", "*", "^", "~", "/",
                                       "<", ">", "≤", "≥", "μ", "µ", "Ω", NULL };
  gboolean digit = text[end] != '\0' && g_ascii_isdigit (text[end + 1]);

  if (cs_scan_any (text, text[end] == ' ' ? end + 1 : end, marks) > 0)
    return TRUE;

  return digit && strchr ("-.,:", text[end]) != NULL;
}

static guint
doubts_behind (const CsSignsScan *scan, gsize end)
{
  const char *text = scan->folded->text;
  gboolean joined = text[end] == ' ' || text[end] == '-';
  guint classes = find_word (scan, joined ? end + 1 : end);

  if ((classes & CS_SIGN_WORD_CLEAR) != 0)
    return 0;
  if (text[end] == '-') /* 3-羟基, a 5-position switch */
    return CS_SIGN_DOUBT_MEASURED;

  return (classes & (CS_SIGN_WORD_UNIT | CS_SIGN_WORD_MEASURE)) != 0 ? CS_SIGN_DOUBT_MEASURED : 0;
}

/* --- signs --- */

static CsSignCandidate
make_candidate (const CsSignsScan *scan, gsize start, gsize end)
{
  CsSignCandidate candidate = { .window = "" };

  candidate.span.start = scan->folded->map[start];
  candidate.span.end = scan->folded->map[end];
  candidate.sign =
      g_string_chunk_insert_len (scan->strings, scan->folded->text + start, end - start);

  return candidate;
}

/* Where the next of several signs stands: "12, 13", "12 to 15"; 0 when there is none. */
static gsize
next_sign (CsSignsScan *scan, gsize name_end, gsize at, gboolean *range)
{
  static const char *const chinese[] = { "、", "和", "或", "及", "与", NULL };
  static const char *const english[] = { ", and ", " and ", " or ", ", ", " & ", NULL };
  static const char *const ranges[] = { "-", " to ", " through ", "至", "到", "~", NULL };
  const char *text = scan->folded->text;
  gsize length = cs_scan_any (text, at, ranges);

  *range = length > 0;
  if (length == 0)
    length = cs_scan_any (text, at, scan->chinese ? chinese : english);
  if (length == 0 || cs_sign_scan (text + at + length, scan->folded->n_bytes - at - length) == 0)
    return 0;
  if (!scan->chinese && !cs_signs_is_plural (scan, name_end))
    return 0;

  return at + length;
}

/* "12", and what shares its name. Returns where it ends. */
static gsize
add_bare (CsSignsScan *scan, gsize name_end, gsize at, gsize length)
{
  guint first = scan->candidates->len;
  CsSignCandidate named = { 0 };

  cs_signs_read_name (scan, name_end, &named);
  for (guint n = 0; n < MAX_SHARED; n++)
    {
      CsSignCandidate candidate = make_candidate (scan, at, at + length);
      gboolean range = FALSE;
      gsize next = next_sign (scan, name_end, at + length, &range);

      candidate.name = named.name;
      candidate.window = named.window;
      candidate.n_name = named.n_name;
      candidate.doubt = named.doubt | doubts_behind (scan, at + length);
      candidate.shared = n > 0;
      if (next == 0 && is_calculation (scan->folded->text, at + length))
        break;
      if (n > 0 && candidate.doubt != 0)
        break;
      g_array_append_val (scan->candidates, candidate);
      if (next == 0)
        break;
      g_array_index (scan->candidates, CsSignCandidate, first).shared = TRUE;
      length = cs_sign_scan (scan->folded->text + next, scan->folded->n_bytes - next);
      at = next;
      if (range)
        {
          CsSignCandidate end = make_candidate (scan, at, at + length);

          end.range_end = end.shared = TRUE;
          end.doubt = doubts_behind (scan, at + length);
          g_array_append_val (scan->candidates, end);
          break;
        }
    }

  return at + length;
}

static gboolean
is_stop (char c)
{
  return c != '\0' && strchr (",;:", c) != NULL;
}

/* "(8，放散": a bracket that is not closed before the next one or the end of the sentence. */
static gboolean
is_left_open (const CsSignsScan *scan, gsize end)
{
  const char *text = scan->folded->text;
  gsize stop = MIN (scan->folded->n_bytes, end + MAX_OPEN_BYTES);

  for (gsize at = end; at < stop; at++)
    if (text[at] == ')')
      return FALSE;
    else if (text[at] == '(' || text[at] == ';' || g_str_has_prefix (text + at, "。"))
      return TRUE;

  return stop == scan->folded->n_bytes;
}

/* Reads the bracket at @open. Returns where reading goes on. */
static gsize
add_bracket (CsSignsScan *scan, gsize open)
{
  const char *text = scan->folded->text;
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (CsSignUse));
  gsize close = cs_sign_read_bracket (scan->folded, open, uses);
  gsize length = cs_sign_scan (text + open + 1, scan->folded->n_bytes - open - 1);
  CsSignCandidate named = { 0 };

  if (close == 0 && length == 0)
    return open + 1;
  if (open > 0 && g_ascii_isalnum (text[open - 1]) && g_ascii_isupper (text[open + 1]))
    return open + 1; /* a formula: C(CH3) */

  cs_signs_read_name (scan, open, &named);
  for (guint i = 0; i < uses->len; i++)
    {
      const CsSignUse *use = &g_array_index (uses, CsSignUse, i);
      CsSignCandidate candidate = make_candidate (scan, cs_folded_find (scan->folded, use->start),
                                                  cs_folded_find (scan->folded, use->end));

      candidate.name = named.name;
      candidate.window = named.window;
      candidate.n_name = named.n_name;
      candidate.doubt = named.doubt;
      candidate.bracketed = TRUE;
      candidate.shared = uses->len > 1;
      g_array_append_val (scan->candidates, candidate);
    }
  if (close > 0)
    return close + 1;

  if ((scan->chinese || is_stop (text[open + 1 + length])) &&
      is_left_open (scan, open + 1 + length))
    {
      CsSignCandidate bracket = make_candidate (scan, open + 1, open + 1 + length);

      bracket.span.start = scan->folded->map[open];
      bracket.window = named.window;
      bracket.n_name = named.n_name;
      bracket.doubt = named.doubt;
      g_array_append_val (scan->brackets, bracket);
    }

  return open + 1 + length;
}

/* Where the name before a bare sign at @at ends; @at + 1 when no sign can stand there. */
static gsize
find_name_end (const CsSignsScan *scan, gsize at)
{
  const char *text = scan->folded->text;
  gsize end = at;

  while (end > 0 && at - end < 2 && strchr (" \n\"", text[end - 1]) != NULL)
    end--;
  if (end == 0 || !is_letter (text[end - 1]))
    return at + 1;
  if (!scan->chinese && (end == at || (guchar)text[end - 1] >= 0x80))
    return at + 1;

  return end;
}

static gsize
read_bare (CsSignsScan *scan, gsize at)
{
  const char *text = scan->folded->text;
  gsize length = cs_sign_scan (text + at, scan->folded->n_bytes - at);
  gsize name_end = length > 0 ? find_name_end (scan, at) : at + 1;
  gsize end = at + 1;

  if (name_end <= at)
    return add_bare (scan, name_end, at, length);
  while (g_ascii_isalnum (text[end]) || (text[end] == '.' && g_ascii_isdigit (text[end + 1])))
    end++;

  return end;
}

static void
scan_unit (CsSignsScan *scan)
{
  const CsFolded *cased = scan->folded;

  for (gsize at = 0; at < cased->n_bytes;)
    {
      char c = cased->text[at];

      if (c == '(')
        at = add_bracket (scan, at);
      else if (g_ascii_isdigit (c) || g_ascii_isupper (c))
        at = read_bare (scan, at);
      else if (g_ascii_isalpha (c))
        while (g_ascii_isalnum (cased->text[at]))
          at++;
      else
        at += g_utf8_skip[(guchar)c];
    }
}

CsUnitSigns *
cs_unit_signs_new (const CsFolded *cased, gboolean chinese, CsSignLemmas *lemmas)
{
  CsUnitSigns *signs = g_new0 (CsUnitSigns, 1);
  CsSignsScan scan = { .chinese = chinese, .lemmas = lemmas, .folded = cased };

  scan.candidates = signs->candidates = g_array_new (FALSE, FALSE, sizeof (CsSignCandidate));
  scan.brackets = signs->brackets = g_array_new (FALSE, FALSE, sizeof (CsSignCandidate));
  scan.strings = signs->strings = g_string_chunk_new (STRING_BYTES);
  scan_unit (&scan);

  return signs;
}

void
cs_unit_signs_free (CsUnitSigns *signs)
{
  g_array_unref (signs->candidates);
  g_array_unref (signs->brackets);
  g_string_chunk_free (signs->strings);
  g_free (signs);
}
