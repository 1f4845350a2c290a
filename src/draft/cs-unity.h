#pragma once

#include "cs-feature-words.h"

G_BEGIN_DECLS

/**
 * CsUnityClaim:
 * @claim: index of an independent claim
 * @nearest: index of the independent claim that it has most in common with; %CS_NO_INDEX when there
 *   is no other
 * @n_content: how much it says of its own matter, see cs_feature_words_visit_content()
 * @n_shared: how much of that @nearest says too
 * @share_percent: @n_shared of the content of that of the two that says less
 * @group: index in the array of the first claim to which this one is linked, directly or by others:
 *   because one cites the other, or they share enough
 *
 * How one independent claim is linked to the others.
 */
typedef struct
{
  guint claim;
  guint nearest;
  guint n_content;
  guint n_shared;
  guint share_percent;
  guint group;
} CsUnityClaim;

/** CsUnityShare: @range in the text of one claim and @other in that of another say the same */
typedef struct
{
  CsRange range;
  CsRange other;
} CsUnityShare;

/** CS_UNITY_MAX_CLAIMS: as many independent claims are compared, the first ones */
#define CS_UNITY_MAX_CLAIMS 64

/**
 * cs_unity_compare:
 * @words: the features of the claims
 * @link_percent: claims that share as much are linked
 *
 * Compares all independent claims: what words they share that are not said of anything. It sees the
 * words only: whether what is shared is special, which is what unity turns on, is for a person who
 * knows the prior art. Linear in the length of the claims. Thread: any.
 *
 * Source: Law art. 31(1), Rules (2023) r. 39; EPC art. 82, r. 44; PCT r. 13.
 *
 * Returns: (transfer full) (element-type CsUnityClaim): the independent claims, in their order;
 *   those that quote another claim are in its group
 */
GArray *cs_unity_compare (const CsFeatureWords *words,
                          guint link_percent) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_unity_find_shared:
 * @words: the features of the claims
 * @claim: index of a claim
 * @other: index of another
 * @max: as many as are wanted
 *
 * Returns: (transfer full) (element-type CsUnityShare): what both say, each once, in the order of
 *   @claim; neighbours are joined
 */
GArray *cs_unity_find_shared (const CsFeatureWords *words,
                              guint claim,
                              guint other,
                              guint max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
