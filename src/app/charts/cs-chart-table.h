#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-chart.h"

G_BEGIN_DECLS

/**
 * CsChartTable:
 *
 * The numbers of a chart, a line for each that is not 0.
 *
 * Properties: `selected` (utf8, nullable): id of the line that is selected, as the picture has it.
 *
 * Signals: `activated` (utf8 id): Enter, or a double click, on a line.
 */
#define CS_TYPE_CHART_TABLE (cs_chart_table_get_type ())

G_DECLARE_FINAL_TYPE (CsChartTable, cs_chart_table, CS, CHART_TABLE, AdwBin)

/** cs_chart_table_show: shows the numbers of @chart */
void cs_chart_table_show (CsChartTable *table,
                          CsFamilyChart *chart);

G_END_DECLS
