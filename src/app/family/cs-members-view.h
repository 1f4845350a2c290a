#pragma once

#include "../../service/library/cs-family-view.h"
#include "cs-family-tab.h"

G_BEGIN_DECLS

/**
 * CsMembersView:
 *
 * The applications of a family with their publications below them: numbers, dates, and the state of
 * each with what decided about it.
 *
 * Properties: `selected` (utf8, nullable): id of the application that is selected, or whose
 * publication is.
 */
#define CS_TYPE_MEMBERS_VIEW (cs_members_view_get_type ())

G_DECLARE_FINAL_TYPE (CsMembersView, cs_members_view, CS, MEMBERS_VIEW, CsFamilyTab)

/** cs_members_view_show: shows what @family has loaded */
void cs_members_view_show (CsMembersView *view,
                           CsFamilyView *family);

/** cs_members_view_get_number: Returns: (transfer none) (nullable): of the row that is selected */
const CsNumber *cs_members_view_get_number (CsMembersView *view);

G_END_DECLS
