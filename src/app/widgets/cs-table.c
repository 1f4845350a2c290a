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

/* --- order --- */

#define ASKED "cs-asked"

/* GTK 4.8 does not tell which head was clicked. But its sorter asks that of the first column first:
 * this one notes that it was asked, and says "smaller", which a descending order turns round. */
typedef struct
{
  int order;
  int *asked;
} Probe;

static int
note_order (gconstpointer a, gconstpointer b, gpointer data)
{
  Probe *probe = data;

  *probe->asked = probe->order;

  return GTK_ORDERING_SMALLER;
}

/* Returns: where sorters of @view note what they were asked */
static int *
ensure_asked (GtkColumnView *view)
{
  int *asked = g_object_get_data (G_OBJECT (view), ASKED);

  if (asked == NULL)
    {
      asked = g_new0 (int, 1);
      g_object_set_data_full (G_OBJECT (view), ASKED, asked, g_free);
    }

  return asked;
}

void
cs_table_add_order (GtkColumnView *view, GtkColumnViewColumn *column, int order)
{
  g_autoptr (GtkCustomSorter) sorter = NULL;
  Probe *probe = g_new (Probe, 1);

  *probe = (Probe){ .order = order, .asked = ensure_asked (view) };
  sorter = gtk_custom_sorter_new (note_order, probe, g_free);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

int
cs_table_get_order (GtkColumnView *view, gboolean *descending)
{
  int *asked = ensure_asked (view);
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GtkOrdering answer;

  *asked = CS_TABLE_UNSORTED;
  answer = gtk_sorter_compare (sorter, view, sorter); /* any two objects that differ */
  *descending = answer == GTK_ORDERING_LARGER;

  return *asked;
}

/* --- room --- */

void
cs_table_column_set_width (GtkColumnViewColumn *column, int width)
{
  gtk_column_view_column_set_expand (column, width == 0);
  gtk_column_view_column_set_resizable (column, width != 0);
  if (width != 0)
    gtk_column_view_column_set_fixed_width (column, width);
}

void
cs_table_column_set_visible (GtkColumnViewColumn *column, int width, gboolean visible)
{
  if (gtk_column_view_column_get_visible (column) == visible)
    return;

  gtk_column_view_column_set_visible (column, visible);
  if (width != 0)
    gtk_column_view_column_set_fixed_width (column, visible ? width : 0);
}
