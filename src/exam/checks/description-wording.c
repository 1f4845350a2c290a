#include <string.h>

#include "../../language/cs-lexicon.h"
#include "cs-checks.h"
#include "prose.h"

/* Words that a description is better without. Lists: description-wording.zh.tsv, .en.tsv. What is
 * said all over a draft is one finding with its places. Sources: Rules (2023) r. 20(3); Guidelines
 * 2023 part 1 ch. 1, 7.7-7.8, part 2 ch. 2, 2.2.6; EPC r. 48(1), Guidelines F-III 8, F-IV 4.4; PCT
 * r. 9.1; 37 CFR 1.57; MPEP 608.01, 2129. */

const char *const cs_description_wording_rules[] = { "promotional", "disparaging", "limiting",
                                                     "paper", "admission", "spirit",
                                                     "clause", "url", "incorporation",
                                                     "incorporation-foreign", NULL };

/* --- conditions --- */

/* From the stop before @at to the one behind it. */
static CsRange
sentence_around (const CsFolded *folded, gsize at)
{
  const char *text = folded->text;
  CsRange range = { at, at };

  while (range.start > 0 && text[range.start - 1] != '\n' &&
         !(text[range.start - 1] == ' ' && range.start > 3 && text[range.start - 2] == '.' &&
           g_ascii_islower (text[range.start - 3]) && g_ascii_islower (text[range.start - 4])) &&
         !(range.start > 2 && g_str_has_prefix (text + range.start - 3, "。")))
    range.start--;
  while (text[range.end] != '\0' && text[range.end] != '\n' &&
         !(text[range.end] == '.' && text[range.end + 1] == ' ' && range.end > 2 &&
           g_ascii_islower (text[range.end - 1]) && g_ascii_islower (text[range.end - 2])) &&
         !g_str_has_prefix (text + range.end, "。"))
    range.end++;

  return range;
}

static gboolean
has_any (const CsFolded *folded, CsRange range, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstr_len (folded->text + range.start, range.end - range.start, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Whose product or patent is spoken ill of: without a name nobody is hurt. */
static gboolean
names_someone (const CsProse *prose, const CsLexiconHit *hit)
{
  static const char *const names[] = { "公司", "专利号", "公开号", "品牌", "厂家", "cn1", "cn2", "us 2",
                                       "u.s. pat", "us patent", "ep 1", "ep1", "wo 20", "wo20",
                                       " inc.", " corp", " gmbh", " ltd", "®", "™", NULL };

  return has_any (prose->folded, sentence_around (prose->folded, hit->start), names);
}

static gboolean
is_foreign (const CsProse *prose, const CsLexiconHit *hit)
{
  static const char *const ours[] = {
    "u.s.", "us patent", "united states", "us 20", "ser. no", "serial no",
    "us application", "application no", "u. s.", NULL
  };
  static const char *const theirs[] = {
    "european pat", "japanese", "german", "ep ", "jp ", "wo ", "wo20",
    "http", "et al", "journal", "pct/", "textbook", "standard ", NULL
  };
  CsRange sentence = sentence_around (prose->folded, hit->start);

  return has_any (prose->folded, sentence, theirs) && !has_any (prose->folded, sentence, ours);
}

static gboolean
number_behind (const CsProse *prose, const CsLexiconHit *hit)
{
  const char *behind = prose->folded->text + hit->end;

  return g_ascii_isdigit (behind[strspn (behind, " (")]);
}

static gboolean
fires (const CsProse *prose, const CsLexiconHit *hit)
{
  if (strcmp (hit->condition, "background") == 0)
    return prose->heading == CS_HEADING_BACKGROUND;
  if (strcmp (hit->condition, "not-background") == 0)
    return prose->heading != CS_HEADING_BACKGROUND;
  if (strcmp (hit->condition, "named") == 0)
    return names_someone (prose, hit);
  if (strcmp (hit->condition, "number-behind") == 0)
    return number_behind (prose, hit);

  return TRUE;
}

/* --- reporting --- */

static void
report (const CsProse *prose, const char *rule, const CsLexiconHit *hit)
{
  CsReport *found = cs_prose_report (prose, rule, CS_CERTAINTY_LIKELY, hit->start, hit->end);

  cs_report_set_alike (found, rule);
  cs_report_set (found, "word", "%.*s", (int)(hit->end - hit->start),
                 cs_prose_source (prose, hit->start));
}

static void
check_unit (const CsProse *prose, gpointer unused)
{
  CsLexiconHits listed = cs_prose_get_listed (prose, "description-wording");

  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];

      if (!fires (prose, hit))
        continue;
      report (prose, hit->kind, hit);
      if (strcmp (hit->kind, "incorporation") == 0 && is_foreign (prose, hit))
        report (prose, "incorporation-foreign", hit);
    }
}

void
cs_check_description_wording (CsExamContext *context, const CsClaim *unused)
{
  if (cs_draft_get_n_units (cs_exam_get_draft (context), CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }

  cs_prose_walk (context, CS_PROSE_DESCRIPTION, check_unit, NULL);
}
