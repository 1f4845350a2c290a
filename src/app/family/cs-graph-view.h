#pragma once

#include "../../picture/cs-picture.h"
#include "../../service/library/cs-family-view.h"
#include "cs-family-tab.h"

G_BEGIN_DECLS

/**
 * CsGraphView:
 *
 * How the applications of a family come from each other, with buttons to make it larger and
 * smaller.
 */
#define CS_TYPE_GRAPH_VIEW (cs_graph_view_get_type ())

G_DECLARE_FINAL_TYPE (CsGraphView, cs_graph_view, CS, GRAPH_VIEW, CsFamilyTab)

/** cs_graph_view_show: shows what @family has loaded */
void cs_graph_view_show (CsGraphView *view,
                         CsFamilyView *family);

/** cs_graph_view_get_picture: Returns: (transfer none) (nullable): what is drawn */
CsPicture *cs_graph_view_get_picture (CsGraphView *view);

G_END_DECLS
