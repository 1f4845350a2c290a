#include <string.h>

#include "../../src/draft/cs-amount.h"

/* "0.5..1.2 5": ranges and single values, in base units. */
static void
assert_amounts (const char *text, const char *expected)
{
  g_autoptr (GArray) amounts = cs_amounts_scan (text, strlen (text));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < amounts->len; i++)
    {
      const CsAmount *amount = &g_array_index (amounts, CsAmount, i);

      g_string_append_printf (found, "%s%g",
                              found->len == 0 ? "" : amount->role == CS_AMOUNT_HIGH ? ".." :
                                                                                      " ",
                              amount->value);
    }
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_values (void)
{
  assert_amounts ("厚度为0.5mm", "0.0005");
  assert_amounts ("加热30分钟，升温速率为5℃/min", "1800 5");
  assert_amounts ("a 5-mm rod and 1,000 volts", "0.005 1000");
  assert_amounts ("at least 20 % and not more than 0.5 hours", "20 1800");
  assert_amounts ("真空度为-0.095MPa", "-95000");
  assert_amounts ("３ｍｍ", "0.003");
}

static void
test_ranges (void)
{
  assert_amounts ("高度为0.5mm~1.2mm", "0.0005..0.0012");
  assert_amounts ("温度为10至20℃", "10..20");
  assert_amounts ("from about 5 to about 8 %", "5..8");
  assert_amounts ("between 5 and 8 mm, and 9 mm", "0.005..0.008 0.009");
  assert_amounts ("75-100份", "75..100");
  assert_amounts ("真空度为-0.095MPa~-0.08MPa", "-95000..-80000");
  assert_amounts ("a ratio of 0.4 to 0.8", "0.4..0.8");
}

/* Looks like a amount and is none. */
static void
test_others (void)
{
  assert_amounts ("根据权利要求1至3任一项所述", "");
  assert_amounts ("as shown in FIG. 2, step 3 of claims 4 to 6", "");
  assert_amounts ("S101，C1-C6烷基，2-甲基, H2O", "");
  assert_amounts ("a ratio of 1:4", "");
  assert_amounts ("2-methyl-4,5-dihydro", "");
  assert_amounts ("SEQ ID NO: 12", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/amount/values", test_values);
  g_test_add_func ("/draft/amount/ranges", test_ranges);
  g_test_add_func ("/draft/amount/others", test_others);
  return g_test_run ();
}
