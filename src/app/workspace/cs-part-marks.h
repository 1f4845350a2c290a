#pragma once

#include "cs-document.h"
#include "cs-part-colors.h"

G_BEGIN_DECLS

/**
 * CsPartMarks:
 *
 * What an examination says of a part, as text tags: references, transitions, signs, findings.
 * Tags are there for what is visible and one screen around it only, and move with the text by
 * themselves while a person types. All places are code points of the text as it is now.
 */
typedef struct _CsPartMarks CsPartMarks;

/** cs_part_marks_new: @document: (transfer none): outlives the marks; @further_indent: pixels
 * from the left edge at which the further paragraphs of a claim begin. Returns: (transfer full):
 * the marks of @part, none shown yet */
CsPartMarks *cs_part_marks_new (CsDocument *document,
                                CsPart part,
                                int further_indent);

/** cs_part_marks_free: takes all tags out of the text */
void cs_part_marks_free (CsPartMarks *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPartMarks, cs_part_marks_free)

/** cs_part_marks_set_colors: shows all in @colors from now on */
void cs_part_marks_set_colors (CsPartMarks *marks,
                               const CsPartColors *colors);

/** cs_part_marks_set_view: takes up what @view (nullable) says. Changes no tag yet. */
void cs_part_marks_set_view (CsPartMarks *marks,
                             CsFindingView *view);

/**
 * cs_part_marks_show:
 * @marks: the marks
 * @start_char: first code point, at the start of a line
 * @end_char: one past the last, at the end of a line
 *
 * Puts tags into that stretch, and takes those outside it away: only where they differ from what
 * is there. Must not be called while the view is laid out or drawn.
 */
void cs_part_marks_show (CsPartMarks *marks,
                         guint start_char,
                         guint end_char);

/** cs_part_marks_find_unit: Returns: the first claim or paragraph that begins in [@start_char,
 * @end_char), %CS_NO_INDEX for none */
guint cs_part_marks_find_unit (CsPartMarks *marks,
                               guint start_char,
                               guint end_char);

/** cs_part_marks_get_n_units: Returns: number of claims or paragraphs */
guint cs_part_marks_get_n_units (CsPartMarks *marks);

/** cs_part_marks_get_unit_start: Returns: the first code point of unit @index with its number */
guint cs_part_marks_get_unit_start (CsPartMarks *marks,
                                    guint index);

/** cs_part_marks_find_reference: Returns: index of the claim that the text at @at_char refers to,
 * %CS_NO_INDEX when it is no reference or to none that there is */
guint cs_part_marks_find_reference (CsPartMarks *marks,
                                    guint at_char);

G_END_DECLS
