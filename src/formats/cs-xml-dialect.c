#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-xml-dialect.h"

/* What is recognised and not read, so that the error can say what it is. */
static const CsXmlDialect others[] = {
  { "PATDOC", NULL, N_ ("a USPTO grant of 2001 to 2004 (PATDOC)") },
  { "patent-application-publication", NULL, N_ ("a USPTO application of 2001 to 2004 (PAP)") },
  { "ep-patent-document", NULL, N_ ("a document of the EPO") },
  { "world-patent-data", NULL, N_ ("an answer of the EPO's OPS") },
  { "exchange-document", NULL, N_ ("a DOCDB document") },
  { "exchange-documents", NULL, N_ ("a DOCDB file") },
  { "PatentDocumentAndRelated", NULL, N_ ("a publication of CNIPA") },
  { "cn-patent-document", NULL, N_ ("a publication of CNIPA (ST.36)") },
  { "patent-document", NULL, N_ ("an ST.36 document") },
  { "ClaimsDocument", NULL, N_ ("an ST.96 document") },
  { "SpecificationDocument", NULL, N_ ("an ST.96 document") },
  { "ST26SequenceListing", NULL, N_ ("a sequence listing (ST.26)") },
  { "html", NULL, N_ ("a web page") },
  { "HTML", NULL, N_ ("a web page") },
  { "svg", NULL, N_ ("a drawing (SVG)") },
};

static const CsXmlDialect *const readable[] = {
  &cs_cnipa_dialect,
  &cs_uspto_grant_dialect,
  &cs_uspto_application_dialect,
};

const CsXmlDialect *
cs_xml_dialect_find (const char *root)
{
  const char *colon = strrchr (root, ':'); /* DOCDB cut out of its file has an unbound prefix */
  const char *name = colon == NULL ? root : colon + 1;

  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    if (strcmp (readable[i]->root, name) == 0)
      return readable[i];
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i].root, name) == 0)
      return &others[i];

  return NULL;
}
