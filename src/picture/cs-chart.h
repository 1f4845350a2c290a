#pragma once

#include "cs-picture.h"

G_BEGIN_DECLS

/**
 * CsChartKind:
 * @CS_CHART_BARS: one standing bar for each category, of its series on top of each other: families
 *   per year, expiry
 * @CS_CHART_RANKING: the same lying, with long names: applicants
 * @CS_CHART_MATRIX: a tinted cell for each series and category: office by year, flow of offices
 * @CS_CHART_BUBBLES: the same with discs whose area counts: class by applicant
 * @CS_CHART_DONUT: shares of one series: legal status
 *
 * How a table of numbers is drawn.
 */
typedef enum
{
  CS_CHART_BARS,
  CS_CHART_RANKING,
  CS_CHART_MATRIX,
  CS_CHART_BUBBLES,
  CS_CHART_DONUT,
  CS_N_CHART_KINDS
} CsChartKind;

/**
 * CsChartWords:
 * @title: what it shows
 * @categories: what the categories are: "year of priority"
 * @series: what the series are: "office"
 * @values: what is counted: "families"
 * @origin: (array zero-terminated=1): where it comes from, names and texts in turn: "query",
 *   "ta=pump", "data as of", "2026-11-20", "family rule", "DOCDB simple"; printed below it
 * @incomplete: "hatched: the last 18 months are incomplete"
 * @empty: what to say when there is nothing to show
 *
 * The words of a chart, in the reader's language; copied.
 */
typedef struct
{
  const char *title;
  const char *categories;
  const char *series;
  const char *values;
  const char *const *origin;
  const char *incomplete;
  const char *empty;
} CsChartWords;

/** CS_CHART_OWN_INK: a series or category without a meaning gets a colour of its own */
#define CS_CHART_OWN_INK (-1)

/** CsChart: a table of numbers with what it takes to trust it. Changed only before it is drawn. */
typedef struct _CsChart CsChart;

/** cs_chart_new: Returns: (transfer full): one without numbers */
CsChart *cs_chart_new (CsChartKind kind,
                       const CsChartWords *words) G_GNUC_WARN_UNUSED_RESULT;

/** cs_chart_ref: Returns: (transfer full): @chart. Thread: any. */
CsChart *cs_chart_ref (CsChart *chart);

/** cs_chart_unref: Thread: any. */
void cs_chart_unref (CsChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsChart, cs_chart_unref)

/** cs_chart_add_series: @ink: of #CsPictureInk or %CS_CHART_OWN_INK. Rows of a matrix; at least one
 * is needed. Before the first number is set. Returns: its number, from 0 */
guint cs_chart_add_series (CsChart *chart,
                           const char *label,
                           int ink);

/** cs_chart_add_category: @is_incomplete: its numbers will still grow: hatched. @ink: of a donut's
 * share. Before the first number is set. Returns: its number, from 0 */
guint cs_chart_add_category (CsChart *chart,
                             const char *label,
                             gboolean is_incomplete,
                             int ink);

/** cs_chart_set: @value: not negative. @id: (nullable): the caller's name of what was counted */
void cs_chart_set (CsChart *chart,
                   guint series,
                   guint category,
                   double value,
                   const char *id);

/** cs_chart_dup_picture: Returns: (transfer full): the picture; whatever has an id and is not 0 can
 * be picked */
CsPicture *cs_chart_dup_picture (CsChart *chart) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_chart_dup_csv:
 * @chart: a chart
 *
 * Its table, a line for each category and a column for each series, and after an empty line title
 * and origin. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * Returns: (transfer full): UTF-8 with a byte order mark, lines as RFC 4180 has them
 */
char *cs_chart_dup_csv (const CsChart *chart);

G_END_DECLS
