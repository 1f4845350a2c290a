#include "../../src/draft/cs-term-list.h"

static void
test_say_and_forget (void)
{
  g_autoptr (CsTermList) none = cs_term_list_new ();
  g_autoptr (CsTermList) one = cs_term_list_with (none, "  壳体 ", CS_TERM_IS_TERM);
  g_autoptr (CsTermList) two = cs_term_list_with (one, "drive shaft", CS_TERM_NEVER_REPORT);
  g_autoptr (CsTermList) changed = cs_term_list_with (two, "壳体", CS_TERM_NEVER_REPORT);
  g_autoptr (CsTermList) less = cs_term_list_without (changed, "Drive Shaft");

  g_assert_cmpuint (cs_term_list_get_n_entries (none), ==, 0);
  g_assert_cmpuint (cs_term_list_get_n_entries (one), ==, 1);
  g_assert_cmpstr (cs_term_list_get (one, 0)->name, ==, "壳体");
  g_assert_cmpint (cs_term_list_find (two, "壳体")->verdict, ==, CS_TERM_IS_TERM);
  g_assert_cmpint (cs_term_list_find (changed, "壳体")->verdict, ==, CS_TERM_NEVER_REPORT);
  g_assert_cmpuint (cs_term_list_get_n_entries (changed), ==, 2);
  g_assert_cmpuint (cs_term_list_get_n_entries (less), ==, 1);
  g_assert_null (cs_term_list_find (less, "drive shaft"));
}

/* Width and case do not make another term; spaces alone are none. */
static void
test_names (void)
{
  g_autoptr (CsTermList) none = cs_term_list_new ();
  g_autoptr (CsTermList) blank = cs_term_list_with (none, " \t ", CS_TERM_IS_TERM);
  g_autoptr (CsTermList) one = cs_term_list_with (none, "UWB transmitter", CS_TERM_IS_TERM);

  g_assert_cmpuint (cs_term_list_get_n_entries (blank), ==, 0);
  g_assert_nonnull (cs_term_list_find (one, "ＵＷＢ Transmitter"));
  g_assert_null (cs_term_list_find (one, "UWB"));
  g_assert_null (cs_term_list_find (one, ""));
}

/* However they came in, they stand in one order: what is stored does not depend on history. */
static void
test_order (void)
{
  static const char *const names[] = { "pump", "arm", "轴", "壳体", "Lever", "zip" };
  g_autoptr (CsTermList) forward = cs_term_list_new ();
  g_autoptr (CsTermList) backward = cs_term_list_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CsTermList *more = cs_term_list_with (forward, names[i], CS_TERM_IS_TERM);
      CsTermList *other = cs_term_list_with (backward, names[G_N_ELEMENTS (names) - 1 - i],
                                             CS_TERM_IS_TERM);

      cs_term_list_unref (forward);
      cs_term_list_unref (backward);
      forward = more;
      backward = other;
    }

  g_assert_cmpuint (cs_term_list_get_n_entries (forward), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (cs_term_list_get (forward, i)->name, ==,
                       cs_term_list_get (backward, i)->name);
      g_assert_nonnull (cs_term_list_find (forward, names[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/term-list/say-and-forget", test_say_and_forget);
  g_test_add_func ("/draft/term-list/names", test_names);
  g_test_add_func ("/draft/term-list/order", test_order);

  return g_test_run ();
}
