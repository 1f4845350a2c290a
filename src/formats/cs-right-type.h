#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * cs_right_type_guess:
 * @draft: a draft whose format does not tell what right it asks for
 *
 * Tells a utility model by what its text calls itself: 本实用新型, and never 本发明.
 *
 * Returns: invention or utility model
 */
CsRightType cs_right_type_guess (const CsDraft *draft);

G_END_DECLS
