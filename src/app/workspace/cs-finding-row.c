#include "cs-finding-row.h"

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"

#define EXCERPT_CHARS 24
#define PLACE_GAP "  "

struct _CsFindingRow
{
  GtkListBoxRow parent_instance;

  GtkImage *shape;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (CsFindingRow, cs_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static guint16
to_pango (float part)
{
  return part * G_MAXUINT16;
}

void
cs_finding_label_set (GtkLabel *label, const CsExcerpt *excerpt, CsSeverity severity)
{
  g_autofree char *text = g_strconcat (excerpt->place, PLACE_GAP, excerpt->text, NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  guint place_end = strlen (excerpt->place);
  guint start = place_end + strlen (PLACE_GAP) + excerpt->mark_start;
  guint end = place_end + strlen (PLACE_GAP) + excerpt->mark_end;
  PangoUnderline line = cs_shape_get_underline (severity);
  guint16 red, green, blue;
  GdkRGBA color;

  cs_shape_lookup_color (GTK_WIDGET (label), severity, &color);
  red = to_pango (color.red);
  green = to_pango (color.green);
  blue = to_pango (color.blue);
  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, place_end);
  if (end > start)
    {
      add_attribute (list, pango_attr_foreground_new (red, green, blue), start, end);
      add_attribute (list, pango_attr_underline_color_new (red, green, blue), start, end);
      add_attribute (list, pango_attr_underline_new (line), start, end);
    }

  gtk_label_set_attributes (label, list);
  gtk_label_set_label (label, text);
}

void
cs_finding_row_show (CsFindingRow *row, const CsFindingView *view, const CsFindingEntry *entry)
{
  const char *language = cs_ui_language ();
  g_autofree char *name = cs_finding_entry_dup_name (entry, view, language);
  g_auto (CsExcerpt) excerpt = { 0 };

  cs_excerpt_init (&excerpt, view, entry, EXCERPT_CHARS, language);
  if (*excerpt.text == '\0') /* it is of no words: what it says tells it from others */
    {
      g_free (excerpt.text);
      excerpt.text = cs_messages_dup (cs_finding_entry_get_first (entry), view->result, language,
                                      NULL);
    }
  cs_shape_show (row->shape, entry->severity, entry->certainty != CS_CERTAINTY_POSSIBLE);
  cs_finding_label_set (row->text, &excerpt, entry->severity);
  if (entry->waived)
    gtk_widget_add_css_class (GTK_WIDGET (row), "waived");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "waived");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
cs_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (cs_finding_row_parent_class)->dispose (object);
}

static void
cs_finding_row_class_init (CsFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_finding_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindingRow, shape);
  gtk_widget_class_bind_template_child (widget_class, CsFindingRow, text);
}

static void
cs_finding_row_init (CsFindingRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
cs_finding_row_new (void)
{
  return g_object_new (CS_TYPE_FINDING_ROW, NULL);
}
