#pragma once

#include <gtk/gtk.h>

#include "../service/cs-import-task.h"
#include "../service/cs-matter-list.h"
#include "../service/library/cs-family-list.h"
#include "../service/library/cs-search-desk.h"
#include "drafts/cs-drafts-page.h"

G_BEGIN_DECLS

/** CsRoom: in the order of the sidebar */
typedef enum
{
  CS_ROOM_DRAFTS,
  CS_ROOM_FAMILIES,
  CS_N_ROOMS
} CsRoom;

/** cs_room_get_name: Returns: (transfer none): "drafts", "families" */
const char *cs_room_get_name (CsRoom room);

/** cs_room_from_name: @room: (out). Returns: whether there is such a room */
gboolean cs_room_from_name (const char *name,
                            CsRoom *room);

/**
 * CsSidebar:
 *
 * The rooms with their counts, what narrows the list of the room that is shown (stages of drafts,
 * facets of families), and at the foot the imports that are under way.
 *
 * Properties: `room` (guint, read-write): the #CsRoom that is shown; `filter` (guint, read-write):
 * as that of #CsDraftsPage.
 */
#define CS_TYPE_SIDEBAR (cs_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (CsSidebar, cs_sidebar, CS, SIDEBAR, GtkWidget)

/** cs_sidebar_set_lists: @matters, @families: whose counts are shown; followed from now on */
void cs_sidebar_set_lists (CsSidebar *sidebar,
                           CsMatterList *matters,
                           CsFamilyList *families);

/** cs_sidebar_set_desk: tells how much is new about the searches of @desk that are watched */
void cs_sidebar_set_desk (CsSidebar *sidebar,
                          CsSearchDesk *desk);

/** cs_sidebar_show_import: shows how @task (nullable), an import into @room, comes along, and stays
 * when it has ended with troubles; it can be stopped there */
void cs_sidebar_show_import (CsSidebar *sidebar,
                             CsRoom room,
                             CsImportTask *task);

/** cs_sidebar_popup_menu: opens the menu of the program */
void cs_sidebar_popup_menu (CsSidebar *sidebar);

G_END_DECLS
