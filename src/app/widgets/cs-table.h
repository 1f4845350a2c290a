#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GtkColumnView of GTK 4.8 does not tell: which row stands where. Cells carry their
 * item. */

/** cs_table_cell_set_item: said of every cell when it is set up */
void cs_table_cell_set_item (GtkWidget *cell,
                             GtkListItem *item);

/** cs_table_cell_get_item: Returns: (transfer none) (nullable): the item of @cell, %NULL when @cell
 *  is none */
GtkListItem *cs_table_cell_get_item (GtkWidget *cell);

/** cs_table_label_new: Returns: (transfer floating): a label for a cell, cut off where it must */
GtkWidget *cs_table_label_new (void);

/** cs_table_label_tell_whole: @label tells its text as a tooltip when it is cut off */
void cs_table_label_tell_whole (GtkWidget *label);

/** cs_table_find_at: @x, @y: a place in @view. Returns: position of the row there,
 * %GTK_INVALID_LIST_POSITION when there is none */
guint cs_table_find_at (GtkColumnView *view,
                        double x,
                        double y);

/** cs_table_find_row: Returns: (transfer none) (nullable): first cell of the row at @position,
 *  %NULL when it is scrolled away */
GtkWidget *cs_table_find_row (GtkColumnView *view,
                              guint position);

G_END_DECLS
