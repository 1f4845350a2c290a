#pragma once

#include <gtk/gtk.h>

#include "../../service/cs-import-task.h"

G_BEGIN_DECLS

/**
 * CsImportRow:
 *
 * How an import comes along: a bar, the counts, a button to stop it, and a list of what was
 * refused, with file, line and reason. It hides itself when all went well; with troubles it stays
 * until it is closed.
 */
#define CS_TYPE_IMPORT_ROW (cs_import_row_get_type ())

G_DECLARE_FINAL_TYPE (CsImportRow, cs_import_row, CS, IMPORT_ROW, GtkWidget)

/** cs_import_row_set_task: @task: (nullable): what to show from now on */
void cs_import_row_set_task (CsImportRow *row,
                             CsImportTask *task);

G_END_DECLS
