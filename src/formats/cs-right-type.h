#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/* The right that is asked for, where no field tells; for nobody else than src/formats. */

/**
 * cs_right_type_guess:
 * @draft: a draft whose format does not tell what right it asks for
 *
 * Tells a utility model by what its text calls itself: 本实用新型, and never 本发明.
 * Thread: any.
 *
 * Returns: invention or utility model
 */
CsRightType cs_right_type_guess (const CsDraft *draft);

G_END_DECLS
