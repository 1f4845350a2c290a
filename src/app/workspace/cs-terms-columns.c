#include "cs-terms-columns.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "../widgets/cs-table.h"


#define N_COLUMNS 6

typedef struct Column Column;
typedef struct Table Table;

/* What the factory of a column knows. */
typedef struct
{
  const Column *column;
  const Table *table;
} Cells;

struct Table
{
  const char *language;
  CsTermGoFunc go;
  gpointer data;
  Cells cells[N_COLUMNS];
};

struct Column
{
  const char *title;
  int width;      /* px, 0 for what is left */
  int page_width; /* px: narrower tables do without this column */
  GtkWidget *(*make) (const Table *table);
  void (*show) (GtkWidget *cell, const CsTermInfo *info);
  int (*compare) (const CsTermInfo *a, const CsTermInfo *b);
};

/* --- cells --- */

static GtkWidget *
make_name (const Table *table)
{
  GtkWidget *label = cs_table_label_new ();

  cs_label_set_language (GTK_LABEL (label), table->language);
  cs_table_label_tell_whole (label);

  return label;
}

/* What a screen reader says of the whole row. */
static void
tell_row (GtkWidget *cell, const CsTermInfo *info)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  g_autofree char *uses =
      g_strdup_printf (ngettext ("%u use", "%u uses", info->n_uses), info->n_uses);
  g_autofree char *text =
      g_strjoin (", ", info->name, cs_term_state_get_label (info->state), uses, NULL);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_name (GtkWidget *cell, const CsTermInfo *info)
{
  gtk_label_set_label (GTK_LABEL (cell), info->name);
  tell_row (cell, info);
}

static GtkWidget *
make_dim (const Table *table)
{
  GtkWidget *label = cs_table_label_new ();

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
show_sign (GtkWidget *cell, const CsTermInfo *info)
{
  gtk_label_set_label (GTK_LABEL (cell), info->sign);
}

static void
on_go (GtkWidget *button, gpointer data)
{
  const Table *table = data;
  GtkListItem *item = cs_table_cell_get_item (button);

  if (gtk_list_item_get_item (item) != NULL)
    table->go (gtk_list_item_get_item (item), table->data);
}

static GtkWidget *
make_first (const Table *table)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "cs-link");
  gtk_widget_add_css_class (button, "numeric");
  g_signal_connect (button, "clicked", G_CALLBACK (on_go), (gpointer)table);

  return button;
}

static void
show_first (GtkWidget *cell, const CsTermInfo *info)
{
  g_autofree char *label = g_strdup_printf (_ ("Claim %u"), info->claim);

  gtk_button_set_label (GTK_BUTTON (cell),
                        info->introduction == CS_NO_INDEX ? _ ("Nowhere") : label);
}

static GtkWidget *
make_number (const Table *table)
{
  GtkWidget *label = cs_table_label_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
show_uses (GtkWidget *cell, const CsTermInfo *info)
{
  g_autofree char *text = g_strdup_printf ("%u", info->n_uses);

  gtk_label_set_label (GTK_LABEL (cell), text);
}

static GtkWidget *
make_claims (const Table *table)
{
  GtkWidget *label = make_dim (table);

  cs_table_label_tell_whole (label);

  return label;
}

static void
show_claims (GtkWidget *cell, const CsTermInfo *info)
{
  gtk_label_set_label (GTK_LABEL (cell), info->claims);
}

static GtkWidget *
make_state (const Table *table)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new ();

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), cs_table_label_new ());

  return box;
}

static void
show_state (GtkWidget *cell, const CsTermInfo *info)
{
  cs_term_state_show (GTK_IMAGE (gtk_widget_get_first_child (cell)), info->state);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)),
                       cs_term_state_get_label (info->state));
}

/* --- orders --- */

static int
compare_numbers (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare_names (const CsTermInfo *a, const CsTermInfo *b)
{
  return g_utf8_collate (a->name, b->name);
}

/* 2 goes before 10. */
static int
compare_signs (const CsTermInfo *a, const CsTermInfo *b)
{
  g_autofree char *left = g_utf8_collate_key_for_filename (a->sign, -1);
  g_autofree char *right = g_utf8_collate_key_for_filename (b->sign, -1);

  return strcmp (left, right);
}

static int
compare_places (const CsTermInfo *a, const CsTermInfo *b)
{
  return compare_numbers (a->first, b->first);
}

static int
compare_uses (const CsTermInfo *a, const CsTermInfo *b)
{
  return compare_numbers (a->n_uses, b->n_uses);
}

static int
compare_states (const CsTermInfo *a, const CsTermInfo *b)
{
  return compare_numbers (a->state, b->state);
}

static const Column columns[N_COLUMNS] = {
  { N_ ("Term"), 0, 0, make_name, show_name, compare_names },
  { N_ ("Sign"), 72, 560, make_dim, show_sign, compare_signs },
  { N_ ("First in"), 104, 420, make_first, show_first, compare_places },
  { N_ ("Uses"), 72, 300, make_number, show_uses, compare_uses },
  { N_ ("In claims"), 132, 620, make_claims, show_claims, NULL },
  { N_ ("State"), 136, 0, make_state, show_state, compare_states },
};

/* --- rows --- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const Cells *of)
{
  GtkWidget *cell = of->column->make (of->table);

  cs_table_cell_set_item (cell, item);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, const Cells *of)
{
  of->column->show (gtk_list_item_get_child (item),
                    cs_term_item_get_info (gtk_list_item_get_item (item)));
}

/* --- all of them --- */

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  const CsTermInfo *left = cs_term_item_get_info (CS_TERM_ITEM ((gpointer)a));
  const CsTermInfo *right = cs_term_item_get_info (CS_TERM_ITEM ((gpointer)b));
  int order = column->compare (left, right);

  return gtk_ordering_from_cmpfunc (order != 0 ? order : compare_places (left, right));
}

static GtkColumnViewColumn *
make_column (Cells *cells)
{
  const Column *of = cells->column;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (of->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cells);
  cs_table_column_set_width (column, of->width);
  if (of->compare != NULL)
    {
      g_autoptr (GtkCustomSorter) sorter =
          gtk_custom_sorter_new (compare_items, (gpointer)of, NULL);

      gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
    }

  return column;
}

void
cs_terms_columns_add (GtkColumnView *view, const char *language, CsTermGoFunc go, gpointer data)
{
  Table *table = g_new (Table, 1);

  *table = (Table){ .language = language, .go = go, .data = data };
  g_object_set_data_full (G_OBJECT (view), "cs-table", table, g_free);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = NULL;

      table->cells[i] = (Cells){ &columns[i], table };
      column = make_column (&table->cells[i]);
      gtk_column_view_append_column (view, column);
    }
}

void
cs_terms_columns_fit (GtkColumnView *view, int width)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      cs_table_column_set_visible (column, columns[i].width, width >= columns[i].page_width);
    }
}
