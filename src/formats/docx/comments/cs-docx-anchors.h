#pragma once

#include "../cs-docx-places.h"

G_BEGIN_DECLS

/* Where comments stand in the text of a Word file: `w:commentRangeStart`, `w:commentRangeEnd` and a
 * run with a `w:commentReference`; for nobody else than src/formats/docx. Source: ISO/IEC
 * 29500-1:2016, 17.13.4. */

/**
 * CsDocxAnchor:
 * @start: before the first word; with a node of %NULL the comment is of no words
 * @end: behind the last word
 * @id: of the comment
 */
typedef struct
{
  CsDocxPoint start;
  CsDocxPoint end;
  guint id;
} CsDocxAnchor;

/**
 * cs_docx_anchors_add:
 * @document: the main part
 * @anchors: (array length=n_anchors): what to mark; what is of no words goes to the beginning
 * @n_anchors: how many
 * @style: (nullable): identity of the style of the references
 *
 * Marks words, splitting runs where they begin and end. Points of text are of no use afterwards.
 */
void cs_docx_anchors_add (xmlDoc *document,
                          const CsDocxAnchor *anchors,
                          guint n_anchors,
                          const char *style);

/** cs_docx_get_prefixed: Returns: (transfer none): the namespace of @node in a form that attributes
 * can have: with a prefix */
xmlNs *cs_docx_get_prefixed (xmlNode *node);

G_END_DECLS
