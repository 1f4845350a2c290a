#pragma once

#include "../../report/cs-manual.h"

G_BEGIN_DECLS

/** CsManualEntry: an item of the rule manual, for a list. It holds the manual. */
#define CS_TYPE_MANUAL_ENTRY (cs_manual_entry_get_type ())

G_DECLARE_FINAL_TYPE (CsManualEntry, cs_manual_entry, CS, MANUAL_ENTRY, GObject)

/** cs_manual_entry_new: @item: of @manual. Returns: (transfer full): the entry of @item */
CsManualEntry *cs_manual_entry_new (CsManual *manual,
                                    const CsManualItem *item);

/** cs_manual_entry_get_item: Returns: (transfer none): what it stands for */
const CsManualItem *cs_manual_entry_get_item (CsManualEntry *entry);

G_END_DECLS
