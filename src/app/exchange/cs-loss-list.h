#pragma once

#include <adwaita.h>

#include "../../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * CsLossList:
 *
 * What a file will not hold as the draft does: a list for each grade, the worst first, with its
 * shape, what it is about, and the first place, to which a click leads.
 *
 * Signals: `chosen (CsSpan *span)`: the user wants to see this place.
 */
#define CS_TYPE_LOSS_LIST (cs_loss_list_get_type ())

G_DECLARE_FINAL_TYPE (CsLossList, cs_loss_list, CS, LOSS_LIST, GtkBox)

/** cs_loss_list_set: shows @notes (element-type CsWriteNote), the worst first, of @draft */
void cs_loss_list_set (CsLossList *list,
                       CsDraft *draft,
                       const GArray *notes);

G_END_DECLS
