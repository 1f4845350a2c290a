#pragma once

#include "ui-harness.h"

#include "../../src/app/charts/cs-charts-private.h"

/* The page of charts on the screen, over a library of some hundred invented applications. */

/** charts_page_prepare: fills the library of @ui */
void charts_page_prepare (Ui *ui);

/** charts_page_open: Returns: (transfer none): the page of @query, with its first chart */
CsChartsPage *charts_page_open (Ui *ui,
                                const char *query);

/** charts_page_go: shows the chart of @kind, and waits for it */
void charts_page_go (CsChartsPage *page,
                     CsTallyKind kind);
