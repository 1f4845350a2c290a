#include "cs-look-row.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-shape.h"

struct _CsLookRow
{
  GtkWidget parent_instance;

  /* template */
  GtkLabel *line;
  GtkImage *shape;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *details;
};

G_DEFINE_FINAL_TYPE (CsLookRow, cs_look_row, GTK_TYPE_WIDGET)

static void
add_detail (GString *details, const char *format, const char *value)
{
  g_autofree char *detail = NULL;

  if (*value == '\0')
    return;

  if (details->len > 0)
    g_string_append (details, " · ");
  detail = g_strdup_printf ("%s%s", format, value);
  g_string_append (details, detail);
}

static char *
dup_details (const CsTableLookRow *shown)
{
  GString *details = g_string_new (NULL);

  if (g_strcmp0 (shown->application, shown->number) != 0)
    add_detail (details, "", shown->application);
  /* Translators: in front of the day on which an application was filed */
  add_detail (details, _ ("filed "), shown->filed);
  add_detail (details, "", shown->applicant);

  return g_string_free (details, FALSE);
}

static void
show_record (CsLookRow *row, const CsTableLookRow *shown)
{
  g_autofree char *details = dup_details (shown);

  gtk_label_set_label (row->number, shown->number);
  gtk_label_set_label (row->title, *shown->title != '\0' ? shown->title : _ ("No title"));
  gtk_label_set_label (row->details, *details != '\0' ? details : _ ("Nothing else is read"));
}

void
cs_look_row_show (CsLookRow *row, const CsTableLookRow *shown)
{
  gboolean is_fault = shown->fault != NULL;
  g_autofree char *line = g_strdup_printf ("%u", shown->line);

  gtk_label_set_label (row->line, line);
  cs_shape_show (row->shape, is_fault ? CS_SEVERITY_WARNING : CS_N_SEVERITIES, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (row->number), !is_fault);
  if (!is_fault)
    {
      show_record (row, shown);
      return;
    }

  gtk_label_set_label (row->title, _ ("Cannot be read as it is"));
  gtk_label_set_label (row->details, shown->fault);
}

static void
cs_look_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cs_look_row_parent_class)->dispose (object);
}

static void
cs_look_row_class_init (CsLookRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_look_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-look-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLookRow, line);
  gtk_widget_class_bind_template_child (widget_class, CsLookRow, shape);
  gtk_widget_class_bind_template_child (widget_class, CsLookRow, number);
  gtk_widget_class_bind_template_child (widget_class, CsLookRow, title);
  gtk_widget_class_bind_template_child (widget_class, CsLookRow, details);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_look_row_init (CsLookRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
cs_look_row_new (void)
{
  return g_object_new (CS_TYPE_LOOK_ROW, NULL);
}
