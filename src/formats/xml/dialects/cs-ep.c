#include "../cs-xml-document.h"

/* Sources: DTDs ep-patent-document v1.0 (2004) to v1.5.1; the B elements are those of ST.32. */
static const CsXmlAlias aliases[] = {
  { "SDOBI", CS_XML_BIBLIOGRAPHIC_DATA },
  { "B100", CS_XML_PUBLICATION_REFERENCE },
  { "B110", CS_XML_DOC_NUMBER },
  { "B130", CS_XML_KIND },
  { "B190", CS_XML_COUNTRY },
  { "B200", CS_XML_APPLICATION_REFERENCE },
  { "B240", CS_XML_SKIP }, /* other dates than that of filing */
  { "B300", CS_XML_PRIORITY_CLAIM },
  { "B310", CS_XML_DOC_NUMBER },
  { "ctry", CS_XML_COUNTRY },
  { "B400", CS_XML_SKIP },
  { "B510", CS_XML_CLASSIFICATION_IPC },
  { "B511", CS_XML_MAIN_CLASSIFICATION },
  { "B512", CS_XML_FURTHER_CLASSIFICATION },
  { "text", CS_XML_MAIN_CLASSIFICATION }, /* in classification-ipcr */
  { "B541", CS_XML_TITLE_LANGUAGE },
  { "B542", CS_XML_INVENTION_TITLE },
  { "B560", CS_XML_SKIP },
  { "B600", CS_XML_US_RELATED_DOCUMENTS },
  { "B620", CS_XML_DIVISION }, /* of what it is a division; B620EP are the divisions of it */
  { "B711", CS_XML_APPLICANT },
  { "B721", CS_XML_INVENTOR },
  { "B731", CS_XML_ASSIGNEE },
  { "B741", CS_XML_AGENT },
  { "snm", CS_XML_ORGNAME },
  { "B860", CS_XML_PCT_OR_REGIONAL_FILING_DATA },
  { "amended-claims-statement", CS_XML_AMENDED_CLAIMS },
  { "doc-page", CS_XML_IMG },
  { "math", CS_XML_MATHS },
  { "table", CS_XML_TABLES },
  { "search-report-data", CS_XML_SKIP },
  { "ep-reference-list", CS_XML_SKIP }, /* made by the office of what the description cites */
};

const CsXmlDialect cs_ep_dialect = {
  .root = "ep-patent-document",
  .format = "ep-xml",
  .office = CS_OFFICE_EP,
  .style = CS_XML_TEXT_EP,
  .lacks_images = TRUE,
  CS_XML_ALIASES (aliases),
  CS_XML_DOCUMENT,
};
