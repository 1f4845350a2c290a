#include "cs-cnipa-preflight-text.h"

#include "../../language/cs-lexicon.h"

#define MAX_NOTES 200 /* more are no help to anybody, and take long */

/* GB 18030-2022 has a code for every character of Unicode, so what cannot be filed is what it has
 * no character for. Source: "characters of GB 18030 only, none made by oneself (自造字)" in the rules
 * for electronic filing, by a study of others; how the office judges the last two is not verified.
 */
static const char *
judge_character (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_PRIVATE_USE)
    return "character-private";
  if (type == G_UNICODE_UNASSIGNED)
    return "character-unassigned";
  if (type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL)
    return "character-invisible";
  if (c == 0xfffd)
    return "character-replaced";

  /* Beyond plane 0 the standard has CJK extensions B to F, and names neither emoji nor letters of
   * formulas. */
  return c > 0xffff && !(c >= 0x20000 && c <= 0x2ebe0) ? "character-rare" : NULL;
}

static char *
describe_character (gunichar c)
{
  char utf8[8] = "";

  if (!g_unichar_isgraph (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return g_strdup_printf ("U+%04X", c);

  g_unichar_to_utf8 (c, utf8);
  return g_strdup_printf ("%s (U+%04X)", utf8, c);
}

static void
check_characters (const char *text, gsize n_bytes, CsSpan where, GArray *notes)
{
  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *code = c < 0x80 ? NULL : judge_character (c);
      g_autofree char *detail = NULL;

      if (code == NULL || notes->len > MAX_NOTES)
        continue;
      where.start = at - text;
      where.end = g_utf8_next_char (at) - text;
      detail = describe_character (c);
      cs_write_notes_add (notes, CS_WRITE_REFUSED, code, detail, &where);
    }
}

static void
check_repetitions (const char *text, gsize n_bytes, CsSpan where, GArray *notes)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("repeated.zh"), folded);

  for (guint i = 0; i < hits->len && notes->len <= MAX_NOTES; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      g_autofree char *detail = NULL;

      where.start = folded->map[hit->start];
      where.end = folded->map[hit->end];
      detail = g_strndup (text + where.start, where.end - where.start);
      cs_write_notes_add (notes, CS_WRITE_REFUSED, "repeated-words", detail, &where);
    }
}

void
cs_cnipa_preflight_text (const CsDraft *draft, GArray *notes)
{
  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
      {
        gsize n_bytes;
        const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
        CsSpan where = { part, i };

        check_characters (text, n_bytes, where, notes);
        check_repetitions (text, n_bytes, where, notes);
      }
}
