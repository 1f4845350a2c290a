#pragma once

#include "../../picture/cs-picture.h"
#include "../../service/library/cs-family-view.h"
#include "cs-family-tab.h"

G_BEGIN_DECLS

/**
 * CsTimelineView:
 *
 * The life of the applications of a family, a lane for each; below it the events of the lane that
 * is selected, and what falls due in the family.
 */
#define CS_TYPE_TIMELINE_VIEW (cs_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (CsTimelineView, cs_timeline_view, CS, TIMELINE_VIEW, CsFamilyTab)

/** cs_timeline_view_show: shows what @family has loaded */
void cs_timeline_view_show (CsTimelineView *view,
                            CsFamilyView *family);

/** cs_timeline_view_get_picture: Returns: (transfer none) (nullable): what is drawn */
CsPicture *cs_timeline_view_get_picture (CsTimelineView *view);

G_END_DECLS
