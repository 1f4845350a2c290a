#pragma once

#include "cs-fold.h"

G_BEGIN_DECLS

/**
 * CsBound:
 * @CS_BOUND_NONE: open to that side
 * @CS_BOUND_INCLUDED: the figure itself belongs to the range: 以上, at least, 10～20
 * @CS_BOUND_EXCLUDED: it does not: 大于, more than
 */
typedef enum
{
  CS_BOUND_NONE,
  CS_BOUND_INCLUDED,
  CS_BOUND_EXCLUDED
} CsBound;

/**
 * CsQuantity:
 * @start: first byte in the folded text, words of comparison included
 * @end: one past its last byte, unit and 以上 included
 * @number: first byte of its first figure
 * @first_end: one past its first figure, unit included
 * @second: first byte of its second figure; @end in a single value
 * @unit_start: first byte of its unit; with @unit_end empty when it has none
 * @unit_end: one past the last byte of the unit
 * @dimension: (transfer none) (nullable): what the unit measures, as in resources/lexicons/units:
 *   "length", "percent", "count"; %NULL without a unit
 * @low: its lower figure
 * @high: its upper figure; the same as @low in a single value
 * @low_bound: whether there is a lower bound; a single value is included on both sides
 * @high_bound: whether there is an upper bound
 * @range: it has two figures
 * @exact: both figures were read in full: no powers, no fractions
 *
 * One figure, or range of figures, with its unit.
 */
typedef struct
{
  gsize start;
  gsize end;
  gsize number;
  gsize first_end;
  gsize second;
  gsize unit_start;
  gsize unit_end;
  const char *dimension;
  double low;
  double high;
  CsBound low_bound;
  CsBound high_bound;
  gboolean range;
  gboolean exact;
} CsQuantity;

/**
 * cs_quantity_find:
 * @folded: text folded with %CS_FOLD_CASE
 *
 * Finds quantities: 10～20mm, 5至8小时, "between 5 and 10 percent", 不小于3. What only looks like one is
 * left out: locants of chemical names (1,3-), C1-20, labels (S101, 图1-3, 权利要求1-7), signs in
 * brackets. O(n). Thread: any.
 *
 * Source: Guidelines 2023 part 2 ch. 2, 3.3 (大于 excludes, 以上 includes the figure).
 *
 * Returns: (transfer full) (element-type CsQuantity): in the order of the text
 */
GArray *cs_quantity_find (const CsFolded *folded) G_GNUC_WARN_UNUSED_RESULT;

/** cs_quantity_same_unit: Returns: whether both have the same unit, spelt alike, or both none */
gboolean cs_quantity_same_unit (const CsFolded *folded,
                                const CsQuantity *a,
                                const CsQuantity *b);

/** cs_quantity_contains: Returns: whether all of @inner lies in @outer, by the figures */
gboolean cs_quantity_contains (const CsQuantity *outer,
                               const CsQuantity *inner);

G_END_DECLS
