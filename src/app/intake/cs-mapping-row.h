#pragma once

#include <gtk/gtk.h>

#include "../../formats/table/cs-table-map.h"

G_BEGIN_DECLS

/**
 * CsMappingRow:
 *
 * A column of a table: its name, some of its values, and a drop-down with what it means.
 *
 * Signals: `chosen (guint column, const char *meaning)`: by the user; the meaning as
 * cs_table_meaning_read() takes it.
 */
#define CS_TYPE_MAPPING_ROW (cs_mapping_row_get_type ())

G_DECLARE_FINAL_TYPE (CsMappingRow, cs_mapping_row, CS, MAPPING_ROW, GtkWidget)

/** cs_mapping_row_new: Returns: (transfer floating): a row without a column */
GtkWidget *cs_mapping_row_new (void);

/** cs_mapping_row_show: shows the column @number, from 0, of @map */
void cs_mapping_row_show (CsMappingRow *row,
                          const CsTableMap *map,
                          guint number);

G_END_DECLS
