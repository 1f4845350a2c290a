#pragma once

#include "../../draft/cs-draft-builder.h"

G_BEGIN_DECLS

/* Claims of which nothing but the lines is known; for nobody else than src/formats. */

/**
 * cs_plain_claims_add:
 * @builder: where the claims go, which has none yet
 * @claims: the claims, one line after another
 *
 * Takes @claims as the text of the claims, byte for byte, and splits it by the numbers printed in
 * it. Claims without any number are taken as one. Thread: any.
 */
void cs_plain_claims_add (CsDraftBuilder *builder,
                          const CsText *claims);

G_END_DECLS
