#pragma once

#include "../../language/cs-quantity.h"
#include "cs-checks.h"

G_BEGIN_DECLS

/* What the check of ranges shares with that of vague words, and for nobody else. */

/** cs_ranges_is_preference: Returns: whether the word at [@start, @end) prefers one range to the
 *  one before it: 10～50℃，优选20～30℃; that is one fault, reported as a range in a range */
gboolean cs_ranges_is_preference (const CsFolded *folded,
                                  gsize start,
                                  gsize end);

G_END_DECLS
