#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"

/* How a set of claims is built, beyond what the law asks. Source: practice; EPC r. 43(4). */

const char *const cs_claim_strategy_rules[] = { "flat", "single-only", "several-actors", NULL };

#define MIN_DEPENDENTS 6 /* a smaller set needs no levels */

/* --- the tree --- */

typedef struct
{
  guint n_dependents;
  guint n_multiple;
  guint n_deeper; /* rest on a dependent claim */
  const CsClaim *first;
} Tree;

static Tree
measure_tree (const CsClaimSet *claims)
{
  Tree tree = { 0 };

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      gboolean deeper = FALSE;

      if (!claim->dependent || claim->cancelled)
        continue;
      for (guint k = 0; k < claim->depends->len; k++)
        deeper |= cs_claim_set_get (claims, g_array_index (claim->depends, guint, k))->dependent;
      tree.n_dependents++;
      tree.n_multiple += claim->multiple;
      tree.n_deeper += deeper;
      if (tree.first == NULL)
        tree.first = claim;
    }

  return tree;
}

static void
report_tree (CsExamContext *context, const char *rule, const Tree *tree)
{
  CsReport *report = cs_exam_report_claim (context, rule, CS_CERTAINTY_CERTAIN, tree->first,
                                           tree->first->reference);

  cs_report_set (report, "count", "%u", tree->n_dependents);
}

/* --- who acts --- */

/* The actor at the head of @feature who goes on to do something: "所述服务器接收……"; not one of whom
 * something is said (服务器的……) or who is one of a list. */
static CsRange
find_actor (const CsFeature *feature, const CsFolded *folded, const GArray *hits)
{
  static const char *const said[] = { "所述", "该", "由", NULL };
  static const char *const after[] = { "的", "、", "和", "与", "及", "中", "上",
                                       "侧", "为", "是", "包括", ",", "(", NULL };
  gsize start = cs_folded_find (folded, feature->range.start);
  gsize end = cs_folded_find (folded, feature->range.end);
  CsRange none = { 0, 0 };

  start += cs_scan_any (folded->text, start, said);
  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);

      if (hit->start != start)
        continue;
      if (hit->end >= end || cs_scan_any (folded->text, hit->end, after) > 0)
        return none;

      return (CsRange){ folded->map[hit->start], folded->map[hit->end] };
    }

  return none;
}

static void
check_actors (CsExamContext *context, const CsClaim *claim)
{
  const CsFeatures *features = cs_feature_words_get_features (cs_exam_get_feature_words (context));
  const CsFolded *folded = claim->folded;
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("actors.zh"), folded);
  CsRange first = { 0, 0 };
  guint n_features;
  const CsFeature *own = cs_features_get_of_claim (features, claim->index, &n_features);

  for (guint i = 0; i < n_features && hits->len > 1; i++)
    {
      CsRange actor = find_actor (&own[i], folded, hits);
      CsReport *report;

      if (cs_range_is_empty (actor))
        continue;
      if (cs_range_is_empty (first))
        first = actor;
      if (actor.end - actor.start == first.end - first.start &&
          memcmp (claim->text + actor.start, claim->text + first.start,
                  first.end - first.start) == 0)
        continue;

      report =
          cs_exam_report_claim (context, "several-actors", CS_CERTAINTY_POSSIBLE, claim, actor);
      cs_report_set (report, "other", "%.*s", (int)(first.end - first.start),
                     claim->text + first.start);
      cs_report_add_related (report, "also",
                             (CsSpan){ CS_PART_CLAIMS, claim->index, first.start, first.end });
      return;
    }
}

void
cs_check_claim_strategy (CsExamContext *context, const CsClaim *unused)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  gboolean chinese = g_str_equal (cs_exam_get_draft (context)->language, "zh");
  Tree tree = measure_tree (claims);

  if (tree.n_dependents >= MIN_DEPENDENTS && tree.n_deeper == 0)
    report_tree (context, "flat", &tree);
  if (tree.n_dependents >= MIN_DEPENDENTS && tree.n_multiple == 0)
    report_tree (context, "single-only", &tree);

  for (guint i = 0; chinese && i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (!claim->dependent && !claim->cancelled && claim->category == CS_CATEGORY_METHOD)
        check_actors (context, claim);
    }
}
