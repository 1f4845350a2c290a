#pragma once

#include "../store/cs-library-history.h"
#include "cs-library-lines.h"

G_BEGIN_DECLS

/* The history of a family, as the command `family` prints it; for nobody else. */

/** cs_family_history_print: @history: (element-type CsHistoryEntry). Prints it for people */
void cs_family_history_print (const GPtrArray *history);

/** cs_family_history_add: @history: (element-type CsHistoryEntry). Adds it as a member of an
 * object */
void cs_family_history_add (JsonBuilder *json,
                            const GPtrArray *history);

G_END_DECLS
