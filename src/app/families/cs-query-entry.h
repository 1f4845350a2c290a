#pragma once

#include <gtk/gtk.h>

#include "../../family/query/cs-query.h"

G_BEGIN_DECLS

/**
 * CsQueryEntry:
 *
 * Where a query is typed: fields and operators are coloured, what cannot be understood is
 * underlined.
 *
 * Signals: `search (gboolean settled)`: what was typed is to be searched: some time after the last
 * key; at once, and settled, after Return or a choice; `history`: the user wants to see former
 * searches; `help`: the user wants to see the language.
 */
#define CS_TYPE_QUERY_ENTRY (cs_query_entry_get_type ())

G_DECLARE_FINAL_TYPE (CsQueryEntry, cs_query_entry, CS, QUERY_ENTRY, GtkEntry)

/** cs_query_entry_get_query: Returns: (transfer none): what was typed, understood or not */
const CsQuery *cs_query_entry_get_query (CsQueryEntry *entry);

/** cs_query_entry_set: types @text, and searches it at once */
void cs_query_entry_set (CsQueryEntry *entry,
                         const char *text);

/** cs_query_entry_insert: types @text where the cursor is, apart from what stands there */
void cs_query_entry_insert (CsQueryEntry *entry,
                            const char *text);

G_END_DECLS
