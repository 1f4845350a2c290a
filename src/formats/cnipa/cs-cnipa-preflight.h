#pragma once

#include "../../draft/cs-draft.h"
#include "../cs-write-note.h"

G_BEGIN_DECLS

/**
 * cs_cnipa_preflight:
 * @draft: what is to be filed
 * @notes: (element-type CsWriteNote): where what is found is added
 *
 * Tells what the office refuses a package for, before it looks at what is said: what its own
 * converter checks, as far as it can be seen in a draft. What is wrong in law is for the checks of
 * src/exam to find. For nobody else than src/formats. Thread: any.
 */
void cs_cnipa_preflight (CsDraft *draft,
                         GArray *notes);

G_END_DECLS
