#include "cs-finding-group-row.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"
#include "cs-finding-words.h"

struct _CsFindingGroupRow
{
  GtkListBoxRow parent_instance;

  GtkImage *shape;
  GtkLabel *title;
  GtkLabel *count;
  GtkImage *arrow;
  GtkBox *tags;
  GtkLabel *clauses;
  guint offices;
};

G_DEFINE_FINAL_TYPE (CsFindingGroupRow, cs_finding_group_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_offices (CsFindingGroupRow *row, guint offices)
{
  GtkWidget *tag;

  if (row->offices == offices)
    return;

  row->offices = offices;
  while ((tag = gtk_widget_get_first_child (GTK_WIDGET (row->tags))) != NULL)
    gtk_box_remove (row->tags, tag);
  for (CsOffice office = 0; office < CS_N_OFFICES; office++)
    if ((offices & 1u << office) != 0)
      {
        tag = gtk_label_new (cs_office_get_name (office));
        gtk_widget_add_css_class (tag, "cs-tag");
        gtk_box_append (row->tags, tag);
      }
}

void
cs_finding_group_row_show (CsFindingGroupRow *row,
                           const CsFindingGroup *group,
                           guint n_shown,
                           gboolean open)
{
  const char *language = cs_ui_language ();
  const char *title = cs_words_get (&group->item->title, language);
  g_autofree char *clauses = cs_finding_group_dup_clauses (group, language);
  g_autofree char *count = g_strdup_printf ("%u", n_shown);
  g_autofree char *name = NULL;

  cs_shape_show (row->shape, group->severity, group->certain);
  gtk_label_set_label (row->title, title);
  gtk_label_set_label (row->clauses, clauses);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->clauses), clauses);
  gtk_label_set_label (row->count, count);
  gtk_widget_set_visible (GTK_WIDGET (row->count), n_shown > 1);
  show_offices (row, group->offices);
  gtk_image_set_from_icon_name (row->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (row), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "open");

  name = g_strdup_printf ("%s: %s (%s)", cs_shape_get_word (group->severity), title, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
cs_finding_group_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_FINDING_GROUP_ROW);

  G_OBJECT_CLASS (cs_finding_group_row_parent_class)->dispose (object);
}

static void
cs_finding_group_row_class_init (CsFindingGroupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_finding_group_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-finding-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindingGroupRow, shape);
  gtk_widget_class_bind_template_child (widget_class, CsFindingGroupRow, title);
  gtk_widget_class_bind_template_child (widget_class, CsFindingGroupRow, count);
  gtk_widget_class_bind_template_child (widget_class, CsFindingGroupRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, CsFindingGroupRow, tags);
  gtk_widget_class_bind_template_child (widget_class, CsFindingGroupRow, clauses);
}

static void
cs_finding_group_row_init (CsFindingGroupRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
cs_finding_group_row_new (void)
{
  return g_object_new (CS_TYPE_FINDING_GROUP_ROW, NULL);
}
