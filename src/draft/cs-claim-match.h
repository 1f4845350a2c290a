#pragma once

#include "cs-claim-abreast.h"

G_BEGIN_DECLS

/* Which claims of two sets are one; for the comparison, for nobody else. */

typedef struct
{
  guint *partner_of_left; /* index of a right claim for each left one, CS_NO_INDEX for none */
  guint *partner_of_right;
} CsClaimMatch;

/* cs_claim_match_new: @abreast: (nullable): both sets, when they are in two languages. Returns:
 * (transfer full): who belongs together */
CsClaimMatch *cs_claim_match_new (const CsClaimSet *left,
                                  const CsClaimSet *right,
                                  CsClaimAbreast *abreast) G_GNUC_WARN_UNUSED_RESULT;

/* cs_claim_match_free: frees @match */
void cs_claim_match_free (CsClaimMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimMatch, cs_claim_match_free)

G_END_DECLS
