#pragma once

#include "cs-family-list.h"

G_BEGIN_DECLS

/* Items of a list of families; for nobody else. */

/* Returns: (transfer full): an item that is not loaded */
CsFamilyItem *cs_family_item_new (gint64 family);

/* @item is of @family from now on, and not loaded; what is shown of it stays until it is. */
void cs_family_item_expect (CsFamilyItem *item,
                            gint64 family);

/* @row: (transfer full): what it shows from now on */
void cs_family_item_take_row (CsFamilyItem *item,
                              CsHitRow *row);

G_END_DECLS
