#include "cs-drafts-columns.h"

#include <glib/gi18n-lib.h>

#include "../../service/cs-matter-list.h"
#include "../widgets/cs-finding-counts.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-table.h"
#include "../widgets/cs-when.h"

#define COLUMN "cs-column"
#define UNSORTED ((CsMatterOrder)-1)

typedef struct
{
  const char *title;
  CsMatterOrder order;
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

/* GTK 4.8 does not tell which head was clicked. But its sorter asks that of the first column first:
 * this one notes that it was asked, and says "smaller", which a descending order turns round. */
typedef struct
{
  CsMatterOrder order;
  CsMatterOrder *asked;
} Probe;

static int
note_order (gconstpointer a, gconstpointer b, gpointer data)
{
  Probe *probe = data;

  *probe->asked = probe->order;

  return GTK_ORDERING_SMALLER;
}

CsMatterOrder
cs_drafts_columns_get_order (GtkColumnView *view, gboolean *descending)
{
  CsMatterOrder *asked = g_object_get_data (G_OBJECT (view), "cs-asked");
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GtkOrdering answer;

  *asked = UNSORTED;
  answer = gtk_sorter_compare (sorter, view, sorter); /* any two objects that differ */
  *descending = *asked == UNSORTED || answer == GTK_ORDERING_LARGER;

  return *asked == UNSORTED ? CS_MATTER_BY_CHANGED : *asked;
}

static void
set_sorter (GtkColumnViewColumn *column, CsMatterOrder order, CsMatterOrder *asked)
{
  g_autoptr (GtkCustomSorter) sorter = NULL;
  Probe *probe = g_new (Probe, 1);

  *probe = (Probe){ .order = order, .asked = asked };
  sorter = gtk_custom_sorter_new (note_order, probe, g_free);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

/* --- all of them --- */

static GtkColumnViewColumn *
make_column (const Column *of, CsMatterOrder *asked)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (of->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer)of);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer)of);
  gtk_column_view_column_set_expand (column, of->width == 0);
  gtk_column_view_column_set_resizable (column, of->width != 0);
  if (of->width != 0)
    gtk_column_view_column_set_fixed_width (column, of->width);
  if (of->order != UNSORTED)
    set_sorter (column, of->order, asked);

  return column;
}

void
cs_drafts_columns_add (GtkColumnView *view)
{
  CsMatterOrder *asked = g_new0 (CsMatterOrder, 1);

  g_object_set_data_full (G_OBJECT (view), "cs-asked", asked, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (&columns[i], asked);

      gtk_column_view_append_column (view, column);
      if (columns[i].order == CS_MATTER_BY_CHANGED)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
}

/* GTK 4.8 leaves room for a column that has a fixed width even while it is hidden. */
static void
set_visible (GtkColumnViewColumn *column, const Column *of, gboolean visible)
{
  if (gtk_column_view_column_get_visible (column) == visible)
    return;

  gtk_column_view_column_set_visible (column, visible);
  if (of->width != 0)
    gtk_column_view_column_set_fixed_width (column, visible ? of->width : 0);
}

void
cs_drafts_columns_fit (GtkColumnView *view, int width)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      set_visible (column, &columns[i], width >= columns[i].page_width);
    }
}
