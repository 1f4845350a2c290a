#include <string.h>

#include "../../src/draft/cs-quantity.h"

/* "0.5..1.2 5": ranges and single values, in base units. */
static void
assert_quantities (const char *text, const char *expected)
{
  g_autoptr (GArray) quantities = cs_quantities_scan (text, strlen (text));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < quantities->len; i++)
    {
      const CsQuantity *quantity = &g_array_index (quantities, CsQuantity, i);

      g_string_append_printf (found, "%s%g",
                              found->len == 0 ? "" : quantity->role == CS_QUANTITY_HIGH ? ".." :
                                                                                          " ",
                              quantity->value);
    }
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_values (void)
{
  assert_quantities ("厚度为0.5mm", "0.0005");
  assert_quantities ("加热30分钟，升温速率为5℃/min", "1800 5");
  assert_quantities ("a 5-mm rod and 1,000 volts", "0.005 1000");
  assert_quantities ("at least 20 % and not more than 0.5 hours", "20 1800");
  assert_quantities ("真空度为-0.095MPa", "-95000");
  assert_quantities ("３ｍｍ", "0.003");
}

static void
test_ranges (void)
{
  assert_quantities ("高度为0.5mm~1.2mm", "0.0005..0.0012");
  assert_quantities ("温度为10至20℃", "10..20");
  assert_quantities ("from about 5 to about 8 %", "5..8");
  assert_quantities ("between 5 and 8 mm, and 9 mm", "0.005..0.008 0.009");
  assert_quantities ("75-100份", "75..100");
  assert_quantities ("真空度为-0.095MPa~-0.08MPa", "-95000..-80000");
  assert_quantities ("a ratio of 0.4 to 0.8", "0.4..0.8");
}

/* Looks like a quantity and is none. */
static void
test_others (void)
{
  assert_quantities ("根据权利要求1至3任一项所述", "");
  assert_quantities ("as shown in FIG. 2, step 3 of claims 4 to 6", "");
  assert_quantities ("S101，C1-C6烷基，2-甲基, H2O", "");
  assert_quantities ("a ratio of 1:4", "");
  assert_quantities ("2-methyl-4,5-dihydro", "");
  assert_quantities ("SEQ ID NO: 12", "");
}

static void
test_equal (void)
{
  g_autoptr (GArray) found = cs_quantities_scan ("0.5 m, 500 mm, 500, 500 g", 25);
  const CsQuantity *all = (const CsQuantity *)(gpointer)found->data;

  g_assert_cmpuint (found->len, ==, 4);
  g_assert_true (cs_quantity_equal (&all[0], &all[1]));
  g_assert_true (cs_quantity_equal (&all[1], &all[2]));
  g_assert_false (cs_quantity_equal (&all[1], &all[3]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/quantity/values", test_values);
  g_test_add_func ("/draft/quantity/ranges", test_ranges);
  g_test_add_func ("/draft/quantity/others", test_others);
  g_test_add_func ("/draft/quantity/equal", test_equal);
  return g_test_run ();
}
