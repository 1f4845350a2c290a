#pragma once

#include <gtk/gtk.h>

#include "cs-outline-model.h"

G_BEGIN_DECLS

/**
 * CsOutlineCell:
 *
 * What one row of the outline looks like: number, name, detail, shape. A claim can be dragged, and
 * others dropped on it.
 *
 * Signals: `dropped (CsOutlineRow *claim, int where)`: @claim is to stand before the cell's claim
 * (-1), behind it (1) or to depend on it (0).
 */
#define CS_TYPE_OUTLINE_CELL (cs_outline_cell_get_type ())

G_DECLARE_FINAL_TYPE (CsOutlineCell, cs_outline_cell, CS, OUTLINE_CELL, GtkBox)

/** cs_outline_cell_new: Returns: (transfer floating): a cell that shows nothing */
GtkWidget *cs_outline_cell_new (void);

/** cs_outline_cell_show: @row: (nullable): what to show from now on, as @model describes it */
void cs_outline_cell_show (CsOutlineCell *cell,
                           CsOutlineModel *model,
                           CsOutlineRow *row);

/** cs_outline_cell_get_row: Returns: (transfer none) (nullable): what it shows */
CsOutlineRow *cs_outline_cell_get_row (CsOutlineCell *cell);

G_END_DECLS
