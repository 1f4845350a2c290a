#include "cs-chart-private.h"

#include <math.h>

#define CELL_HEIGHT 34.0
#define MIN_CELL 30.0
#define MAX_CELL 132.0
#define SLANT (G_PI / 4)
#define MAX_HEAD 120.0
#define MIN_DISC 6.0    /* radius with room for a number */
#define INCOMPLETE 0.45 /* of the tint */

typedef struct
{
  const CsChartPlan *plan;
  double left;
  double top;
  double cell_width;
  double most;
  double head; /* height of the names of the columns */
  gboolean is_slanted;
} Grid;

static double
measure_labels (const GArray *headings, CsPen *pen, double scale)
{
  double widest = 0;

  for (guint i = 0; i < headings->len; i++)
    widest = MAX (widest, cs_pen_measure_text (pen, g_array_index (headings, Heading, i).label,
                                               (CsPenText){ .scale = scale }));
  return widest;
}

static void
plan_grid (Grid *grid)
{
  const CsChart *chart = grid->plan->chart;
  CsPen *pen = grid->plan->pen;
  double names = measure_labels (chart->series, pen, 0.95);
  double heads = measure_labels (chart->categories, pen, CS_PEN_SMALL);
  guint n = chart->categories->len;
  double overhang = 0;

  grid->left = floor (CS_CHART_SIDE + MIN (names, pen->width * 0.3) + 12);
  grid->cell_width = floor ((pen->width - CS_CHART_SIDE - grid->left) / n);
  grid->cell_width = CLAMP (grid->cell_width, MIN_CELL, MAX_CELL);
  grid->is_slanted = heads + 8 > grid->cell_width;
  if (grid->is_slanted) /* the last name leans over the edge */
    {
      overhang = MIN (heads, MAX_HEAD) * cos (SLANT);
      grid->cell_width = floor ((pen->width - CS_CHART_SIDE - grid->left - overhang) / n);
      grid->cell_width = CLAMP (grid->cell_width, MIN_CELL, MAX_CELL);
      overhang = MAX (overhang - grid->cell_width / 2, 0);
    }
  grid->head = grid->is_slanted ? MIN (heads, MAX_HEAD) * sin (SLANT) + 20 : 26;
  grid->top = floor (grid->plan->top + grid->head + 20);
  pen->width = MAX (pen->width, grid->left + n * grid->cell_width + overhang + CS_CHART_SIDE);
  for (guint i = 0; i < chart->series->len; i++)
    for (guint j = 0; j < n; j++)
      grid->most = MAX (grid->most, cs_chart_get_value (chart, i, j));
}

static void
draw_heads (const Grid *grid)
{
  const CsChart *chart = grid->plan->chart;
  CsPen *pen = grid->plan->pen;
  CsPenText how = { CS_PICTURE_INK, CS_PEN_SMALL, FALSE, grid->is_slanted ? 0 : 0.5, MAX_HEAD };
  g_autofree char *what =
      g_strdup_printf ("%s ↓  %s →", chart->series_word, chart->categories_word);

  cs_pen_text (pen, CS_CHART_SIDE, grid->plan->top + 6, what,
               (CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0, 0 });
  for (guint i = 0; i < chart->categories->len; i++)
    {
      double x = grid->left + (i + 0.5) * grid->cell_width;

      cairo_save (pen->cairo);
      cairo_translate (pen->cairo, x, grid->top - 12);
      if (grid->is_slanted)
        cairo_rotate (pen->cairo, -SLANT);
      cs_pen_text (pen, 0, 0, cs_chart_get_category (chart, i)->label, how);
      cairo_restore (pen->cairo);
    }
}

/* An empty cell is a finding too: a faint dot. */
static void
draw_nothing (CsPen *pen, cairo_rectangle_t r)
{
  cs_pen_ink (pen, CS_PICTURE_LINE);
  cairo_arc (pen->cairo, r.x + r.width / 2, r.y + r.height / 2, 1.5, 0, 2 * G_PI);
  cairo_fill (pen->cairo);
}

static void
draw_tint (const Grid *grid, cairo_rectangle_t r, double value, gboolean is_incomplete)
{
  CsPen *pen = grid->plan->pen;
  double alpha = 0.1 + 0.9 * value / grid->most;
  g_autofree char *number = cs_chart_dup_number (value);
  CsPictureInk ink;

  if (is_incomplete)
    alpha *= INCOMPLETE; /* light enough for ink upon the hatching */
  ink = cs_pen_choose_ink (pen, CS_PICTURE_ACCENT, alpha);
  cs_pen_round (pen, r.x, r.y, r.width, r.height, 3);
  cs_pen_ink_faded (pen, CS_PICTURE_ACCENT, alpha);
  cairo_fill_preserve (pen->cairo);
  if (is_incomplete)
    cs_pen_hatch (pen, CS_PICTURE_PAPER);
  cairo_new_path (pen->cairo);
  cs_pen_text (pen, r.x + r.width / 2, r.y + r.height / 2, number,
               (CsPenText){ ink, CS_PEN_SMALL, is_incomplete, 0.5, r.width });
}

static void
draw_bubble (const Grid *grid, cairo_rectangle_t r, double value)
{
  CsPen *pen = grid->plan->pen;
  double most = MIN (r.width, r.height) / 2 - 1;
  double radius = MAX (most * sqrt (value / grid->most), 2);
  double x = r.x + r.width / 2;
  double y = r.y + r.height / 2;
  g_autofree char *number = cs_chart_dup_number (value);
  CsPenText how = { CS_PICTURE_PAPER, 0.8, FALSE, 0.5, 0 };
  gboolean is_inside = radius > MIN_DISC && cs_pen_measure_text (pen, number, how) < radius * 1.7;

  cairo_arc (pen->cairo, x, y, radius, 0, 2 * G_PI);
  cs_pen_ink (pen, CS_PICTURE_ACCENT);
  cairo_fill (pen->cairo);
  if (is_inside)
    {
      cs_pen_text (pen, x, y, number, how);
      return;
    }

  how.ink = CS_PICTURE_DIM;
  how.align = 0;
  x += radius + 3;
  if (x + cs_pen_measure_text (pen, number, how) <= r.x + r.width) /* else the next one is there */
    cs_pen_text (pen, x, y, number, how);
}

static void
draw_cell (const Grid *grid, guint series, guint category)
{
  const CsChart *chart = grid->plan->chart;
  CsPen *pen = grid->plan->pen;
  double value = cs_chart_get_value (chart, series, category);
  const Cell *cell = cs_chart_get_cell (chart, series, category);
  cairo_rectangle_t r = { grid->left + category * grid->cell_width + 1,
                          grid->top + series * CELL_HEIGHT + 1, grid->cell_width - 2,
                          CELL_HEIGHT - 2 };

  if (value <= 0)
    {
      draw_nothing (pen, r);
      return;
    }
  if (chart->kind == CS_CHART_BUBBLES)
    draw_bubble (grid, r, value);
  else
    draw_tint (grid, r, value, cs_chart_get_category (chart, category)->is_incomplete);
  if (cs_pen_is_selected (pen, cell->id))
    {
      cs_pen_round (pen, r.x, r.y, r.width, r.height, 3);
      cs_pen_ink (pen, CS_PICTURE_INK);
      cairo_set_line_width (pen->cairo, 2);
      cairo_stroke (pen->cairo);
      cairo_set_line_width (pen->cairo, 1);
    }
  cs_chart_pick (grid->plan, series, category, r);
}

double
cs_chart_draw_matrix (const CsChartPlan *plan)
{
  const CsChart *chart = plan->chart;
  CsPen *pen = plan->pen;
  Grid grid = { .plan = plan };
  double right;

  plan_grid (&grid);
  draw_heads (&grid);
  right = grid.left + chart->categories->len * grid.cell_width;
  for (guint i = 0; i < chart->series->len; i++)
    {
      double y = grid.top + i * CELL_HEIGHT;

      cs_pen_ink (pen, CS_PICTURE_LINE);
      cs_pen_line (pen, CS_CHART_SIDE, y, right, y);
      cs_pen_text (pen, CS_CHART_SIDE, y + CELL_HEIGHT / 2, cs_chart_get_series (chart, i)->label,
                   (CsPenText){ CS_PICTURE_INK, 0.95, FALSE, 0, grid.left - CS_CHART_SIDE - 10 });
      for (guint j = 0; j < chart->categories->len; j++)
        draw_cell (&grid, i, j);
    }
  return grid.top + chart->series->len * CELL_HEIGHT;
}
