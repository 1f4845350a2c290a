#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-finding-view.h"

G_BEGIN_DECLS

/** CsFindingGroupRow: head of a group of findings: shape, title, offices, clauses, count */
#define CS_TYPE_FINDING_GROUP_ROW (cs_finding_group_row_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingGroupRow, cs_finding_group_row, CS, FINDING_GROUP_ROW, GtkListBoxRow)

/** cs_finding_group_row_new: Returns: (transfer floating): a row that shows nothing */
GtkWidget *cs_finding_group_row_new (void);

/** cs_finding_group_row_show: shows @group, @n_shown of its entries being listed, @open */
void cs_finding_group_row_show (CsFindingGroupRow *row,
                                const CsFindingGroup *group,
                                guint n_shown,
                                gboolean open);

G_END_DECLS
