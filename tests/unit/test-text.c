#include <string.h>

#include "../../src/base/cs-text-builder.h"

static CsText *
build (const char *bytes, gsize n_bytes)
{
  CsTextBuilder *builder = cs_text_builder_new ();

  cs_text_builder_append (builder, bytes, n_bytes);

  return cs_text_builder_end (builder);
}

static void
assert_built (const char *bytes, gsize n_bytes, const char *expected)
{
  g_autoptr (CsText) text = build (bytes, n_bytes);

  g_assert_cmpstr (cs_text_get_string (text), ==, expected);
  g_assert_cmpuint (cs_text_get_n_bytes (text), ==, strlen (expected));
}

static void
test_line_ends (void)
{
  assert_built ("a\r\nb\rc\n", 7, "a\nb\nc\n");
  assert_built ("a\xe2\x80\xa8"
                "b\xe2\x80\xa9"
                "c",
                9, "a\nb\nc");
}

static void
test_forbidden_characters (void)
{
  assert_built ("a\0b\x01\x7f\tc", 7, "ab\tc");
  assert_built ("\xef\xbb\xbf"
                "a",
                4, "a");
  assert_built ("\xff\xe5", 2, "\xef\xbf\xbd\xef\xbf\xbd");
  assert_built ("x\xef\xbf\xbcy", 5, "x\xef\xbf\xbdy");
}

static void
test_runs_are_sorted (void)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autoptr (CsText) text = NULL;
  const CsRun *runs;
  guint n_runs;

  cs_text_builder_append (builder, "10-7 mol", 8);
  cs_text_builder_add_run (builder, 2, 4, CS_RUN_SUP);
  cs_text_builder_add_run (builder, 0, 8, CS_RUN_ITALIC);
  cs_text_builder_add_run (builder, 3, 3, CS_RUN_SUB);
  text = cs_text_builder_end (builder);

  runs = cs_text_get_runs (text, &n_runs);
  g_assert_cmpuint (n_runs, ==, 2);
  g_assert_cmpint (runs[0].style, ==, CS_RUN_ITALIC);
  g_assert_cmpint (runs[1].style, ==, CS_RUN_SUP);
}

static void
test_objects_keep_their_place (void)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autoptr (CsText) text = NULL;
  const CsInlineObject *objects;
  guint n_objects;

  cs_text_builder_append (builder, "x = ", 4);
  cs_text_builder_append_object (builder, CS_OBJECT_FORMULA, "<math/>", "f1.tif");
  cs_text_builder_append (builder, ".", 1);
  text = cs_text_builder_end (builder);

  objects = cs_text_get_objects (text, &n_objects);
  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpuint (objects[0].at, ==, 4);
  g_assert_cmpstr (objects[0].preview, ==, "f1.tif");
  g_assert_true (g_str_has_prefix (cs_text_get_string (text) + 4, CS_OBJECT_CHARACTER));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/line-ends", test_line_ends);
  g_test_add_func ("/base/text/forbidden-characters", test_forbidden_characters);
  g_test_add_func ("/base/text/runs-are-sorted", test_runs_are_sorted);
  g_test_add_func ("/base/text/objects-keep-their-place", test_objects_keep_their_place);

  return g_test_run ();
}
