#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-xml-dialect.h"

/* What is recognised and not read, so that the error can say what it is. */
static const CsXmlDialect others[] = {
  { "ClaimsDocument", NULL, N_ ("an ST.96 document") },
  { "SpecificationDocument", NULL, N_ ("an ST.96 document") },
  { "ST26SequenceListing", NULL, N_ ("a sequence listing (ST.26)") },
  { "fault", NULL, N_ ("an error message of the EPO's OPS") },
  { "html", NULL, N_ ("a web page") },
  { "HTML", NULL, N_ ("a web page") },
  { "svg", NULL, N_ ("a drawing (SVG)") },
};

typedef struct
{
  const CsXmlDialect *dialects;
  gsize n_dialects;
} Dialects;

static const Dialects all[] = {
  { &cs_cnipa_dialect, 1 },
  { &cs_cnipa_publication_dialect, 1 },
  { &cs_ep_dialect, 1 },
  { cs_ops_dialects, G_N_ELEMENTS (cs_ops_dialects) },
  { cs_st36_dialects, G_N_ELEMENTS (cs_st36_dialects) },
  { cs_uspto_dialects, G_N_ELEMENTS (cs_uspto_dialects) },
  { cs_uspto_sgml_dialects, G_N_ELEMENTS (cs_uspto_sgml_dialects) },
  { others, G_N_ELEMENTS (others) },
};

const CsXmlDialect *
cs_xml_dialect_find (const char *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (gsize j = 0; j < all[i].n_dialects; j++)
      if (strcmp (all[i].dialects[j].root, root) == 0)
        return &all[i].dialects[j];

  return NULL;
}

gboolean
cs_xml_vocabulary_find (const char *root, CsXmlVocabulary *vocabulary)
{
  const CsXmlDialect *dialect = cs_xml_dialect_find (root);

  if (dialect == NULL)
    return FALSE;

  *vocabulary = (CsXmlVocabulary){
    .what = dialect->format == NULL ? dialect->name : NULL,
    .style = dialect->style,
    .aliases = dialect->aliases,
    .n_aliases = dialect->n_aliases,
  };
  return TRUE;
}
