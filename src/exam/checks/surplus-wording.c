#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* Words that a claim is better without: praise, reasons, absolutes, and sizes measured by a thing
 * that is not claimed. Sources: Guidelines 2023 part 1 ch. 1, 7.8, part 2 ch. 2, 3.2.3; MPEP
 * 2173.05(b); EPO Guidelines F-IV 4.14, 4.21. */

const char *const cs_surplus_wording_rules[] = {
  "praise", "reason", "absolute", "variable-reference", "added-type", "partly-closed", NULL
};

#define MIN_REASON_BYTES 60 /* a reason of twenty Chinese characters, or as many letters */

/* A clause long enough to be one that only explains. */
static gboolean
explains (const CsClaimText *text, const CsLexiconHit *hit)
{
  gsize end = cs_clause_end (text->folded, hit->end);

  return end - hit->end >= MIN_REASON_BYTES || strcmp (hit->condition, "any-length") == 0;
}

/* 主要由……组成; "consisting essentially of" is the transition itself. */
static CsRange
find_partly_closed (const CsClaimText *text)
{
  static const char *const openings[] = { "主要由", "基本上由", "基本由", NULL };
  static const char *const closings[] = { "组成", "构成", NULL };
  const CsFolded *folded = text->folded;
  CsRange transition = cs_claim_text_fold (text, text->claim->transition);

  if (!text->chinese)
    return transition;
  for (gsize at = transition.start; at < folded->n_bytes;
       at += g_utf8_skip[(guchar)folded->text[at]])
    {
      gsize length = cs_scan_any (folded->text, at, openings);

      if (length > 0 && cs_stands_in (folded->text, at, cs_clause_end (folded, at), closings))
        return (CsRange){ at, at + length };
    }

  return (CsRange){ 0, 0 };
}

static void
check_partly_closed (const CsClaimText *text)
{
  CsRange range;

  if (text->claim->transition_kind != CS_TRANSITION_PARTLY || text->claim->dependent)
    return;

  range = find_partly_closed (text);
  if (!cs_range_is_empty (range))
    cs_claim_text_report (text, "partly-closed", CS_CERTAINTY_LIKELY, range.start, range.end);
}

void
cs_check_surplus_wording (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  const CsLexicon *lexicon =
      cs_lexicon_get (text.chinese ? "surplus-wording.zh" : "surplus-wording.en");
  g_autoptr (GArray) hits = cs_lexicon_find (lexicon, text.folded);

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      g_autofree char *word = NULL;
      CsReport *report;

      if (strcmp (hit->kind, "reason") == 0 && !explains (&text, hit))
        continue;
      word = cs_claim_text_dup (&text, hit->start, hit->end);
      report = cs_claim_text_report (&text, hit->kind, CS_CERTAINTY_LIKELY, hit->start, hit->end);
      cs_report_set (report, "word", "%s", word);
      cs_report_set_alike (report, word);
    }
  check_partly_closed (&text);
}
