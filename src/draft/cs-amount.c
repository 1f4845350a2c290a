#include "cs-amount.h"

#include "../language/cs-quantity.h"
#include "../language/cs-scan.h"
#include "cs-unit.h"

/* The text as it is read, folded but for its case: symbols of units keep it, mPa and MPa. */
typedef struct
{
  const CsFolded *cased;
  GArray *found;
} Reader;

/* The unit of @amount behind its number, from byte @start on. */
static void
read_unit (const Reader *reader, gsize start, CsAmount *amount)
{
  const CsFolded *cased = reader->cased;
  gsize at = cs_scan_spaces (cased->text, start);
  CsUnitScale scale;
  gsize length;

  if (cased->text[at] == '-' && g_ascii_isalpha (cased->text[at + 1])) /* 5-mm */
    at++;
  length = cs_unit_scan (cased->text, at, &scale);
  if (length == 0)
    return;
  amount->dimension = scale.dimension;
  amount->value = amount->number * scale.factor;
  amount->range.end = cased->map[at + length];
}

/* The figure at [@start, @end) with the value @number. */
static CsAmount
read_amount (const Reader *reader, gsize start, gsize end, double number)
{
  const char *text = reader->cased->text;
  const guint32 *map = reader->cased->map;
  CsAmount amount = { .number = number, .value = number, .range = { map[start], map[end] } };
  gsize unit = start + (text[start] == '-');

  while (unit < end && (g_ascii_isdigit (text[unit]) || text[unit] == '.' || text[unit] == ','))
    unit++;
  read_unit (reader, unit, &amount);

  return amount;
}

static void
share_unit (CsAmount *low, CsAmount *high)
{
  if (low->dimension == 0 && high->dimension != 0 && high->number != 0)
    {
      low->dimension = high->dimension;
      low->value = low->number * (high->value / high->number);
    }
  else if (high->dimension == 0 && low->dimension != 0 && low->number != 0)
    {
      high->dimension = low->dimension;
      high->value = high->number * (low->value / low->number);
    }
}

static void
add_quantity (Reader *reader, const CsQuantity *quantity)
{
  gboolean counts = g_strcmp0 (quantity->dimension, "count") == 0;
  CsAmount low = read_amount (reader, quantity->number, quantity->first_end, quantity->low);
  CsAmount high;

  if (counts)
    low.dimension = 0;
  if (!quantity->range)
    {
      g_array_append_val (reader->found, low);
      return;
    }

  high = read_amount (reader, quantity->second, quantity->end, quantity->high);
  if (counts)
    high.dimension = 0;
  if (high.number >= low.number)
    {
      low.role = CS_AMOUNT_LOW;
      high.role = CS_AMOUNT_HIGH;
      share_unit (&low, &high);
    }
  g_array_append_val (reader->found, low);
  g_array_append_val (reader->found, high);
}

GArray *
cs_amounts_scan (const char *text, gsize n_bytes)
{
  g_autoptr (CsFolded) cased = cs_fold (text, n_bytes, CS_FOLD_DEFAULT);
  g_autoptr (CsFolded) lower = cs_fold (text, n_bytes, CS_FOLD_CASE);

  return cs_amounts_read (cased, lower);
}

GArray *
cs_amounts_read (const CsFolded *cased, const CsFolded *lower)
{
  g_autoptr (GArray) quantities = cs_quantity_find (lower); /* lower case moves nothing */
  Reader reader = { cased, g_array_new (FALSE, FALSE, sizeof (CsAmount)) };

  for (guint i = 0; i < quantities->len; i++)
    {
      const CsQuantity *quantity = &g_array_index (quantities, CsQuantity, i);

      if (quantity->exact)
        add_quantity (&reader, quantity);
    }

  return reader.found;
}
