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

GtkWidget *
cs_table_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

/* Asked for, not set: each text that is set asks the display where the pointer is. */
static gboolean
on_query_text (GtkWidget *label, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

void
cs_table_label_tell_whole (GtkWidget *label)
{
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_text), NULL);
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
