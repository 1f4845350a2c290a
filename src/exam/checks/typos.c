#include <string.h>

#include "../../language/cs-lexicon.h"
#include "cs-checks.h"
#include "prose.h"
#include "typos.h"

/* Slips that no dictionary is needed to see. The words are data: typos.zh.tsv (wrong characters in
 * fixed words, with the right ones), strait.zh.tsv (words and characters of the other side of the
 * strait), repeated.zh.tsv, typos.en.tsv. Sources: Rules (2023) r. 3(1); Guidelines 2023 part 2 ch.
 * 2, 2.2.7; practice. */

const char *const cs_typos_rules[] = { "doubled", "doubled-mark", "bracket", "quote",
                                       "half-width", "wrong-word", "confusable", "strait",
                                       "article", "control", NULL };

/* --- listed words --- */

/* "所属" where "所述" is meant: at the head of a clause, in front of what is called 所述 elsewhere. */
static gboolean
names_said (const CsProse *prose, const CsLexiconHit *hit)
{
  const char *text = prose->folded->text;
  g_autofree char *said = NULL;
  gsize end = hit->end;

  if (cs_prose_is_han_before (prose, hit->start))
    return FALSE;
  if (g_str_has_prefix (text + end, "的"))
    end += strlen ("的");
  for (guint i = 0; i < 2 && cs_prose_is_han (prose, end); i++)
    end += g_utf8_skip[(guchar)text[end]];
  said = g_strdup_printf ("所述%.*s", (int)(end - hit->end), text + hit->end);

  return end >= hit->end + 2 * strlen ("述") && strstr (text, said) != NULL;
}

static gboolean
fires (const CsProse *prose, const CsLexiconHit *hit)
{
  if (strcmp (hit->condition, "said") == 0)
    return names_said (prose, hit);
  if (strcmp (hit->condition, "not-claims") == 0)
    return prose->part != CS_PART_CLAIMS;

  return TRUE;
}

/* A class is the rule, a colon, and what is right: "wrong-word:阈值", "strait:软件". */
static void
report_word (const CsProse *prose, const CsLexiconHit *hit)
{
  const char *colon = strchr (hit->kind, ':');
  g_autofree char *rule = NULL;
  g_autofree char *word = cs_prose_dup (prose, hit->start, hit->end);
  CsReport *report;

  if (colon == NULL)
    return;

  rule = g_strndup (hit->kind, colon - hit->kind);
  report = cs_prose_report (prose, g_intern_string (rule), CS_CERTAINTY_LIKELY, hit->start,
                            hit->end);
  cs_report_set_alike (report, word);
  cs_report_set (report, "expected", "%s", colon + 1);
  cs_report_add_fix (report, "reword", cs_prose_span (prose, hit->start, hit->end), colon + 1);
}

static void
check_list (const CsProse *prose, const char *name)
{
  CsLexiconHits listed = cs_prose_get_listed (prose, name);

  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];

      if (fires (prose, hit))
        report_word (prose, hit);
    }
}

/* --- the same twice --- */

static void
report_doubled (const CsProse *prose, const char *rule, gsize start, gsize end, gsize once)
{
  CsReport *report = cs_prose_report (prose, rule, CS_CERTAINTY_LIKELY, start, end);

  cs_report_add_fix (report, "delete", cs_prose_span (prose, once, end), "");
}

static void
check_repeated_zh (const CsProse *prose)
{
  CsLexiconHits listed = cs_prose_get_listed (prose, "repeated");

  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];

      report_doubled (prose, strcmp (hit->kind, "punctuation") == 0 ? "doubled-mark" : "doubled",
                      hit->start, hit->end, (hit->start + hit->end) / 2);
    }
}

static void
check_control (const CsProse *prose)
{
  for (gsize at = 0; at < prose->n_source; at += g_utf8_skip[(guchar)prose->source[at]])
    {
      guchar lead = prose->source[at];
      gunichar c;

      if (lead != 0xc2 && lead != 0xee && lead != 0xef) /* of those below */
        continue;
      c = g_utf8_get_char (prose->source + at);
      if ((c >= 0x80 && c < 0xa0) || c == 0xfffd || (c >= 0xe000 && c < 0xf900))
        {
          gsize end = at + g_utf8_skip[(guchar)prose->source[at]];
          CsSpan span = { prose->part, prose->index, at, end };
          CsReport *report =
              cs_exam_report (prose->context, "control", CS_CERTAINTY_LIKELY, span);
          g_autofree char *code = g_strdup_printf ("U+%04X", c);

          cs_prose_note (prose);
          cs_report_set (report, "code", "%s", code);
          cs_report_set_alike (report, code);
        }
    }
}

static void
check_unit (const CsProse *prose, gpointer unused)
{
  check_control (prose);
  cs_typos_check_brackets (prose);
  if (prose->chinese)
    {
      check_list (prose, "typos");
      check_list (prose, "strait");
      check_repeated_zh (prose);
      cs_typos_check_widths (prose);
      return;
    }
  check_list (prose, "typos");
  cs_typos_check_english (prose);
}

void
cs_check_typos (CsExamContext *context, const CsClaim *unused)
{
  cs_prose_walk_noted (context, CS_PROSE_ALL, CS_PROSE_TYPOS, check_unit, NULL);
}
