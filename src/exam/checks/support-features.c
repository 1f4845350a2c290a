#include "support.h"

/* Features whose words stand in the description, but never together, or in the summary only. What
 * is spread over paragraphs or put in other words is supported all the same, so these are hints. */

#define MIN_WORDS 6         /* less cannot be told from chance */
#define MISSING_COVERAGE 40 /* per cent, of the best paragraph */
#define EMBODIED_SHARE 60   /* per cent, of all embodiments together */

static const char *
get_rule (const CsFeatureSupport *found)
{
  if (found->n_words < MIN_WORDS || found->same_as != CS_NO_INDEX)
    return NULL;
  if (found->basis.coverage < MISSING_COVERAGE)
    return "feature-missing";
  if (cs_support_grade (found->basis.coverage) != CS_SUPPORT_MISSING &&
      found->embodied < EMBODIED_SHARE)
    return "not-in-embodiment";

  return NULL;
}

void
cs_support_check_features (CsSupportCheck *check)
{
  for (guint i = 0; i < check->flagged->len; i++)
    {
      const CsFeature *feature = cs_support_get_feature (check, i);
      const CsFeatureSupport *found = cs_support_get (check->support, i);
      const CsClaim *claim = cs_claim_set_get (cs_exam_get_claims (check->context), feature->claim);
      const char *rule = get_rule (found);
      CsReport *report;

      if (rule == NULL || g_array_index (check->flagged, gboolean, i))
        continue;
      report = cs_exam_report_claim (check->context, rule, CS_CERTAINTY_POSSIBLE, claim,
                                     feature->range);
      if (found->basis.paragraph != CS_NO_INDEX)
        cs_report_add_related (report, "nearest",
                               cs_support_paragraph_span (check, found->basis.paragraph));
    }
}
