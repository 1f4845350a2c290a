#include <glib/gi18n-lib.h>

#include "cs-outline-cell.h"
#include "../widgets/cs-shape.h"

#define EDGE 0.25 /* of the height of a row: dropped there, a claim stands before or behind it */

struct _CsOutlineCell
{
  GtkBox parent_instance;

  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *detail;
  GtkImage *shape;
  CsOutlineRow *row;
  CsOutlineText text; /* what it says now */
};

G_DEFINE_FINAL_TYPE (CsOutlineCell, cs_outline_cell, GTK_TYPE_BOX)

enum
{
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const drop_classes[] = { "drop-before", "drop-child", "drop-after" };

/* --- dragging claims --- */

static gboolean
is_claim (CsOutlineCell *cell)
{
  return cell->row != NULL && cs_outline_row_get_kind (cell->row) == CS_OUTLINE_CLAIM;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, CsOutlineCell *cell)
{
  return is_claim (cell) ? gdk_content_provider_new_typed (CS_TYPE_OUTLINE_ROW, cell->row) : NULL;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, CsOutlineCell *cell)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (cell));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* -1 for the upper edge, 1 for the lower, 0 between. */
static int
get_drop_place (CsOutlineCell *cell, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (cell));

  if (y < height * EDGE)
    return -1;

  return y > height * (1 - EDGE) ? 1 : 0;
}

static void
clear_drop (CsOutlineCell *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (cell), drop_classes[i]);
}

static GdkDragAction
on_drop_motion (GtkDropTarget *target, double x, double y, CsOutlineCell *cell)
{
  clear_drop (cell);
  if (!is_claim (cell))
    return 0;

  gtk_widget_add_css_class (GTK_WIDGET (cell), drop_classes[get_drop_place (cell, y) + 1]);
  return GDK_ACTION_MOVE;
}

static void
on_drop_leave (GtkDropTarget *target, CsOutlineCell *cell)
{
  clear_drop (cell);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CsOutlineCell *cell)
{
  CsOutlineRow *claim = g_value_get_object (value);

  clear_drop (cell);
  if (!is_claim (cell) || claim == NULL || claim == cell->row)
    return FALSE;

  g_signal_emit (cell, signals[DROPPED], 0, claim, get_drop_place (cell, y));
  return TRUE;
}

static void
add_dragging (CsOutlineCell *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CS_TYPE_OUTLINE_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), cell);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), cell);
  g_signal_connect (target, "leave", G_CALLBACK (on_drop_leave), cell);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (target));
}

/* --- showing a row --- */

static void
set_class (CsOutlineCell *cell, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (cell), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), name);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* "claim 6, Closes inlet valve, error" */
static void
set_accessible_name (CsOutlineCell *cell, const CsOutlineText *text)
{
  g_autoptr (GString) name = g_string_new (NULL);

  if (text->number != NULL)
    g_string_append_printf (name, _ ("claim %s"), text->number);
  if (text->name != NULL && *text->name != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", text->name);
  if (text->detail != NULL && *text->detail != '\0')
    g_string_append_printf (name, ", %s", text->detail);
  if (text->severity < CS_N_SEVERITIES)
    g_string_append_printf (name, ", %s", cs_shape_get_word (text->severity));

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static gboolean
equal (const CsOutlineText *a, const CsOutlineText *b)
{
  return g_strcmp0 (a->number, b->number) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->detail, b->detail) == 0 && a->severity == b->severity &&
         a->certain == b->certain && a->strong == b->strong;
}

void
cs_outline_cell_show (CsOutlineCell *cell, CsOutlineModel *model, CsOutlineRow *row)
{
  g_auto (CsOutlineText) text = { 0 };
  gboolean same_row = cell->row == row;

  g_set_object (&cell->row, row);
  if (row == NULL)
    return;

  cs_outline_model_describe (model, row, &text);
  if (same_row && equal (&text, &cell->text))
    return;

  set_label (cell->number, text.number);
  set_label (cell->name, text.name);
  gtk_widget_set_visible (GTK_WIDGET (cell->name), TRUE);
  set_label (cell->detail, text.detail);
  cs_shape_show (cell->shape, text.severity, text.certain);
  set_class (cell, "strong", text.strong);
  set_class (cell, "head", cs_outline_row_get_parent (row) == NULL);
  set_accessible_name (cell, &text);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (cell), cs_outline_row_get_kind (row) == CS_OUTLINE_FIGURE ? text.name : NULL);
  cs_outline_text_clear (&cell->text);
  cell->text = text;
  text = (CsOutlineText){ 0 };
}

CsOutlineRow *
cs_outline_cell_get_row (CsOutlineCell *cell)
{
  return cell->row;
}

static void
cs_outline_cell_dispose (GObject *object)
{
  CsOutlineCell *cell = CS_OUTLINE_CELL (object);

  g_clear_object (&cell->row);
  gtk_widget_dispose_template (GTK_WIDGET (cell), CS_TYPE_OUTLINE_CELL);

  G_OBJECT_CLASS (cs_outline_cell_parent_class)->dispose (object);
}

static void
cs_outline_cell_finalize (GObject *object)
{
  cs_outline_text_clear (&CS_OUTLINE_CELL (object)->text);

  G_OBJECT_CLASS (cs_outline_cell_parent_class)->finalize (object);
}

static void
cs_outline_cell_class_init (CsOutlineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_outline_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_outline_cell_finalize;

  signals[DROPPED] = g_signal_new ("dropped", CS_TYPE_OUTLINE_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, CS_TYPE_OUTLINE_ROW, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-outline-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, CsOutlineCell, number);
  gtk_widget_class_bind_template_child (widget_class, CsOutlineCell, name);
  gtk_widget_class_bind_template_child (widget_class, CsOutlineCell, detail);
  gtk_widget_class_bind_template_child (widget_class, CsOutlineCell, shape);
}

static void
cs_outline_cell_init (CsOutlineCell *cell)
{
  gtk_widget_init_template (GTK_WIDGET (cell));
  add_dragging (cell);
}

GtkWidget *
cs_outline_cell_new (void)
{
  return g_object_new (CS_TYPE_OUTLINE_CELL, NULL);
}
