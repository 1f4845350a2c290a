#include <string.h>

#include "../../src/base/cs-text-builder.h"
#include "../../src/base/cs-text-splice.h"

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

/* "10-7 mol" with 10[-7] raised, and a formula at the end. */
static CsText *
build_rich (void)
{
  CsTextBuilder *builder = cs_text_builder_new ();

  cs_text_builder_append (builder, "10-7 mol", 8);
  cs_text_builder_add_run (builder, 2, 4, CS_RUN_SUP);
  cs_text_builder_append_object (builder, CS_OBJECT_FORMULA, "<maths/>", "f.png");

  return cs_text_builder_end (builder);
}

static void
assert_one_run (const CsText *text, gsize start, gsize end)
{
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpuint (runs[0].start, ==, start);
  g_assert_cmpuint (runs[0].end, ==, end);
}

static void
test_slice (void)
{
  g_autoptr (CsText) text = build_rich ();
  g_autoptr (CsText) middle = cs_text_slice (text, 3, 6);
  g_autoptr (CsText) tail = cs_text_slice (text, 5, 11);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (tail, &n_objects);

  g_assert_cmpstr (cs_text_get_string (middle), ==, "7 m");
  assert_one_run (middle, 0, 1);
  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpuint (objects[0].at, ==, 3);
  g_assert_cmpstr (objects[0].preview, ==, "f.png");
}

static void
test_splice_within_a_run (void)
{
  g_autoptr (CsText) text = build_rich ();
  g_autoptr (CsText) digit = cs_text_new ("1", 1);
  g_autoptr (CsText) inside = cs_text_splice (text, 3, 3, digit);
  g_autoptr (CsText) before = cs_text_splice (text, 2, 2, digit);
  g_autoptr (CsText) behind = cs_text_splice (text, 4, 4, digit);

  g_assert_cmpstr (cs_text_get_string (inside), ==, "10-17 mol" CS_OBJECT_CHARACTER);
  assert_one_run (inside, 2, 5);
  assert_one_run (before, 3, 5);
  assert_one_run (behind, 2, 4);
}

/* Taking a stretch away and putting it back gives the text again, wherever it was. */
static void
test_splice_back (void)
{
  g_autoptr (CsText) text = build_rich ();
  g_autoptr (CsText) nothing = cs_text_new ("", 0);

  for (gsize start = 0; start <= 8; start++)
    for (gsize end = start; end <= 8; end++)
      {
        g_autoptr (CsText) taken = cs_text_slice (text, start, end);
        g_autoptr (CsText) rest = cs_text_splice (text, start, end, nothing);
        g_autoptr (CsText) again = cs_text_splice (rest, start, start, taken);

        g_assert_true (cs_text_equal (again, text));
        g_assert_cmpint (cs_text_equal (rest, text), ==, start == end);
      }
}

static void
test_splice_many (void)
{
  g_autoptr (CsText) text = build_rich ();
  g_autoptr (CsText) a = cs_text_new ("[", 1);
  g_autoptr (CsText) b = cs_text_new ("]", 1);
  CsTextSplice splices[] = { { 2, 2, a }, { 4, 4, b }, { 5, 8, a } };
  g_autoptr (CsText) now = cs_text_splice_all (text, splices, G_N_ELEMENTS (splices));
  g_autoptr (CsSpliceMap) map = cs_splice_map_new (splices, G_N_ELEMENTS (splices));

  g_assert_cmpstr (cs_text_get_string (now), ==, "10[-7] [" CS_OBJECT_CHARACTER);
  assert_one_run (now, 3, 5);
  g_assert_cmpuint (cs_splice_map_start (map, 2), ==, 3);
  g_assert_cmpuint (cs_splice_map_end (map, 2), ==, 2);
  g_assert_cmpuint (cs_splice_map_start (map, 6), ==, 8);
  g_assert_cmpuint (cs_splice_map_end (map, 6), ==, 7);
  g_assert_cmpuint (cs_splice_map_start (map, 11), ==, 11);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/line-ends", test_line_ends);
  g_test_add_func ("/base/text/forbidden-characters", test_forbidden_characters);
  g_test_add_func ("/base/text/runs-are-sorted", test_runs_are_sorted);
  g_test_add_func ("/base/text/objects-keep-their-place", test_objects_keep_their_place);

  g_test_add_func ("/base/text/slice", test_slice);
  g_test_add_func ("/base/text/splice-within-a-run", test_splice_within_a_run);
  g_test_add_func ("/base/text/splice-back", test_splice_back);
  g_test_add_func ("/base/text/splice-many", test_splice_many);

  return g_test_run ();
}
