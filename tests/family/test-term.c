#include "../../src/family/cs-term.h"

static CsOfficeDate
day (const char *text)
{
  CsOfficeDate date;

  g_assert_true (cs_office_date_read (text, &date));
  return date;
}

typedef struct
{
  const char *office;
  CsRight right;
  const char *filed;
  const char *granted;
  const char *expiry;
  gboolean is_estimate;
} TermCase;

static const TermCase terms[] = {
  { "CN", CS_RIGHT_INVENTION, "2018-05-10", "2021-09-03", "2038-05-10", FALSE },
  { "CN", CS_RIGHT_INVENTION, "2018-05-10", "", "2038-05-10", FALSE },
  { "CN", CS_RIGHT_UTILITY, "2018-05-10", "", "2028-05-10", FALSE },
  { "CN", CS_RIGHT_DESIGN, "2021-05-31", "", "2031-05-31", FALSE },
  { "CN", CS_RIGHT_DESIGN, "2021-06-01", "", "2036-06-01", FALSE },
  { "CN", CS_RIGHT_INVENTION, "2016-02-29", "", "2036-02-29", FALSE },
  { "CN", CS_RIGHT_UTILITY, "2016-02-29", "", "2026-02-28", FALSE },
  { "US", CS_RIGHT_INVENTION, "2009-03-11", "", "2029-03-11", TRUE },
  { "US", CS_RIGHT_DESIGN, "2014-03-11", "2015-06-01", "2029-06-01", TRUE },
  { "US", CS_RIGHT_DESIGN, "2016-03-11", "2017-06-01", "2032-06-01", TRUE },
  { "US", CS_RIGHT_DESIGN, "2016-03-11", "", "", TRUE },
  { "EP", CS_RIGHT_INVENTION, "2010-06-24", "2019-11-27", "2030-06-24", TRUE },
  { "EP", CS_RIGHT_INVENTION, "2010-06", "", "2030-06", TRUE },
  { "EP", CS_RIGHT_INVENTION, "2010", "", "2030", TRUE },
  { "EP", CS_RIGHT_INVENTION, "", "", "", TRUE },
  { "EP", CS_RIGHT_INVENTION, "9990", "", "", TRUE },
  { "XX", CS_RIGHT_DESIGN, "2010-06-24", "", "", FALSE },
  { "WO", CS_RIGHT_INVENTION, "2010-06-24", "", "", FALSE },
  { "", CS_RIGHT_INVENTION, "2010-06-24", "", "", FALSE },
};

static void
test_terms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const TermCase *it = &terms[i];
      CsTerm term = cs_term_find (it->office, it->right, day (it->filed), day (it->granted));
      g_autofree char *expiry = cs_office_date_dup_text (term.expiry);

      g_test_message ("%s %s", it->office, it->filed);
      g_assert_cmpstr (expiry, ==, it->expiry);
      g_assert_cmpint (term.is_estimate, ==, it->is_estimate);
      g_assert_cmpint (cs_office_date_compare (term.longest, term.expiry), >=, 0);
    }
}

static void
test_patent_year (void)
{
  CsOfficeDate filed = day ("2018-05-10");

  g_assert_cmpuint (cs_term_get_patent_year (filed, day ("2021-09-03")), ==, 4);
  g_assert_cmpuint (cs_term_get_patent_year (filed, filed), ==, 1);
  g_assert_cmpuint (cs_term_get_patent_year (filed, day ("2019-05-09")), ==, 1);
  g_assert_cmpuint (cs_term_get_patent_year (filed, day ("2019-05-10")), ==, 2);
  g_assert_cmpuint (cs_term_get_patent_year (filed, day ("2020-01-01")), ==, 2);
  g_assert_cmpuint (cs_term_get_patent_year (day ("2016-02-29"), day ("2017-02-28")), ==, 2);
  g_assert_cmpuint (cs_term_get_patent_year (filed, day ("2018-05-09")), ==, 0);
  g_assert_cmpuint (cs_term_get_patent_year (filed, day ("2018-06")), ==, 0);
  g_assert_cmpuint (cs_term_get_patent_year (day (""), day ("2018-06-01")), ==, 0);
}

static void
test_beyond_ten_years (void)
{
  CsOfficeDate filed = day ("2015-11-20");

  g_assert_false (cs_term_is_beyond (filed, 10, day ("2025-11-20")));
  g_assert_true (cs_term_is_beyond (filed, 10, day ("2025-11-21")));
  g_assert_false (cs_term_is_beyond (day ("2015-11"), 10, day ("2035-11-21")));
}

static void
test_adjustment (void)
{
  CsOfficeDate filed = day ("2018-01-10");
  CsOfficeDate requested = day ("2018-06-01");

  g_assert_cmpuint (cs_term_get_adjustment_days (filed, requested, day ("2023-03-10")), ==, 424);
  g_assert_cmpuint (cs_term_get_adjustment_days (filed, requested, day ("2021-03-10")), ==, 0);
  g_assert_cmpuint (cs_term_get_adjustment_days (filed, day (""), day ("2023-03-10")), ==, 0);
  g_assert_cmpuint (cs_term_get_adjustment_days (filed, day ("2020-02-10"), day ("2023-03-10")), ==,
                    28);
}

static void
test_right (void)
{
  CsNumber application = { .country = (char *)"CN", .kind = (char *)"A" };
  CsNumber document = { .country = (char *)"CN", .kind = (char *)"B" };
  CsNumber *documents[] = { &document };

  g_assert_cmpint (cs_right_find (&application, documents, 1), ==, CS_RIGHT_INVENTION);
  document.kind = (char *)"U";
  g_assert_cmpint (cs_right_find (&application, documents, 1), ==, CS_RIGHT_UTILITY);
  document.kind = (char *)"D";
  g_assert_cmpint (cs_right_find (&application, documents, 1), ==, CS_RIGHT_DESIGN);
  document.country = (char *)"DE";
  g_assert_cmpint (cs_right_find (&application, documents, 1), ==, CS_RIGHT_INVENTION);
  g_assert_cmpint (cs_right_find (NULL, NULL, 0), ==, CS_RIGHT_INVENTION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/term/terms", test_terms);
  g_test_add_func ("/family/term/patent-year", test_patent_year);
  g_test_add_func ("/family/term/beyond-ten-years", test_beyond_ten_years);
  g_test_add_func ("/family/term/adjustment", test_adjustment);
  g_test_add_func ("/family/term/right", test_right);
  return g_test_run ();
}
