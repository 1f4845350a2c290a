#pragma once

#include "../../store/cs-library-history.h"
#include "cs-record-line.h"

G_BEGIN_DECLS

/** cs_record_lines_add_history: @history: (nullable) (element-type CsHistoryEntry): a line for each
 * import: its day, what it made of the family, what was imported; it leads to the other family that
 * members came from or went to, if there is one such */
void cs_record_lines_add_history (GListStore *lines,
                                  const GPtrArray *history);

G_END_DECLS
