#pragma once

#include "../../src/draft/cs-claim-set.h"

/* Claims of which some were left out or moved, numbered anew with all references, as an attorney
 * would amend them. */

/* Returns: index of the claim that claim @index of @set depends on first, @index when on none, in
 * any language */
guint amended_claims_get_parent (const CsClaimSet *set,
                                 guint index);

/* @order: (element-type guint): indexes in @set of the claims to take. What depended on one that
 * was left out depends on what that depended on. Returns: (transfer full): the claims */
CsClaimSet *amended_claims_new (const CsClaimSet *set,
                                const GArray *order);
