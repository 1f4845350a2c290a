#include "../cs-xml-document.h"

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

const CsXmlDialect cs_uspto_dialects[] = {
  {
      .root = "us-patent-grant",
      .format = "uspto-xml",
      .office = CS_OFFICE_US,
      .style = CS_XML_TEXT_US,
      .lacks_images = TRUE,
      CS_XML_ALIASES (aliases),
      CS_XML_DOCUMENT,
  },
  {
      .root = "us-patent-application",
      .format = "uspto-xml",
      .office = CS_OFFICE_US,
      .style = CS_XML_TEXT_US,
      .lacks_images = TRUE,
      CS_XML_ALIASES (aliases),
      CS_XML_DOCUMENT,
  },
};
