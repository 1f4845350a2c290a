#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where XML documents that stand one after another in a file begin. For nobody else than
 * src/formats. */

/** CS_XML_DECLARATION: what a document begins with, white space behind it */
#define CS_XML_DECLARATION "<?xml"
#define CS_XML_DECLARATION_BYTES 5

/** cs_xml_find_declaration: Returns: (nullable): the first XML declaration that begins between @at
 * and @end */
const char *cs_xml_find_declaration (const char *at,
                                     const char *end);

/** cs_xml_count_lines: Returns: how many lines end between @at and @end */
guint cs_xml_count_lines (const char *at,
                          const char *end);

G_END_DECLS
