#include <string.h>

#include "../../src/base/cs-text-splice.h"
#include "../../src/draft/cs-draft-builder.h"
#include "check-composed.h"

static void
assert_units (const CsDraft *draft, CsPart part, const char *const *expected)
{
  guint n = g_strv_length ((char **)expected);

  g_assert_cmpuint (cs_draft_get_n_units (draft, part), ==, n);
  for (guint i = 0; i < n; i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);

      g_assert_cmpmem (text, n_bytes, expected[i], strlen (expected[i]));
    }
}

static void
test_claims (void)
{
  static const char *const expected[] = { "一种泵。", "根据权利要求1所述的泵。\n其中如图。", NULL };
  g_autoptr (CsDraft) draft = compose_part (
      NULL, CS_PART_CLAIMS, "1. 一种泵。\n2. 根据权利要求1所述的泵。\n其中如图。\n\n");
  g_autoptr (CsDraft) bare = compose_part (NULL, CS_PART_CLAIMS, "\n 一种泵。\n其中\n");
  g_autoptr (CsDraft) blank = compose_part (NULL, CS_PART_CLAIMS, " \n");

  assert_units (draft, CS_PART_CLAIMS, expected);
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_CLAIMS, 1)->number, ==, 2);
  g_assert_cmpstr (draft->language, ==, "zh");
  g_assert_cmpuint (cs_draft_get_n_units (bare, CS_PART_CLAIMS), ==, 1);
  g_assert_cmpuint (cs_draft_get_n_units (blank, CS_PART_CLAIMS), ==, 0);
}

static void
test_description (void)
{
  static const char *const expected[] = { "技术领域", "本发明涉及泵。", "Background", "Pumps.", NULL };
  g_autoptr (CsDraft) draft =
      compose_part (NULL, CS_PART_DESCRIPTION,
                    "技术领域\n　　[0001] 本发明涉及泵。 \n\n  Background\n【0002】Pumps.");

  assert_units (draft, CS_PART_DESCRIPTION, expected);
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 1)->number, ==, 1);
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 2)->kind, ==, CS_UNIT_HEADING);
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 3)->number, ==, 2);
}

static CsUnitKind
kind_with_run (const char *text, gsize start, gsize end)
{
  g_autoptr (CsText) plain = cs_text_new (text, strlen (text));
  CsText *texts[CS_N_PARTS] = { NULL };
  g_autoptr (CsDraft) draft = NULL;

  texts[CS_PART_DESCRIPTION] = cs_text_add_run (plain, start, end, CS_RUN_HEADING);
  draft = cs_draft_compose (NULL, texts, NULL, NULL);
  cs_text_unref (texts[CS_PART_DESCRIPTION]);

  return cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind;
}

static void
test_heading_runs (void)
{
  g_assert_cmpint (kind_with_run ("Example 1\nA pump.", 0, 9), ==, CS_UNIT_HEADING);
  g_assert_cmpint (kind_with_run ("Example 1b\nA pump.", 0, 9), ==, CS_UNIT_HEADING);
  g_assert_cmpint (kind_with_run ("My Example 1\nA pump.", 3, 12), ==, CS_UNIT_HEADING);
  g_assert_cmpint (kind_with_run ("A long paragraph. Example 1\nA pump.", 18, 27), ==,
                   CS_UNIT_PARAGRAPH);
}

static void
test_sharing (void)
{
  g_autoptr (CsDraft) draft = compose_part (NULL, CS_PART_CLAIMS, "1. 一种泵。");
  g_autoptr (CsDraft) next = compose_part (draft, CS_PART_DESCRIPTION, "技术领域");

  g_assert_true (next->texts[CS_PART_CLAIMS] == draft->texts[CS_PART_CLAIMS]);
  g_assert_true (next->units[CS_PART_CLAIMS] == draft->units[CS_PART_CLAIMS]);
  g_assert_true (next->ids[CS_PART_CLAIMS] == draft->ids[CS_PART_CLAIMS]);
  g_assert_true (next->complete);
}

/* --- identities --- */

static const char base_claims[] = "1. 一种泵，包括壳体。\n"
                                  "2. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n"
                                  "3. 根据权利要求1至2中任一项所述的泵，其特征在于，还包括密封圈。\n"
                                  "4. 根据权利要求3所述的泵，其特征在于，所述密封圈为橡胶。\n";

/* @expected: for each claim of @text the digit of the claim it was, '-' when it is new. */
static void
assert_identities (const char *text, const char *expected)
{
  g_autoptr (CsDraft) before = compose_part (NULL, CS_PART_CLAIMS, base_claims);
  g_autoptr (CsDraft) after = compose_part (before, CS_PART_CLAIMS, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < cs_draft_get_n_units (after, CS_PART_CLAIMS); i++)
    {
      guint64 id = cs_draft_get_unit_id (after, CS_PART_CLAIMS, i);
      guint old = cs_draft_find_unit (before, CS_PART_CLAIMS, id);

      g_string_append_c (found, old == CS_NO_INDEX ? '-' : '1' + old);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_identities (void)
{
  assert_identities (base_claims, "1234");
  /* typing */
  assert_identities ("1. 一种泵，包括壳体。\n2. 根据权利要求1所述的泵，其特征在于，还包括叶轮2。\n"
                     "3. 根据权利要求1至2中任一项所述的泵，其特征在于，还包括密封圈。\n"
                     "4. 根据权利要求3所述的泵，其特征在于，所述密封圈为橡胶。\n",
                     "1234");
  /* a claim moved to the end, numbers and references set right */
  assert_identities ("1. 一种泵，包括壳体。\n"
                     "2. 根据权利要求1或4所述的泵，其特征在于，还包括密封圈。\n"
                     "3. 根据权利要求2所述的泵，其特征在于，所述密封圈为橡胶。\n"
                     "4. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n",
                     "1342");
  /* one deleted, one put in at the front */
  assert_identities ("1. 一种阀门，包括阀座。\n2. 一种泵，包括壳体。\n"
                     "3. 根据权利要求1至2中任一项所述的泵，其特征在于，还包括密封圈。\n"
                     "4. 根据权利要求3所述的泵，其特征在于，所述密封圈为橡胶。\n",
                     "-134");
  /* split by a new line with a number */
  assert_identities ("1. 一种泵，包括壳体。\n"
                     "2. 根据权利要求1所述的泵，其特征在于。\n3. 一种还包括叶轮。\n"
                     "3. 根据权利要求1至2中任一项所述的泵，其特征在于，还包括密封圈。\n"
                     "4. 根据权利要求3所述的泵，其特征在于，所述密封圈为橡胶。\n",
                     "12-34");
}

static void
test_split_paragraph (void)
{
  g_autoptr (CsDraft) before = compose_part (NULL, CS_PART_DESCRIPTION, "甲。乙。\n丙。");
  g_autoptr (CsDraft) after = compose_part (before, CS_PART_DESCRIPTION, "甲。\n乙。\n丙。");
  guint64 first = cs_draft_get_unit_id (before, CS_PART_DESCRIPTION, 0);
  guint64 second = cs_draft_get_unit_id (before, CS_PART_DESCRIPTION, 1);

  g_assert_cmpuint (cs_draft_find_unit (after, CS_PART_DESCRIPTION, first), ==, 0);
  g_assert_cmpuint (cs_draft_find_unit (after, CS_PART_DESCRIPTION, second), ==, 2);
}

static void
test_notes (void)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("a.txt", 0, "text");
  g_autoptr (CsDraft) read = NULL;
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsDraft) moved = NULL;
  g_autoptr (CsDraft) gone = NULL;
  const CsReadNote *note;

  cs_draft_builder_begin_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH);
  cs_text_builder_append (cs_draft_builder_get_text (builder, CS_PART_DESCRIPTION), "壳体", 6);
  cs_draft_builder_add_note (builder, "unknown-entity", "x", CS_PART_DESCRIPTION, 1);
  read = cs_draft_builder_end (builder, NULL);
  draft = cs_draft_new_editable (read, NULL);
  moved = compose_part (draft, CS_PART_DESCRIPTION, "叶轮\n壳");
  note = &g_array_index (moved->notes, CsReadNote, 0);
  g_assert_cmpuint (note->span.index, ==, 0); /* nothing else tells which one it was */
  moved = (cs_draft_unref (moved), compose_part (draft, CS_PART_DESCRIPTION, "叶轮\n壳体"));
  note = &g_array_index (moved->notes, CsReadNote, 0);
  g_assert_cmpuint (note->span.index, ==, 1);
  g_assert_cmpuint (note->span.start, ==, 6);

  gone = compose_part (moved, CS_PART_DESCRIPTION, "叶轮");
  note = &g_array_index (gone->notes, CsReadNote, 0);
  g_assert_cmpint (note->span.part, ==, CS_PART_DESCRIPTION);
  g_assert_cmpuint (note->span.index, ==, CS_NO_INDEX);
  g_assert_cmpstr (note->detail, ==, "x");
}

/* --- editable --- */

static void
add_claim (CsDraftBuilder *builder, guint number, const char *text)
{
  cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
  cs_draft_builder_set_unit_number (builder, CS_PART_CLAIMS, number);
  cs_text_builder_append (cs_draft_builder_get_text (builder, CS_PART_CLAIMS), text,
                          strlen (text));
  cs_draft_builder_end_unit (builder, CS_PART_CLAIMS);
}

/* Claims of a format that keeps their numbers apart, with a line that looks like a claim. */
static void
test_editable (void)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("a.xml", 0, "uspto-xml");
  g_autoptr (CsDraft) read = NULL;
  g_autoptr (CsDraft) draft = NULL;
  static const char *const expected[] = { "A method: 1. Stirring; 2. Heating.", "The method.",
                                          NULL };

  add_claim (builder, 1, "A method:\n1. Stirring;\n2. Heating.");
  add_claim (builder, 2, "The method.");
  cs_draft_builder_begin_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING);
  cs_text_builder_append (cs_draft_builder_get_text (builder, CS_PART_DESCRIPTION), "Example", 7);
  read = cs_draft_builder_end (builder, NULL);
  draft = cs_draft_new_editable (read, NULL);

  check_composed (draft);
  assert_units (draft, CS_PART_CLAIMS, expected);
  g_assert_true (g_str_has_prefix (cs_text_get_string (draft->texts[CS_PART_CLAIMS]), "1. A "));
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  g_assert_cmpuint (cs_text_get_n_bytes (draft->texts[CS_PART_ABSTRACT]), ==, 0);
  g_assert_cmpstr (draft->format, ==, "uspto-xml");
}

/* --- any text --- */

static const char *const pieces[] = {
  "1. ",
  "2. ",
  "３．",
  "权利要求1",
  "根据权利要求1至2中任一项所述的泵",
  "\n",
  "\n",
  "\n",
  "。",
  " ",
  "　",
  "[0001]",
  "技术领域",
  "一种泵",
  "The pump of claim 1",
  "4-6. (canceled)",
  "é",
  "𠀀",
  "",
  "Claims",
};

static CsDraft *
edit_randomly (CsDraft *draft, CsPart part)
{
  const CsText *text = draft->texts[part];
  const char *string = text == NULL ? "" : cs_text_get_string (text);
  guint n_chars = g_utf8_strlen (string, -1);
  guint at = g_test_rand_int_range (0, n_chars + 1);
  guint n_wanted = g_test_rand_int_range (0, 12); /* MIN() would draw twice */
  guint n_removed = MIN (n_chars - at, n_wanted);
  const char *start = g_utf8_offset_to_pointer (string, at);
  const char *end = g_utf8_offset_to_pointer (start, n_removed);
  GString *edited = g_string_new_len (string, start - string);
  CsDraft *after;

  for (guint i = g_test_rand_int_range (0, 4); i > 0; i--)
    g_string_append (edited, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  g_string_append (edited, end);
  after = compose_part (draft, part, edited->str);
  g_string_free (edited, TRUE);

  return after;
}

static void
test_any_text (void)
{
  g_autoptr (CsDraft) draft = compose_part (NULL, CS_PART_CLAIMS, "");

  for (guint i = 0; i < 4000; i++)
    {
      CsDraft *after = edit_randomly (draft, g_test_rand_int_range (CS_PART_TITLE,
                                                                    CS_PART_DESCRIPTION + 1));
      g_autoptr (CsDraft) editable = i % 16 == 0 ? cs_draft_new_editable (after, NULL) : NULL;

      if (editable != NULL)
        check_composed (editable);
      cs_draft_unref (draft);
      draft = after;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/compose/claims", test_claims);
  g_test_add_func ("/draft/compose/description", test_description);
  g_test_add_func ("/draft/compose/heading-runs", test_heading_runs);
  g_test_add_func ("/draft/compose/sharing", test_sharing);
  g_test_add_func ("/draft/compose/identities", test_identities);
  g_test_add_func ("/draft/compose/split-paragraph", test_split_paragraph);
  g_test_add_func ("/draft/compose/notes", test_notes);
  g_test_add_func ("/draft/compose/editable", test_editable);
  g_test_add_func ("/draft/compose/any-text", test_any_text);

  return g_test_run ();
}
