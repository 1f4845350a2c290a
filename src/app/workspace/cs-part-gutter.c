#include "cs-part-gutter.h"

#include "../widgets/cs-shape.h"
#include "cs-finding-list.h"

#define ICON_SIZE 16
#define WIDTH 22

struct _CsPartGutter
{
  GtkWidget parent_instance;

  CsDocument *document;
  CsPartMarks *marks; /* nullable: no longer there */
  CsPart part;
  CsPartColors colors;
};

G_DEFINE_FINAL_TYPE (CsPartGutter, cs_part_gutter, GTK_TYPE_WIDGET)

static GtkTextView *
get_view (CsPartGutter *self)
{
  return GTK_TEXT_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_TEXT_VIEW));
}

/* What was found in unit @index. Returns: whether there is something to show. */
static gboolean
get_mark (CsPartGutter *self, guint index, CsUnitMark *mark)
{
  const CsFindingView *view = cs_document_get_view (self->document);

  if (view == NULL || index >= view->marks[self->part]->len)
    return FALSE;

  *mark = g_array_index (view->marks[self->part], CsUnitMark, index);
  return mark->severity != CS_NO_SEVERITY;
}

static void
snapshot_shape (CsPartGutter *self, GtkSnapshot *snapshot, const CsUnitMark *mark, int center_y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  const GdkRGBA *color = &self->colors.severities[mark->severity];
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, cs_shape_get_icon (mark->severity, mark->certain), NULL,
                                  ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - ICON_SIZE) / 2,
                                                center_y - ICON_SIZE / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE,
                                            ICON_SIZE, color, 1);
  gtk_snapshot_restore (snapshot);
}

/* The middle of the first line of the unit that begins at @at_char. */
static int
find_center (CsPartGutter *self, guint at_char)
{
  GtkTextView *view = get_view (self);
  GdkRectangle place;
  GtkTextIter iter;
  int x, y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, at_char);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_LEFT, 0,
                                         place.y + place.height / 2, &x, &y);
  return y;
}

static void
cs_part_gutter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsPartGutter *self = CS_PART_GUTTER (widget);
  GtkTextView *view = get_view (self);
  GdkRectangle visible;
  GtkTextIter start, end;
  guint index, end_char;

  if (self->marks == NULL || view == NULL)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&end);
  end_char = gtk_text_iter_get_offset (&end);
  index = cs_part_marks_find_unit (self->marks, gtk_text_iter_get_offset (&start), end_char + 1);
  if (index == CS_NO_INDEX)
    return;

  for (; index < cs_part_marks_get_n_units (self->marks); index++)
    {
      guint start_char = cs_part_marks_get_unit_start (self->marks, index);
      CsUnitMark mark;

      if (start_char > end_char)
        return;
      if (get_mark (self, index, &mark))
        snapshot_shape (self, snapshot, &mark, find_center (self, start_char));
    }
}

static void
cs_part_gutter_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
on_released (GtkGestureClick *click, int n_presses, double x, double y, CsPartGutter *self)
{
  GtkTextView *view = get_view (self);
  GdkRectangle area = { 0, y - ICON_SIZE / 2, WIDTH, ICON_SIZE };
  GtkTextIter start, end;
  int buffer_x, buffer_y;
  guint index;

  if (self->marks == NULL || view == NULL)
    return;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_LEFT, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_line_at_y (view, &start, buffer_y, NULL);
  end = start;
  gtk_text_iter_forward_line (&end);
  index = cs_part_marks_find_unit (self->marks, gtk_text_iter_get_offset (&start),
                                   gtk_text_iter_get_offset (&end));
  if (index != CS_NO_INDEX)
    cs_finding_list_choose (self->document, self->part, index, GTK_WIDGET (view), &area);
}

static void
cs_part_gutter_finalize (GObject *object)
{
  g_clear_object (&CS_PART_GUTTER (object)->document);

  G_OBJECT_CLASS (cs_part_gutter_parent_class)->finalize (object);
}

static void
cs_part_gutter_class_init (CsPartGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_part_gutter_finalize;
  widget_class->snapshot = cs_part_gutter_snapshot;
  widget_class->measure = cs_part_gutter_measure;
}

static void
cs_part_gutter_init (CsPartGutter *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
cs_part_gutter_new (CsDocument *document, CsPartMarks *marks, CsPart part)
{
  CsPartGutter *self = g_object_new (CS_TYPE_PART_GUTTER, NULL);

  self->document = g_object_ref (document);
  self->marks = marks;
  self->part = part;
  return GTK_WIDGET (self);
}

void
cs_part_gutter_set_colors (CsPartGutter *self, const CsPartColors *colors)
{
  g_return_if_fail (CS_IS_PART_GUTTER (self));

  self->colors = *colors;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cs_part_gutter_clear (CsPartGutter *self)
{
  g_return_if_fail (CS_IS_PART_GUTTER (self));

  self->marks = NULL;
}
