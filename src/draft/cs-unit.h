#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CS_UNIT_COMPOUND: dimensions from this one on are of units like mg/kg */
#define CS_UNIT_COMPOUND 64

/**
 * CsUnitScale:
 * @dimension: equal for units that can be compared, never 0
 * @factor: what a value is multiplied with to be in the base unit
 */
typedef struct
{
  guint dimension;
  double factor;
} CsUnitScale;

/**
 * cs_unit_scan:
 * @text: folded text
 * @at: where a unit may stand
 * @scale: (out): what it measures
 *
 * Reads a unit of measurement, Chinese or English, written out or as a symbol: mm, 毫米, wt%, ℃,
 * "degrees Celsius", mg/mL. Prefixes count as SI says. Source: SI brochure, 9th edition. Thread:
 * any.
 *
 * Returns: its bytes, 0 when none stands there
 */
gsize cs_unit_scan (const char *text,
                    gsize at,
                    CsUnitScale *scale);

G_END_DECLS
