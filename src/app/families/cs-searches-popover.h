#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-search-desk.h"

G_BEGIN_DECLS

/**
 * CsSearchesPopover:
 *
 * The searches that are watched, with the number of their news, those that are kept, and what was
 * searched before.
 *
 * Signals: `chosen (const char *query, gint64 search)`: is to be searched; @search is 0 for one of
 * the history.
 */
#define CS_TYPE_SEARCHES_POPOVER (cs_searches_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsSearchesPopover, cs_searches_popover, CS, SEARCHES_POPOVER, GtkPopover)

/** cs_searches_popover_new: Returns: (transfer floating): shows @desk */
GtkWidget *cs_searches_popover_new (CsSearchDesk *desk);

G_END_DECLS
