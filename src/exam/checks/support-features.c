#include "support.h"

/* Features whose words stand in the description, and never together; things that only the summary
 * names. */

#define MISSING_COVERAGE 40 /* per cent of the best paragraph */

void
cs_support_check_features (CsSupportCheck *check)
{
  for (guint i = 0; i < check->flagged->len; i++)
    {
      const CsFeature *feature = cs_support_get_feature (check, i);
      const CsFeatureSupport *found = cs_support_get (check->support, i);
      const CsClaim *claim = cs_claim_set_get (cs_exam_get_claims (check->context), feature->claim);

      if (g_array_index (check->flagged, gboolean, i) || found->same_as != CS_NO_INDEX)
        continue;
      if (found->basis.coverage >= MISSING_COVERAGE)
        continue;
      cs_exam_report_claim (check->context, "feature-missing", CS_CERTAINTY_POSSIBLE, claim,
                            feature->range);
    }
}
