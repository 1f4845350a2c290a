#pragma once

#include "cs-description.h"

G_BEGIN_DECLS

/** cs_figure_mentions_new: Returns: (transfer full) (element-type CsFigureMention): an empty array
 *  that owns what is in it */
GArray *cs_figure_mentions_new (void);

/**
 * cs_figure_scan:
 * @folded: one claim or paragraph, in lower case
 * @where: part and index of the unit; start and end are filled in
 * @listing: whether the unit belongs to the list of figures (附图说明)
 * @mentions: (element-type CsFigureMention): where what is found is added
 *
 * Finds the figures that a text speaks of: 图1, 图2a, 图3(b), 图4至图6, 图7、8和9, FIG. 1, FIGS. 2A-2C,
 * Figures 3 and 4. Ranges and lists give one mention for each figure, with the span of the phrase.
 * Thread: any.
 */
void cs_figure_scan (const CsFolded *folded,
                     CsSpan where,
                     gboolean listing,
                     GArray *mentions);

G_END_DECLS
