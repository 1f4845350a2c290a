#pragma once

#include <gtk/gtk.h>

#include "cs-near-row.h"

G_BEGIN_DECLS

/** CsNearCell: shows a row of the pane of prior art */
#define CS_TYPE_NEAR_CELL (cs_near_cell_get_type ())

G_DECLARE_FINAL_TYPE (CsNearCell, cs_near_cell, CS, NEAR_CELL, GtkWidget)

/** cs_near_cell_new: Returns: (transfer floating): an empty cell */
GtkWidget *cs_near_cell_new (void);

/** cs_near_cell_set_row: shows @row */
void cs_near_cell_set_row (CsNearCell *cell,
                           CsNearRow *row);

G_END_DECLS
