#include "../../src/family/cs-office-date.h"

typedef struct
{
  const char *text;
  const char *expected; /* NULL: is no date */
} DateCase;

static const DateCase cases[] = {
  { "20111228", "2011-12-28" },
  { "2011-12-28", "2011-12-28" },
  { " 2011/12/28 ", "2011-12-28" },
  { "2011.12.28", "2011-12-28" },
  { "2011-1-2", "2011-01-02" },
  { "2011年12月28日", "2011-12-28" },
  { "2011年1月2日", "2011-01-02" },
  { "20000600", "2000-06" },
  { "199900", "1999" },
  { "202307", "2023-07" },
  { "1999", "1999" },
  { "00000000", "" },
  { "00010101", "" },
  { "0001-01-01", "" },
  { "9999-12-31", "" },
  { "-", "" },
  { "", "" },
  { NULL, "" },
  { "20111328", NULL },
  { "20110230", NULL },
  { "20110012", NULL },
  { "2011122", NULL },
  { "201112281", NULL },
  { "soon", NULL },
  { "40911.5", NULL },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsOfficeDate date;
      gboolean is_date = cs_office_date_read (cases[i].text, &date);
      g_autofree char *text = cs_office_date_dup_text (date);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_date, ==, cases[i].expected != NULL);
      g_assert_cmpstr (text, ==, is_date ? cases[i].expected : "");
    }
}

static void
test_order (void)
{
  CsOfficeDate june = { 2000, 6, 0 };
  CsOfficeDate tenth = { 2000, 6, 10 };

  g_assert_cmpint (cs_office_date_compare (june, tenth), <, 0);
  g_assert_cmpint (cs_office_date_compare (tenth, CS_OFFICE_DATE_UNKNOWN), >, 0);
  g_assert_cmpint (cs_office_date_compare (tenth, tenth), ==, 0);
  g_assert_cmpuint (cs_office_date_to_key (tenth), ==, 20000610);
  g_assert_cmpint (cs_office_date_compare (cs_office_date_from_key (20000610), tenth), ==, 0);
  g_assert_false (cs_office_date_is_known (cs_office_date_from_key (99991231)));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-date/read", test_read);
  g_test_add_func ("/office-date/order", test_order);
  return g_test_run ();
}
