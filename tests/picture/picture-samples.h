#pragma once

#include "../../src/picture/cs-chart.h"
#include "../../src/picture/cs-graph.h"
#include "../../src/picture/cs-timeline.h"

/* An invented family of seven applications, and the words, in Chinese or English. */

/** sample_day: Returns: the Julian day of @year, @month, @day */
guint sample_day (guint year,
                  guint month,
                  guint day);

/** sample_timeline_new: Returns: (transfer full): a timeline without lanes, with its words */
CsTimeline *sample_timeline_new (gboolean is_zh);

/** sample_family: Returns: (transfer full): the timeline of the family */
CsPicture *sample_family (gboolean is_zh);

/** sample_graph_new: Returns: (transfer full): a graph without nodes, with its words */
CsGraph *sample_graph_new (gboolean is_zh);

/** sample_graph: Returns: (transfer full): how the applications of the family hang together */
CsPicture *sample_graph (gboolean is_zh);

/** sample_chart_new: Returns: (transfer full): a chart without numbers, with words */
CsChart *sample_chart_new (CsChartKind kind,
                           gboolean is_zh);

/** sample_chart: Returns: (transfer full): a chart of invented numbers, of each kind; @n_series:
 * for bars and rankings */
CsChart *sample_chart (CsChartKind kind,
                       guint n_series,
                       gboolean is_zh);
