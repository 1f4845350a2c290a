#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CsManualWindow:
 *
 * The rule manual (规则手册): every item of all checklists, with a search over ids, titles, law and
 * words; of the chosen one what it asks, why, its clauses and how well they were verified, and
 * examples.
 */
#define CS_TYPE_MANUAL_WINDOW (cs_manual_window_get_type ())

G_DECLARE_FINAL_TYPE (CsManualWindow, cs_manual_window, CS, MANUAL_WINDOW, AdwWindow)

/** cs_manual_window_present: @parent: (nullable): over which window; @query: (nullable): what to
 * look for first, the id of an item. It loads itself */
void cs_manual_window_present (GtkWindow *parent,
                               const char *query);

G_END_DECLS
