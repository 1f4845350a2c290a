#pragma once

#include "../../draft/cs-draft-builder.h"
#include "../cs-image.h"
#include "cs-xml-text.h"
#include "cs-xml.h"

G_BEGIN_DECLS

typedef struct _CsXmlReading CsXmlReading;

/**
 * CsXmlDialect:
 * @root: name of the root element
 * @format: (nullable): as #CsDraft.format; %NULL for a dialect that is known and not read
 * @name: what people call it, to be translated; only where @format is %NULL
 * @office: whose documents these are, %CS_OFFICE_UNKNOWN when the document tells
 * @style: how white space and claim numbers are meant
 * @lacks_images: the pictures come in packages of their own: that they are not there means nothing
 * @aliases: (array length=n_aliases) (nullable): what it calls its elements, where ST.36 calls them
 *   otherwise
 * @n_aliases: how many
 * @handler: takes the elements
 * @begin: returns: (transfer full): the data of @handler for one document
 * @end: the document is complete: @reader: (transfer full), @builder: (transfer full).
 *   Returns: (transfer full): the draft, or %NULL with an error
 * @free: drops a reader whose document came to nothing
 *
 * One kind of XML document: what its root is called and how it is read. For nobody else than
 * src/formats.
 */
typedef struct
{
  const char *root;
  const char *format;
  const char *name;
  CsOffice office;
  CsXmlTextStyle style;
  gboolean lacks_images;
  const CsXmlAlias *aliases;
  guint n_aliases;
  const CsXmlHandler *handler;
  gpointer (*begin) (const CsXmlReading *reading);
  CsDraft *(*end) (gpointer reader, CsDraftBuilder *builder, GError **error);
  void (*free) (gpointer reader);
} CsXmlDialect;

/** CS_XML_ALIASES: the fields of a #CsXmlDialect for the aliases in @table */
#define CS_XML_ALIASES(table) .aliases = table, .n_aliases = G_N_ELEMENTS (table)

/**
 * CsXmlReading:
 * @dialect: what is read
 * @builder: where to
 * @xml: the parser that is going to call
 * @images: (nullable): where the pictures are
 * @claims_language: (nullable): as in #CsReader
 *
 * What the reader of one document works with; all of it lent, and outlives the document.
 */
struct _CsXmlReading
{
  const CsXmlDialect *dialect;
  CsDraftBuilder *builder;
  CsXml *xml;
  const CsImageFolder *images;
  const char *claims_language;
};

extern const CsXmlDialect cs_cnipa_dialect;
extern const CsXmlDialect cs_cnipa_publication_dialect;
extern const CsXmlDialect cs_ep_dialect;
extern const CsXmlDialect cs_ops_dialects[4];
extern const CsXmlDialect cs_st36_dialects[4];
extern const CsXmlDialect cs_uspto_dialects[2];
extern const CsXmlDialect cs_uspto_sgml_dialects[2];

/** cs_xml_dialect_find: Returns: (nullable): the dialect whose root is called @root, a name without
 * prefix */
const CsXmlDialect *cs_xml_dialect_find (const char *root);

G_END_DECLS
