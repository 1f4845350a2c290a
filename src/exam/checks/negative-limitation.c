#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* What a claim excludes must have been said in the description: its very words, or those of a
 * narrower exclusion. Sources: Patent Law art. 26(4), 33; Guidelines 2023 part 2 ch. 8, 5.2.3.3;
 * MPEP 2173.05(i); EPO Guidelines F-IV 4.20. */

const char *const cs_negative_limitation_rules[] = { "no-basis", NULL };

#define MAX_THING_BYTES 60

/* The thing that is excluded: what follows the negation, up to a mark or a word that leads on. */
static CsRange
thing_behind (const CsClaimText *text, gsize at)
{
  static const char *const skipped[] = { "所述的", "所述", "有", "任何", "含",
                                         "的", "the ", "any ", "a ", "an ",
                                         "said ", "of ", "using ", "being ", NULL };
  static const char *const chinese_ends[] = { "的", "和", "或", "、", "时", "之外", "以外",
                                              "外", "而", "且", "与", "(", "[", NULL };
  static const char *const english_ends[] = {
    " and ", " or ", " of ", " to ", " in ", " from ", " by ", " with ", " when ",
    " for ", " on ", " at ", " wherein ", " during ", " between ", " as ", " is ", " are ",
    "(", ".", " that ", " which ", " into ", " through ", NULL
  };
  const char *folded = text->folded->text;
  gsize end = MIN (cs_clause_end (text->folded, at), at + MAX_THING_BYTES);
  gsize length;
  gsize stop;

  at = cs_scan_spaces (folded, at);
  while ((length = cs_scan_any (folded, at, skipped)) > 0)
    at = cs_scan_spaces (folded, at + length);
  for (stop = at; stop < end;)
    {
      if (cs_scan_any (folded, stop, text->chinese ? chinese_ends : english_ends) > 0)
        break;
      stop += g_utf8_skip[(guchar)folded[stop]];
    }
  while (stop > at && folded[stop - 1] == ' ')
    stop--;

  return (CsRange){ at, MAX (at, stop) };
}

/* Whether a paragraph of the description speaks of @thing and negates nearby, in any words. */
static gboolean
has_basis (const CsClaimText *text, CsRange thing)
{
  static const char *const chinese[] = { "不", "无", "除", "未", "非", "排除", "没有", "避免", "免", NULL };
  static const char *const english[] = {
    "not ", "n't", "without", "free ", "free-", "exclu", "except", "other than",
    "no ", "devoid", "absent", "absence", "lack", "eliminat", "avoid", "-free",
    "instead of", "rather than", "never", "neither", "omit", "unless", "prevent", NULL
  };
  const CsPassages *passages = cs_exam_get_passages (text->context);
  const CsFolded *description = cs_passages_get_text (passages);
  g_autofree char *words = g_strndup (text->folded->text + thing.start, thing.end - thing.start);
  guint n_tried = 0;

  for (gssize at = cs_passages_find (passages, words, 0); at >= 0 && n_tried < 1000;
       at = cs_passages_find (passages, words, at + 1), n_tried++)
    {
      gsize from = (gsize)at > 150 ? at - 150 : 0;
      gsize to = MIN (description->n_bytes, (gsize)at + thing.end - thing.start + 60);

      if (cs_stands_in (description->text, from, to, text->chinese ? chinese : english))
        return TRUE;
    }

  return FALSE;
}

static void
check_hit (const CsClaimText *text, const CsLexiconHit *hit)
{
  CsRange thing = thing_behind (text, hit->end);
  g_autofree char *words = NULL;
  CsReport *report;

  if (thing.end - thing.start < (text->chinese ? 6 : 4))
    return;
  if (strcmp (hit->condition, "noun") == 0 &&
      g_str_has_prefix (text->folded->text + thing.start, "不"))
    return;

  words = cs_claim_text_dup (text, thing.start, thing.end);
  if (!cs_passages_are_empty (cs_exam_get_passages (text->context)) && !has_basis (text, thing))
    {
      report = cs_claim_text_report (text, "no-basis", CS_CERTAINTY_LIKELY, hit->start, thing.end);
      cs_report_set (report, "thing", "%s", words);
      cs_report_set_alike (report, words);
    }
}

void
cs_check_negative_limitation (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  const CsLexicon *lexicon = cs_lexicon_get (text.chinese ? "negation.zh" : "negation.en");
  g_autoptr (GArray) hits = NULL;

  if (cs_passages_are_empty (cs_exam_get_passages (context)))
    {
      if (claim->index == 0)
        cs_exam_skip (context, "no-basis", "no-description", CS_NO_INDEX);
      return;
    }

  hits = cs_lexicon_find (lexicon, text.folded);
  for (guint i = 0; i < hits->len; i++)
    check_hit (&text, &g_array_index (hits, CsLexiconHit, i));
}
