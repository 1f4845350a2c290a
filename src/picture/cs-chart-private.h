#pragma once

/* A chart inside: for nobody else. */

#include "cs-chart.h"
#include "cs-pen.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  gboolean is_incomplete;
  int ink;
} Heading;

typedef struct
{
  double value;
  char *id;
} Cell;

struct _CsChart
{
  CsChartKind kind;
  char *title;
  char *categories_word;
  char *series_word;
  char *values_word;
  char **origin;
  char *incomplete;
  char *empty;
  GArray *series;     /* Heading */
  GArray *categories; /* Heading */
  Cell *cells;        /* by series, then category; NULL before the first is set */
};

/**
 * CsChartPlan:
 * @top: below the title and the legend
 *
 * What the drawers of kinds share.
 */
typedef struct
{
  const CsChart *chart;
  CsPen *pen;
  double top;
} CsChartPlan;

#define CS_CHART_SIDE 14.0

/** cs_chart_get_cell: Returns: (transfer none) (nullable): %NULL when none was set */
const Cell *cs_chart_get_cell (const CsChart *chart,
                               guint series,
                               guint category);

/** cs_chart_get_value: Returns: 0 when none was set */
double cs_chart_get_value (const CsChart *chart,
                           guint series,
                           guint category);

/** cs_chart_sum_category: Returns: of all series */
double cs_chart_sum_category (const CsChart *chart,
                              guint category);

/** cs_chart_get_series: Returns: (transfer none) */
const Heading *cs_chart_get_series (const CsChart *chart,
                                    guint i);

/** cs_chart_get_category: Returns: (transfer none) */
const Heading *cs_chart_get_category (const CsChart *chart,
                                      guint i);

/** cs_chart_ink: Returns: the colour of the i-th heading */
CsPictureInk cs_chart_ink (const Heading *heading,
                           guint i);

/** cs_chart_dup_number: Returns: (transfer full): without decimals when it is whole */
char *cs_chart_dup_number (double value);

/** cs_chart_pick: the cell can be picked there */
void cs_chart_pick (const CsChartPlan *plan,
                    guint series,
                    guint category,
                    cairo_rectangle_t rectangle);

/** cs_chart_draw_bars, cs_chart_draw_ranking, cs_chart_draw_matrix, cs_chart_draw_donut: Returns:
 * the y below */
double cs_chart_draw_bars (const CsChartPlan *plan);
double cs_chart_draw_ranking (const CsChartPlan *plan);
double cs_chart_draw_matrix (const CsChartPlan *plan);
double cs_chart_draw_donut (const CsChartPlan *plan);

/** cs_chart_choose_step: @most: the largest value. Returns: 1, 2 or 5 times a power of ten, so that
 * about @n of them reach it; whole */
double cs_chart_choose_step (double most,
                             guint n);

G_END_DECLS
