#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_xml_entity_lookup:
 * @name: name of an entity, without & and ;
 *
 * What a named character entity of ISO 8879, ISO 9573-13, MathML or HTML stands for. Thread: any.
 *
 * Returns: (transfer none) (nullable): the character or characters in UTF-8
 */
const char *cs_xml_entity_lookup (const char *name);

G_END_DECLS
