#pragma once

#include "cs-query.h"

G_BEGIN_DECLS

/* Names that people write; for nobody else. */

/* cs_query_field_find: @name: (array length=n_bytes): folded. Returns: whether it is the name of a
 * field */
gboolean cs_query_field_find (const char *name,
                              gsize n_bytes,
                              CsQueryField *field);

/* cs_query_states_find: @name: folded. Returns: bits `1 << CsLegalState` of the states that are
 * called so, 0 when none is */
guint cs_query_states_find (const char *name);

/* cs_query_list_states: Returns: (transfer full): names that may be written, for a message */
char *cs_query_list_states (void);

/* cs_query_field_get_reading: Returns: (transfer none): what is said of a field in a reading, with
 * one %s for the value */
const char *cs_query_field_get_reading (CsQueryField field,
                                        gboolean is_chinese);

/* cs_query_state_get_reading: Returns: (transfer none): what a state is called in a reading */
const char *cs_query_state_get_reading (CsLegalState state,
                                        gboolean is_chinese);

G_END_DECLS
