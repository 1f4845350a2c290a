#pragma once

#include "cs-claim-paths.h"
#include "cs-terms.h"

G_BEGIN_DECLS

/**
 * cs_terms_join:
 * @terms: the terms, all but done
 * @parents: what each claim builds upon
 * @mentions: (element-type CsMention): those of @terms, to write to
 *
 * A claim that depends on the wrong one misses all that the right one introduces, and so do the
 * claims upon it: that is one fault, not many. Looks for the one claim that would serve, writes it
 * to @target, and marks what falls away with it as %CS_MENTION_JOINED. Part of the analysis of
 * terms, for nobody else.
 */
void cs_terms_join (const CsTerms *terms,
                    const CsClaimParents *parents,
                    GArray *mentions);

G_END_DECLS
