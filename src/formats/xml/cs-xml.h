#pragma once

#include <glib.h>

#include "../../base/cs-error.h"
#include "cs-xml-names.h"

G_BEGIN_DECLS

/**
 * CsXmlElement:
 * @name: which element it is to us
 * @tag: its name as written, without prefix
 * @prefix: (nullable): its namespace prefix
 * @address: (nullable): of its namespace
 * @namespaces: (array length=n_namespaces): pairs prefix, address
 * @n_namespaces: how many pairs
 * @attributes: (array length=n_attributes): libxml2's five pointers for each: name, prefix,
 *   address, start and end of the value
 * @n_attributes: how many attributes
 *
 * One start tag. Everything in it is lent until the callback returns.
 */
typedef struct
{
  CsXmlName name;
  const char *tag;
  const char *prefix;
  const char *address;
  const char *const *namespaces;
  guint n_namespaces;
  const char *const *attributes;
  guint n_attributes;
} CsXmlElement;

/**
 * CsXmlHandler:
 * @start: an element begins
 * @end: the element that began last ends; names only, no attributes
 * @text: text in between, in pieces of any size
 * @instruction: (nullable): a processing instruction
 * @unknown_entity: a named entity that nobody knows; its text "&name;" is then given to @text
 *
 * What a reader of one dialect does with its elements.
 */
typedef struct
{
  void (*start) (gpointer data, const CsXmlElement *element);
  void (*end) (gpointer data, const CsXmlElement *element);
  void (*text) (gpointer data, const char *text, gsize n_bytes);
  void (*instruction) (gpointer data, const char *target, const char *content);
  void (*unknown_entity) (gpointer data, const char *name);
} CsXmlHandler;

/**
 * CsXml:
 *
 * A SAX parser for one document after another. It loads nothing from outside, knows the named
 * characters of the ISO and MathML sets without a DTD, and refuses by name what is made to harm:
 * entity bombs, external entities, endless nesting. For nobody else than src/formats.
 * Thread: one at a time.
 */
typedef struct _CsXml CsXml;

/** cs_xml_new: Returns: (transfer full): an empty one */
CsXml *cs_xml_new (void);

/** cs_xml_free: frees @xml and all it holds */
void cs_xml_free (CsXml *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXml, cs_xml_free)

/**
 * cs_xml_begin:
 * @xml: a parser
 * @first_line: 1-based line of the input at which the document begins
 * @handler: what to call; must outlive the document
 * @data: for @handler
 *
 * Begins a new document and forgets the one before.
 */
void cs_xml_begin (CsXml *xml,
                   guint first_line,
                   const CsXmlHandler *handler,
                   gpointer data);

/**
 * cs_xml_set_handler:
 * @xml: a parser within a document
 * @handler: what to call from the next event on
 * @data: for @handler
 *
 * Hands the rest of the document to another handler, when its root has told what it is.
 */
void cs_xml_set_handler (CsXml *xml,
                         const CsXmlHandler *handler,
                         gpointer data);

/**
 * cs_xml_set_aliases:
 * @xml: a parser within a document
 * @aliases: (array length=n_aliases) (transfer none): static
 * @n_aliases: how many
 *
 * From the next element on, an element of one of these names is what its alias says, whatever the
 * name means elsewhere.
 */
void cs_xml_set_aliases (CsXml *xml,
                         const CsXmlAlias *aliases,
                         guint n_aliases);

/**
 * cs_xml_push:
 * @xml: a parser within a document
 * @bytes: (array length=n_bytes): the next bytes of the document
 * @n_bytes: how many
 *
 * Parses on. After an error, or cs_xml_stop(), bytes are taken and ignored.
 */
void cs_xml_push (CsXml *xml,
                  const char *bytes,
                  gsize n_bytes);

/**
 * cs_xml_end:
 * @xml: a parser within a document
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE, or what cs_xml_fail() was given;
 *   the first of them, with its line
 *
 * Ends the document. A document that was stopped is not looked at further and is no error.
 *
 * Returns: whether the document was read without error
 */
gboolean cs_xml_end (CsXml *xml,
                     GError **error);

/** cs_xml_fail: for a handler: @error: (transfer full): why the document cannot be read */
void cs_xml_fail (CsXml *xml,
                  GError *error);

/** cs_xml_stop: for a handler: the rest of the document is of no interest */
void cs_xml_stop (CsXml *xml);

/** cs_xml_is_stopped: Returns: whether it takes no more of the document, for cs_xml_stop() or an
 * error */
gboolean cs_xml_is_stopped (const CsXml *xml);

/** cs_xml_skip: for a handler, in start: nothing inside this element is of interest, nor its end */
void cs_xml_skip (CsXml *xml);

/** cs_xml_get_line: Returns: the line of the input that is being parsed, 1-based */
guint cs_xml_get_line (const CsXml *xml);

/**
 * cs_xml_get_position:
 * @xml: a parser within a document
 *
 * For a handler: in start, a byte within the tag or just behind it; in end, the first byte behind
 * the end tag.
 *
 * Returns: bytes from the beginning of the document; -1 when it is in another encoding than UTF-8
 */
gssize cs_xml_get_position (const CsXml *xml);

/**
 * cs_xml_element_get:
 * @element: a start tag
 * @name: name of an attribute
 * @n_bytes: (out): length of its value
 *
 * Returns: (transfer none) (nullable): the value, not NUL-terminated; %NULL when it is not there
 */
const char *cs_xml_element_get (const CsXmlElement *element,
                                const char *name,
                                gsize *n_bytes);

/** cs_xml_element_dup: Returns: (transfer full) (nullable): the value of attribute @name */
char *cs_xml_element_dup (const CsXmlElement *element,
                          const char *name);

/** cs_xml_element_get_number: Returns: the leading digits of attribute @name; 0 when none */
guint cs_xml_element_get_number (const CsXmlElement *element,
                                 const char *name);

/** cs_xml_element_local_name: Returns: (transfer none): its name without a prefix, be that one
 * declared or, in a document that was cut out of a larger one, not */
const char *cs_xml_element_local_name (const CsXmlElement *element);

/** cs_xml_element_is: Returns: whether attribute @name has @value */
gboolean cs_xml_element_is (const CsXmlElement *element,
                            const char *name,
                            const char *value);

G_END_DECLS
