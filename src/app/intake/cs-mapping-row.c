#include "cs-mapping-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-column-meanings.h"

struct _CsMappingRow
{
  GtkWidget parent_instance;

  guint column;
  CsTableMeaning other; /* what is shown and cannot be chosen; stands behind the others */
  gboolean is_showing;

  /* template */
  GtkWidget *unknown;
  GtkLabel *name;
  GtkLabel *examples;
  GtkDropDown *meaning;
};

G_DEFINE_FINAL_TYPE (CsMappingRow, cs_mapping_row, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --- */

static GtkStringList *
create_choices (void)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < cs_column_meanings_get_n (); i++)
    gtk_string_list_append (choices, cs_column_meanings_get_label (i));

  return choices;
}

static void
show_meaning (CsMappingRow *row, CsTableMeaning meaning)
{
  GListModel *choices = gtk_drop_down_get_model (row->meaning);
  guint n_chosen = cs_column_meanings_get_n ();
  guint n_choices = g_list_model_get_n_items (choices);
  guint index = n_chosen;
  const char *others[] = { NULL, NULL };
  g_autofree char *label = NULL;

  if (!cs_column_meanings_find (meaning, &index))
    {
      label = cs_column_meaning_dup_label (meaning);
      others[0] = label;
      row->other = meaning;
    }
  gtk_string_list_splice (GTK_STRING_LIST (choices), n_chosen, n_choices - n_chosen, others);
  gtk_drop_down_set_selected (row->meaning, index);
}

static const char *
get_name (const CsTableColumn *column, char **numbered, guint number)
{
  if (*column->name != '\0')
    return column->name;

  *numbered = g_strdup_printf (_ ("Column %u"), number + 1);

  return *numbered;
}

void
cs_mapping_row_show (CsMappingRow *row, const CsTableMap *map, guint number)
{
  const CsTableColumn *column = map->columns->pdata[number];
  g_autofree char *numbered = NULL;
  const char *name = get_name (column, &numbered, number);
  g_autofree char *examples = g_strjoinv (" · ", column->examples);

  row->is_showing = TRUE;
  row->column = number;
  g_strdelimit (examples, "\r\n\t", ' ');
  gtk_label_set_label (row->name, name);
  gtk_label_set_label (row->examples, *examples != '\0' ? examples : _ ("No values so far"));
  gtk_widget_set_opacity (row->unknown, column->is_known ? 0 : 1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->unknown), GTK_ACCESSIBLE_STATE_HIDDEN,
                               column->is_known, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->meaning), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  show_meaning (row, column->meaning);
  row->is_showing = FALSE;
}

/* --- what is chosen --- */

static void
on_selected (CsMappingRow *row)
{
  guint index = gtk_drop_down_get_selected (row->meaning);
  CsTableMeaning meaning = index < cs_column_meanings_get_n () ? cs_column_meanings_get (index) :
                                                                 row->other;
  g_autofree char *text = NULL;

  if (row->is_showing || index == GTK_INVALID_LIST_POSITION)
    return;

  text = cs_table_meaning_dup_text (meaning);
  g_signal_emit (row, signals[CHOSEN], 0, row->column, text);
}

/* --- the class --- */

static void
cs_mapping_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cs_mapping_row_parent_class)->dispose (object);
}

static void
cs_mapping_row_class_init (CsMappingRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_mapping_row_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_MAPPING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-mapping-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsMappingRow, unknown);
  gtk_widget_class_bind_template_child (widget_class, CsMappingRow, name);
  gtk_widget_class_bind_template_child (widget_class, CsMappingRow, examples);
  gtk_widget_class_bind_template_child (widget_class, CsMappingRow, meaning);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_mapping_row_init (CsMappingRow *row)
{
  g_autoptr (GtkStringList) choices = create_choices ();

  row->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (row));
  gtk_drop_down_set_model (row->meaning, G_LIST_MODEL (choices));
  row->is_showing = FALSE;
}

GtkWidget *
cs_mapping_row_new (void)
{
  return g_object_new (CS_TYPE_MAPPING_ROW, NULL);
}
