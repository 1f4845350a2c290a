#include "cs-pair-layout.h"

#define GAP 12
#define LEAST_WIDTH 230 /* of a child beside another one */

struct _CsPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CsPairLayout, cs_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_next (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* The children of the line that begins with @child. */
static guint
get_line (GtkWidget *child, int width, GtkWidget **line)
{
  line[0] = child;
  line[1] = width >= 2 * LEAST_WIDTH + GAP ? get_next (gtk_widget_get_next_sibling (child)) : NULL;

  return line[1] == NULL ? 1 : 2;
}

static int
get_column_width (int width)
{
  return width >= 2 * LEAST_WIDTH + GAP ? (width - GAP) / 2 : width;
}

static int
get_line_height (GtkWidget **line, guint n, int width)
{
  int height = 0;

  for (guint i = 0; i < n; i++)
    {
      int natural;

      gtk_widget_measure (line[i], GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static int
get_height (GtkWidget *widget, int width)
{
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      GtkWidget *line[2];
      guint n = get_line (child, width, line);

      height += (height > 0 ? GAP : 0) + get_line_height (line, n, get_column_width (width));
      child = get_next (gtk_widget_get_next_sibling (line[n - 1]));
    }

  return height;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  int widest = 0;

  *minimum = 0;
  for (GtkWidget *child = get_next (gtk_widget_get_first_child (widget)); child != NULL;
       child = get_next (gtk_widget_get_next_sibling (child)))
    {
      int least;
      int wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      widest = MAX (widest, wanted);
    }
  *natural = MAX (*minimum, 2 * widest + GAP);
}

static GtkSizeRequestMode
cs_pair_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cs_pair_layout_measure (GtkLayoutManager *layout,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int least;
  int wanted;

  measure_width (widget, &least, &wanted);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wanted;
      return;
    }
  *minimum = get_height (widget, for_size < 0 ? wanted : MAX (for_size, least));
  *natural = *minimum;
}

static void
cs_pair_layout_allocate (GtkLayoutManager *layout,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  int column = get_column_width (width);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *line[2];
      guint n = get_line (child, width, line);
      int line_height = get_line_height (line, n, column);

      for (guint i = 0; i < n; i++)
        gtk_widget_size_allocate (
            line[i], &(GtkAllocation){ i * (column + GAP), y, column, line_height }, -1);
      y += line_height + GAP;
      child = get_next (gtk_widget_get_next_sibling (line[n - 1]));
    }
}

static void
cs_pair_layout_class_init (CsPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cs_pair_layout_get_request_mode;
  layout_class->measure = cs_pair_layout_measure;
  layout_class->allocate = cs_pair_layout_allocate;
}

static void
cs_pair_layout_init (CsPairLayout *layout)
{
}
