#pragma once

#include "../../draft/cs-draft-builder.h"
#include "cs-xml-vocabulary.h"
#include "cs-xml.h"

G_BEGIN_DECLS

/**
 * CsXmlText:
 *
 * Writes the inline content of one XML document (text, sub, sup, pictures, formulas, tables) into
 * the units of a draft. For nobody else than src/formats. Thread: one at a time.
 */
typedef struct _CsXmlText CsXmlText;

/** cs_xml_text_new: @builder and @xml are lent, and must outlive the writer */
CsXmlText *cs_xml_text_new (CsDraftBuilder *builder,
                            CsXml *xml,
                            CsXmlTextStyle style);

/** cs_xml_text_free: frees @text and all it holds */
void cs_xml_text_free (CsXmlText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXmlText, cs_xml_text_free)

/**
 * cs_xml_text_begin:
 * @text: a writer; a unit still open is ended
 * @part: where the unit goes
 * @kind: what it is
 * @number: its number by an attribute, 0 when there is none
 *
 * Begins a unit. The number that is printed in front of a claim's text, or of a paragraph of the
 * description, counts more than @number; but for the style of the US, where it is always printed, a
 * claim without one is given @number in print, so that the claims of all formats look the same.
 */
void cs_xml_text_begin (CsXmlText *text,
                        CsPart part,
                        CsUnitKind kind,
                        guint number);

/** cs_xml_text_end: ends the open unit, if there is one */
void cs_xml_text_end (CsXmlText *text);

/** cs_xml_text_is_open: Returns: whether a unit is open */
gboolean cs_xml_text_is_open (const CsXmlText *text);

/** cs_xml_text_is_object: Returns: whether @name is a picture, formula, table or the like */
gboolean cs_xml_text_is_object (CsXmlName name);

/** cs_xml_text_is_in_object: Returns: whether the content of an object is being taken */
gboolean cs_xml_text_is_in_object (const CsXmlText *text);

/** cs_xml_text_break: what follows in the unit, if anything, begins a new line */
void cs_xml_text_break (CsXmlText *text);

/**
 * cs_xml_text_start_element:
 * @text: a writer with an open unit
 * @element: an element in it; one that is not inline is passed over, its text is not
 */
void cs_xml_text_start_element (CsXmlText *text,
                                const CsXmlElement *element);

/** cs_xml_text_end_element: the end of an element that cs_xml_text_start_element() was given */
void cs_xml_text_end_element (CsXmlText *text,
                              const CsXmlElement *element);

/** cs_xml_text_append: @utf8: text of the open unit */
void cs_xml_text_append (CsXmlText *text,
                         const char *utf8,
                         gsize n_bytes);

/** cs_xml_text_add_instruction: `<?img ...?>` is a character that the office had to draw */
void cs_xml_text_add_instruction (CsXmlText *text,
                                  const char *target,
                                  const char *content);

/**
 * cs_xml_text_check_name:
 * @text: a writer
 * @name: (nullable) (transfer full): name of a file as an attribute gives it
 *
 * A name that leaves its package is dropped, and a note says so.
 *
 * Returns: (transfer full) (nullable): @name, when it is a plain base name
 */
char *cs_xml_text_check_name (CsXmlText *text,
                              char *name);

G_END_DECLS
