#include "cs-xml-document.h"

/* Sources: DTDs us-patent-grant and us-patent-application v4.0 (2004) to v4.7. Half of a grant's
 * file is what it cites. */
static const CsXmlAlias aliases[] = {
  { "us-bibliographic-data-grant", CS_XML_BIBLIOGRAPHIC_DATA },
  { "us-bibliographic-data-application", CS_XML_BIBLIOGRAPHIC_DATA },
  { "references-cited", CS_XML_SKIP },
  { "us-references-cited", CS_XML_SKIP },
  { "us-field-of-classification-search", CS_XML_SKIP },
  { "us-claim-statement", CS_XML_SKIP },
};

#define DIALECT(root_name)                                                                     \
  {                                                                                            \
    .root = root_name, .format = "uspto-xml", .office = CS_OFFICE_US, .style = CS_XML_TEXT_US, \
    .lacks_images = TRUE, .aliases = aliases, .n_aliases = G_N_ELEMENTS (aliases),             \
    .handler = &cs_xml_document_handler, .begin = cs_xml_document_begin,                       \
    .end = cs_xml_document_end, .free = cs_xml_document_free,                                  \
  }

const CsXmlDialect cs_uspto_dialects[] = {
  DIALECT ("us-patent-grant"),
  DIALECT ("us-patent-application"),
};
