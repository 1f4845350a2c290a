#include "cs-chart-table.h"

#include "../widgets/cs-table.h"
#include "cs-chart-mark.h"

struct _CsChartTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkColumnViewColumn *rows;
  GtkColumnViewColumn *columns;
  GtkColumnViewColumn *applications;
  GtkColumnViewColumn *families;

  GtkSingleSelection *selection; /* of CsChartMark; nullable */
  char *selected;                /* nullable */
};

G_DEFINE_FINAL_TYPE (CsChartTable, cs_chart_table, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- cells --- */

#define MIN_CHARS 5 /* of "H01M": else there would be nothing but dots */

static void
on_setup_text (CsChartTable *table, GtkListItem *item)
{
  GtkWidget *label = cs_table_label_new ();

  cs_table_cell_set_item (label, item);
  cs_table_label_tell_whole (label);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
on_setup_number (CsChartTable *table, GtkListItem *item)
{
  GtkWidget *label = cs_table_label_new ();

  cs_table_cell_set_item (label, item);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
show_text (GtkListItem *item, const char *text)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
show_number (GtkListItem *item, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  show_text (item, text);
}

static void
on_bind_row (CsChartTable *table, GtkListItem *item)
{
  show_text (item, cs_chart_mark_get_label (gtk_list_item_get_item (item), TRUE));
}

static void
on_bind_column (CsChartTable *table, GtkListItem *item)
{
  show_text (item, cs_chart_mark_get_label (gtk_list_item_get_item (item), FALSE));
}

static void
on_bind_applications (CsChartTable *table, GtkListItem *item)
{
  show_number (item, cs_chart_mark_get_cell (gtk_list_item_get_item (item))->count);
}

static void
on_bind_families (CsChartTable *table, GtkListItem *item)
{
  show_number (item, cs_chart_mark_get_cell (gtk_list_item_get_item (item))->n_families);
}

/* --- selecting --- */

static const char *
get_id (CsChartTable *table, guint position)
{
  g_autoptr (CsChartMark) mark =
      table->selection == NULL ? NULL :
                                 g_list_model_get_item (G_LIST_MODEL (table->selection), position);

  return mark == NULL ? NULL : cs_chart_mark_get_id (mark); /* the model keeps it */
}

static void
select_id (CsChartTable *table)
{
  guint n = table->selection == NULL ? 0 :
                                       g_list_model_get_n_items (G_LIST_MODEL (table->selection));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && position == GTK_INVALID_LIST_POSITION; i++)
    if (g_strcmp0 (get_id (table, i), table->selected) == 0)
      position = i;
  if (table->selection == NULL ||
      gtk_single_selection_get_selected (table->selection) == position)
    return;

  gtk_single_selection_set_selected (table->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (table->view)),
                                "list.scroll-to-item", "u", position);
}

static void
set_selected (CsChartTable *table, const char *id)
{
  if (g_strcmp0 (table->selected, id) == 0)
    return;

  g_free (table->selected);
  table->selected = g_strdup (id);
  select_id (table);
  g_object_notify_by_pspec (G_OBJECT (table), properties[PROP_SELECTED]);
}

static void
on_selected (CsChartTable *table)
{
  guint position = gtk_single_selection_get_selected (table->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    set_selected (table, get_id (table, position));
}

static void
on_activate (CsChartTable *table, guint position)
{
  const char *id = get_id (table, position);

  if (id != NULL)
    g_signal_emit (table, signals[ACTIVATED], 0, id);
}

/* --- the object --- */

static void
cs_chart_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CS_CHART_TABLE (object)->selected);
}

static void
cs_chart_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_selected (CS_CHART_TABLE (object), g_value_get_string (value));
}

static void
cs_chart_table_dispose (GObject *object)
{
  g_clear_object (&CS_CHART_TABLE (object)->selection);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_CHART_TABLE);

  G_OBJECT_CLASS (cs_chart_table_parent_class)->dispose (object);
}

static void
cs_chart_table_finalize (GObject *object)
{
  g_free (CS_CHART_TABLE (object)->selected);

  G_OBJECT_CLASS (cs_chart_table_parent_class)->finalize (object);
}

static void
cs_chart_table_class_init (CsChartTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_chart_table_get_property;
  object_class->set_property = cs_chart_table_set_property;
  object_class->dispose = cs_chart_table_dispose;
  object_class->finalize = cs_chart_table_finalize;

  properties[PROP_SELECTED] = g_param_spec_string (
      "selected", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ACTIVATED] = g_signal_new ("activated", CS_TYPE_CHART_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-chart-table.ui");
  gtk_widget_class_bind_template_child (widget_class, CsChartTable, view);
  gtk_widget_class_bind_template_child (widget_class, CsChartTable, rows);
  gtk_widget_class_bind_template_child (widget_class, CsChartTable, columns);
  gtk_widget_class_bind_template_child (widget_class, CsChartTable, applications);
  gtk_widget_class_bind_template_child (widget_class, CsChartTable, families);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_text);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_number);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_column);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_applications);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_families);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
cs_chart_table_init (CsChartTable *table)
{
  gtk_widget_init_template (GTK_WIDGET (table));
}

void
cs_chart_table_show (CsChartTable *table, CsFamilyChart *chart)
{
  const char *rows = cs_family_chart_get_head (chart, TRUE);

  g_clear_object (&table->selection);
  table->selection = gtk_single_selection_new (G_LIST_MODEL (cs_chart_marks_new (chart)));
  gtk_single_selection_set_autoselect (table->selection, FALSE);
  gtk_single_selection_set_can_unselect (table->selection, TRUE);
  gtk_single_selection_set_selected (table->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (table->selection, "notify::selected", G_CALLBACK (on_selected), table,
                           G_CONNECT_SWAPPED);
  gtk_column_view_column_set_title (table->rows, rows);
  gtk_column_view_column_set_title (table->columns, cs_family_chart_get_head (chart, FALSE));
  gtk_column_view_column_set_visible (table->rows, *rows != '\0');
  gtk_column_view_column_set_expand (table->rows, TRUE); /* the first column takes what is left */
  gtk_column_view_column_set_expand (table->columns, *rows == '\0');
  gtk_column_view_column_set_visible (table->applications,
                                      !cs_family_chart_counts_families (chart));
  gtk_column_view_set_model (table->view, GTK_SELECTION_MODEL (table->selection));
  select_id (table);
}
