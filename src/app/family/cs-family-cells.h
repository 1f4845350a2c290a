#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cells of the tables of a family, and of its choices: plain labels, and a shape with its word. */

/**
 * CsCellBind:
 * @cell: a label, or what cs_state_cell_new() made
 * @row: (type GObject): what the model holds; of a tree the item of its row
 *
 * Shows @row in @cell.
 */
typedef void (*CsCellBind) (GtkWidget *cell, gpointer row);

/** CsCellNew: Returns: (transfer floating): an empty cell */
typedef GtkWidget *(*CsCellNew) (void);

/**
 * CsCellColumn:
 * @title: of its head, translated when it is added
 * @create: what makes its cells
 * @bind: what fills them
 * @width: px; 0 for what is left
 * @least_width: of the table, px, for the column to be shown
 * @is_tree: whether it is where a tree is opened and closed
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  CsCellNew create;
  CsCellBind bind;
  int width;
  int least_width;
  gboolean is_tree;
} CsCellColumn;

/** cs_cells_add: @columns: (array length=n_columns): static. Gives @view its columns; those for
 * which there is no room are not shown */
void cs_cells_add (GtkColumnView *view,
                   const CsCellColumn *columns,
                   guint n_columns);

/** cs_text_cell_new: Returns: (transfer floating): a label, cut off where it must, that then tells
 * its text as a tooltip */
GtkWidget *cs_text_cell_new (void);

/** cs_number_cell_new: Returns: (transfer floating): the same with tabular figures */
GtkWidget *cs_number_cell_new (void);

/** cs_state_cell_new: Returns: (transfer floating): a shape and a word */
GtkWidget *cs_state_cell_new (void);

/** cs_state_cell_get: @image, @label: (out): what is in a cell of cs_state_cell_new() */
void cs_state_cell_get (GtkWidget *cell,
                        GtkImage **image,
                        GtkLabel **label);

/** cs_choice_cut_off: @choice: of a #GtkStringList. Its name is cut off where it must; the list
 * below it is as wide as its longest one */
void cs_choice_cut_off (GtkDropDown *choice);

G_END_DECLS
