#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"
#include "prose.h"

/* What a writer, a template or a word processor left to be filled in. The words are data
 * (placeholders.zh.tsv, placeholders.en.tsv). Sources: practice; Rules (2023) r. 44(3); 35 U.S.C.
 * 132(a): what is missing on the filing date cannot come in later. */

const char *const cs_placeholders_rules[] = { "marker", "prompt", "field", "blank", "bracket",
                                              NULL };

#define MIN_BLANK 4 /* underscores in a row; fewer are names of variables */
#define MIN_X 3     /* ××× and the like */

static void
report (const CsProse *prose, const char *rule, gsize start, gsize end)
{
  cs_report_set_alike (cs_prose_report (prose, rule, CS_CERTAINTY_LIKELY, start, end),
                       g_intern_string (rule));
}

/* --- listed words --- */

static gboolean
in_capitals (const CsProse *prose, const CsLexiconHit *hit)
{
  const char *source = cs_prose_source (prose, hit->start);

  for (gsize i = 0; i < hit->end - hit->start; i++)
    if (g_ascii_islower (source[i]))
      return FALSE;

  return TRUE;
}

/* A word that is a marker only where nothing of a name is joined to it: TBD, not tbd-pool. */
static gboolean
stands_alone (const CsProse *prose, const CsLexiconHit *hit)
{
  const char *text = prose->folded->text;
  char before = hit->start == 0 ? ' ' : text[hit->start - 1];
  char behind = text[hit->end];

  return in_capitals (prose, hit) && strchr ("-_./@\\", before) == NULL &&
         (behind == '\0' || strchr ("-_/@\\", behind) == NULL);
}

static void
check_words (const CsProse *prose)
{
  CsLexiconHits listed = cs_prose_get_listed (prose, "placeholders");

  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];

      if (strcmp (hit->condition, "alone") == 0 && !stands_alone (prose, hit))
        continue;
      if (strcmp (hit->condition, "clause") == 0 && cs_prose_is_han_before (prose, hit->start))
        continue;
      report (prose, hit->kind, hit->start, hit->end);
    }
}

/* --- runs --- */

/* Crosses with slashes and commas among them are a number to come; within a name or a number (0xXX,
 * log_XX) they are none, nor are those of a sequence, which stand in longer words. */
static void
check_crosses (const CsProse *prose, gsize *at)
{
  const char *text = prose->folded->text;
  gsize end = *at;
  guint n = 0;
  gboolean whole = *at == 0 || (!g_ascii_isalnum (text[*at - 1]) &&
                                strchr ("_-.", text[*at - 1]) == NULL);

  for (;; end += g_str_has_prefix (text + end, "×") ? strlen ("×") : 1)
    {
      gboolean joins = n > 0 && (text[end] == '/' || text[end] == ',') &&
                       (text[end + 1] == 'x' || text[end + 1] == 'X');

      if (text[end] == 'x' || g_str_has_prefix (text + end, "×"))
        n++;
      else if (!joins)
        break;
    }

  if (n >= MIN_X && whole && !g_ascii_isalnum (text[end]) && text[end] != '_' &&
      text[end] != '-' && (text[*at] != 'x' || *cs_prose_source (prose, *at) != 'x'))
    report (prose, "marker", *at, end);
  *at = MAX (end, *at + 1);
}

static void
check_blank (const CsProse *prose, gsize *at)
{
  const char *text = prose->folded->text;
  gsize end = *at;

  while (text[end] == '_')
    end++;
  if (end - *at >= MIN_BLANK && (*at == 0 || !g_ascii_isalnum (text[*at - 1])) &&
      !g_ascii_isalnum (text[end]))
    report (prose, "blank", *at, end);
  *at = end;
}

static void
check_questions (const CsProse *prose, gsize *at)
{
  gsize end = *at;

  while (prose->folded->text[end] == '?')
    end++;
  if (end - *at >= 2)
    report (prose, "marker", *at, end);
  *at = end;
}

/* --- brackets with nothing in them --- */

static void
check_bracket (const CsProse *prose, gsize *at)
{
  static const char *const opening[] = { "【", "[", "(", NULL };
  static const char *const closing[] = { "】", "]", ")", NULL };
  const char *text = prose->folded->text;
  gsize length = cs_scan_any (text, *at, opening);
  gsize end = cs_scan_spaces (text, *at + length);
  gsize close = cs_scan_any (text, end, closing);
  gboolean named = *at > 0 && g_ascii_isgraph (text[*at - 1]); /* main(), a[] */

  if (close > 0 && !named && !g_ascii_isalnum (text[end + close]) &&
      (prose->chinese || text[*at] == '['))
    report (prose, "bracket", *at, end + close);
  *at += length;
}

static void
check_unit (const CsProse *prose, gpointer unused)
{
  const char *text = prose->folded->text;

  check_words (prose);
  for (gsize at = 0; at < prose->folded->n_bytes;)
    if (text[at] == 'x' || cs_scan_word (text, at, "×") > 0)
      check_crosses (prose, &at);
    else if (text[at] == '_')
      check_blank (prose, &at);
    else if (text[at] == '?')
      check_questions (prose, &at);
    else if (text[at] == '[' || text[at] == '(' || cs_scan_word (text, at, "【") > 0)
      check_bracket (prose, &at);
    else
      at += g_utf8_skip[(guchar)text[at]];
}

void
cs_check_placeholders (CsExamContext *context, const CsClaim *unused)
{
  cs_prose_walk_noted (context, CS_PROSE_ALL, CS_PROSE_PLACEHOLDERS, check_unit, NULL);
}
