#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-charts.h"

G_BEGIN_DECLS

/**
 * CsChartsPage:
 *
 * Charts of the families that a query finds, and that have the values chosen beside it, over the
 * full width: one at a time, with its table beside it and its way into a file.
 *
 * Properties: `query` (utf8): which families, "" for all; `kind` (uint): #CsTallyKind of the chart
 * that is shown.
 *
 * Signals: `leave`: the user wants to go back; `families-wanted` (utf8 query): the user wants to
 * see the families that @query finds among those with the chosen values: those behind a mark.
 */
#define CS_TYPE_CHARTS_PAGE (cs_charts_page_get_type ())

G_DECLARE_FINAL_TYPE (CsChartsPage, cs_charts_page, CS, CHARTS_PAGE, GtkWidget)

/** cs_charts_page_new: @query: its property. @filters: (element-type CsFacetValue) (nullable): the
 * chosen values. Returns: (transfer floating): a page of the library of @service */
GtkWidget *cs_charts_page_new (CsLibraryService *service,
                               const char *query,
                               GPtrArray *filters);

G_END_DECLS
