#pragma once

#include "../../draft/cs-draft.h"
#include "../../exam/cs-decision.h"

G_BEGIN_DECLS

/** cs_decision_dup_place: @decision: of a matter whose text is @draft. Returns: (transfer full):
 * what it is about, for people: "Claim 3 · “such as”"; the words as they stand in @draft if they
 * still do, else as they are compared */
char *cs_decision_dup_place (const CsDecision *decision,
                             const CsDraft *draft);

G_END_DECLS
