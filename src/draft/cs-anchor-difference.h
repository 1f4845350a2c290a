#pragma once

#include "cs-feature-abreast.h"

G_BEGIN_DECLS

/* What differs between two claims in two languages; between the files of that, for nobody else. */

/* cs_anchor_is_mark: Returns: whether a translation without @anchor says something else: numbers
 * and reference signs, where both sides use these */
gboolean cs_anchor_is_mark (const CsClaimAbreast *abreast,
                            const CsAnchor *anchor);

/* cs_anchor_differences_new: @anchors: of the left and the right claim; @pairs: of CsFeaturePair.
 * Returns: (transfer full) (element-type CsAnchorDifference): what only one of the claims says
 * anywhere, in the order of the pairs; two of a kind in the same features are one difference */
GArray *cs_anchor_differences_new (const CsClaimAbreast *abreast,
                                   const CsClaimAnchors *const anchors[2],
                                   const GArray *pairs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
