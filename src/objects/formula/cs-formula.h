#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CsFormula:
 *
 * A mathematical formula as a tree: rows, fractions, scripts, roots, fences, tables, and letters.
 * Read from MathML (USPTO, EPO) or from Office Math (Word), written as either, as a line of text,
 * or drawn. Immutable. What a source has and the tree has not is told by
 * cs_formula_is_complete(). Sources: MathML 3.0 (W3C 2014); ISO/IEC 29500-1:2016, 22.1.
 */
typedef struct _CsFormula CsFormula;

/**
 * cs_formula_new:
 * @xml: (array length=n_bytes): source of one formula: `m:oMath`, `m:oMathPara`, `math` or an
 *   element that holds one of them, such as `maths` or `w:object`; prefixes need no declaration
 * @n_bytes: its length
 * @error: %CS_ERROR_SYNTAX when it is not well-formed, %CS_ERROR_UNSUPPORTED when there is no
 *   formula in it (a picture alone, an OLE equation), %CS_ERROR_LIMIT when it is nested too deep
 *
 * Thread: any.
 *
 * Returns: (transfer full): the formula, or %NULL
 */
CsFormula *cs_formula_new (const char *xml, gsize n_bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** cs_formula_free: frees @formula */
void cs_formula_free (CsFormula *formula);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFormula, cs_formula_free)

/** cs_formula_is_complete: Returns: whether all that its source said is in it */
gboolean cs_formula_is_complete (const CsFormula *formula);

/** cs_formula_equal: Returns: whether both say the same, whatever format they came from */
gboolean cs_formula_equal (const CsFormula *a, const CsFormula *b);

/** cs_formula_dup_office_math: Returns: (transfer full): `<m:oMath>`, with its namespace */
char *cs_formula_dup_office_math (const CsFormula *formula);

/** cs_formula_dup_mathml: Returns: (transfer full): `<math>`, with its namespace */
char *cs_formula_dup_mathml (const CsFormula *formula);

/** cs_formula_dup_text: Returns: (transfer full): one line, as one would type it: "(a+b)/c_1" */
char *cs_formula_dup_text (const CsFormula *formula);

/**
 * cs_formula_measure:
 * @formula: a formula
 * @font_pt: size of its letters, in points
 * @width_pt: (out): width
 * @height_pt: (out): height
 * @base_pt: (out): from the top down to the line that letters stand on
 *
 * Thread: any, with a Pango font map of its own.
 */
void cs_formula_measure (
    const CsFormula *formula, double font_pt, double *width_pt, double *height_pt, double *base_pt);

/** cs_formula_draw: draws @formula with its top left corner at the origin of @cr, in the colour
 * that is set, @font_pt points high letters. Thread: any */
void cs_formula_draw (const CsFormula *formula, double font_pt, cairo_t *cr);

G_END_DECLS
