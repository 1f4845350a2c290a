#include "../../src/law/cs-percentiles.h"

static void
test_rank (void)
{
  const CsPercentiles table = { .deciles = { 10, 20, 30, 40, 50, 60, 70, 80, 90 } };
  const CsPercentiles same = { .deciles = { 5, 5, 5, 5, 5, 5, 5, 5, 5 } };
  const CsPercentiles empty = { .deciles = { 0 } };

  g_assert_cmpuint (cs_percentiles_rank (&table, 0), ==, 0);
  g_assert_cmpuint (cs_percentiles_rank (&table, 5), ==, 5);
  g_assert_cmpuint (cs_percentiles_rank (&table, 55), ==, 55);
  g_assert_cmpuint (cs_percentiles_rank (&table, 90), ==, 90);
  g_assert_cmpuint (cs_percentiles_rank (&table, 135), ==, 94);
  g_assert_cmpuint (cs_percentiles_rank (&table, G_MAXUINT), ==, 99);
  g_assert_cmpuint (cs_percentiles_rank (&same, 4), ==, 8);
  g_assert_cmpuint (cs_percentiles_rank (&same, 5), ==, 90);
  g_assert_cmpuint (cs_percentiles_rank (&empty, 7), ==, 99);
}

/* The file that comes with the program has all tables that are asked for, ascending. */
static void
test_shipped (void)
{
  static const char *const keys[] = { "zh.characters", "zh.features", "en.words", "en.features" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const CsPercentiles *table = cs_percentiles_find (keys[i]);

      g_assert_nonnull (table);
      g_assert_cmpuint (table->n_measured, >=, 100);
      g_assert_nonnull (table->since);
      g_assert_nonnull (table->source);
      for (guint k = 1; k < G_N_ELEMENTS (table->deciles); k++)
        g_assert_cmpuint (table->deciles[k - 1], <=, table->deciles[k]);
    }
  g_assert_null (cs_percentiles_find ("zh.pages"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/percentiles/rank", test_rank);
  g_test_add_func ("/percentiles/shipped", test_shipped);

  return g_test_run ();
}
