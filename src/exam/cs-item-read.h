#pragma once

#include "../law/cs-xml-tree.h"
#include "cs-checklist.h"

G_BEGIN_DECLS

/* Between the two files that read a checklist. */

/**
 * cs_item_read:
 * @checklist: the list that it is read for
 * @node: an `item` element
 * @error: %CS_ERROR_CHECKLIST with a line
 *
 * Reads what stands there; see cs_item_is_whole().
 *
 * Returns: (transfer full): the item, or %NULL
 */
CsItem *cs_item_read (const CsChecklist *checklist,
                      xmlNode *node,
                      GError **error);

/** cs_item_read_element: adds what the element @node says to @item */
gboolean cs_item_read_element (const CsChecklist *checklist,
                               CsItem *item,
                               xmlNode *node,
                               GError **error);

/**
 * cs_item_change:
 * @checklist: the list that @item is for
 * @item: an item read
 * @use: a `use` element
 * @error: %CS_ERROR_CHECKLIST with a line
 *
 * What stands in @use takes the place of what @item had of the kind: id (`as`), severity, title,
 * explanation, question, basis, consequence, triggers, evidence and rules; a parameter or grade
 * that of the same name; examples are added.
 */
gboolean cs_item_change (const CsChecklist *checklist,
                         CsItem *item,
                         xmlNode *use,
                         GError **error);

/** cs_item_is_whole: Returns: whether @item, read at @node, has all that an item needs */
gboolean cs_item_is_whole (const CsItem *item,
                           const xmlNode *node,
                           GError **error);

/** cs_item_read_rules: the rules in the attribute of @node; all of the check's when it has none */
gboolean cs_item_read_rules (CsItem *item,
                             const xmlNode *node,
                             GError **error);

/** cs_item_load_file: Returns: (transfer full): the file of items @name, which @node speaks of */
xmlDoc *cs_item_load_file (const char *name,
                           const xmlNode *node,
                           GError **error);

/** cs_item_find: Returns: (transfer none): the item @id in @doc, which @node speaks of */
xmlNode *cs_item_find (xmlDoc *doc,
                       const char *id,
                       const xmlNode *node,
                       GError **error);

/** cs_item_read_severity: the severity in the attribute of @node */
gboolean cs_item_read_severity (const xmlNode *node,
                                CsSeverity *severity,
                                GError **error);

/** cs_trigger_read: adds the trigger in the `when` element @node to @triggers */
gboolean cs_trigger_read (GArray *triggers,
                          const xmlNode *node,
                          GError **error);

/** cs_item_read_types: the types of right in attribute @name, as bits; 0 when it is not there */
gboolean cs_item_read_types (const xmlNode *node,
                             const char *name,
                             guint *types,
                             GError **error);

G_END_DECLS
