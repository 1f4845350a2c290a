#pragma once

#include "cs-claim-set.h"

G_BEGIN_DECLS

/**
 * CsFeatureKind:
 * @CS_FEATURE_PREAMBLE: what stands before the transition of an independent claim, its subject
 *   first (前序部分)
 * @CS_FEATURE_LIMITATION: what stands behind it (特征部分), or what a dependent claim adds
 * @CS_FEATURE_STEP: likewise, with the label of a step: "S1", "a)", "步骤一"
 */
typedef enum
{
  CS_FEATURE_PREAMBLE,
  CS_FEATURE_LIMITATION,
  CS_FEATURE_STEP
} CsFeatureKind;

/**
 * CsFeature:
 * @claim: index of its claim
 * @limitation: counts within the claim, from 0, what semicolons, line ends and labels of steps
 *   part; features of one limitation are what its commas part
 * @kind: where it stands
 * @range: its words, without label, 其中, "wherein" and the like in front and marks behind, bytes of
 *   the claim's text; never empty
 * @label: label of the step, empty when it has none
 *
 * One feature of a claim (技术特征): the least that is said on its own.
 */
typedef struct
{
  guint claim;
  guint limitation;
  CsFeatureKind kind;
  CsRange range;
  CsRange label;
} CsFeature;

/**
 * CsFeatures:
 *
 * The claims of a draft, split into their features. Immutable.
 */
typedef struct _CsFeatures CsFeatures;

/**
 * cs_features_new:
 * @claims: (transfer none): the claims; a reference is kept
 *
 * Splits every claim at its marks: a comma parts features where it does not just list things ("A, B
 * and C", 、). Of a dependent claim only what it adds is split. A cancelled claim has no features,
 * any other one at least one unless it has no text. Linear in the length of the claims. Thread:
 * any.
 *
 * Returns: (transfer full): the features
 */
CsFeatures *cs_features_new (CsClaimSet *claims) G_GNUC_WARN_UNUSED_RESULT;

/** cs_features_ref: Returns: (transfer full): @features. Thread: any. */
CsFeatures *cs_features_ref (CsFeatures *features);

/** cs_features_unref: Thread: any. */
void cs_features_unref (CsFeatures *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFeatures, cs_features_unref)

/** cs_features_get_claims: Returns: (transfer none): the claims they are of */
const CsClaimSet *cs_features_get_claims (const CsFeatures *features);

/** cs_features_get_all: Returns: (transfer none) (element-type CsFeature): by claim and place */
const GArray *cs_features_get_all (const CsFeatures *features);

/**
 * cs_features_get_of_claim:
 * @features: the features
 * @claim: index of a claim
 * @n_features: (out): how many
 *
 * O(1).
 *
 * Returns: (array length=n_features) (transfer none) (nullable): the features of that claim, %NULL
 *   when there is none
 */
const CsFeature *cs_features_get_of_claim (const CsFeatures *features,
                                           guint claim,
                                           guint *n_features);

G_END_DECLS
