#include "cs-xml-document.h"

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

#define DIALECT(root_name, root_office, root_style)                                  \
  {                                                                                  \
    .root = root_name, .format = "st36", .office = root_office, .style = root_style, \
    .lacks_images = TRUE, .aliases = aliases, .n_aliases = G_N_ELEMENTS (aliases),   \
    .handler = &cs_xml_document_handler, .begin = cs_xml_document_begin,             \
    .end = cs_xml_document_end, .free = cs_xml_document_free,                        \
  }

const CsXmlDialect cs_st36_dialects[] = {
  DIALECT ("patent-document", CS_OFFICE_UNKNOWN, CS_XML_TEXT_EP),
  DIALECT ("wo-published-application", CS_OFFICE_PCT, CS_XML_TEXT_EP),
  DIALECT ("wo-ocr-published-application", CS_OFFICE_PCT, CS_XML_TEXT_EP),
  DIALECT ("cn-patent-document", CS_OFFICE_CN, CS_XML_TEXT_CN),
};
