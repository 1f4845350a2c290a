#pragma once

#include "cs-claim-edit.h"

G_BEGIN_DECLS

/* What the claims are to become, and the edits that make them so; for nobody else. */

/**
 * CsClaimPlan:
 * @draft: a draft
 * @claims: its claims
 * @order: (element-type guint): the claims in their new order, %CS_NO_INDEX for a new one; whoever
 *   is not in it is deleted
 * @before: the claim in front of which moved or new claims stand, the number of claims for the end
 * @moved: (element-type guint): the claims that are moved there, in order
 * @opening: (nullable): text of the new claim, without its number
 * @reparent: index of the claim that gets another parent, or %CS_NO_INDEX
 * @from: number in its reference that is to be replaced
 * @to: index of the claim to refer to
 *
 * A change to the claims. What was cancelled in one line ("4-6. (canceled)") is one block and moves
 * together.
 */
typedef struct
{
  CsDraft *draft;
  const CsClaimSet *claims;
  GArray *order;
  guint before;
  GArray *moved;
  char *opening;
  guint reparent;
  guint from;
  guint to;
} CsClaimPlan;

/* A plan that leaves the claims in their order. */
CsClaimPlan *cs_claim_plan_new (CsDraft *draft,
                                const CsClaimSet *claims);

void cs_claim_plan_free (CsClaimPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimPlan, cs_claim_plan_free)

/* The first claim of the block of @index, and one past the last. */
guint cs_claim_plan_block_start (const CsClaimPlan *plan,
                                 guint index);
guint cs_claim_plan_block_end (const CsClaimPlan *plan,
                               guint index);

/* Puts the blocks of @moved (element-type guint, ascending first claims of blocks) before
 * @before. */
void cs_claim_plan_move (CsClaimPlan *plan,
                         const GArray *blocks,
                         guint before);

/* Puts a new claim before @before. @opening: (transfer full) */
void cs_claim_plan_insert (CsClaimPlan *plan,
                           guint before,
                           char *opening);

/* The edits. @cursor: (out) (optional): the end of the new claim. (element-type CsEdit) */
GArray *cs_claim_plan_edits (CsClaimPlan *plan,
                             gsize *cursor);

G_END_DECLS
