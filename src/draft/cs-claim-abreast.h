#pragma once

#include "cs-claim-anchors.h"
#include "cs-claim-set.h"

G_BEGIN_DECLS

/**
 * CsClaimAbreast:
 *
 * Two sets of claims in two languages, and what speaks for two of them being one.
 */
typedef struct _CsClaimAbreast CsClaimAbreast;

/** cs_claim_abreast_new: @left, @right: (transfer none): the claims, which must outlive it. Linear.
 *  Returns: (transfer full): what they say in any language */
CsClaimAbreast *cs_claim_abreast_new (const CsClaimSet *left,
                                      const CsClaimSet *right) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_abreast_free: frees @abreast */
void cs_claim_abreast_free (CsClaimAbreast *abreast);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimAbreast, cs_claim_abreast_free)

/** cs_claim_abreast_get: Returns: (transfer none): the anchors of a claim of either side */
const CsClaimAnchors *cs_claim_abreast_get (const CsClaimAbreast *abreast,
                                            gboolean is_left,
                                            guint index);

/** cs_claim_abreast_has_signs: Returns: whether both sides use reference signs in brackets, so that
 *  one that is missing tells something */
gboolean cs_claim_abreast_has_signs (const CsClaimAbreast *abreast);

/**
 * cs_claim_abreast_learn:
 * @abreast: two sets
 * @partner_of_left: (array): index of a claim on the right for each on the left, %CS_NO_INDEX for
 *   none
 *
 * Takes note of who belongs together as far as is known: claims that depend on the same claim are
 * more like each other then, and how much longer one language is than the other is known better.
 */
void cs_claim_abreast_learn (CsClaimAbreast *abreast,
                             const guint *partner_of_left);

/**
 * cs_claim_abreast_likeness:
 * @abreast: two sets
 * @left: index of a claim
 * @right: index of a claim
 *
 * What speaks for both being the same claim, less what speaks against: category, references,
 * numbers, reference signs, symbols, words that are spelt alike, length. Source of the weight of a
 * length: W. A. Gale, K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora",
 * Computational Linguistics 19 (1993) 75. Linear in what they say.
 *
 * Returns: some natural logarithm of odds: above 0 when more speaks for it
 */
double cs_claim_abreast_likeness (const CsClaimAbreast *abreast,
                                  guint left,
                                  guint right);

/** cs_claim_abreast_get_ratio: Returns: letters that the right side takes for each of the left, as
 *  far as was learned */
double cs_claim_abreast_get_ratio (const CsClaimAbreast *abreast);

/** cs_length_penalty: Returns: how little texts of @left and @right letters look like one in two
 *  languages, when the right one takes @ratio letters for each of the left: 0 when nothing speaks
 *  against it, by Gale and Church */
double cs_length_penalty (double left,
                          double right,
                          double ratio);

G_END_DECLS
