#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-table-look.h"

G_BEGIN_DECLS

/**
 * CsLookRow:
 *
 * A record of a table as it will be read, or why a row of the table cannot be read.
 */
#define CS_TYPE_LOOK_ROW (cs_look_row_get_type ())

G_DECLARE_FINAL_TYPE (CsLookRow, cs_look_row, CS, LOOK_ROW, GtkWidget)

/** cs_look_row_new: Returns: (transfer floating): a row that shows nothing */
GtkWidget *cs_look_row_new (void);

/** cs_look_row_show: shows @shown */
void cs_look_row_show (CsLookRow *row,
                       const CsTableLookRow *shown);

G_END_DECLS
