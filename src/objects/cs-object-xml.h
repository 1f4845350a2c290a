#pragma once

#include <libxml/tree.h>

#include "../base/cs-error.h"

G_BEGIN_DECLS

/* The source of inline objects, read as a tree whose prefixes need no declaration: names are told
 * without them. Nothing is fetched, and no entity is expanded but named characters. For nobody else
 * than src/objects. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * cs_object_xml_parse:
 * @xml: (array length=n_bytes): source of an object
 * @n_bytes: its length; at most %CS_MAX_PART_BYTES
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_LIMIT
 *
 * Returns: (transfer full): a tree with a root, or %NULL
 */
xmlDoc *cs_object_xml_parse (const char *xml, gsize n_bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** cs_object_xml_get_name: Returns: (transfer none): name of @node; "" when it is no element */
const char *cs_object_xml_get_name (const xmlNode *node);

/** cs_object_xml_is: Returns: whether @node is an element called @name */
gboolean cs_object_xml_is (const xmlNode *node, const char *name);

/** cs_object_xml_get: Returns: (transfer none) (nullable): the value of attribute @name */
const char *cs_object_xml_get (const xmlNode *node, const char *name);

/** cs_object_xml_get_number: Returns: attribute @name as a whole number from 0 to @max; @otherwise
 * when it is none */
guint cs_object_xml_get_number (const xmlNode *node, const char *name, guint max, guint otherwise);

/** cs_object_xml_child: Returns: (nullable): the first child of @node called @name */
xmlNode *cs_object_xml_child (const xmlNode *node, const char *name);

/** cs_object_xml_find: @names: (array zero-terminated=1). Returns: (nullable): @node or the first
 * element within it that is called one of @names */
xmlNode *cs_object_xml_find (xmlNode *node, const char *const *names);

/** cs_object_xml_next_within: Returns: (nullable): the node that follows @node in document order,
 * within @root; not one within @node when @skip */
xmlNode *cs_object_xml_next_within (const xmlNode *root, xmlNode *node, gboolean skip);

/** cs_object_xml_append_text: adds all text within @node to @text */
void cs_object_xml_append_text (const xmlNode *node, GString *text);

G_END_DECLS
