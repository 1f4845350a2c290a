#include "cs-table.h"

#define LIST_ITEM "cs-list-item"

void
cs_table_cell_set_item (GtkWidget *cell, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (cell), LIST_ITEM, item);
}

GtkListItem *
cs_table_cell_get_item (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), LIST_ITEM);
}

/* Cells are children of cells of GTK, those of rows, those of a list. */
static GtkWidget *
find_first_cell (GtkWidget *widget)
{
  if (cs_table_cell_get_item (widget) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = find_first_cell (child);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static guint
get_position (GtkWidget *cell)
{
  return gtk_list_item_get_position (cs_table_cell_get_item (cell));
}

static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "row");
}

guint
cs_table_find_at (GtkColumnView *view, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell;

  while (widget != NULL && widget != GTK_WIDGET (view) && !is_row (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL || widget == GTK_WIDGET (view))
    return GTK_INVALID_LIST_POSITION;

  cell = find_first_cell (widget);

  return cell != NULL ? get_position (cell) : GTK_INVALID_LIST_POSITION;
}

GtkWidget *
cs_table_find_row (GtkColumnView *view, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (view));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = find_first_cell (row);

      if (cell != NULL && get_position (cell) == position && gtk_widget_get_mapped (row))
        return cell;
    }

  return NULL;
}
