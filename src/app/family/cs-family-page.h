#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-view.h"

G_BEGIN_DECLS

/**
 * CsFamilyPage:
 *
 * One family over the full width: members, timeline, graph, claims, legal events, records. What is
 * selected on one tab is selected on all.
 *
 * Properties: `selected` (utf8, nullable): id of the application that is selected; `rule` (utf8):
 * the family that is shown, for by every rule it is another one: its id in figures.
 *
 * Signals: `leave`: the user wants to go back.
 */
#define CS_TYPE_FAMILY_PAGE (cs_family_page_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyPage, cs_family_page, CS, FAMILY_PAGE, GtkWidget)

/** cs_family_page_new: Returns: (transfer floating): a page of @view */
GtkWidget *cs_family_page_new (CsFamilyView *view);

/** cs_family_page_get_view: Returns: (transfer none): what it shows */
CsFamilyView *cs_family_page_get_view (CsFamilyPage *page);

/** cs_family_page_dup_title: Returns: (transfer full): title of the family, "" until it is loaded
 */
char *cs_family_page_dup_title (CsFamilyPage *page);

G_END_DECLS
