#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsPercentiles:
 * @deciles: the values that 10, 20, ... 90 of 100 do not exceed
 * @since: day on which it was measured, ISO 8601
 * @n_measured: how many values it was measured on
 * @source: what was measured
 *
 * How a value is spread among published applications: what is usual, not what is right.
 */
typedef struct
{
  guint deciles[9];
  char *since;
  guint n_measured;
  char *source;
} CsPercentiles;

/**
 * cs_percentiles_find:
 * @key: "zh.characters", "en.words", "en.features"
 *
 * From resources/law/percentiles.ini, read once. Thread: any.
 *
 * Returns: (transfer none) (nullable): the table; %NULL when there is none of that name
 */
const CsPercentiles *cs_percentiles_find (const char *key);

/**
 * cs_percentiles_rank:
 * @percentiles: a table
 * @value: a value
 *
 * Returns: of 100 values measured about how many are less: 0 to 99, between deciles by straight
 * lines
 */
guint cs_percentiles_rank (const CsPercentiles *percentiles,
                           guint value);

G_END_DECLS
