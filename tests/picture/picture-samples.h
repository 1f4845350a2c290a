#pragma once

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
