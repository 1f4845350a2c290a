#pragma once

#include <libxml/tree.h>

#include "cs-docx-styles.h"

G_BEGIN_DECLS

/**
 * CsDocxNumbering:
 *
 * The numbers that Word prints in front of paragraphs and nobody typed, counted from the first
 * paragraph to the last; for nobody else than src/formats/docx. Lists of one definition go on
 * counting from each other, unless one of them begins anew. Source: ISO/IEC 29500-1:2016, 17.9.
 * Thread: one at a time.
 */
typedef struct _CsDocxNumbering CsDocxNumbering;

/** cs_docx_numbering_new: @tree: (nullable) (transfer full): of the part of numberings; @styles
 * must outlive the numbering. Returns: (transfer full): nothing counted yet */
CsDocxNumbering *cs_docx_numbering_new (xmlDoc *tree,
                                        const CsDocxStyles *styles);

/** cs_docx_numbering_free: frees @numbering and its tree */
void cs_docx_numbering_free (CsDocxNumbering *numbering);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxNumbering, cs_docx_numbering_free)

/**
 * cs_docx_numbering_count:
 * @numbering: what was counted so far
 * @paragraph: (nullable): the `w:pPr` of the next paragraph
 * @style: (nullable): its style
 *
 * Counts the next paragraph.
 *
 * Returns: (transfer full) (nullable): what stands in front of it, with the blank behind; %NULL
 * when it bears no number
 */
char *cs_docx_numbering_count (CsDocxNumbering *numbering,
                               const xmlNode *paragraph,
                               const CsDocxStyle *style);

G_END_DECLS
