#pragma once

#include "cs-part-marks.h"

G_BEGIN_DECLS

/* What there is to say of a place in the text, on a card beside it. */

/** cs_part_card_new: Returns: (transfer floating) (nullable): what is known of code point
 * @at_char of @part: the finding there, the claim it refers to; %NULL when there is nothing to
 * tell */
GtkWidget *cs_part_card_new (CsDocument *document,
                             CsPartMarks *marks,
                             CsPart part,
                             guint at_char);

G_END_DECLS
