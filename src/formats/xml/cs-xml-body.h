#pragma once

#include "cs-xml-dialect.h"

G_BEGIN_DECLS

/**
 * CsXmlBody:
 *
 * Reads what the documents of all offices have in common (their dialects descend from WIPO ST.36,
 * or differ from it by names only): title, abstract, description, claims and drawings. For nobody
 * else than src/formats. Thread: one at a time.
 */
typedef struct _CsXmlBody CsXmlBody;

/**
 * cs_xml_body_new:
 * @reading: (transfer none): where from and where to
 *
 * Returns: (transfer full): a reader of one document, or of the several files of one package
 */
CsXmlBody *cs_xml_body_new (const CsXmlReading *reading);

/** cs_xml_body_free: frees @body */
void cs_xml_body_free (CsXmlBody *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXmlBody, cs_xml_body_free)

/** cs_xml_body_set_language: @language: (nullable): the language of the document */
void cs_xml_body_set_language (CsXmlBody *body,
                               const char *language);

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

/** cs_xml_body_finish: all is read: fills in what depends on all of it */
void cs_xml_body_finish (CsXmlBody *body);

/**
 * cs_xml_body_dup_abstract_figure:
 * @body: a finished body
 * @draft: what came of it
 *
 * Returns: (transfer full) (nullable): label of the figure that goes with the abstract, "" when it
 *   is none of the drawings; %NULL when the abstract came without one
 */
char *cs_xml_body_dup_abstract_figure (const CsXmlBody *body,
                                       const CsDraft *draft);

G_END_DECLS
