#pragma once

/* For nobody else: what the pre-flight for CNIPA finds in the words. */

#include "../../draft/cs-draft.h"
#include "../cs-write-note.h"

G_BEGIN_DECLS

/** cs_cnipa_preflight_text: adds to @notes the characters and repetitions in @draft that the
 * office's converter stops at */
void cs_cnipa_preflight_text (const CsDraft *draft,
                              GArray *notes);

G_END_DECLS
