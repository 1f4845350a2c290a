#pragma once

#include "../law/cs-xml-tree.h"
#include "cs-checklist.h"

G_BEGIN_DECLS

/* Between the two files that read a checklist. */

/**
 * cs_item_read:
 * @checklist: the list read so far: no id may come twice
 * @node: an `item` element
 * @error: %CS_ERROR_CHECKLIST with a line
 *
 * Returns: (transfer full): the item, or %NULL
 */
CsItem *cs_item_read (const CsChecklist *checklist,
                      xmlNode *node,
                      GError **error);

/** cs_item_read_types: the types of right in attribute @name, as bits; 0 when it is not there */
gboolean cs_item_read_types (const xmlNode *node,
                             const char *name,
                             guint *types,
                             GError **error);

G_END_DECLS
