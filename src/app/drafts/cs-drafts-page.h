#pragma once

#include "../../service/cs-matter-list.h"
#include "../widgets/cs-room-page.h"

G_BEGIN_DECLS

/** CS_FILTER_BIN, CS_FILTER_ALL: what the room can show beside the matters of a #CsStage */
#define CS_FILTER_BIN ((guint)CS_N_STAGES)
#define CS_FILTER_ALL ((guint)CS_N_STAGES + 1)

/**
 * CsDraftsPage:
 *
 * The room of drafts: search, filters, the list, and what to do when it is empty. Actions have the
 * prefix `drafts.`; it opens and imports by the actions `win.open`, `win.open-window` (a matter)
 * and `win.import-paths` (files).
 *
 * Properties: `filter` (guint, read-write): a #CsStage, %CS_FILTER_BIN or %CS_FILTER_ALL;
 * `stage` (utf8, read-write): name of the stage of the chosen matter.
 */
#define CS_TYPE_DRAFTS_PAGE (cs_drafts_page_get_type ())

G_DECLARE_FINAL_TYPE (CsDraftsPage, cs_drafts_page, CS, DRAFTS_PAGE, CsRoomPage)

/** cs_drafts_page_set_service: shows the matters of @service; once */
void cs_drafts_page_set_service (CsDraftsPage *page,
                                 CsStoreService *service);

/** cs_drafts_page_get_service: Returns: (transfer none): where the matters are */
CsStoreService *cs_drafts_page_get_service (CsDraftsPage *page);

/** cs_drafts_page_get_list: Returns: (transfer none): the matters shown */
CsMatterList *cs_drafts_page_get_list (CsDraftsPage *page);

/** cs_drafts_page_get_chosen: Returns: (transfer none) (nullable): the matter that is selected */
const CsMatterInfo *cs_drafts_page_get_chosen (CsDraftsPage *page);

/** cs_drafts_page_reload: asks the store again */
void cs_drafts_page_reload (CsDraftsPage *page);

/** cs_drafts_page_add_toast: @toast: (transfer full): shown at the foot of the list */
void cs_drafts_page_add_toast (CsDraftsPage *page,
                               AdwToast *toast);

/** cs_drafts_page_popup: shows @popover, a child of @page, at the row that is selected */
void cs_drafts_page_popup (CsDraftsPage *page,
                           GtkPopover *popover);

/** cs_drafts_page_popup_new: opens the choice of templates */
void cs_drafts_page_popup_new (CsDraftsPage *page);

/** cs_drafts_page_focus_search: puts the cursor into the search entry */
void cs_drafts_page_focus_search (CsDraftsPage *page);

/** cs_drafts_page_set_notice: @text: (nullable): shown above the list as long as it holds */
void cs_drafts_page_set_notice (CsDraftsPage *page,
                                const char *text);

/** cs_drafts_page_set_flap: @flap: with the sidebar; while it is folded a button of @page opens
 * it */
void cs_drafts_page_set_flap (CsDraftsPage *page,
                              AdwFlap *flap);

G_END_DECLS
