#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-finding-view.h"
#include "cs-finding-words.h"

G_BEGIN_DECLS

/** CsFindingRow: one finding on one line: shape, place, excerpt */
#define CS_TYPE_FINDING_ROW (cs_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingRow, cs_finding_row, CS, FINDING_ROW, GtkListBoxRow)

/** cs_finding_row_new: Returns: (transfer floating): a row that shows nothing */
GtkWidget *cs_finding_row_new (void);

/** cs_finding_row_show: shows @entry of @view, neither of which is kept */
void cs_finding_row_show (CsFindingRow *row,
                          const CsFindingView *view,
                          const CsFindingEntry *entry);

/** cs_finding_label_set: lets @label say place and excerpt, the marked words in the colour of
 * @severity and underlined */
void cs_finding_label_set (GtkLabel *label,
                           const CsExcerpt *excerpt,
                           CsSeverity severity);

G_END_DECLS
