#include "cs-chart-private.h"

#define MIN_RADIUS 64.0
#define MAX_RADIUS 112.0
#define HOLE 0.62
#define ROW 26.0

typedef struct
{
  const CsChartPlan *plan;
  double x; /* middle */
  double y;
  double radius;
  double total;
  double list; /* x of the words */
} Disc;

static void
draw_share (const Disc *disc, guint category, double from, double to)
{
  const CsChart *chart = disc->plan->chart;
  CsPen *pen = disc->plan->pen;
  const Heading *heading = cs_chart_get_category (chart, category);
  const Cell *cell = cs_chart_get_cell (chart, 0, category);
  double grow = cs_pen_is_selected (pen, cell->id) ? 5 : 0;

  cairo_arc (pen->cairo, disc->x, disc->y, disc->radius + grow, from, to);
  cairo_arc_negative (pen->cairo, disc->x, disc->y, disc->radius * HOLE, to, from);
  cairo_close_path (pen->cairo);
  cs_pen_ink (pen, cs_chart_ink (heading, category));
  cairo_fill_preserve (pen->cairo);
  cs_pen_ink (pen, CS_PICTURE_PAPER);
  cairo_set_line_width (pen->cairo, to - from < 6.28 ? 2 : 0.01);
  cairo_stroke (pen->cairo);
  cairo_set_line_width (pen->cairo, 1);
}

/* A line of the list, which can be picked: a ring's sector is no rectangle. */
static void
draw_line (const Disc *disc, guint category, double y)
{
  const CsChart *chart = disc->plan->chart;
  CsPen *pen = disc->plan->pen;
  const Heading *heading = cs_chart_get_category (chart, category);
  double value = cs_chart_get_value (chart, 0, category);
  double right = MIN (disc->list + 280, pen->width - CS_CHART_SIDE);
  g_autofree char *number = cs_chart_dup_number (value);
  g_autofree char *share = g_strdup_printf ("%.0f%%", 100 * value / disc->total);

  cs_pen_round (pen, disc->list, y - 6, 12, 12, 3);
  cs_pen_ink (pen, cs_chart_ink (heading, category));
  cairo_fill (pen->cairo);
  cs_pen_text (pen, disc->list + 20, y, heading->label,
               (CsPenText){ CS_PICTURE_INK, 0.95, FALSE, 0, right - disc->list - 130 });
  cs_pen_text (pen, right - 52, y, number, (CsPenText){ CS_PICTURE_INK, 0.95, FALSE, 1, 0 });
  cs_pen_text (pen, right, y, share, (CsPenText){ CS_PICTURE_DIM, 0.95, FALSE, 1, 0 });
  cs_chart_pick (disc->plan, 0, category,
                 (cairo_rectangle_t){ disc->list, y - ROW / 2, right - disc->list, ROW });
}

static void
draw_total (const Disc *disc)
{
  CsPen *pen = disc->plan->pen;
  g_autofree char *number = cs_chart_dup_number (disc->total);

  cs_pen_text (pen, disc->x, disc->y - 8, number,
               (CsPenText){ CS_PICTURE_INK, 1.6, TRUE, 0.5, 0 });
  cs_pen_text (pen, disc->x, disc->y + 14, disc->plan->chart->values_word,
               (CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0.5, disc->radius });
}

double
cs_chart_draw_donut (const CsChartPlan *plan)
{
  const CsChart *chart = plan->chart;
  CsPen *pen = plan->pen;
  guint n = chart->categories->len;
  Disc disc = { .plan = plan, .radius = CLAMP (pen->width * 0.16, MIN_RADIUS, MAX_RADIUS) };
  double height = MAX (2 * disc.radius + 12, n * ROW);
  double angle = -G_PI_2;

  for (guint i = 0; i < n; i++)
    disc.total += cs_chart_get_value (chart, 0, i);
  disc.x = CS_CHART_SIDE + disc.radius + 6;
  disc.y = plan->top + height / 2;
  disc.list = disc.x + disc.radius + 40;
  pen->width = MAX (pen->width, disc.list + 200 + CS_CHART_SIDE);
  if (disc.total <= 0)
    return plan->top + height;
  for (guint i = 0; i < n; i++)
    {
      double turn = 2 * G_PI * cs_chart_get_value (chart, 0, i) / disc.total;

      if (turn > 0)
        draw_share (&disc, i, angle, angle + turn);
      angle += turn;
      draw_line (&disc, i, disc.y + (i + 0.5 - n / 2.0) * ROW);
    }
  draw_total (&disc);
  return plan->top + height;
}
