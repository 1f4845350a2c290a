#include "cs-drafts-columns.h"

#include <glib/gi18n-lib.h>

#include "../../service/cs-matter-list.h"
#include "../widgets/cs-finding-counts.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-table.h"
#include "../widgets/cs-when.h"

#define COLUMN "cs-column"
#define UNSORTED CS_TABLE_UNSORTED

typedef struct
{
  const char *title;
  int order;      /* CsMatterOrder, or UNSORTED */
  int width;      /* px, 0 for what is left */
  int page_width; /* px: narrower lists do without this column */
  GtkWidget *(*make) (void);
  void (*show) (GtkWidget *cell, const CsMatterInfo *info);
} Column;

/* --- cells --- */

static GtkWidget *
make_matter (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = cs_table_label_new ();
  GtkWidget *reference = cs_table_label_new ();

  gtk_widget_add_css_class (name, "heading");
  cs_table_label_tell_whole (name);
  gtk_widget_add_css_class (reference, "caption");
  gtk_widget_add_css_class (reference, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), reference);

  return box;
}

/* What a screen reader says of the whole row. */
static void
tell_row (GtkWidget *cell, const CsMatterInfo *info)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  g_autofree char *findings = cs_finding_counts_dup_text (info->examined, info->n_findings);
  g_autofree char *text = g_strjoin (", ", info->name, info->reference,
                                     cs_type_get_label (info->type),
                                     cs_stage_get_label (info->stage), findings, NULL);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_matter (GtkWidget *cell, const CsMatterInfo *info)
{
  GtkWidget *name = gtk_widget_get_first_child (cell);
  GtkWidget *reference = gtk_widget_get_last_child (cell);

  gtk_label_set_label (GTK_LABEL (name), *info->name != '\0' ? info->name : _ ("Untitled"));
  cs_label_set_language (GTK_LABEL (name), info->language);
  gtk_label_set_label (GTK_LABEL (reference), info->reference);
  gtk_widget_set_visible (reference, *info->reference != '\0');
  tell_row (cell, info);
}

static GtkWidget *
make_offices (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  for (guint i = CS_OFFICE_UNKNOWN + 1; i < CS_N_OFFICES; i++)
    {
      GtkWidget *tag = gtk_label_new (cs_office_get_name (i));

      gtk_widget_add_css_class (tag, "cs-tag");
      gtk_widget_set_visible (tag, FALSE); /* a tooltip on what is seen asks where the pointer is */
      gtk_widget_set_tooltip_text (tag, cs_office_get_label (i));
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), tag);
    }

  return box;
}

static void
show_offices (GtkWidget *cell, const CsMatterInfo *info)
{
  guint office = CS_OFFICE_UNKNOWN + 1;

  for (GtkWidget *tag = gtk_widget_get_first_child (cell); tag != NULL;
       tag = gtk_widget_get_next_sibling (tag), office++)
    gtk_widget_set_visible (tag, (info->offices & 1u << office) != 0);
}

static void
show_type (GtkWidget *cell, const CsMatterInfo *info)
{
  gtk_label_set_label (GTK_LABEL (cell), cs_type_get_label (info->type));
}

static void
show_stage (GtkWidget *cell, const CsMatterInfo *info)
{
  gtk_label_set_label (GTK_LABEL (cell), cs_stage_get_label (info->stage));
}

static void
show_findings (GtkWidget *cell, const CsMatterInfo *info)
{
  cs_finding_counts_set (CS_FINDING_COUNTS (cell), info->examined, info->n_findings);
}

static GtkWidget *
make_when (void)
{
  GtkWidget *label = cs_table_label_new ();

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
show_when (GtkWidget *cell, const CsMatterInfo *info)
{
  g_autofree char *text = cs_when_dup_words (info->changed_us, g_get_real_time ());

  gtk_label_set_label (GTK_LABEL (cell), text);
}

static const Column columns[] = {
  { N_ ("Matter"), CS_MATTER_BY_NAME, 0, 0, make_matter, show_matter },
  { N_ ("Offices"), UNSORTED, 132, 640, make_offices, show_offices },
  { N_ ("Type"), CS_MATTER_BY_TYPE, 116, 860, cs_table_label_new, show_type },
  { N_ ("Stage"), CS_MATTER_BY_STAGE, 148, 760, cs_table_label_new, show_stage },
  { N_ ("Findings"), CS_MATTER_BY_FINDINGS, 160, 340, cs_finding_counts_new, show_findings },
  { N_ ("Last change"), CS_MATTER_BY_CHANGED, 148, 520, make_when, show_when },
};

/* --- rows --- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *cell = column->make ();

  cs_table_cell_set_item (cell, item);
  g_object_set_data (G_OBJECT (cell), COLUMN, (gpointer)column);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  CsMatterItem *matter = gtk_list_item_get_item (item);

  column->show (gtk_list_item_get_child (item), cs_matter_item_get_info (matter));
}

static void
refresh_cells (GtkWidget *widget)
{
  GtkListItem *item = cs_table_cell_get_item (widget);
  const Column *column = g_object_get_data (G_OBJECT (widget), COLUMN);
  CsMatterItem *matter = item != NULL ? gtk_list_item_get_item (item) : NULL;

  if (matter != NULL && column->show == show_when)
    show_when (widget, cs_matter_item_get_info (matter));
  if (item != NULL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    refresh_cells (child);
}

void
cs_drafts_columns_refresh (GtkColumnView *view)
{
  refresh_cells (gtk_widget_get_last_child (GTK_WIDGET (view)));
}

/* --- order --- */

CsMatterOrder
cs_drafts_columns_get_order (GtkColumnView *view, gboolean *descending)
{
  int order = cs_table_get_order (view, descending);

  *descending |= order == UNSORTED;

  return order == UNSORTED ? CS_MATTER_BY_CHANGED : (CsMatterOrder)order;
}

/* --- all of them --- */

static GtkColumnViewColumn *
make_column (GtkColumnView *view, const Column *of)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (of->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer)of);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer)of);
  cs_table_column_set_width (column, of->width);
  if (of->order != UNSORTED)
    cs_table_add_order (view, column, of->order);

  return column;
}

void
cs_drafts_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (view, &columns[i]);

      gtk_column_view_append_column (view, column);
      if (columns[i].order == CS_MATTER_BY_CHANGED)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
}

void
cs_drafts_columns_fit (GtkColumnView *view, int width)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      cs_table_column_set_visible (column, columns[i].width, width >= columns[i].page_width);
    }
}
