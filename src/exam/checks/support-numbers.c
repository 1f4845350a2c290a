#include <string.h>

#include "../../draft/cs-amount.h"
#include "support.h"

/* Values and ranges of the claims against those of the description: an end point that stands
 * nowhere there cannot be fallen back upon, and a range wants examples. Sources: Guidelines 2023
 * part 2 ch. 2, 2.2.6; part 2 ch. 8, 5.2.2.1 (end points); MPEP 2163.05 III. */

/* Amounts in the description outside the background. */
typedef struct
{
  CsSupportCheck *check;
  GArray *examples;    /* CsAmount: single values in the embodiments */
  GHashTable *values;  /* dimension and value */
  GHashTable *bare;    /* numbers without unit, and all in tables */
  GHashTable *numbers; /* all numbers, whatever their unit */
  GHashTable *met;     /* CsAmount: what was learnt already; the same figures come often */
  GHashTable *reported;
  gboolean learnt; /* the description was read */
} Numbers;

/* --- the description --- */

static char *
dup_value_key (const CsAmount *amount)
{
  return g_strdup_printf ("%u %.6g", amount->dimension, amount->value);
}

static char *
dup_number_key (const CsAmount *amount)
{
  return g_strdup_printf ("%.6g", amount->number);
}

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint
hash_amount (gconstpointer amount)
{
  guint64 bits;

  memcpy (&bits, &((const CsAmount *)amount)->number, sizeof bits);

  return bits * HASH_FACTOR >> 32;
}

/* Whether both say the same, wherever they stand; -0 is written otherwise than 0. */
static gboolean
amounts_equal (gconstpointer a, gconstpointer b)
{
  const CsAmount *one = a;
  const CsAmount *other = b;

  return memcmp (&one->number, &other->number, sizeof one->number) == 0 &&
         memcmp (&one->value, &other->value, sizeof one->value) == 0 &&
         one->dimension == other->dimension;
}

static void
learn_value (Numbers *numbers, const CsAmount *amount)
{
  if (g_hash_table_contains (numbers->met, amount))
    return;

  g_hash_table_add (numbers->met, g_memdup2 (amount, sizeof *amount));
  g_hash_table_add (numbers->numbers, dup_number_key (amount));
  if (amount->dimension == 0)
    g_hash_table_add (numbers->bare, dup_number_key (amount));
  else
    g_hash_table_add (numbers->values, dup_value_key (amount));
}

static void
learn (Numbers *numbers, const CsAmount *amount, gboolean embodied)
{
  learn_value (numbers, amount);
  if (embodied && amount->role == CS_AMOUNT_SINGLE)
    g_array_append_val (numbers->examples, *amount);
}

static void
learn_unit (Numbers *numbers, CsReading *reading, gboolean embodied)
{
  const GArray *amounts = cs_reading_get_amounts (reading);

  for (guint i = 0; i < amounts->len; i++)
    learn (numbers, &g_array_index (amounts, CsAmount, i), embodied);
}

/* Tables and formulas hold numbers too; their headings, which have the units, are not read. */
static void
learn_objects (Numbers *numbers, const CsDraft *draft)
{
  guint n_objects;
  const CsInlineObject *objects =
      cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);

  for (guint i = 0; i < n_objects; i++)
    {
      g_autoptr (GArray) amounts = NULL;
      const char *payload = objects[i].payload;

      if (payload == NULL || objects[i].kind == CS_OBJECT_IMAGE)
        continue;
      amounts = cs_amounts_scan (payload, strlen (payload));
      for (guint n = 0; n < amounts->len; n++)
        {
          CsAmount *amount = &g_array_index (amounts, CsAmount, n);

          amount->dimension = 0;
          learn (numbers, amount, TRUE);
        }
    }
}

static void
learn_description (Numbers *numbers)
{
  const CsDraft *draft = cs_exam_get_draft (numbers->check->context);

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    {
      CsSupportPlace place = cs_support_get_place (numbers->check->support, i);

      if (place != CS_SUPPORT_BACKGROUND)
        learn_unit (numbers, cs_draft_get_reading (draft, CS_PART_DESCRIPTION, i),
                    place == CS_SUPPORT_EMBODIMENT);
    }
  learn_objects (numbers, draft);
}

/* --- the claims --- */

static gboolean
is_known (const Numbers *numbers, const CsAmount *amount)
{
  g_autofree char *value = dup_value_key (amount);
  g_autofree char *number = dup_number_key (amount);

  if (amount->dimension == 0 || amount->dimension >= CS_AMOUNT_COMPOUND)
    return g_hash_table_contains (numbers->numbers, number);

  return g_hash_table_contains (numbers->values, value) ||
         g_hash_table_contains (numbers->bare, number);
}

/* Whether an example lies in the range. */
static gboolean
has_example (const Numbers *numbers, const CsAmount *low, const CsAmount *high)
{
  for (guint i = 0; i < numbers->examples->len; i++)
    {
      const CsAmount *example = &g_array_index (numbers->examples, CsAmount, i);
      gboolean bare = example->dimension == 0;

      if (!bare && example->dimension != low->dimension)
        continue;
      if (bare && example->number >= low->number && example->number <= high->number)
        return TRUE;
      if (!bare && example->value >= low->value && example->value <= high->value)
        return TRUE;
    }

  return FALSE;
}

static CsReport *
report (Numbers *numbers, const char *rule, const CsClaim *claim, CsRange range)
{
  g_autofree char *text = cs_claim_dup_range (claim, range);
  g_autofree char *key = g_strdup_printf ("%s %s", rule, text);
  CsReport *known = g_hash_table_lookup (numbers->reported, key);
  guint feature = cs_support_find_feature (numbers->check, claim->index, range.start);
  CsReport *found;

  if (known != NULL)
    {
      cs_report_add_related (known, "also",
                             (CsSpan){ CS_PART_CLAIMS, claim->index, range.start, range.end });
      return NULL;
    }

  found = cs_exam_report_claim (numbers->check->context, rule, CS_CERTAINTY_LIKELY, claim, range);
  g_hash_table_insert (numbers->reported, g_steal_pointer (&key), found);
  if (feature != CS_NO_INDEX)
    g_array_index (numbers->check->flagged, gboolean, feature) = TRUE;

  return found;
}

/* Other values of the kind in the paragraph that is nearest to the feature at @byte. */
static char *
dup_others (Numbers *numbers, const CsClaim *claim, const CsAmount *amount, CsSpan *where)
{
  CsSupportCheck *check = numbers->check;
  guint feature = cs_support_find_feature (check, claim->index, amount->range.start);
  const CsSupportHit *hit;
  g_autoptr (GArray) found = NULL;
  const char *text;
  gsize n_bytes;

  if (feature == CS_NO_INDEX)
    return NULL;
  hit = &cs_support_get (check->support, feature)->basis;
  if (hit->paragraph == CS_NO_INDEX || cs_support_grade (hit->coverage) == CS_SUPPORT_MISSING)
    return NULL;

  text = cs_draft_get_unit_text (cs_exam_get_draft (check->context), CS_PART_DESCRIPTION,
                                 hit->paragraph, &n_bytes);
  found = cs_amounts_scan (text, n_bytes);
  for (guint i = 0; i < found->len; i++)
    {
      const CsAmount *other = &g_array_index (found, CsAmount, i);

      if (other->dimension != amount->dimension)
        continue;
      *where = (CsSpan){ CS_PART_DESCRIPTION, hit->paragraph, other->range.start,
                         other->range.end };
      return g_strndup (text + other->range.start, other->range.end - other->range.start);
    }

  return NULL;
}

static void
check_single (Numbers *numbers, const CsClaim *claim, const CsAmount *amount)
{
  CsSpan where;
  g_autofree char *other = NULL;
  CsReport *found;

  if (amount->dimension == 0 || is_known (numbers, amount))
    return;

  other = dup_others (numbers, claim, amount, &where);
  found = report (numbers, other != NULL ? "number-differs" : "number-missing", claim,
                  amount->range);
  if (found == NULL || other == NULL)
    return;
  cs_report_set (found, "other", "%s", other);
  cs_report_add_related (found, "nearest", where);
}

static gboolean
is_whole (const CsAmount *amount)
{
  return amount->number == (double)(gint64)amount->number;
}

/* "ranked 21-40 in Table 6": whole numbers without a unit count things, or name them. */
static gboolean
counts_things (const CsClaim *claim, const CsAmount *low, const CsAmount *high)
{
  const char *link = claim->text + low->range.end;

  return low->dimension == 0 && is_whole (low) && is_whole (high) &&
         memchr (link, '-', high->range.start - low->range.end) != NULL;
}

static void
check_range (Numbers *numbers, const CsClaim *claim, const CsAmount *low)
{
  const CsAmount *high = low + 1;
  CsRange range = { low->range.start, high->range.end };
  gboolean low_known = is_known (numbers, low);
  gboolean high_known = is_known (numbers, high);
  g_autofree char *low_text = cs_claim_dup_range (claim, low->range);
  g_autofree char *high_text = cs_claim_dup_range (claim, high->range);
  CsReport *found;

  if (low_known && high_known)
    {
      if (low->dimension != 0 && !has_example (numbers, low, high))
        report (numbers, "range-examples", claim, range);
      return;
    }

  if (counts_things (claim, low, high))
    return;
  found = report (numbers, "range-ends", claim, range);
  if (found == NULL)
    return;
  if (low_known)
    cs_report_set (found, "ends", "%s", high_text);
  else if (high_known)
    cs_report_set (found, "ends", "%s", low_text);
  else
    cs_report_set (found, "ends", numbers->check->chinese ? "%s、%s" : "%s, %s", low_text,
                   high_text);
}

static void
check_claim (Numbers *numbers, const CsClaim *claim)
{
  const CsDraft *draft = cs_exam_get_draft (numbers->check->context);
  const GArray *amounts =
      cs_reading_get_amounts (cs_draft_get_reading (draft, CS_PART_CLAIMS, claim->index));

  if (amounts->len > 0 && !numbers->learnt)
    {
      learn_description (numbers);
      numbers->learnt = TRUE;
    }
  for (guint i = 0; i < amounts->len; i++)
    {
      const CsAmount *amount = &g_array_index (amounts, CsAmount, i);

      if (amount->role == CS_AMOUNT_SINGLE)
        check_single (numbers, claim, amount);
      else if (amount->role == CS_AMOUNT_LOW)
        check_range (numbers, claim, amount);
    }
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
cs_support_check_numbers (CsSupportCheck *check)
{
  const CsClaimSet *claims = cs_exam_get_claims (check->context);
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (CsAmount));
  g_autoptr (GHashTable) values = new_set ();
  g_autoptr (GHashTable) bare = new_set ();
  g_autoptr (GHashTable) all = new_set ();
  g_autoptr (GHashTable) met = g_hash_table_new_full (hash_amount, amounts_equal, g_free, NULL);
  g_autoptr (GHashTable) reported = new_set ();
  Numbers numbers = { check, examples, values, bare, all, met, reported, FALSE };

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    if (!cs_claim_set_get (claims, i)->cancelled)
      check_claim (&numbers, cs_claim_set_get (claims, i));
}
