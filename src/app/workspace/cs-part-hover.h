#pragma once

#include "cs-part-marks.h"

G_BEGIN_DECLS

/**
 * CsPartHover:
 *
 * Shows the card of cs_part_card_new() where the pointer rests.
 */
#define CS_TYPE_PART_HOVER (cs_part_hover_get_type ())

G_DECLARE_FINAL_TYPE (CsPartHover, cs_part_hover, CS, PART_HOVER, GObject)

/** cs_part_hover_new: @marks: (nullable): must live until cs_part_hover_clear() or the end of
 * the provider. Returns: (transfer full): a provider for the hover of an editor */
CsPartHover *cs_part_hover_new (CsDocument *document,
                                CsPartMarks *marks,
                                CsPart part);

/** cs_part_hover_clear: has nothing to tell from now on */
void cs_part_hover_clear (CsPartHover *hover);

G_END_DECLS
