#pragma once

#include "../draft/cs-draft-builder.h"
#include "cs-image.h"
#include "cs-xml-text.h"

G_BEGIN_DECLS

/**
 * CsXmlBody:
 *
 * Reads what application bodies of CNIPA and USPTO have in common (both descend from WIPO ST.36):
 * title, abstract, description, claims and drawings. Thread: one at a time.
 */
typedef struct _CsXmlBody CsXmlBody;

/**
 * cs_xml_body_new:
 * @builder: (transfer none): where to
 * @xml: (transfer none): the parser that is going to call
 * @style: how white space is meant
 * @images: (nullable) (transfer none): where the pictures are
 *
 * Returns: (transfer full): a reader of one document, or of the several files of one package
 */
CsXmlBody *cs_xml_body_new (CsDraftBuilder *builder,
                            CsXml *xml,
                            CsXmlTextStyle style,
                            const CsImageFolder *images);

/** cs_xml_body_free: frees @body */
void cs_xml_body_free (CsXmlBody *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXmlBody, cs_xml_body_free)

/** cs_xml_body_start: an element begins; for #CsXmlHandler.start */
void cs_xml_body_start (gpointer body,
                        const CsXmlElement *element);

/** cs_xml_body_end: an element ends; for #CsXmlHandler.end */
void cs_xml_body_end (gpointer body,
                      const CsXmlElement *element);

/** cs_xml_body_text: text; for #CsXmlHandler.text */
void cs_xml_body_text (gpointer body,
                       const char *text,
                       gsize n_bytes);

/** cs_xml_body_instruction: for #CsXmlHandler.instruction */
void cs_xml_body_instruction (gpointer body,
                              const char *target,
                              const char *content);

/** cs_xml_body_unknown_entity: for #CsXmlHandler.unknown_entity */
void cs_xml_body_unknown_entity (gpointer body,
                                 const char *name);

/** cs_xml_body_get_abstract_image: Returns: (nullable): SHA-256 of the abstract's figure */
const char *cs_xml_body_get_abstract_image (const CsXmlBody *body);

/** cs_xml_body_has_abstract_figure: Returns: whether the abstract came with a figure */
gboolean cs_xml_body_has_abstract_figure (const CsXmlBody *body);

G_END_DECLS
