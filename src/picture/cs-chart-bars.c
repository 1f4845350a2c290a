#include "cs-chart-private.h"

#include <math.h>

#define PLOT_HEIGHT 260.0
#define LABEL_ROOM 26.0
#define MAX_BAR 44.0
#define ROW 28.0
#define LYING_BAR 16.0
#define SMALL ((CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0, 0 })

/* --- a part of a bar --- */

/* Incomplete numbers are hatched within an outline: they will still grow. */
static void
fill_part (const CsChartPlan *plan, cairo_rectangle_t r, CsPictureInk ink, gboolean is_incomplete)
{
  CsPen *pen = plan->pen;

  cairo_rectangle (pen->cairo, r.x, r.y, r.width, r.height);
  if (!is_incomplete)
    {
      cs_pen_ink (pen, ink);
      cairo_fill (pen->cairo);
      return;
    }
  cs_pen_ink_faded (pen, ink, 0.12);
  cairo_fill_preserve (pen->cairo);
  cs_pen_hatch (pen, ink);
  cairo_new_path (pen->cairo);
  cairo_rectangle (pen->cairo, r.x + 0.5, r.y + 0.5, MAX (r.width - 1, 0), MAX (r.height - 1, 0));
  cs_pen_ink (pen, ink);
  cairo_stroke (pen->cairo);
}

static void
draw_part (const CsChartPlan *plan, guint series, guint category, cairo_rectangle_t r)
{
  const Heading *of = cs_chart_get_series (plan->chart, series);
  const Heading *at = cs_chart_get_category (plan->chart, category);
  int own = at->ink != CS_CHART_OWN_INK ? at->ink : (int)cs_chart_ink (of, series);
  CsPictureInk ink = plan->chart->series->len == 1 ? (CsPictureInk)own : cs_chart_ink (of, series);
  const Cell *cell = cs_chart_get_cell (plan->chart, series, category);

  fill_part (plan, r, ink, at->is_incomplete);
  if (cell != NULL && cs_pen_is_selected (plan->pen, cell->id))
    {
      cairo_rectangle (plan->pen->cairo, r.x - 1.5, r.y - 1.5, r.width + 3, r.height + 3);
      cs_pen_ink (plan->pen, CS_PICTURE_INK);
      cairo_set_line_width (plan->pen->cairo, 2);
      cairo_stroke (plan->pen->cairo);
      cairo_set_line_width (plan->pen->cairo, 1);
    }
  cs_chart_pick (plan, series, category, r);
}

static double
find_most (const CsChart *chart)
{
  double most = 0;

  for (guint i = 0; i < chart->categories->len; i++)
    most = MAX (most, cs_chart_sum_category (chart, i));
  return most;
}

/* --- standing --- */

typedef struct
{
  const CsChartPlan *plan;
  double left;
  double right;
  double bottom;
  double most; /* at the top */
} Axes;

static double
height_of (const Axes *axes, double value)
{
  return value / axes->most * PLOT_HEIGHT;
}

static void
draw_axis (Axes *axes)
{
  CsPen *pen = axes->plan->pen;
  double step = cs_chart_choose_step (axes->most, 5);
  CsPenText how = SMALL;

  how.align = 1;
  axes->most = ceil (axes->most / step) * step;
  axes->left = CS_CHART_SIDE;
  for (double value = 0; value <= axes->most; value += step)
    {
      g_autofree char *text = cs_chart_dup_number (value);

      axes->left = MAX (axes->left, CS_CHART_SIDE + cs_pen_measure_text (pen, text, how) + 8);
    }
  for (double value = 0; value <= axes->most; value += step)
    {
      g_autofree char *text = cs_chart_dup_number (value);
      double y = axes->bottom - height_of (axes, value);

      cs_pen_ink (pen, value > 0 ? CS_PICTURE_LINE : CS_PICTURE_DIM);
      cs_pen_line (pen, axes->left, y, axes->right, y);
      cs_pen_text (pen, axes->left - 8, y, text, how);
    }
}

static void
draw_bar (const Axes *axes, guint category, double x, double width)
{
  const CsChart *chart = axes->plan->chart;
  CsPen *pen = axes->plan->pen;
  double y = axes->bottom;
  double sum = cs_chart_sum_category (chart, category);
  g_autofree char *number = cs_chart_dup_number (sum);

  for (guint i = 0; i < chart->series->len; i++)
    {
      double height = height_of (axes, cs_chart_get_value (chart, i, category));

      y -= height;
      if (height > 0)
        draw_part (axes->plan, i, category, (cairo_rectangle_t){ x, y, width, height });
    }
  if (sum > 0 && cs_pen_measure_text (pen, number, SMALL) <= width + 6)
    cs_pen_text (pen, x + width / 2, y - 9, number,
                 (CsPenText){ CS_PICTURE_INK, CS_PEN_SMALL, FALSE, 0.5, 0 });
}

/* Every n-th label, so that none touches the next. */
static guint
choose_label_step (const Axes *axes, double of_category)
{
  const CsChart *chart = axes->plan->chart;
  double widest = 1;

  for (guint i = 0; i < chart->categories->len; i++)
    widest = MAX (widest, cs_pen_measure_text (axes->plan->pen,
                                               cs_chart_get_category (chart, i)->label, SMALL));
  return (guint)MAX (1, ceil ((widest + 10) / of_category));
}

double
cs_chart_draw_bars (const CsChartPlan *plan)
{
  const CsChart *chart = plan->chart;
  CsPen *pen = plan->pen;
  Axes axes = { .plan = plan, .right = pen->width - CS_CHART_SIDE, .most = find_most (chart) };
  guint n = chart->categories->len;
  double of_category;
  double width;
  guint step;

  cs_pen_text (pen, CS_CHART_SIDE, plan->top + 6, chart->values_word, SMALL);
  axes.bottom = floor (plan->top + 34 + PLOT_HEIGHT);
  draw_axis (&axes);
  of_category = (axes.right - axes.left) / n;
  width = MAX (MIN (of_category * 0.7, MAX_BAR), 1);
  step = choose_label_step (&axes, of_category);
  for (guint i = 0; i < n; i++)
    {
      double middle = axes.left + (i + 0.5) * of_category;

      draw_bar (&axes, i, floor (middle - width / 2), floor (MAX (width, 1)));
      if (i % step == 0)
        cs_pen_text (pen, middle, axes.bottom + LABEL_ROOM / 2,
                     cs_chart_get_category (chart, i)->label,
                     (CsPenText){ CS_PICTURE_INK, CS_PEN_SMALL, FALSE, 0.5, 0 });
    }
  cs_pen_text (pen, axes.right, axes.bottom + LABEL_ROOM + 8, chart->categories_word,
               (CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 1, 0 });
  return axes.bottom + LABEL_ROOM + 18;
}

/* --- lying --- */

static void
draw_row (const CsChartPlan *plan, guint category, double left, double of_one)
{
  const CsChart *chart = plan->chart;
  CsPen *pen = plan->pen;
  double y = plan->top + (category + 0.5) * ROW;
  double x = left;
  g_autofree char *number = cs_chart_dup_number (cs_chart_sum_category (chart, category));

  cs_pen_text (pen, CS_CHART_SIDE, y, cs_chart_get_category (chart, category)->label,
               (CsPenText){ CS_PICTURE_INK, 0.95, FALSE, 0, left - CS_CHART_SIDE - 12 });
  for (guint i = 0; i < chart->series->len; i++)
    {
      double width = cs_chart_get_value (chart, i, category) * of_one;

      if (width > 0)
        draw_part (plan, i, category,
                   (cairo_rectangle_t){ x, floor (y - LYING_BAR / 2), MAX (width, 1), LYING_BAR });
      x += width;
    }
  cs_pen_text (pen, x + 8, y, number,
               (CsPenText){ CS_PICTURE_INK, CS_PEN_SMALL, FALSE, 0, 0 });
}

double
cs_chart_draw_ranking (const CsChartPlan *plan)
{
  const CsChart *chart = plan->chart;
  CsPen *pen = plan->pen;
  guint n = chart->categories->len;
  double most = find_most (chart);
  g_autofree char *number = cs_chart_dup_number (most);
  double names = 0;
  double left;
  double room;

  for (guint i = 0; i < n; i++)
    names = MAX (names, cs_pen_measure_text (pen, cs_chart_get_category (chart, i)->label,
                                             (CsPenText){ .scale = 0.95 }));
  left = floor (CS_CHART_SIDE + MIN (names, pen->width * 0.36) + 12);
  room = pen->width - CS_CHART_SIDE - left - cs_pen_measure_text (pen, number, SMALL) - 10;
  cs_pen_ink (pen, CS_PICTURE_DIM);
  cs_pen_line (pen, left - 1, plan->top, left - 1, plan->top + n * ROW);
  for (guint i = 0; i < n; i++)
    draw_row (plan, i, left, room / most);
  return plan->top + n * ROW;
}
