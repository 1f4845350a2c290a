#include "cs-xml-document.h"

/* What USPTO published from 2001 to 2004, in XML that had come out of SGML. Sources: the DTDs
 * ST32-US-Grant v2.4 and v2.5, and pap v1.5 and v1.6. */
static const CsXmlAlias grant_aliases[] = {
  { "SDOBI", CS_XML_BIBLIOGRAPHIC_DATA },
  { "B100", CS_XML_PUBLICATION_REFERENCE },
  { "B110", CS_XML_DOC_NUMBER },
  { "B130", CS_XML_KIND },
  { "B190", CS_XML_COUNTRY },
  { "B200", CS_XML_APPLICATION_REFERENCE },
  { "B220", CS_XML_DATE },
  { "B300", CS_XML_PRIORITY_CLAIM },
  { "B310", CS_XML_DOC_NUMBER },
  { "B320", CS_XML_DATE },
  { "B330", CS_XML_COUNTRY },
  { "B510", CS_XML_CLASSIFICATION_IPC },
  { "B511", CS_XML_MAIN_CLASSIFICATION },
  { "B512", CS_XML_FURTHER_CLASSIFICATION },
  { "B540", CS_XML_INVENTION_TITLE },
  { "B560", CS_XML_SKIP },
  { "B600", CS_XML_US_RELATED_DOCUMENTS },
  { "B620", CS_XML_DIVISION },
  { "B721", CS_XML_INVENTOR },
  { "B731", CS_XML_ASSIGNEE },
  { "B741", CS_XML_AGENT },
  { "FNM", CS_XML_FIRST_NAME },
  { "SNM", CS_XML_LAST_NAME },
  { "ONM", CS_XML_ORGNAME },
  { "B860", CS_XML_PCT_OR_REGIONAL_FILING_DATA },
  { "SDOAB", CS_XML_ABSTRACT },
  { "SDODE", CS_XML_DESCRIPTION },
  { "CL", CS_XML_CLAIMS },
  { "CLM", CS_XML_CLAIM },
  { "PTEXT", CS_XML_CLAIM_TEXT },
  { "CLREF", CS_XML_CLAIM_REF },
  { "SDODR", CS_XML_DRAWINGS },
  { "H", CS_XML_HEADING },
  { "PARA", CS_XML_P },
  { "SB", CS_XML_SUB },
  { "SP", CS_XML_SUP },
  { "BOLD", CS_XML_B },
  { "ITALIC", CS_XML_I },
  { "ULINE", CS_XML_U },
  { "LI", CS_XML_LI },
  { "EMI", CS_XML_IMG },
  { "CUSTOM-CHARACTER", CS_XML_IMG },
  { "MATH-US", CS_XML_MATHS },
  { "TABLE-US", CS_XML_TABLES },
  { "CHEM-US", CS_XML_CHEMISTRY },
};

static const CsXmlAlias application_aliases[] = {
  { "subdoc-bibliographic-information", CS_XML_BIBLIOGRAPHIC_DATA },
  { "document-id", CS_XML_PUBLICATION_REFERENCE },
  { "kind-code", CS_XML_KIND },
  { "domestic-filing-data", CS_XML_APPLICATION_REFERENCE },
  { "filing-date", CS_XML_DATE },
  { "foreign-priority-data", CS_XML_PRIORITY_CLAIM },
  { "country-code", CS_XML_COUNTRY },
  { "ipc", CS_XML_MAIN_CLASSIFICATION },
  { "title-of-invention", CS_XML_INVENTION_TITLE },
  { "continuity-data", CS_XML_US_RELATED_DOCUMENTS },
  { "division-of", CS_XML_DIVISION },
  { "first-named-inventor", CS_XML_INVENTOR },
  { "given-name", CS_XML_FIRST_NAME },
  { "family-name", CS_XML_LAST_NAME },
  { "organization-name", CS_XML_ORGNAME },
  { "correspondence-address", CS_XML_AGENT },
  { "name-1", CS_XML_ORGNAME },
  { "subdoc-abstract", CS_XML_ABSTRACT },
  { "subdoc-description", CS_XML_DESCRIPTION },
  { "subdoc-claims", CS_XML_CLAIMS },
  { "dependent-claim-reference", CS_XML_CLAIM_REF },
  { "subdoc-drawings", CS_XML_DRAWINGS },
  { "representative-figure", CS_XML_SKIP },
  { "paragraph", CS_XML_P },
  { "subscript", CS_XML_SUB },
  { "superscript", CS_XML_SUP },
  { "bold", CS_XML_B },
  { "italic", CS_XML_I },
  { "underlined", CS_XML_U },
  { "image", CS_XML_IMG },
  { "custom-character", CS_XML_IMG },
  { "math-cwu", CS_XML_MATHS },
  { "table-cwu", CS_XML_TABLES },
  { "chemistry-cwu", CS_XML_CHEMISTRY },
};

#define DIALECT(root_name, root_aliases)                                                        \
  {                                                                                             \
    .root = root_name, .format = "uspto-2001", .office = CS_OFFICE_US, .style = CS_XML_TEXT_US, \
    .lacks_images = TRUE, .aliases = root_aliases, .n_aliases = G_N_ELEMENTS (root_aliases),    \
    .handler = &cs_xml_document_handler, .begin = cs_xml_document_begin,                        \
    .end = cs_xml_document_end, .free = cs_xml_document_free,                                   \
  }

const CsXmlDialect cs_uspto_sgml_dialects[] = {
  DIALECT ("PATDOC", grant_aliases),
  DIALECT ("patent-application-publication", application_aliases),
};
