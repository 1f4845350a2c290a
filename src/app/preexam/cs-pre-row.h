#pragma once

#include <gtk/gtk.h>

#include "../../service/cs-pre-examination.h"

G_BEGIN_DECLS

/**
 * CsPreRow:
 *
 * An item of a pre-examination in a list. Activating it opens it in place: what the item asks, what
 * was found, or why it was not run. What is typed into it stays while it moves between lists.
 */
#define CS_TYPE_PRE_ROW (cs_pre_row_get_type ())

G_DECLARE_FINAL_TYPE (CsPreRow, cs_pre_row, CS, PRE_ROW, GtkListBoxRow)

/** cs_pre_row_new: @language: of the draft. Returns: (transfer floating): a row for @item */
GtkWidget *cs_pre_row_new (CsPreItem *item,
                           const char *language);

/** cs_pre_row_get_item: Returns: (transfer none): what it shows */
CsPreItem *cs_pre_row_get_item (CsPreRow *row);

/** cs_pre_row_set_open: shows the details of @row, or hides them */
void cs_pre_row_set_open (CsPreRow *row,
                          gboolean open);

/** cs_pre_row_ask: opens @row, and puts the focus where its question is answered */
void cs_pre_row_ask (CsPreRow *row);

/** cs_pre_row_has_unsaved: Returns: whether an answer was begun in it that is not saved */
gboolean cs_pre_row_has_unsaved (CsPreRow *row);

/** cs_pre_row_is_open: Returns: whether its details are shown */
gboolean cs_pre_row_is_open (CsPreRow *row);

G_END_DECLS
