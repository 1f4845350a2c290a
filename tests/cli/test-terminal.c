#include <string.h>

#include "../../src/report/cs-terminal.h"

/* What a report puts on a terminal: nothing from a file acts on it, and carets stand under their
 * words. */

static void
assert_appended (const char *text, const char *expected, guint columns)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_cmpuint (cs_terminal_append (out, text, strlen (text)), ==, columns);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_nothing_acts_on_the_terminal (void)
{
  assert_appended ("a\033[31mb", "a<U+001B>[31mb", 14);
  assert_appended ("a\xe2\x80\xae"
                   "b",
                   "a<U+202E>b", 10);
  assert_appended ("a\xc2\x9b"
                   "b",
                   "a<U+009B>b", 10);
  assert_appended ("a\nb\tc", "a⏎b c", 5);
  assert_appended ("\xff", "\xef\xbf\xbd", 1);
}

static void
test_columns_of_chinese (void)
{
  assert_appended ("泵a，", "泵a，", 5);
  assert_appended ("e\xcc\x81", "e\xcc\x81", 1);
  assert_appended ("\xef\xbf\xbc", "□", 1);
}

static void
assert_excerpt (const char *text, const char *marked, guint width, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = strstr (text, marked);

  cs_terminal_append_excerpt (out, text, strlen (text), at - text, at - text + strlen (marked), 2,
                              width, NULL);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_carets_stand_under_the_mark (void)
{
  assert_excerpt ("the said pump", "said", 80, "  the said pump\n      ^^^^\n");
  assert_excerpt ("所述泵包括轴", "泵", 80, "  所述泵包括轴\n      ^^\n");
  assert_excerpt ("所述泵", "", 80, "  所述泵\n  ^\n");
}

static void
test_a_long_text_is_cut_around_the_mark (void)
{
  assert_excerpt ("aaaaaaaaaaaaaaaaaaaaaaaaaXbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "X", 34,
                  "  …aaaaaaaaaaXbbbbbbbbbbbbbbbbbbb…\n             ^\n");
}

static void
assert_wrapped (const char *text, guint indent, guint width, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  cs_terminal_append_wrapped (out, text, indent, width);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_wrapping (void)
{
  assert_wrapped ("one two three", 2, 9, "one two\n  three");
  assert_wrapped ("一二三四，五", 0, 8, "一二三\n四，五");
  assert_wrapped ("一二三（四五", 0, 8, "一二三\n（四五");
  assert_wrapped ("一二ZIP）三", 0, 8, "一二\nZIP）三");
  assert_wrapped ("unbreakable", 0, 4, "unbreakable");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/terminal/nothing-acts", test_nothing_acts_on_the_terminal);
  g_test_add_func ("/report/terminal/columns", test_columns_of_chinese);
  g_test_add_func ("/report/terminal/carets", test_carets_stand_under_the_mark);
  g_test_add_func ("/report/terminal/cut", test_a_long_text_is_cut_around_the_mark);
  g_test_add_func ("/report/terminal/wrapping", test_wrapping);

  return g_test_run ();
}
