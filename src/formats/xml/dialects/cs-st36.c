#include "../cs-xml-document.h"

/* WIPO ST.36 as collections of patents (patent-document, in MAREC and those after it) and WIPO have
 * it. Nothing public of cn-patent-document was found to try: it is read by the same names. */
static const CsXmlAlias aliases[] = {
  { "cn-bibliographic-data", CS_XML_BIBLIOGRAPHIC_DATA },
  { "wo-bibliographic-data", CS_XML_BIBLIOGRAPHIC_DATA },
  { "cn-publication-reference", CS_XML_PUBLICATION_REFERENCE },
  { "text", CS_XML_MAIN_CLASSIFICATION }, /* in classification-ipcr */
  { "name", CS_XML_ORGNAME },             /* in addressbook */
  { "citations", CS_XML_SKIP },
  { "references-cited", CS_XML_SKIP },
  { "search-report-data", CS_XML_SKIP },
  { "abstract-figure", CS_XML_CN_ABST_FIGURE },
  { "amended-claims-statement", CS_XML_AMENDED_CLAIMS },
  { "doc-page", CS_XML_IMG },
  { "math", CS_XML_MATHS },
  { "table", CS_XML_TABLES },
};

const CsXmlDialect cs_st36_dialects[] = {
  {
      .root = "patent-document",
      .format = "st36",
      .office = CS_OFFICE_UNKNOWN,
      .style = CS_XML_TEXT_EP,
      .lacks_images = TRUE,
      CS_XML_ALIASES (aliases),
      CS_XML_DOCUMENT,
  },
  {
      .root = "wo-published-application",
      .format = "st36",
      .office = CS_OFFICE_PCT,
      .style = CS_XML_TEXT_EP,
      .lacks_images = TRUE,
      CS_XML_ALIASES (aliases),
      CS_XML_DOCUMENT,
  },
  {
      .root = "wo-ocr-published-application",
      .format = "st36",
      .office = CS_OFFICE_PCT,
      .style = CS_XML_TEXT_EP,
      .lacks_images = TRUE,
      CS_XML_ALIASES (aliases),
      CS_XML_DOCUMENT,
  },
  {
      .root = "cn-patent-document",
      .format = "st36",
      .office = CS_OFFICE_CN,
      .style = CS_XML_TEXT_CN,
      .lacks_images = TRUE,
      CS_XML_ALIASES (aliases),
      CS_XML_DOCUMENT,
  },
};
