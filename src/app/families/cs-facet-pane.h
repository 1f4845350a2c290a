#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-family-list.h"

G_BEGIN_DECLS

/**
 * CsFacetPane:
 *
 * By what the families that were found can be narrowed: offices, years, applicants, ... each value
 * a check box with its count. Of values of one facet any holds, so a facet in which something is
 * chosen goes on offering what it offered before.
 */
#define CS_TYPE_FACET_PANE (cs_facet_pane_get_type ())

G_DECLARE_FINAL_TYPE (CsFacetPane, cs_facet_pane, CS, FACET_PANE, GtkWidget)

/** cs_facet_pane_set_list: @list: what is narrowed; once */
void cs_facet_pane_set_list (CsFacetPane *pane,
                             CsFamilyList *list);

G_END_DECLS
