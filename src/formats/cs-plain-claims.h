#pragma once

#include "../draft/cs-draft-builder.h"

G_BEGIN_DECLS

/**
 * cs_plain_claims_add:
 * @builder: where the claims go
 * @lines: the lines of the claims, in UTF-8
 *
 * Splits the claims of a plain text and adds them, each with the number printed before it; what
 * stands between them stays in the text. Claims without any number are taken as one. Thread: any.
 */
void cs_plain_claims_add (CsDraftBuilder *builder,
                          const GString *lines);

G_END_DECLS
