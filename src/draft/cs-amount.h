#pragma once

#include "../base/cs-span.h"
#include "../language/cs-fold.h"
#include "cs-unit.h"

G_BEGIN_DECLS

/**
 * CsAmountRole:
 * @CS_AMOUNT_SINGLE: a value, or a limit that has no other end: 5 mm, at least 5 mm
 * @CS_AMOUNT_LOW: the first end of a range: 5 mm to 8 mm; the next amount is the other one
 * @CS_AMOUNT_HIGH: the second end of a range
 */
typedef enum
{
  CS_AMOUNT_SINGLE,
  CS_AMOUNT_LOW,
  CS_AMOUNT_HIGH
} CsAmountRole;

/** CS_AMOUNT_COMPOUND: dimensions from this one on are of units like mg/kg, which are compared by
 *  their letters */
#define CS_AMOUNT_COMPOUND CS_UNIT_COMPOUND

/**
 * CsAmount:
 * @number: as written, without its unit
 * @value: in the base unit of @dimension: 0.005 for 5 mm
 * @dimension: equal for units that can be compared; 0 without a unit
 * @role: alone or in a range
 * @range: number and unit, bytes of the text
 *
 * A number in a text, with its unit: what a CsQuantity of language/cs-quantity.h comes to. An end
 * of a range written without a unit has that of the other.
 */
typedef struct
{
  double number;
  double value;
  guint dimension;
  CsAmountRole role;
  CsRange range;
} CsAmount;

/**
 * cs_amounts_scan:
 * @text: (array length=n_bytes): a claim or a paragraph
 * @n_bytes: its length
 *
 * Reads numbers as texts of either language write them: "0.5mm~1.2mm", "from about 5 to 8 %",
 * "between 5 and 8 mm", 10至20℃, 三十 not. Left out is what only looks like an amount: numbers of
 * claims, figures, steps and sequences, reference signs, ratios, powers of ten, parts of formulas
 * and of chemical names. O(n). Thread: any.
 *
 * Returns: (transfer full) (element-type CsAmount): in the order of the text
 */
GArray *cs_amounts_scan (const char *text,
                         gsize n_bytes);

/** cs_amounts_read: as cs_amounts_scan(), of a text folded with its case kept and without; ranges
 *  are of the source */
GArray *cs_amounts_read (const CsFolded *cased,
                         const CsFolded *lower);

G_END_DECLS
