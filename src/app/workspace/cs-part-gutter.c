#include "cs-part-gutter.h"

#include "cs-finding-list.h"
#include "cs-shape.h"

#define ICON_SIZE 16
#define WIDTH 22

struct _CsPartGutter
{
  GtkSourceGutterRenderer parent_instance;

  CsDocument *document;
  CsPartMarks *marks; /* nullable: no longer there */
  CsPart part;
  CsPartColors colors;
};

G_DEFINE_FINAL_TYPE (CsPartGutter, cs_part_gutter, GTK_SOURCE_TYPE_GUTTER_RENDERER)

/* The unit that begins in the line of @iter, if something was found in it. */
static guint
find_marked_unit (CsPartGutter *self, const GtkTextIter *iter, CsUnitMark *mark)
{
  CsFindingView *view = cs_document_get_view (self->document);
  GtkTextIter start = *iter;
  GtkTextIter end = *iter;
  guint unit;

  if (self->marks == NULL || view == NULL)
    return CS_NO_INDEX;

  gtk_text_iter_set_line_offset (&start, 0);
  gtk_text_iter_forward_line (&end);
  unit = cs_part_marks_find_unit (self->marks, gtk_text_iter_get_offset (&start),
                                  gtk_text_iter_get_offset (&end));
  if (unit == CS_NO_INDEX || unit >= view->marks[self->part]->len)
    return CS_NO_INDEX;

  *mark = g_array_index (view->marks[self->part], CsUnitMark, unit);
  return mark->severity == CS_NO_SEVERITY ? CS_NO_INDEX : unit;
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

static void
cs_part_gutter_snapshot_line (GtkSourceGutterRenderer *renderer,
                              GtkSnapshot *snapshot,
                              GtkSourceGutterLines *lines,
                              guint line)
{
  CsPartGutter *self = CS_PART_GUTTER (renderer);
  CsUnitMark mark;
  GtkTextIter iter;
  int y, height;

  gtk_source_gutter_lines_get_iter_at_line (lines, &iter, line);
  if (find_marked_unit (self, &iter, &mark) == CS_NO_INDEX)
    return;

  gtk_source_gutter_lines_get_line_yrange (lines, line,
                                           GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, &y,
                                           &height);
  snapshot_shape (self, snapshot, &mark, y + height / 2);
}

static gboolean
cs_part_gutter_query_activatable (GtkSourceGutterRenderer *renderer,
                                  GtkTextIter *iter,
                                  GdkRectangle *area)
{
  CsUnitMark mark;

  return find_marked_unit (CS_PART_GUTTER (renderer), iter, &mark) != CS_NO_INDEX;
}

static void
cs_part_gutter_activate (GtkSourceGutterRenderer *renderer,
                         GtkTextIter *iter,
                         GdkRectangle *area,
                         guint button,
                         GdkModifierType state,
                         int n_presses)
{
  CsPartGutter *self = CS_PART_GUTTER (renderer);
  CsUnitMark mark;
  guint unit = find_marked_unit (self, iter, &mark);
  GtkWidget *view = GTK_WIDGET (gtk_source_gutter_renderer_get_view (renderer));
  GdkRectangle place = *area;
  double x, y;

  if (unit == CS_NO_INDEX || n_presses != 1)
    return;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), view, area->x, area->y, &x, &y);
  place.x = x;
  place.y = y;
  cs_finding_list_choose (self->document, self->part, unit, view, &place);
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
  GtkSourceGutterRendererClass *renderer_class = GTK_SOURCE_GUTTER_RENDERER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_part_gutter_finalize;
  renderer_class->snapshot_line = cs_part_gutter_snapshot_line;
  renderer_class->query_activatable = cs_part_gutter_query_activatable;
  renderer_class->activate = cs_part_gutter_activate;
}

static void
cs_part_gutter_init (CsPartGutter *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
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
