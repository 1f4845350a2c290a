#include <string.h>

#include "../../draft/cs-term-variants.h"
#include "cs-checks.h"
#include "prose.h"
#include "spelling-words.h"

/* The spelling of English words. A word of the art that no dictionary has is no slip: what is used
 * again and again, stands with a capital, bears a reference sign or looks like no known word passes;
 * what differs from a known word by one slip of typing is told. Source: 37 CFR 1.52(b)(1), PCT r. 10;
 * practice. */

const char *const cs_spelling_rules[] = { "misspelt", "unknown", NULL };

#define MAX_USES 2        /* a word used more often is meant so */
#define MAX_FINDINGS 40   /* of a draft; beyond, it is no English or was read by a machine */

/* Words that a check of terms has told of as near another term. */
static gboolean
is_term_variant (const GArray *variants, const CsSpelledWord *word)
{
  for (guint i = 0; i < variants->len; i++)
    {
      const CsTermVariant *variant = &g_array_index (variants, CsTermVariant, i);

      if (variant->kind == CS_VARIANT_MISSPELT && variant->where.part == word->first.part &&
          variant->where.index == word->first.index &&
          variant->where.start < word->first.end && word->first.start < variant->where.end)
        return TRUE;
    }

  return FALSE;
}

static void
report_word (CsExamContext *context, CsSpeller *speller, const CsSpelledWord *word)
{
  CsSpelling spelling = cs_speller_compare (speller, word->text, word->n_bytes);
  gboolean slip = spelling.n_near > 0;
  CsReport *report = cs_exam_report (context, slip ? "misspelt" : "unknown",
                                     slip ? CS_CERTAINTY_LIKELY : CS_CERTAINTY_POSSIBLE,
                                     word->first);

  cs_report_set (report, "word", "%.*s", (int)word->n_bytes, word->text);
  cs_report_set (report, "known", "%s", spelling.nearest == NULL ? "" : spelling.nearest);
  if (word->n_uses > 1)
    cs_report_add_related (report, "also", word->last);
  if (spelling.nearest != NULL)
    cs_report_add_fix (report, "replace", word->first, spelling.nearest);
  if (spelling.nearest != NULL && word->n_uses > 1)
    cs_report_add_fix (report, "replace", word->last, spelling.nearest);
}

void
cs_check_spelling (CsExamContext *context, const CsClaim *unused)
{
  CsSpeller *speller = cs_exam_get_speller (context);
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) variants = NULL;
  guint n_found = 0;

  if (g_str_equal (cs_exam_get_draft (context)->language, "zh"))
    {
      cs_exam_not_applicable (context, NULL, "language");
      return;
    }
  if (speller == NULL)
    {
      cs_exam_skip (context, NULL, "no-dictionary", CS_NO_INDEX);
      return;
    }

  words = cs_spelled_words_new (context);
  for (guint i = 0; i < words->len && n_found < MAX_FINDINGS; i++)
    {
      const CsSpelledWord *word = &g_array_index (words, CsSpelledWord, i);

      if (word->n_uses > MAX_USES || word->named ||
          cs_speller_knows (speller, word->text, word->n_bytes))
        continue;
      if (variants == NULL)
        variants = cs_term_variants_find (cs_exam_get_claims (context),
                                          cs_exam_get_description (context),
                                          cs_exam_get_terms (context));
      if (is_term_variant (variants, word))
        continue;
      report_word (context, speller, word);
      n_found++;
    }
}
