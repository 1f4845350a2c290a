#pragma once

#include <gtk/gtk.h>

#include "../../service/cs-import.h"
#include "../../service/cs-matter-list.h"

G_BEGIN_DECLS

/** CS_FILTER_BIN, CS_FILTER_ALL: what the sidebar can choose beside a #CsStage */
#define CS_FILTER_BIN ((guint)CS_N_STAGES)
#define CS_FILTER_ALL ((guint)CS_N_STAGES + 1)

/**
 * CsSidebar:
 *
 * The rooms, the stages of the room of drafts with their counts, and at the foot the import that is
 * under way.
 *
 * Properties: `filter` (guint, read-write): a #CsStage, %CS_FILTER_BIN or %CS_FILTER_ALL.
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
