#pragma once

#include "cs-xml-dialect.h"

G_BEGIN_DECLS

/**
 * CsXmlDocument:
 *
 * Reads a document of an office, bibliographic data and text, in any dialect whose elements a table
 * of #CsXmlAlias can tell. What is particular to a dialect stands in its #CsXmlDialect. For nobody
 * else than src/formats. Thread: one at a time.
 */
typedef struct _CsXmlDocument CsXmlDocument;

/** cs_xml_document_handler: the elements of a document, root first; its data is a #CsXmlDocument */
extern const CsXmlHandler cs_xml_document_handler;

/** cs_xml_document_begin: for #CsXmlDialect.begin */
gpointer cs_xml_document_begin (const CsXmlReading *reading);

/**
 * cs_xml_document_end:
 * @document: (transfer full): a #CsXmlDocument
 * @builder: (transfer full): where it wrote to
 * @error: %CS_ERROR_EMPTY when there is no text of an application in it
 *
 * For #CsXmlDialect.end.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CsDraft *cs_xml_document_end (gpointer document,
                              CsDraftBuilder *builder,
                              GError **error);

/** cs_xml_document_free: for #CsXmlDialect.free */
void cs_xml_document_free (gpointer document);

/** CS_XML_DOCUMENT: the fields of a #CsXmlDialect that is read so */
#define CS_XML_DOCUMENT                                                \
  .handler = &cs_xml_document_handler, .begin = cs_xml_document_begin, \
  .end = cs_xml_document_end, .free = cs_xml_document_free

G_END_DECLS
