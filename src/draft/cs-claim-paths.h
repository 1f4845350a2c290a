#pragma once

#include "cs-claim-set.h"

G_BEGIN_DECLS

/**
 * CsClaimParents:
 *
 * What each claim builds upon, as groups: the claims of one group are alternatives ("any one of
 * claims 1 to 3", 任一项); groups, and claims joined by "and", hold together ("the composition of
 * claim 1 and the device of claim 5"). Claims that are quoted count like those depended on: what
 * they say is there.
 * Belongs to a #CsClaimSet that must outlive it.
 */
typedef struct _CsClaimParents CsClaimParents;

/** cs_claim_parents_new: linear in what @claims refer to. Returns: (transfer full): the parents */
CsClaimParents *cs_claim_parents_new (const CsClaimSet *claims) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_parents_free: frees @parents */
void cs_claim_parents_free (CsClaimParents *parents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimParents, cs_claim_parents_free)

/**
 * cs_claim_parents_get_ancestors:
 * @parents: the parents
 * @claim: index of a claim
 * @ancestors: (element-type guint): cleared, then filled with the indexes of all claims above
 * @claim by any path, ascending
 *
 * Linear in the references among them.
 */
void cs_claim_parents_get_ancestors (const CsClaimParents *parents,
                                     guint claim,
                                     GArray *ancestors);

/**
 * CsGradeFunc:
 * @claim: index of a claim above, or of the claim asked about
 * @data: of the caller
 *
 * Returns: how badly the words of @claim alone fail: 0 when they hold all that is looked for
 */
typedef guint (*CsGradeFunc) (guint claim,
                              gpointer data);

/**
 * cs_claim_parents_grade:
 * @parents: the parents
 * @claim: index of the claim asked about
 * @grade: cheap, or remembers its answers; may be asked twice about a claim
 * @data: handed to @grade
 * @path: (nullable) (element-type guint): cleared, then filled with the worst path: indexes of
 *   claims from @claim upwards, the shortest of the worst; empty when the grade is 0
 *
 * Walks all dependency paths at once, whatever their number: a claim is as good as its own words or
 * as what it builds upon, and of alternatives the worst counts. Linear in the references above;
 * beyond a thousand claims the shortest path stands for all, so that nothing is reported wrongly.
 * A claim whose references cannot be resolved ends its path. Source: Guidelines 2023 part 2 ch. 2,
 * 3.2.2 (each path of a multiple dependent claim); MPEP 2173.05(e), 608.01(n).
 *
 * Returns: the grade of the worst path
 */
guint cs_claim_parents_grade (const CsClaimParents *parents,
                              guint claim,
                              CsGradeFunc grade,
                              gpointer data,
                              GArray *path);

G_END_DECLS
