#include "cs-annuity.h"

#include "../law/cs-limit-table.h"
#include "../law/cs-period.h"
#include "cs-dated-number.h"

#define FEN 100 /* in a yuan */
#define OFFICE "CN"

/* --- amounts --- */

/* What key N, or the last key before it, says: steps of years are given by their first. */
static CsDatedNumber
find_step (const char *key,
           guint n,
           CsOfficeDate as_of)
{
  CsDatedNumber found = { 0 };

  for (; n > 0 && !found.is_known; n--)
    found = cs_dated_number_find (CS_DATED_ANNUITIES, as_of, "%s.%u", key, n);
  return found;
}

static CsDatedNumber
find_relief (CsFeeRelief relief,
             CsOfficeDate as_of)
{
  static const char *const keys[CS_N_FEE_RELIEFS] = { NULL, "cn.relief.single",
                                                      "cn.relief.several" };

  if (relief >= CS_N_FEE_RELIEFS || keys[relief] == NULL)
    return (CsDatedNumber){ .is_verified = TRUE };
  return cs_dated_number_find (CS_DATED_ANNUITIES, as_of, "%s", keys[relief]);
}

static guint
take_off (guint yuan,
          guint percent)
{
  return yuan * (FEN - MIN (percent, FEN));
}

/* --- yearly fees --- */

/* Moves @date by the rules of periods; FALSE when it stood on a working day already. */
static gboolean
move_from_weekend (CsOfficeDate *date)
{
  GDate day;
  GDate moved;

  g_date_clear (&day, 1);
  if (!g_date_valid_dmy (date->day, (GDateMonth)date->month, date->year))
    return FALSE;
  g_date_set_dmy (&day, date->day, (GDateMonth)date->month, date->year);
  cs_period_end (&day, 0, &moved);
  *date = (CsOfficeDate){ g_date_get_year (&moved), (guint8)g_date_get_month (&moved),
                          g_date_get_day (&moved) };
  return g_date_compare (&day, &moved) != 0;
}

static CsAnnuity
make_annuity (const CsAnnuityPlan *plan,
              guint year,
              guint grant_year)
{
  CsAnnuity annuity = { .year = year };
  CsOfficeDate due = cs_term_add (plan->filed, (year - 1) * 12);
  g_autofree char *key = g_strconcat ("cn.annuity.", cs_right_get_name (plan->right), NULL);
  CsDatedNumber full = find_step (key, year, due);
  CsDatedNumber relief = find_relief (plan->relief, due);
  CsDatedNumber years = cs_dated_number_find (CS_DATED_ANNUITIES, due, "cn.relief.years");
  CsDatedNumber open = cs_dated_number_find (CS_DATED_ANNUITIES, due, "cn.relief.open-licence");

  if (year - grant_year < years.value)
    annuity.percent_off = relief.value;
  if (plan->open_licence_from > 0 && year >= plan->open_licence_from)
    annuity.percent_off = MAX (annuity.percent_off, open.value);
  annuity.full_fen = full.value * FEN;
  annuity.fen = take_off (full.value, annuity.percent_off);
  annuity.is_verified = full.is_verified && relief.is_verified && open.is_verified;
  if (year > grant_year)
    {
      annuity.due = due;
      annuity.is_moved = move_from_weekend (&annuity.due);
    }
  return annuity;
}

GArray *
cs_annuities_new (const CsAnnuityPlan *plan)
{
  GArray *annuities = g_array_new (FALSE, FALSE, sizeof (CsAnnuity));
  guint grant_year = cs_term_get_patent_year (plan->filed, plan->granted);
  CsTerm term = cs_term_find (OFFICE, plan->right, plan->filed, plan->granted);
  guint n_years = term.expiry.year - plan->filed.year;

  for (guint year = grant_year; grant_year > 0 && year <= n_years; year++)
    {
      CsAnnuity annuity = make_annuity (plan, year, grant_year);

      g_array_append_val (annuities, annuity);
    }
  return annuities;
}

CsSurcharge
cs_annuity_get_surcharge (const CsAnnuity *annuity,
                          CsOfficeDate paid)
{
  CsSurcharge surcharge = { 0 };
  CsDatedNumber grace = cs_dated_number_find (CS_DATED_ANNUITIES, annuity->due, "cn.grace");
  CsOfficeDate last = cs_term_add (annuity->due, grace.value);
  guint percent;

  if (annuity->due.day == 0 || paid.day == 0 || cs_office_date_compare (paid, annuity->due) <= 0)
    return surcharge;
  for (surcharge.month = 1; surcharge.month < grace.value; surcharge.month++)
    if (cs_office_date_compare (paid, cs_term_add (annuity->due, surcharge.month)) <= 0)
      break;
  percent = find_step ("cn.surcharge", surcharge.month, annuity->due).value;
  surcharge.fen = percent * (annuity->full_fen / FEN);
  move_from_weekend (&last);
  surcharge.is_too_late = cs_office_date_compare (paid, last) > 0;
  return surcharge;
}

/* --- at filing --- */

static guint
sum_beyond (guint n,
            const char *free_key,
            const char *fee_key,
            CsOfficeDate as_of)
{
  g_autofree char *day = cs_office_date_dup_text (as_of);
  const CsLimitTable *table = cs_limit_table_get_default ();
  const CsLimit *n_free = cs_limit_table_find (table, free_key, day);
  const CsLimit *fee = cs_limit_table_find (table, fee_key, day);

  if (n_free == NULL || fee == NULL || n <= n_free->value)
    return 0;
  return (n - n_free->value) * fee->value * FEN;
}

/* Pages beyond the first limit cost one fee, beyond the second another. */
static guint
sum_pages (guint n_pages,
           CsOfficeDate as_of)
{
  guint n_many = sum_beyond (n_pages, "cn.pages.many", "cn.pages.fee-many", as_of);
  guint n_cheap = sum_beyond (n_pages, "cn.pages.many", "cn.pages.fee", as_of);

  return sum_beyond (n_pages, "cn.pages.free", "cn.pages.fee", as_of) - n_cheap + n_many;
}

guint
cs_filing_fees_get_fen (const CsFilingFees *fees,
                        gboolean *is_verified)
{
  const char *right = cs_right_get_name (fees->right);
  CsOfficeDate day = fees->filed;
  CsDatedNumber filing = cs_dated_number_find (CS_DATED_ANNUITIES, day, "cn.filing.%s", right);
  CsDatedNumber printing = cs_dated_number_find (CS_DATED_ANNUITIES, day, "cn.printing.%s", right);
  CsDatedNumber claim = cs_dated_number_find (CS_DATED_ANNUITIES, day, "cn.priority.claim");
  CsDatedNumber relief = find_relief (fees->relief, day);

  if (is_verified != NULL)
    *is_verified = filing.is_verified && claim.is_verified && relief.is_verified &&
                   (printing.is_verified || !printing.is_known);
  return take_off (filing.value, relief.value) + printing.value * FEN +
         sum_beyond (fees->n_claims, "cn.claims.free", "cn.claims.fee", day) +
         sum_pages (fees->n_pages, day) + fees->n_priorities * claim.value * FEN;
}
