#pragma once

#include "../draft/cs-draft-builder.h"
#include "cs-image.h"
#include "cs-xml.h"

G_BEGIN_DECLS

/**
 * CsXmlDialect:
 * @root: name of the root element
 * @format: (nullable): as #CsDraft.format; %NULL for a dialect that is known and not read
 * @name: what people call it, to be translated; only where @format is %NULL
 * @handler: takes the elements
 * @begin: returns: (transfer full): the data of @handler for one document
 * @end: the document is complete: @reader: (transfer full), @builder: (transfer full).
 *   Returns: (transfer full): the draft, or %NULL with an error
 * @free: drops a reader whose document came to nothing
 *
 * One kind of XML document: what its root is called and how it is read. Private to src/formats.
 */
typedef struct
{
  const char *root;
  const char *format;
  const char *name;
  const CsXmlHandler *handler;
  gpointer (*begin) (CsDraftBuilder *builder, CsXml *xml, const CsImageFolder *images);
  CsDraft *(*end) (gpointer reader, CsDraftBuilder *builder, GError **error);
  void (*free) (gpointer reader);
} CsXmlDialect;

extern const CsXmlDialect cs_cnipa_dialect;
extern const CsXmlDialect cs_uspto_grant_dialect;
extern const CsXmlDialect cs_uspto_application_dialect;

/** cs_xml_dialect_find: Returns: (nullable): the dialect whose root is called @root */
const CsXmlDialect *cs_xml_dialect_find (const char *root);

G_END_DECLS
