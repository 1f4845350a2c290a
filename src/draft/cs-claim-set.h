#pragma once

#include "cs-claim.h"
#include "cs-draft.h"

G_BEGIN_DECLS

/**
 * CsClaimSet:
 *
 * The claims of a draft, analysed. Immutable.
 */
typedef struct _CsClaimSet CsClaimSet;

#define CS_TYPE_CLAIM_SET (cs_claim_set_get_type ())

GType cs_claim_set_get_type (void) G_GNUC_CONST;

/**
 * cs_claim_set_new:
 * @draft: (transfer none): a draft; the set keeps a reference
 *
 * Analyses the claims of @draft. Total: any text gives a set. Linear in the length of the claims.
 * Thread: any.
 *
 * Returns: (transfer full): the set
 */
CsClaimSet *cs_claim_set_new (CsDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_set_ref: Returns: (transfer full): @set. Thread: any. */
CsClaimSet *cs_claim_set_ref (CsClaimSet *set);

/** cs_claim_set_unref: Thread: any. */
void cs_claim_set_unref (CsClaimSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimSet, cs_claim_set_unref)

/** cs_claim_set_get_n_claims: Returns: how many */
guint cs_claim_set_get_n_claims (const CsClaimSet *set);

/** cs_claim_set_get: @index: 0-based. Returns: (transfer none): the claim */
const CsClaim *cs_claim_set_get (const CsClaimSet *set,
                                 guint index);

/** cs_claim_set_get_draft: Returns: (transfer none): the draft they are in */
CsDraft *cs_claim_set_get_draft (const CsClaimSet *set);

/**
 * cs_claim_set_find:
 * @set: a set
 * @number: a printed number
 *
 * Returns: index of the first claim that bears it, %CS_NO_INDEX when none does
 */
guint cs_claim_set_find (const CsClaimSet *set,
                         guint number);

G_END_DECLS
