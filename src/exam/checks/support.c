#include "support.h"

#include <string.h>

/* What the claims say stands in the description. Words can be found by a program, justification
 * over the whole breadth cannot: that remains a question. Sources: Patent Law art. 26(4);
 * Guidelines 2023 part 2 ch. 2, 3.2.1; Rules (2023) r. 22(3); 35 U.S.C. 112(a); 37 CFR
 * 1.75(d)(1); EPC art. 84. */

const char *const cs_support_rules[] = { "no-basis", "modifier", "only-background",
                                         "feature-near", "feature-missing", "not-in-embodiment",
                                         "range-ends", "range-examples", "number-differs",
                                         "number-missing", "genus-species", NULL };

const CsFeature *
cs_support_get_feature (const CsSupportCheck *check, guint feature)
{
  const CsFeatures *features = cs_support_get_features (check->support);

  return &g_array_index (cs_features_get_all (features), CsFeature, feature);
}

guint
cs_support_find_feature (const CsSupportCheck *check, guint claim, gsize byte)
{
  const CsFeatures *features = cs_support_get_features (check->support);
  const CsFeature *all = (const CsFeature *)(gpointer)cs_features_get_all (features)->data;
  guint n_features;
  const CsFeature *of_claim = cs_features_get_of_claim (features, claim, &n_features);

  for (guint i = 0; i < n_features; i++)
    if (byte >= of_claim[i].range.start && byte < of_claim[i].range.end)
      return of_claim + i - all;

  return CS_NO_INDEX;
}

CsSpan
cs_support_paragraph_span (const CsSupportCheck *check, guint paragraph)
{
  CsSpan span = { CS_PART_DESCRIPTION, paragraph, 0, 0 };

  cs_draft_get_unit_text (cs_exam_get_draft (check->context), CS_PART_DESCRIPTION, paragraph,
                          &span.end);

  return span;
}

void
cs_check_support (CsExamContext *context, const CsClaim *unused)
{
  const CsDraft *draft = cs_exam_get_draft (context);
  CsSupportCheck check = { .context = context };
  g_autoptr (GHashTable) reports = NULL;
  g_autoptr (GArray) flagged = NULL;

  if (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }

  reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  flagged = g_array_new (FALSE, TRUE, sizeof (gboolean));
  check.support = cs_exam_get_support (context);
  check.chinese = strcmp (draft->language, "zh") == 0;
  check.reports = reports;
  check.flagged = flagged;
  g_array_set_size (flagged,
                    cs_features_get_all (cs_support_get_features (check.support))->len);

  cs_support_check_words (&check);
  cs_support_check_numbers (&check);
  cs_support_check_species (&check);
  cs_support_check_features (&check);
}
