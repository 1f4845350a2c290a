#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GtkColumnView of GTK 4.8 does not tell: which row stands where, by which head it is sorted.
 * Cells carry their item. */

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

/** CS_TABLE_UNSORTED: no order of ours */
#define CS_TABLE_UNSORTED (-1)

/** cs_table_add_order: makes the head of @column one that can be clicked, for @order: a number of
 * the caller's, not below 0. Rows are sorted by whoever fills the model of @view */
void cs_table_add_order (GtkColumnView *view,
                         GtkColumnViewColumn *column,
                         int order);

/** cs_table_get_order: @descending: (out): from the last to the first. Returns: the order whose
 * head was clicked, %CS_TABLE_UNSORTED when none was */
int cs_table_get_order (GtkColumnView *view,
                        gboolean *descending);

/** cs_table_column_set_width: @width: px, 0 when @column takes what the others leave */
void cs_table_column_set_width (GtkColumnViewColumn *column,
                                int width);

/** cs_table_column_set_visible: @width: px, 0 when it is not fixed. Shows @column or not: GTK 4.8
 * leaves room for a column that has a fixed width even while it is hidden */
void cs_table_column_set_visible (GtkColumnViewColumn *column,
                                  int width,
                                  gboolean visible);

G_END_DECLS
