#pragma once

#include <gtk/gtk.h>

#include "../service/cs-import.h"
#include "../service/cs-matter-list.h"
#include "drafts/cs-drafts-page.h"

G_BEGIN_DECLS

/**
 * CsSidebar:
 *
 * The rooms, the stages of the room of drafts with their counts, and at the foot the import that is
 * under way.
 *
 * Properties: `filter` (guint, read-write): as that of #CsDraftsPage.
 */
#define CS_TYPE_SIDEBAR (cs_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (CsSidebar, cs_sidebar, CS, SIDEBAR, GtkWidget)

/** cs_sidebar_set_list: @list: whose counts are shown; followed from now on */
void cs_sidebar_set_list (CsSidebar *sidebar,
                          CsMatterList *list);

/** cs_sidebar_show_import: shows how @import (nullable) comes along, and stays when it has ended
 * with troubles; it can be stopped there */
void cs_sidebar_show_import (CsSidebar *sidebar,
                             CsImport *import);

/** cs_sidebar_popup_menu: opens the menu of the program */
void cs_sidebar_popup_menu (CsSidebar *sidebar);

G_END_DECLS
