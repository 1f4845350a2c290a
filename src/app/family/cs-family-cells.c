#include "cs-family-cells.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-table.h"

#define COLUMN "cs-cell-column"
#define FITTING "cs-cell-fitting"

GtkWidget *
cs_text_cell_new (void)
{
  GtkWidget *label = cs_table_label_new ();

  cs_table_label_tell_whole (label);

  return label;
}

GtkWidget *
cs_number_cell_new (void)
{
  GtkWidget *label = cs_text_cell_new ();

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

GtkWidget *
cs_state_cell_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), cs_text_cell_new ());

  return box;
}

void
cs_state_cell_get (GtkWidget *cell, GtkImage **image, GtkLabel **label)
{
  *image = GTK_IMAGE (gtk_widget_get_first_child (cell));
  *label = GTK_LABEL (gtk_widget_get_last_child (cell));
}

/* --- factories --- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const CsCellColumn *column)
{
  GtkWidget *cell = column->create ();
  GtkWidget *expander;

  cs_table_cell_set_item (cell, item);
  if (!column->is_tree)
    {
      gtk_list_item_set_child (item, cell);
      return;
    }

  expander = gtk_tree_expander_new ();
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, const CsCellColumn *column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  gpointer row = gtk_list_item_get_item (item);
  g_autoptr (GObject) member = NULL;

  if (column->is_tree)
    {
      gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (cell), row);
      cell = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell));
    }
  member = GTK_IS_TREE_LIST_ROW (row) ? gtk_tree_list_row_get_item (row) : g_object_ref (row);
  column->bind (cell, member);
}

/* --- room --- */

static void
fit (GtkColumnView *view, int width)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const CsCellColumn *wanted = g_object_get_data (G_OBJECT (column), COLUMN);

      cs_table_column_set_visible (column, wanted->width, width >= wanted->least_width);
    }
}

static gboolean
on_fit (gpointer data)
{
  GtkColumnView *view = data;
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  g_object_set_data (G_OBJECT (view), FITTING, NULL);
  if (across != NULL && gtk_adjustment_get_page_size (across) > 0)
    fit (view, (int)gtk_adjustment_get_page_size (across));

  return G_SOURCE_REMOVE;
}

/* Not while it is laid out. */
static void
queue_fit (GtkColumnView *view)
{
  if (g_object_get_data (G_OBJECT (view), FITTING) != NULL)
    return;

  g_object_set_data (G_OBJECT (view), FITTING, view);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, g_object_ref (view), g_object_unref);
}

static void
on_adjustment (GtkColumnView *view)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  if (across != NULL)
    g_signal_connect_object (across, "notify::page-size", G_CALLBACK (queue_fit), view,
                             G_CONNECT_SWAPPED);
}

void
cs_cells_add (GtkColumnView *view, const CsCellColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer)&columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer)&columns[i]);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].width == 0);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      g_object_set_data (G_OBJECT (column), COLUMN, (gpointer)&columns[i]);
      gtk_column_view_append_column (view, column);
    }
  on_adjustment (view);
  g_signal_connect (view, "notify::hadjustment", G_CALLBACK (on_adjustment), NULL);
}

/* --- choices --- */

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

void
cs_choice_cut_off (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind), NULL);
  gtk_drop_down_set_factory (choice, factory);
}
