#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-limits.h"
#include "../../src/draft/cs-edit.h"
#include "check-composed.h"

static CsDraft *
pump (void)
{
  g_autoptr (CsDraft) claims = compose_part (NULL, CS_PART_CLAIMS, "1. 一种泵。\n2. 一种阀。\n");

  return compose_part (claims, CS_PART_DESCRIPTION, "技术领域\n本发明涉及泵。");
}

static void
test_apply (void)
{
  g_autoptr (CsDraft) draft = pump ();
  g_autoptr (CsDraft) after = NULL;
  g_autoptr (GArray) edits = cs_edits_new ();

  cs_edits_add (edits, CS_PART_DESCRIPTION, 0, 0, "领域\n");
  cs_edits_add (edits, CS_PART_CLAIMS, 3, 9, "某种");
  cs_edits_add (edits, CS_PART_CLAIMS, 3, 3, "一种"); /* stays in front of the other */
  cs_edits_add (edits, CS_PART_CLAIMS, 0, 1, "1");    /* changes nothing */
  g_assert_true (cs_edits_normalise (edits, draft));
  g_assert_cmpuint (edits->len, ==, 3);
  after = cs_draft_apply_edits (draft, edits, NULL);

  check_composed (after);
  g_assert_cmpstr (cs_text_get_string (after->texts[CS_PART_CLAIMS]), ==,
                   "1. 一种某种泵。\n2. 一种阀。\n");
  g_assert_cmpstr (cs_text_get_string (after->texts[CS_PART_DESCRIPTION]), ==,
                   "领域\n技术领域\n本发明涉及泵。");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (cs_draft_get_unit_id (after, CS_PART_CLAIMS, i), ==,
                        cs_draft_get_unit_id (draft, CS_PART_CLAIMS, i));
      g_assert_cmpuint (cs_draft_get_unit_id (after, CS_PART_DESCRIPTION, i + 1), ==,
                        cs_draft_get_unit_id (draft, CS_PART_DESCRIPTION, i));
    }
}

static gboolean
is_refused (CsPart part, gsize start, gsize end)
{
  g_autoptr (CsDraft) draft = pump ();
  g_autoptr (GArray) edits = cs_edits_new ();

  cs_edits_add (edits, CS_PART_CLAIMS, 3, 9, "");
  cs_edits_add (edits, part, start, end, "x");

  return !cs_edits_normalise (edits, draft);
}

static void
test_refused (void)
{
  g_assert_false (is_refused (CS_PART_CLAIMS, 9, 12));
  g_assert_true (is_refused (CS_PART_CLAIMS, 6, 12));   /* overlaps */
  g_assert_true (is_refused (CS_PART_CLAIMS, 10, 12));  /* within a character */
  g_assert_true (is_refused (CS_PART_CLAIMS, 12, 999)); /* behind the end */
  g_assert_true (is_refused (CS_PART_CLAIMS, 12, 9));
  g_assert_true (is_refused (CS_PART_ABSTRACT, 0, 0)); /* not there */
  g_assert_true (is_refused (CS_N_PARTS, 0, 0));
}

/* Of two units with the same words each stays what it was, for the edit knows their places. */
static void
test_equal_units (void)
{
  g_autoptr (CsDraft) draft =
      compose_part (NULL, CS_PART_CLAIMS, "1. 一种泵。\n2. 一种泵。\n3. 一种泵。\n");
  g_autoptr (CsDraft) after = NULL;
  g_autoptr (GArray) edits = cs_edits_new ();

  cs_edits_add (edits, CS_PART_CLAIMS, 0, 16, "");
  g_assert_true (cs_edits_normalise (edits, draft));
  after = cs_draft_apply_edits (draft, edits, NULL);
  g_assert_cmpuint (cs_draft_get_n_units (after, CS_PART_CLAIMS), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (cs_draft_get_unit_id (after, CS_PART_CLAIMS, i), ==,
                      cs_draft_get_unit_id (draft, CS_PART_CLAIMS, i + 1));
}

static void
test_limit (void)
{
  g_autoptr (CsDraft) draft = pump ();
  g_autoptr (GArray) edits = cs_edits_new ();
  g_autofree char *much = g_strnfill (CS_MAX_PART_BYTES, 'x');
  g_autoptr (GError) error = NULL;

  cs_edits_add (edits, CS_PART_CLAIMS, 0, 0, much);
  g_assert_true (cs_edits_normalise (edits, draft));
  g_assert_null (cs_draft_apply_edits (draft, edits, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_LIMIT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/edit/apply", test_apply);
  g_test_add_func ("/draft/edit/refused", test_refused);
  g_test_add_func ("/draft/edit/equal-units", test_equal_units);
  g_test_add_func ("/draft/edit/limit", test_limit);

  return g_test_run ();
}
