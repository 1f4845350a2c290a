#pragma once

#include "cs-claim-set.h"
#include "cs-edit.h"

G_BEGIN_DECLS

/* Changes to the claims as a whole. Each gives the edits (see cs-edit.h) that also renumber the
 * claims and re-point every reference to them, in claims, description and abstract, so that every
 * claim goes on referring to the same claims. A claim number that is wrong, missing or repeated is
 * set right on the way. What names no claim goes on naming none: when its number is given to a
 * claim, it gets the number that cs_claim_edit_delete() speaks of. Pure functions of a draft and
 * its claims. Thread: any. */

/**
 * cs_claim_edit_insert:
 * @draft: a draft
 * @claims: its claims
 * @after: index of the claim to insert after, %CS_NO_INDEX for the beginning
 * @parent: index of the claim the new one depends on, %CS_NO_INDEX for an independent one
 * @cursor: (out) (optional): byte of the new text of the claims at which to go on writing
 *
 * Inserts a claim: only its number, or with a @parent the opening that the other dependent claims
 * of that parent have ("根据权利要求1所述的泵，其特征在于，", "The pump of claim 1, wherein ").
 *
 * Returns: (transfer full) (element-type CsEdit): the edits
 */
GArray *cs_claim_edit_insert (CsDraft *draft,
                              const CsClaimSet *claims,
                              guint after,
                              guint parent,
                              gsize *cursor) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_edit_delete:
 * @draft: a draft
 * @claims: its claims
 * @index: the claim to delete
 *
 * Claims that depend on it depend on its (first) parent afterwards, and those that name other
 * claims as well on these. Whatever else named it, in claims, description and abstract, names
 * number 99 afterwards (999 and so on when there are many claims), which is no claim's: the
 * examination reports each as missing, and no reference comes to mean another claim.
 *
 * Returns: (transfer full) (element-type CsEdit): the edits
 */
GArray *cs_claim_edit_delete (CsDraft *draft,
                              const CsClaimSet *claims,
                              guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_edit_move:
 * @draft: a draft
 * @claims: its claims
 * @index: the claim to move
 * @before: index of the claim it will stand before, the number of claims for the end
 *
 * Returns: (transfer full) (element-type CsEdit): the edits, none when it stands there already
 */
GArray *cs_claim_edit_move (CsDraft *draft,
                            const CsClaimSet *claims,
                            guint index,
                            guint before) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_edit_set_parent:
 * @draft: a draft
 * @claims: its claims
 * @index: a dependent claim
 * @parent: the claim it is to depend on instead of its (first) parent
 * @error: %CS_ERROR_UNSUPPORTED when @index is independent, or @parent depends on it
 *
 * Changes the reference only, and moves the claim behind @parent when it stood before it.
 *
 * Returns: (transfer full) (element-type CsEdit): the edits, or %NULL
 */
GArray *cs_claim_edit_set_parent (CsDraft *draft,
                                  const CsClaimSet *claims,
                                  guint index,
                                  guint parent,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_edit_indent:
 * @draft: a draft
 * @claims: its claims
 * @index: a dependent claim
 * @outdent: to depend on its grandparent; otherwise on the claim before it with the same parent
 * @error: %CS_ERROR_UNSUPPORTED when there is none
 *
 * Returns: (transfer full) (element-type CsEdit): the edits, or %NULL
 */
GArray *cs_claim_edit_indent (CsDraft *draft,
                              const CsClaimSet *claims,
                              guint index,
                              gboolean outdent,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_edit_renumber: numbers the claims from 1 in their order. Returns: (transfer full)
 * (element-type CsEdit): the edits, maybe none */
GArray *cs_claim_edit_renumber (CsDraft *draft,
                                const CsClaimSet *claims) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_dup_gist:
 * @claims: claims
 * @index: one of them
 * @max_chars: as many characters at most; … ends what was cut
 *
 * Returns: (transfer full): what a list calls the claim: its subject when it is independent, else
 * what it adds to its parent ("隔膜厚度", "Diaphragm thickness" as far as its own words give it)
 */
char *cs_claim_dup_gist (const CsClaimSet *claims,
                         guint index,
                         guint max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
