#pragma once

#include "cs-claim-set.h"

G_BEGIN_DECLS

/* How a new dependent claim begins; for nobody else. */

/* The opening of a claim that depends on @parent, which will bear @number: as other claims that
 * depend on it begin, or in the usual form. */
char *cs_claim_dup_opening (const CsClaimSet *claims,
                            const char *language,
                            guint parent,
                            guint number);

G_END_DECLS
