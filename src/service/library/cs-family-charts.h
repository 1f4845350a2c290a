#pragma once

#include "cs-family-chart.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsFamilyCharts:
 *
 * The chart that is looked at, counted in the thread that reads. The last one stays until the next
 * is there; when the library changes, it is counted anew.
 *
 * Properties: `chart` (#CsFamilyChart, nullable): what was asked for last, once it is there;
 * `loading` (gboolean); `error` (utf8, nullable): why there is none; `empty` (gboolean): there is
 * no library, or nothing in it.
 */
#define CS_TYPE_FAMILY_CHARTS (cs_family_charts_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyCharts, cs_family_charts, CS, FAMILY_CHARTS, GObject)

/** cs_family_charts_new: Returns: (transfer full): without a chart yet */
CsFamilyCharts *cs_family_charts_new (CsLibraryService *service);

/** cs_family_charts_ask: gives up what is under way and asks for the chart that answers
 * @question */
void cs_family_charts_ask (CsFamilyCharts *charts,
                           const CsFamilyChartQuestion *question);

/** cs_family_charts_get_chart: Returns: (transfer none) (nullable): its property */
CsFamilyChart *cs_family_charts_get_chart (CsFamilyCharts *charts);

G_END_DECLS
