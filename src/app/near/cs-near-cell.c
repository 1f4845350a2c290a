#include "cs-near-cell.h"

#include <glib/gi18n-lib.h>

#include "cs-near-strip.h"

struct _CsNearCell
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *head;
  CsNearStrip *mark;
  GtkLabel *title;
  GtkLabel *side;
  GtkLabel *note;
  CsNearStrip *strip;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (CsNearCell, cs_near_cell, GTK_TYPE_WIDGET)

/* --- labels --- */

static gboolean
has_kana (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x3040 && c <= 0x30ff)
        return TRUE;
    }

  return FALSE;
}

/* Han characters have the forms of Chinese, but in a Japanese text. */
static PangoAttrList *
attributes_new (const char *text)
{
  PangoAttrList *list = pango_attr_list_new ();
  PangoLanguage *glyphs = pango_language_from_string (has_kana (text) ? "ja" : "zh-cn");

  pango_attr_list_insert (list, pango_attr_language_new (glyphs));

  return list;
}

static void
insert_bold (PangoAttrList *list, const CsHitSpan *span)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  bold->start_index = span->start_byte;
  bold->end_index = span->end_byte;
  line->start_index = span->start_byte;
  line->end_index = span->end_byte;
  pango_attr_list_insert (list, bold);
  pango_attr_list_insert (list, line);
}

/* @text: (nullable): hides @label; @spans: (nullable) */
static void
set_label (GtkLabel *label, const char *text, const GArray *spans)
{
  g_autoptr (PangoAttrList) list = attributes_new (text == NULL ? "" : text);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    insert_bold (list, &g_array_index (spans, CsHitSpan, i));
  gtk_label_set_text (label, text == NULL ? "" : text);
  gtk_label_set_attributes (label, list);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_strip (CsNearStrip *strip, const GArray *states)
{
  gtk_widget_set_visible (GTK_WIDGET (strip), states != NULL);
  if (states != NULL)
    cs_near_strip_set (strip, (const CsNearState *)(gconstpointer)states->data, states->len);
}

/* --- the kinds --- */

static const char *const classes[] = { "heading", "note", "feature", "family", "claim" };

static void
set_kind (CsNearCell *cell, const CsNearRow *row)
{
  gboolean is_feature = row->kind == CS_NEAR_ROW_FEATURE;
  gboolean is_family = row->kind == CS_NEAR_ROW_FAMILY;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (cell), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (cell), classes[row->kind]);
  gtk_widget_set_visible (cell->head, row->title != NULL);
  gtk_label_set_lines (cell->title, is_feature ? 3 : 2);
  set_strip (cell->mark, is_feature ? row->states : NULL);
  set_strip (cell->strip, is_family ? row->states : NULL);
}

static const char *
get_tooltip (const CsNearRow *row)
{
  if (row->kind == CS_NEAR_ROW_FAMILY)
    return _ ("Show its passages and claims (Enter)");
  if (row->kind == CS_NEAR_ROW_FEATURE)
    return _ ("Go to the feature in the claim (Enter)");

  return NULL;
}

/* What a screen reader says of the whole row. */
static void
tell_row (CsNearCell *cell, const CsNearRow *row)
{
  const char *parts[] = { row->title, row->side, row->text, row->note };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

void
cs_near_cell_set_row (CsNearCell *cell, CsNearRow *row)
{
  g_return_if_fail (CS_IS_NEAR_CELL (cell));

  set_kind (cell, row);
  set_label (cell->title, row->title, NULL);
  set_label (cell->side, row->side, NULL);
  set_label (cell->text, row->text, row->spans);
  set_label (cell->note, row->note, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), get_tooltip (row));
  tell_row (cell, row);
}

/* --- the widget --- */

static void
cs_near_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_NEAR_CELL);

  G_OBJECT_CLASS (cs_near_cell_parent_class)->dispose (object);
}

static void
cs_near_cell_class_init (CsNearCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_near_cell_dispose;
  g_type_ensure (CS_TYPE_NEAR_STRIP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "nearcell");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-near-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, box);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, head);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, mark);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, title);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, side);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, note);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, strip);
  gtk_widget_class_bind_template_child (widget_class, CsNearCell, text);
}

static void
cs_near_cell_init (CsNearCell *cell)
{
  gtk_widget_init_template (GTK_WIDGET (cell));
}

GtkWidget *
cs_near_cell_new (void)
{
  return g_object_new (CS_TYPE_NEAR_CELL, NULL);
}
