#pragma once

#include "../../base/cs-text.h"
#include "cs-xml.h"

G_BEGIN_DECLS

/**
 * CsXmlObject:
 *
 * Takes the source of one picture, formula, table or chemical structure, from its start tag to its
 * end tag, so that nothing of it is lost. One after another; of a document's objects together no
 * more than %CS_MAX_PART_BYTES are kept. For nobody else than
 * src/formats. Thread: one at a time.
 */
typedef struct _CsXmlObject CsXmlObject;

/** cs_xml_object_new: Returns: (transfer full): an empty one */
CsXmlObject *cs_xml_object_new (void);

/** cs_xml_object_free: frees @object and all it holds */
void cs_xml_object_free (CsXmlObject *object);

/** cs_xml_object_is_open: Returns: whether its end tag is still to come */
gboolean cs_xml_object_is_open (const CsXmlObject *object);

/** cs_xml_object_start: an element begins: the object itself, or one in it */
void cs_xml_object_start (CsXmlObject *object,
                          const CsXmlElement *element);

/** cs_xml_object_end: an element ends. Returns: whether it was the object itself */
gboolean cs_xml_object_end (CsXmlObject *object,
                            const CsXmlElement *element);

/** cs_xml_object_add_text: text within the object */
void cs_xml_object_add_text (CsXmlObject *object,
                             const char *utf8,
                             gsize n_bytes);

/** cs_xml_object_add_instruction: a processing instruction within the object */
void cs_xml_object_add_instruction (CsXmlObject *object,
                                    const char *target,
                                    const char *content);

/** cs_xml_object_set_instruction: a processing instruction that is the object */
void cs_xml_object_set_instruction (CsXmlObject *object,
                                    const char *target,
                                    const char *content);

/** cs_xml_object_drop: forgets an object that is still open */
void cs_xml_object_drop (CsXmlObject *object);

/** cs_xml_object_get_kind: Returns: what the object is */
CsObjectKind cs_xml_object_get_kind (const CsXmlObject *object);

/** cs_xml_object_get_tag: Returns: (transfer none): name of its element */
const char *cs_xml_object_get_tag (const CsXmlObject *object);

/** cs_xml_object_get_payload: Returns: (transfer none) (nullable): its XML, if not too long */
const char *cs_xml_object_get_payload (const CsXmlObject *object);

/** cs_xml_object_dup_file: Returns: (transfer full) (nullable): file of the first picture in it */
char *cs_xml_object_dup_file (const CsXmlObject *object);

G_END_DECLS
