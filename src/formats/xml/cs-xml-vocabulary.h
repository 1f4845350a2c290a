#pragma once

#include "cs-xml-names.h"

G_BEGIN_DECLS

/**
 * CsXmlTextStyle:
 * @CS_XML_TEXT_US: a line end of the file is a space, `<br/>` is a line end
 * @CS_XML_TEXT_CN: `<br/>` ends a printed line, often in the middle of a word: lines are joined,
 *   unless what stands before it ends a step of the text (；。：)
 * @CS_XML_TEXT_EP: as in the US, but the number of a claim stands in an attribute only
 * @CS_XML_TEXT_LINES: a line end of the file is a line end; claims without a number are counted
 *
 * How the white space of a file is meant.
 */
typedef enum
{
  CS_XML_TEXT_US,
  CS_XML_TEXT_CN,
  CS_XML_TEXT_EP,
  CS_XML_TEXT_LINES
} CsXmlTextStyle;

/**
 * CsXmlVocabulary:
 * @what: (nullable): what people call a document that is known and not read, to be translated;
 *   %NULL for one with the text of an application
 * @style: how the white space of its texts is meant
 * @aliases: (array length=n_aliases) (nullable): what it calls its elements
 * @n_aliases: how many
 *
 * The words of one dialect, without the reader that makes a draft of them. For nobody else than
 * src/formats.
 */
typedef struct
{
  const char *what;
  CsXmlTextStyle style;
  const CsXmlAlias *aliases;
  guint n_aliases;
} CsXmlVocabulary;

/** cs_xml_vocabulary_find: @root: name of the root, without prefix. @vocabulary: (out). Returns:
 * whether we know the dialect whose root it is */
gboolean cs_xml_vocabulary_find (const char *root,
                                 CsXmlVocabulary *vocabulary);

/** cs_ops_find_answer: Returns: (transfer none) (nullable): what an answer of the EPO's OPS is that
 * has an element called @tag, to be translated; %NULL when that does not tell */
const char *cs_ops_find_answer (const char *tag);

G_END_DECLS
