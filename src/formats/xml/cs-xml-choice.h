#pragma once

#include "../../draft/cs-draft-builder.h"

G_BEGIN_DECLS

/**
 * CsXmlChoice:
 *
 * Which of the languages of one document are taken: the EPO prints the claims of a patent in three
 * and the title too, collections have abstracts in several. The language somebody asked for goes
 * before that of the document, and that before any other. For nobody else than src/formats. Thread:
 * one at a time.
 */
typedef struct _CsXmlChoice CsXmlChoice;

/** cs_xml_choice_new: @wanted: (nullable) (transfer none): the language asked for */
CsXmlChoice *cs_xml_choice_new (CsDraftBuilder *builder,
                                const char *wanted);

/** cs_xml_choice_free: frees @choice */
void cs_xml_choice_free (CsXmlChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXmlChoice, cs_xml_choice_free)

/** cs_xml_choice_set_own: @language: (nullable): that of the document, if it tells one */
void cs_xml_choice_set_own (CsXmlChoice *choice,
                            const char *language);

/**
 * cs_xml_choice_takes:
 * @choice: a choice
 * @part: claims or abstract, which begin once more
 * @language: (nullable): in which language; without one there is nothing to choose
 *
 * When these are wanted more than those taken before, those are dropped from the draft.
 *
 * Returns: whether to take them
 */
gboolean cs_xml_choice_takes (CsXmlChoice *choice,
                              CsPart part,
                              const char *language);

/**
 * cs_xml_choice_add_title:
 * @choice: a choice
 * @language: (nullable): its language
 *
 * Puts the title that was just written into the draft aside until all is read.
 */
void cs_xml_choice_add_title (CsXmlChoice *choice,
                              const char *language);

/** cs_xml_choice_finish: all is read: gives the draft the title in the language of its claims, and
 * says what was left aside */
void cs_xml_choice_finish (CsXmlChoice *choice);

G_END_DECLS
