#include "../../src/family/cs-annuity.h"

#define FEN 100

static CsOfficeDate
day (const char *text)
{
  CsOfficeDate date;

  g_assert_true (cs_office_date_read (text, &date));
  return date;
}

static guint
sum (const CsAnnuityPlan *plan)
{
  g_autoptr (GArray) annuities = cs_annuities_new (plan);
  guint fen = 0;

  for (guint i = 0; i < annuities->len; i++)
    {
      g_assert_true (g_array_index (annuities, CsAnnuity, i).is_verified);
      fen += g_array_index (annuities, CsAnnuity, i).fen;
    }
  return fen;
}

static CsAnnuityPlan
make_plan (CsFeeRelief relief, guint open_licence_from)
{
  return (CsAnnuityPlan){ CS_RIGHT_INVENTION, day ("2018-05-10"), day ("2021-09-03"), relief,
                          open_licence_from };
}

static void
test_totals (void)
{
  CsAnnuityPlan full = make_plan (CS_FEE_RELIEF_NONE, 0);
  CsAnnuityPlan single = make_plan (CS_FEE_RELIEF_SINGLE, 0);
  CsAnnuityPlan several = make_plan (CS_FEE_RELIEF_SEVERAL, 0);
  CsAnnuityPlan open = make_plan (CS_FEE_RELIEF_NONE, 1);
  CsAnnuityPlan both = make_plan (CS_FEE_RELIEF_SINGLE, 4);

  g_assert_cmpuint (sum (&full), ==, 79600 * FEN);
  g_assert_cmpuint (sum (&single), ==, 56140 * FEN);
  g_assert_cmpuint (sum (&several), ==, 60280 * FEN);
  g_assert_cmpuint (sum (&open), ==, 67660 * FEN);
  g_assert_cmpuint (sum (&both), ==, 48340 * FEN);
}

/* Granted within the first year: all years of the term. */
static void
test_whole_terms (void)
{
  CsAnnuityPlan plan = make_plan (CS_FEE_RELIEF_NONE, 0);

  plan.granted = day ("2018-12-01");
  g_assert_cmpuint (sum (&plan), ==, 82300 * FEN);
  plan.right = CS_RIGHT_UTILITY;
  g_assert_cmpuint (sum (&plan), ==, 11200 * FEN);
  plan.right = CS_RIGHT_DESIGN;
  g_assert_cmpuint (sum (&plan), ==, 11200 * FEN); /* ten years, filed before June 2021 */
  plan.filed = day ("2022-05-10");
  plan.granted = day ("2022-12-01");
  g_assert_cmpuint (sum (&plan), ==, 26200 * FEN);
}

static void
test_single_years (void)
{
  static const guint yuan[] = { 180, 180, 180, 300, 300, 300, 600, 600, 600, 900, 6000 };
  CsAnnuityPlan plan = make_plan (CS_FEE_RELIEF_SINGLE, 0);
  g_autoptr (GArray) annuities = cs_annuities_new (&plan);

  g_assert_cmpuint (annuities->len, ==, 17);
  for (guint i = 0; i < G_N_ELEMENTS (yuan); i++)
    {
      g_assert_cmpuint (g_array_index (annuities, CsAnnuity, i).year, ==, 4 + i);
      g_assert_cmpuint (g_array_index (annuities, CsAnnuity, i).fen, ==, yuan[i] * FEN);
    }
}

static void
test_due_days (void)
{
  CsAnnuityPlan plan = make_plan (CS_FEE_RELIEF_NONE, 0);
  g_autoptr (GArray) annuities = cs_annuities_new (&plan);
  const CsAnnuity *fourth = &g_array_index (annuities, CsAnnuity, 0);
  const CsAnnuity *fifth = &g_array_index (annuities, CsAnnuity, 1);
  const CsAnnuity *eighth = &g_array_index (annuities, CsAnnuity, 4);
  const CsAnnuity *ninth = &g_array_index (annuities, CsAnnuity, 5);
  g_autofree char *due_fifth = cs_office_date_dup_text (fifth->due);
  g_autofree char *due_eighth = cs_office_date_dup_text (eighth->due);
  g_autofree char *due_ninth = cs_office_date_dup_text (ninth->due);

  g_assert_false (cs_office_date_is_known (fourth->due));
  g_assert_cmpstr (due_fifth, ==, "2022-05-10");
  g_assert_false (fifth->is_moved);
  g_assert_cmpstr (due_eighth, ==, "2025-05-12"); /* the 10th is a Saturday */
  g_assert_true (eighth->is_moved);
  g_assert_cmpstr (due_ninth, ==, "2026-05-11"); /* the 10th is a Sunday */
  g_assert_true (ninth->is_moved);
}

typedef struct
{
  const char *paid;
  guint month;
  guint yuan;
  gboolean is_too_late;
} LateCase;

/* 1200 yuan due on 2022-05-10; 2022-11-10 is a Thursday. */
static const LateCase late[] = {
  { "2022-05-10", 0, 0, FALSE },
  { "2022-05-11", 1, 0, FALSE },
  { "2022-06-10", 1, 0, FALSE },
  { "2022-06-11", 2, 60, FALSE },
  { "2022-08-10", 3, 120, FALSE },
  { "2022-08-11", 4, 180, FALSE },
  { "2022-10-10", 5, 240, FALSE },
  { "2022-11-10", 6, 300, FALSE },
  { "2022-11-11", 6, 300, TRUE },
  { "2022-12", 0, 0, FALSE },
};

static void
test_surcharge (void)
{
  CsAnnuityPlan plan = make_plan (CS_FEE_RELIEF_SINGLE, 0);
  g_autoptr (GArray) annuities = cs_annuities_new (&plan);
  const CsAnnuity *fifth = &g_array_index (annuities, CsAnnuity, 1);
  const CsAnnuity *of_grant = &g_array_index (annuities, CsAnnuity, 0);

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      CsSurcharge surcharge = cs_annuity_get_surcharge (fifth, day (late[i].paid));

      g_test_message ("%s", late[i].paid);
      g_assert_cmpuint (surcharge.month, ==, late[i].month);
      g_assert_cmpuint (surcharge.fen, ==, late[i].yuan * FEN);
      g_assert_cmpint (surcharge.is_too_late, ==, late[i].is_too_late);
    }
  g_assert_cmpuint (cs_annuity_get_surcharge (of_grant, day ("2030-01-01")).fen, ==, 0);
}

static void
test_unknown_dates (void)
{
  CsAnnuityPlan plan = make_plan (CS_FEE_RELIEF_NONE, 0);

  plan.granted = day ("2021-09");
  g_assert_cmpuint (sum (&plan), ==, 0);
  plan.granted = day ("2050-01-01");
  g_assert_cmpuint (sum (&plan), ==, 0);
  plan.granted = day ("2017-01-01");
  g_assert_cmpuint (sum (&plan), ==, 0);
  plan.filed = day ("");
  g_assert_cmpuint (sum (&plan), ==, 0);
}

static void
test_filing (void)
{
  CsFilingFees fees = { CS_RIGHT_INVENTION, day ("2025-03-01"), 14, 45, 1, CS_FEE_RELIEF_NONE };
  gboolean is_verified = FALSE;

  g_assert_cmpuint (cs_filing_fees_get_fen (&fees, &is_verified), ==, 2380 * FEN);
  g_assert_true (is_verified);
  fees.relief = CS_FEE_RELIEF_SINGLE;
  g_assert_cmpuint (cs_filing_fees_get_fen (&fees, NULL), ==, 1615 * FEN);
  fees = (CsFilingFees){ CS_RIGHT_UTILITY, day ("2025-03-01"), 10, 30, 0, CS_FEE_RELIEF_NONE };
  g_assert_cmpuint (cs_filing_fees_get_fen (&fees, &is_verified), ==, 500 * FEN);
  fees.n_pages = 302;
  g_assert_cmpuint (cs_filing_fees_get_fen (&fees, NULL), ==, (500 + 270 * 50 + 2 * 100) * FEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/annuity/totals", test_totals);
  g_test_add_func ("/family/annuity/whole-terms", test_whole_terms);
  g_test_add_func ("/family/annuity/single-years", test_single_years);
  g_test_add_func ("/family/annuity/due-days", test_due_days);
  g_test_add_func ("/family/annuity/surcharge", test_surcharge);
  g_test_add_func ("/family/annuity/unknown-dates", test_unknown_dates);
  g_test_add_func ("/family/annuity/filing", test_filing);
  return g_test_run ();
}
