#pragma once

#include "../../service/library/cs-family-chart.h"

G_BEGIN_DECLS

/**
 * CsChartMark:
 *
 * A number of a chart, as a line of its table.
 */
#define CS_TYPE_CHART_MARK (cs_chart_mark_get_type ())

G_DECLARE_FINAL_TYPE (CsChartMark, cs_chart_mark, CS, CHART_MARK, GObject)

/** cs_chart_marks_new: Returns: (transfer full) (element-type CsChartMark): all numbers of @chart
 * that are not 0, row after row */
GListStore *cs_chart_marks_new (CsFamilyChart *chart);

/** cs_chart_mark_get_id: Returns: (transfer none): of its part of the picture */
const char *cs_chart_mark_get_id (CsChartMark *mark);

/** cs_chart_mark_get_label: Returns: (transfer none): of its row, or column */
const char *cs_chart_mark_get_label (CsChartMark *mark,
                                     gboolean is_row);

/** cs_chart_mark_get_cell: Returns: (transfer none): its numbers */
const CsTallyCell *cs_chart_mark_get_cell (CsChartMark *mark);

G_END_DECLS
