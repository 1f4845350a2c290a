#pragma once

#include "../../service/library/cs-family-list.h"
#include "../../service/library/cs-search-desk.h"
#include "../widgets/cs-room-page.h"

G_BEGIN_DECLS

/**
 * CsFamiliesPage:
 *
 * The room of families: the query, what it finds, and what to do when there is no library yet.
 * Actions have the prefix `families.`; it opens and imports by the actions `win.open-family`,
 * `win.open-family-window` (a family), `win.import-records` (files), `win.import-sample-library`
 * and `win.ops`.
 */
#define CS_TYPE_FAMILIES_PAGE (cs_families_page_get_type ())

G_DECLARE_FINAL_TYPE (CsFamiliesPage, cs_families_page, CS, FAMILIES_PAGE, CsRoomPage)

/** cs_families_page_set_service: shows the families of @service; once */
void cs_families_page_set_service (CsFamiliesPage *page,
                                   CsLibraryService *service);

/** cs_families_page_get_list: Returns: (transfer none): the families shown */
CsFamilyList *cs_families_page_get_list (CsFamiliesPage *page);

/** cs_families_page_get_desk: Returns: (transfer none): the searches that are kept */
CsSearchDesk *cs_families_page_get_desk (CsFamiliesPage *page);

/** cs_families_page_search: types @query, and searches it */
void cs_families_page_search (CsFamiliesPage *page,
                              const char *query);

/** cs_families_page_focus_search: puts the cursor into the query */
void cs_families_page_focus_search (CsFamiliesPage *page);

/** cs_families_page_add_toast: @toast: (transfer full): shown at the foot of the list */
void cs_families_page_add_toast (CsFamiliesPage *page,
                                 AdwToast *toast);

/** cs_families_page_set_flap: @flap: with the sidebar; while it is folded a button of @page opens
 * it */
void cs_families_page_set_flap (CsFamiliesPage *page,
                                AdwFlap *flap);

G_END_DECLS
