#pragma once

#include "../language/cs-word-diff.h"
#include "cs-claim-set.h"
#include "cs-feature-abreast.h"

G_BEGIN_DECLS

/**
 * CsPairKind:
 *
 * What became of a claim.
 */
typedef enum
{
  CS_PAIR_SAME, /* word for word, numbers of claims it refers to apart */
  CS_PAIR_CHANGED,
  CS_PAIR_LEFT_ONLY,
  CS_PAIR_RIGHT_ONLY,
  CS_PAIR_ABREAST /* in two languages: its features are laid abreast, its words not compared */
} CsPairKind;

/**
 * CsClaimPair:
 * @kind: what became of it
 * @left: index of the claim on the left, %CS_NO_INDEX when there is none
 * @right: the same on the right
 * @is_renumbered: whether both have numbers, and these differ
 * @is_moved: whether it stands in another order than its neighbours
 * @is_by_number: whether a claim in two languages was found by its number more than by what it says
 * @changes: (element-type CsWordChange): in bytes of the texts of both claims; empty unless
 *   %CS_PAIR_CHANGED
 * @features: (nullable): the features of both, when it is %CS_PAIR_ABREAST
 *
 * Two claims that are one, or one that has no counterpart.
 */
typedef struct
{
  CsPairKind kind;
  guint left;
  guint right;
  gboolean is_renumbered;
  gboolean is_moved;
  gboolean is_by_number;
  GArray *changes;
  CsFeaturesAbreast *features;
} CsClaimPair;

/**
 * CsClaimComparison:
 *
 * Two sets of claims side by side. Immutable.
 */
typedef struct _CsClaimComparison CsClaimComparison;

#define CS_TYPE_CLAIM_COMPARISON (cs_claim_comparison_get_type ())

GType cs_claim_comparison_get_type (void) G_GNUC_CONST;

/**
 * cs_claim_comparison_new:
 * @left: (transfer none): claims; a reference is kept
 * @right: (transfer none): claims of another member, version or draft; a reference is kept
 * @same_language: whether their words can be compared
 *
 * Pairs claims by what they say, and not by their numbers: in order where that fits, then those
 * that were moved. Of claims in two languages that is what stands in a translation too, see
 * cs-claim-abreast.h; where it is too little the number decides. Source of the alignment in order:
 * S. B. Needleman, C. D. Wunsch, J. Mol. Biol. 48 (1970) 443. Quadratic in the number of claims, up
 * to a bound; above it by number. Thread: any.
 *
 * Returns: (transfer full): the comparison
 */
CsClaimComparison *cs_claim_comparison_new (CsClaimSet *left,
                                            CsClaimSet *right,
                                            gboolean same_language) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_comparison_ref: Returns: (transfer full): @comparison. Thread: any. */
CsClaimComparison *cs_claim_comparison_ref (CsClaimComparison *comparison);

/** cs_claim_comparison_unref: Thread: any. */
void cs_claim_comparison_unref (CsClaimComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimComparison, cs_claim_comparison_unref)

/** cs_claim_comparison_get_pairs: Returns: (transfer none) (element-type CsClaimPair): in the order
 * of the left, those without a left one behind what precedes them on the right */
const GArray *cs_claim_comparison_get_pairs (const CsClaimComparison *comparison);

/** cs_claim_comparison_get_left: Returns: (transfer none): the claims on the left */
CsClaimSet *cs_claim_comparison_get_left (const CsClaimComparison *comparison);

/** cs_claim_comparison_get_right: Returns: (transfer none): the claims on the right */
CsClaimSet *cs_claim_comparison_get_right (const CsClaimComparison *comparison);

/** cs_claim_comparison_is_abreast: Returns: whether the sides are in two languages, so that no
 * words are compared */
gboolean cs_claim_comparison_is_abreast (const CsClaimComparison *comparison);

G_END_DECLS
