#pragma once

#include "cs-xml-dialect.h"

G_BEGIN_DECLS

/**
 * CsXmlFigures:
 *
 * Reads the drawings of a document, and which of them goes with the abstract. For nobody
 * else than src/formats. Thread: one at a time.
 */
typedef struct _CsXmlFigures CsXmlFigures;

/** cs_xml_figures_new: @reading: (transfer none): where from and where to */
CsXmlFigures *cs_xml_figures_new (const CsXmlReading *reading);

/** cs_xml_figures_free: frees @figures */
void cs_xml_figures_free (CsXmlFigures *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXmlFigures, cs_xml_figures_free)

/** cs_xml_figures_set_in_abstract: @in_abstract: whether the pictures that follow are those of the
 * abstract */
void cs_xml_figures_set_in_abstract (CsXmlFigures *figures,
                                     gboolean in_abstract);

/** cs_xml_figures_is_in_abstract: Returns: what cs_xml_figures_set_in_abstract() said last */
gboolean cs_xml_figures_is_in_abstract (const CsXmlFigures *figures);

/** cs_xml_figures_begin: @element: a drawing, with its label; its picture follows */
void cs_xml_figures_begin (CsXmlFigures *figures,
                           const CsXmlElement *element);

/** cs_xml_figures_end: the drawing ends */
void cs_xml_figures_end (CsXmlFigures *figures);

/**
 * cs_xml_figures_add:
 * @figures: the drawings
 * @element: a picture among them
 * @file: (nullable): its name, once it is known to be a base name
 *
 * Adds the figures that the picture shows to the draft.
 */
void cs_xml_figures_add (CsXmlFigures *figures,
                         const CsXmlElement *element,
                         const char *file);

/**
 * cs_xml_figures_find_image:
 * @figures: the drawings
 * @name: (nullable): base name of a picture
 * @part: where it is spoken of
 *
 * A picture that should be there and is not becomes a note.
 *
 * Returns: (transfer none) (nullable): the picture
 */
const CsImage *cs_xml_figures_find_image (CsXmlFigures *figures,
                                          const char *name,
                                          CsPart part);

/**
 * cs_xml_figures_dup_abstract:
 * @figures: the drawings, all of them
 * @draft: what came of them
 *
 * Returns: (transfer full) (nullable): label of the figure that goes with the abstract, "" when it
 *   is none of the drawings; %NULL when the abstract came without one
 */
char *cs_xml_figures_dup_abstract (const CsXmlFigures *figures,
                                   const CsDraft *draft);

G_END_DECLS
