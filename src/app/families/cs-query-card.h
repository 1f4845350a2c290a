#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsQueryCard:
 *
 * The language of search on one card: fields, operators, and examples that can be clicked.
 *
 * Signals: `field (const char *text)`: is to be typed where the cursor is; `example (const char
 * *query)`: is to be searched; `form`: the user wants a form instead.
 */
#define CS_TYPE_QUERY_CARD (cs_query_card_get_type ())

G_DECLARE_FINAL_TYPE (CsQueryCard, cs_query_card, CS, QUERY_CARD, GtkPopover)

/** cs_query_card_new: Returns: (transfer floating): the card */
GtkWidget *cs_query_card_new (void);

G_END_DECLS
