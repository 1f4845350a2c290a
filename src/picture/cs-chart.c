#include "cs-chart-private.h"

#include <math.h>
#include <string.h>

#define TITLE_SCALE 1.15
#define LEGEND_LINE 22.0

/* --- making one --- */

static void
heading_clear (gpointer data)
{
  g_free (((Heading *)data)->label);
}

static GArray *
new_headings (void)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (Heading));

  g_array_set_clear_func (headings, heading_clear);
  return headings;
}

CsChart *
cs_chart_new (CsChartKind kind, const CsChartWords *words)
{
  CsChart *chart = g_atomic_rc_box_new0 (CsChart);

  chart->kind = kind;
  chart->title = g_strdup (words->title);
  chart->categories_word = g_strdup (words->categories);
  chart->series_word = g_strdup (words->series);
  chart->values_word = g_strdup (words->values);
  chart->origin = g_strdupv ((char **)words->origin);
  chart->incomplete = g_strdup (words->incomplete);
  chart->empty = g_strdup (words->empty);
  chart->series = new_headings ();
  chart->categories = new_headings ();
  return chart;
}

static void
chart_clear (gpointer data)
{
  CsChart *chart = data;
  guint n_cells = chart->series->len * chart->categories->len;

  for (guint i = 0; chart->cells != NULL && i < n_cells; i++)
    g_free (chart->cells[i].id);
  g_free (chart->cells);
  g_free (chart->title);
  g_free (chart->categories_word);
  g_free (chart->series_word);
  g_free (chart->values_word);
  g_strfreev (chart->origin);
  g_free (chart->incomplete);
  g_free (chart->empty);
  g_array_unref (chart->series);
  g_array_unref (chart->categories);
}

CsChart *
cs_chart_ref (CsChart *chart)
{
  return g_atomic_rc_box_acquire (chart);
}

void
cs_chart_unref (CsChart *chart)
{
  g_atomic_rc_box_release_full (chart, chart_clear);
}

static guint
add_heading (CsChart *chart, GArray *headings, Heading heading)
{
  g_return_val_if_fail (chart->cells == NULL, 0);

  heading.label = g_strdup (heading.label == NULL ? "" : heading.label);
  g_array_append_val (headings, heading);
  return headings->len - 1;
}

guint
cs_chart_add_series (CsChart *chart, const char *label, int ink)
{
  return add_heading (chart, chart->series, (Heading){ (char *)label, FALSE, ink });
}

guint
cs_chart_add_category (CsChart *chart, const char *label, gboolean is_incomplete, int ink)
{
  return add_heading (chart, chart->categories, (Heading){ (char *)label, is_incomplete, ink });
}

void
cs_chart_set (CsChart *chart, guint series, guint category, double value, const char *id)
{
  Cell *cell;

  if (series >= chart->series->len || category >= chart->categories->len)
    return;
  if (chart->cells == NULL)
    chart->cells = g_new0 (Cell, (gsize)chart->series->len * chart->categories->len);
  cell = &chart->cells[series * chart->categories->len + category];
  cell->value = value > 0 && isfinite (value) ? value : 0;
  g_free (cell->id);
  cell->id = g_strdup (id);
}

/* --- what drawers ask --- */

const Heading *
cs_chart_get_series (const CsChart *chart, guint i)
{
  return &g_array_index (chart->series, Heading, i);
}

const Heading *
cs_chart_get_category (const CsChart *chart, guint i)
{
  return &g_array_index (chart->categories, Heading, i);
}

const Cell *
cs_chart_get_cell (const CsChart *chart, guint series, guint category)
{
  return chart->cells == NULL ? NULL : &chart->cells[series * chart->categories->len + category];
}

double
cs_chart_get_value (const CsChart *chart, guint series, guint category)
{
  const Cell *cell = cs_chart_get_cell (chart, series, category);

  return cell == NULL ? 0 : cell->value;
}

double
cs_chart_sum_category (const CsChart *chart, guint category)
{
  double sum = 0;

  for (guint i = 0; i < chart->series->len; i++)
    sum += cs_chart_get_value (chart, i, category);
  return sum;
}

CsPictureInk
cs_chart_ink (const Heading *heading, guint i)
{
  if (heading->ink >= 0 && heading->ink < CS_N_PICTURE_INKS)
    return heading->ink;
  return CS_PICTURE_SERIES + i % (CS_N_PICTURE_INKS - CS_PICTURE_SERIES);
}

char *
cs_chart_dup_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, value == floor (value) ? "%.0f" : "%.1f",
                                    value));
}

void
cs_chart_pick (const CsChartPlan *plan, guint series, guint category, cairo_rectangle_t rectangle)
{
  const CsChart *chart = plan->chart;
  const Cell *cell = cs_chart_get_cell (chart, series, category);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (plan->pen->picks == NULL || cell == NULL || cell->value <= 0)
    return;
  number = cs_chart_dup_number (cell->value);
  text = g_strdup_printf ("%s, %s: %s", cs_chart_get_category (chart, category)->label,
                          cs_chart_get_series (chart, series)->label, number);
  cs_pen_pick (plan->pen, rectangle, cell->id, text);
}

double
cs_chart_choose_step (double most, guint n)
{
  double rough = MAX (most, 1) / MAX (n, 1);
  double power = pow (10, floor (log10 (MAX (rough, 1))));
  double times = rough / power;

  return MAX (1, power * (times <= 1 ? 1 : times <= 2 ? 2 :
                                       times <= 5     ? 5 :
                                                        10));
}

/* --- title, legend, origin --- */

static double
draw_title (const CsChart *chart, CsPen *pen)
{
  CsPenText how = { CS_PICTURE_INK, TITLE_SCALE, TRUE, 0, pen->width - 2 * CS_CHART_SIDE };

  return 8 + cs_pen_paragraph (pen, CS_CHART_SIDE, 8, chart->title, how) + 10;
}

static double
draw_legend (const CsChart *chart, CsPen *pen, double y)
{
  CsPenText how = { CS_PICTURE_INK, CS_PEN_SMALL, FALSE, 0, 0 };
  double x = CS_CHART_SIDE;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const Heading *series = cs_chart_get_series (chart, i);
      double width = 18 + cs_pen_measure_text (pen, series->label, how) + 16;

      if (x > CS_CHART_SIDE && x + width > pen->width)
        {
          x = CS_CHART_SIDE;
          y += LEGEND_LINE;
        }
      cs_pen_round (pen, x, y + 3, 12, 12, 3);
      cs_pen_ink (pen, cs_chart_ink (series, i));
      cairo_fill (pen->cairo);
      cs_pen_text (pen, x + 18, y + 9, series->label, how);
      x += width;
    }
  return y + LEGEND_LINE + 4;
}

static gboolean
has_incomplete (const CsChart *chart)
{
  for (guint i = 0; i < chart->categories->len; i++)
    if (cs_chart_get_category (chart, i)->is_incomplete)
      return TRUE;
  return FALSE;
}

static double
draw_origin (const CsChart *chart, CsPen *pen, double y)
{
  CsPenText how = { CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0, pen->width - 2 * CS_CHART_SIDE };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; chart->origin != NULL && chart->origin[i] != NULL; i++)
    {
      const char *mark = i % 2 == 1 ? ": " : i > 0 ? " · " :
                                                     "";

      g_string_append (g_string_append (text, mark), chart->origin[i]);
    }
  if (has_incomplete (chart) && chart->incomplete != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", chart->incomplete);
  if (text->len == 0)
    return y;
  cs_pen_ink (pen, CS_PICTURE_LINE);
  cs_pen_line (pen, CS_CHART_SIDE, y, pen->width - CS_CHART_SIDE, y);
  return y + 8 + cs_pen_paragraph (pen, CS_CHART_SIDE, y + 8, text->str, how) + 6;
}

static gboolean
is_empty (const CsChart *chart)
{
  for (guint i = 0; i < chart->categories->len; i++)
    if (cs_chart_sum_category (chart, i) > 0)
      return FALSE;
  return TRUE;
}

static void
draw_chart (gconstpointer data, CsPen *pen)
{
  static double (*const drawers[CS_N_CHART_KINDS]) (const CsChartPlan *) = {
    cs_chart_draw_bars, cs_chart_draw_ranking, cs_chart_draw_matrix, cs_chart_draw_matrix,
    cs_chart_draw_donut
  };
  const CsChart *chart = data;
  CsChartPlan plan = { chart, pen, draw_title (chart, pen) };
  gboolean is_stacked = chart->kind == CS_CHART_BARS || chart->kind == CS_CHART_RANKING;
  double y = plan.top + 60;

  if (is_empty (chart))
    cs_pen_text (pen, pen->width / 2, plan.top + 30, chart->empty,
                 (CsPenText){ CS_PICTURE_DIM, 1, FALSE, 0.5, pen->width });
  else
    {
      if (is_stacked && chart->series->len > 1)
        plan.top = draw_legend (chart, pen, plan.top);
      y = drawers[chart->kind](&plan);
    }
  pen->height = draw_origin (chart, pen, y + 12);
}

CsPicture *
cs_chart_dup_picture (CsChart *chart)
{
  return cs_picture_new (draw_chart, cs_chart_ref (chart), (GDestroyNotify)cs_chart_unref);
}

/* --- CSV --- */

static void
add_field (GString *csv, const char *text)
{
  gboolean is_formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  g_string_append (csv, is_formula ? "\"'" : "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

static void
add_line (GString *csv, const char *name, const char *text)
{
  add_field (csv, name == NULL ? "" : name);
  g_string_append_c (csv, ',');
  add_field (csv, text == NULL ? "" : text);
  g_string_append (csv, "\r\n");
}

char *
cs_chart_dup_csv (const CsChart *chart)
{
  GString *csv = g_string_new ("\xEF\xBB\xBF");

  add_field (csv, chart->categories_word == NULL ? "" : chart->categories_word);
  for (guint i = 0; i < chart->series->len; i++)
    {
      g_string_append_c (csv, ',');
      add_field (csv, cs_chart_get_series (chart, i)->label);
    }
  g_string_append (csv, "\r\n");
  for (guint j = 0; j < chart->categories->len; j++)
    {
      add_field (csv, cs_chart_get_category (chart, j)->label);
      for (guint i = 0; i < chart->series->len; i++)
        {
          g_autofree char *number = cs_chart_dup_number (cs_chart_get_value (chart, i, j));

          g_string_append_printf (csv, ",%s", number);
        }
      g_string_append (csv, "\r\n");
    }
  g_string_append (csv, "\r\n");
  add_line (csv, chart->title, chart->values_word);
  for (guint i = 0; chart->origin != NULL && chart->origin[i] != NULL; i += 2)
    {
      add_line (csv, chart->origin[i], chart->origin[i + 1]);
      if (chart->origin[i + 1] == NULL)
        break;
    }
  if (has_incomplete (chart))
    add_line (csv, chart->incomplete, "");
  return g_string_free (csv, FALSE);
}
