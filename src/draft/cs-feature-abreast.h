#pragma once

#include "cs-claim-abreast.h"
#include "cs-features.h"

G_BEGIN_DECLS

/**
 * CsFeaturePair:
 * @left: words of the left claim; empty when the features on the right have no counterpart
 * @right: the same on the right
 * @n_left: how many features there are in @left
 * @n_right: how many there are in @right
 *
 * One feature of a claim or more, and what the claim in the other language says in their place.
 * The ranges of all pairs together are the whole texts.
 */
typedef struct
{
  CsRange left;
  CsRange right;
  guint n_left;
  guint n_right;
} CsFeaturePair;

/**
 * CsAnchorDifference:
 * @kind: number, reference sign or symbol
 * @pair: index of the #CsFeaturePair it is in
 * @left: bytes of the left claim; empty when it has nothing in its place
 * @right: the same on the right
 *
 * What stands in a translation too, and is another one here or missing: "5 mm" and "8 mm".
 */
typedef struct
{
  CsAnchorKind kind;
  guint pair;
  CsRange left;
  CsRange right;
} CsAnchorDifference;

/**
 * CsFeaturesAbreast:
 * @pairs: (element-type CsFeaturePair): in the order of the texts
 * @differences: (element-type CsAnchorDifference): in the order of @pairs
 * @n_lone: how many of @pairs have no counterpart
 *
 * The features of a claim beside those of the same claim in another language.
 */
typedef struct
{
  GArray *pairs;
  GArray *differences;
  guint n_lone;
} CsFeaturesAbreast;

/**
 * cs_features_abreast_new:
 * @abreast: two sets of claims, which learned who belongs together
 * @left: features of the left set
 * @right: features of the right set
 * @left_claim: index of a claim
 * @right_claim: index of the same claim in the other language
 *
 * Lays features abreast in their order, one beside one, or one beside as many as its words were
 * split into on the other side. Sources: W. A. Gale, K. W. Church, "A Program for Aligning
 * Sentences in Bilingual Corpora", Computational Linguistics 19 (1993) 75, for lengths; M. Simard,
 * G. F. Foster, P. Isabelle, TMI 1992, for what stands in both. The product of the numbers of
 * features, up to a bound of these; above it they are one pair. Thread: any.
 *
 * Returns: (transfer full): the features of both
 */
CsFeaturesAbreast *cs_features_abreast_new (const CsClaimAbreast *abreast,
                                            const CsFeatures *left,
                                            const CsFeatures *right,
                                            guint left_claim,
                                            guint right_claim) G_GNUC_WARN_UNUSED_RESULT;

/** cs_features_abreast_free: frees @abreast and all it holds */
void cs_features_abreast_free (CsFeaturesAbreast *abreast);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFeaturesAbreast, cs_features_abreast_free)

G_END_DECLS
