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

/** cs_office_add_children: as cs_office_add_text(), for each child of @node that is a @tag, in the
 * language of @node unless it has its own: a European patent has its claims in three */
void cs_office_add_children (CsRecordBuilder *builder,
                             CsRecordPart part,
                             const CsOfficeNode *node,
                             const char *tag,
                             CsXmlTextStyle style);

G_END_DECLS
