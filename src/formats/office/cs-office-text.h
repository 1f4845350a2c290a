#pragma once

#include "../../family/cs-record.h"
#include "../xml/cs-xml-vocabulary.h"
#include "cs-office-node.h"

G_BEGIN_DECLS

/**
 * cs_office_add_text:
 * @builder: the record
 * @part: what @node holds
 * @node: (nullable): claims, a description, an abstract, a title; nothing is added for %NULL
 * @style: how its white space and numbers are meant
 * @language: (nullable): of what has no language of its own
 *
 * Adds the words of @node in the form of #CsRecordText. Digits and signs that stand high or low
 * become the characters that do (10⁻⁷, H₂O); formulas and pictures leave a blank. For nobody else
 * than src/formats/office.
 */
void cs_office_add_text (CsRecordBuilder *builder,
                         CsRecordPart part,
                         const CsOfficeNode *node,
                         CsXmlTextStyle style,
                         const char *language);

G_END_DECLS
