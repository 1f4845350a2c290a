#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsXmlName:
 *
 * The elements that mean something to one of our XML readers; every other one is %CS_XML_OTHER.
 * An enumerator is the element's name of ST.36 in capitals; where a dialect calls it otherwise, a
 * table of #CsXmlAlias says so. Those without a name of their own are known by aliases only. For
 * nobody else than src/formats.
 */
typedef enum
{
  CS_XML_OTHER,
  CS_XML_SKIP,           /* what is in it is of no interest */
  CS_XML_TITLE_LANGUAGE, /* language of the title that follows */
  CS_XML_ABSTRACT,
  CS_XML_AGENT,
  CS_XML_AMENDED_CLAIMS,
  CS_XML_APPLICANT,
  CS_XML_APPLICATION_REFERENCE,
  CS_XML_ASSIGNEE,
  CS_XML_B,
  CS_XML_BIBLIOGRAPHIC_DATA,
  CS_XML_BR,
  CS_XML_CHEMISTRY,
  CS_XML_CLAIM,
  CS_XML_CLAIM_REF,
  CS_XML_CLAIM_TEXT,
  CS_XML_CLAIMS,
  CS_XML_CLASS,
  CS_XML_CLASSIFICATION_IPC,
  CS_XML_CLASSIFICATION_IPCR,
  CS_XML_CN_ABST_FIGURE,
  CS_XML_CN_ABSTRACT,
  CS_XML_CN_CLAIMS,
  CS_XML_CN_DRAWINGS,
  CS_XML_COUNTRY,
  CS_XML_DATE,
  CS_XML_DD,
  CS_XML_DESCRIPTION,
  CS_XML_DIVISION,
  CS_XML_DOC_NUMBER,
  CS_XML_DRAWINGS,
  CS_XML_DT,
  CS_XML_FIGURE,
  CS_XML_FIRST_NAME,
  CS_XML_FURTHER_CLASSIFICATION,
  CS_XML_HEADING,
  CS_XML_I,
  CS_XML_IMG,
  CS_XML_INVENTION_TITLE,
  CS_XML_INVENTOR,
  CS_XML_KIND,
  CS_XML_LAST_NAME,
  CS_XML_LI,
  CS_XML_MAIN_CLASSIFICATION,
  CS_XML_MAIN_GROUP,
  CS_XML_MATHS,
  CS_XML_ORGNAME,
  CS_XML_P,
  CS_XML_PCT_OR_REGIONAL_FILING_DATA,
  CS_XML_PRIORITY_CLAIM,
  CS_XML_PUBLICATION_REFERENCE,
  CS_XML_SECTION,
  CS_XML_SUB,
  CS_XML_SUB2,
  CS_XML_SUBCLASS,
  CS_XML_SUBGROUP,
  CS_XML_SUP,
  CS_XML_SUP2,
  CS_XML_TABLES,
  CS_XML_U,
  CS_XML_US_APPLICANT,
  CS_XML_US_RELATED_DOCUMENTS,
  CS_XML_N_NAMES
} CsXmlName;

/**
 * CsXmlAlias:
 * @tag: name of an element, without prefix
 * @name: what it is
 *
 * What one dialect calls an element.
 */
typedef struct
{
  const char *tag;
  CsXmlName name;
} CsXmlAlias;

/** cs_xml_name_get_string: Returns: (transfer none): the element's name; "" when it has none */
const char *cs_xml_name_get_string (CsXmlName name);

G_END_DECLS
