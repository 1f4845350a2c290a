#pragma once

#include <gtk/gtk.h>

#include "../../draft/cs-claim-compare.h"

G_BEGIN_DECLS

/**
 * CsPairItem:
 *
 * A pair of claims as an item of a list. It keeps the comparison.
 */
#define CS_TYPE_PAIR_ITEM (cs_pair_item_get_type ())

G_DECLARE_FINAL_TYPE (CsPairItem, cs_pair_item, CS, PAIR_ITEM, GObject)

/** cs_pair_items_new: Returns: (transfer full): the pairs of @comparison */
GListStore *cs_pair_items_new (CsClaimComparison *comparison);

/** cs_pair_item_get: Returns: (transfer none): the pair */
const CsClaimPair *cs_pair_item_get (CsPairItem *item);

/** cs_pair_item_get_claim: Returns: (transfer none) (nullable): the claim on that side */
const CsClaim *cs_pair_item_get_claim (CsPairItem *item,
                                       gboolean is_left);

/** cs_pair_item_is_different: Returns: whether its claims do not say the same; of claims in two
 *  languages, whether values differ or features have no counterpart */
gboolean cs_pair_item_is_different (CsPairItem *item);

/** cs_pair_item_get_n_cells: Returns: into how many parts the claims are cut that stand beside each
 *  other: features in two languages, else 1 */
guint cs_pair_item_get_n_cells (CsPairItem *item);

/** cs_pair_item_get_cell: Returns: the bytes of the claim on that side that are its part @index;
 *  empty where it has no counterpart */
CsRange cs_pair_item_get_cell (CsPairItem *item,
                               gboolean is_left,
                               guint index);

/**
 * CsPairRow:
 *
 * Two claims beside each other, and between them what became of the one: what only the left says is
 * red and struck, what only the right says green and underlined. Claims in two languages have each
 * feature beside that of the other, and values that differ are amber. Where there is no room beside
 * each other they stand below each other. The words can be selected; the menu copies a whole claim.
 */
#define CS_TYPE_PAIR_ROW (cs_pair_row_get_type ())

G_DECLARE_FINAL_TYPE (CsPairRow, cs_pair_row, CS, PAIR_ROW, GtkWidget)

/** cs_pair_row_new: Returns: (transfer floating): an empty row */
GtkWidget *cs_pair_row_new (void);

/** cs_pair_row_set: @item: (nullable): what it shows */
void cs_pair_row_set (CsPairRow *row,
                      CsPairItem *item);

G_END_DECLS
