#pragma once

#include "../family/cs-picture-view.h"
#include "cs-chart-table.h"
#include "cs-charts-page.h"

G_BEGIN_DECLS

/* The page of charts, for its own files; for nobody else. */

struct _CsChartsPage
{
  GtkWidget parent_instance;

  AdwToastOverlay *toasts;
  GtkDropDown *kinds;
  GtkStack *states;
  AdwStatusPage *trouble;
  AdwFlap *flap;
  CsPictureView *picture_view;
  CsChartTable *table;

  CsFamilyCharts *charts;
  char *query;
  GPtrArray *filters; /* of CsFacetValue, nullable */
  CsTallyKind kind;
};

/* --- cs-charts-export.c --- */

/* Adds the ways of a chart into a file. */
void cs_charts_add_export (GtkWidgetClass *class);

G_END_DECLS
