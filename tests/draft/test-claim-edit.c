#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-text-splice.h"
#include "../../src/draft/cs-claim-edit.h"
#include "check-composed.h"

static CsDraft *
new_draft (const char *claims, const char *description)
{
  g_autoptr (CsDraft) draft = compose_part (NULL, CS_PART_CLAIMS, claims);

  return compose_part (draft, CS_PART_DESCRIPTION, description);
}

/* Makes @edits (transfer full) and returns the draft afterwards. */
static CsDraft *
apply (CsDraft *draft, GArray *edits)
{
  g_autoptr (GArray) owned = edits;
  g_autoptr (GError) error = NULL;
  CsDraft *after;

  g_assert_nonnull (owned);
  g_assert_true (cs_edits_normalise (owned, draft));
  after = cs_draft_apply_edits (draft, owned, &error);
  g_assert_no_error (error);
  check_composed (after);

  return after;
}

typedef GArray *(*Operation) (CsDraft *draft, const CsClaimSet *claims, guint a, guint b);

static GArray *
op_insert (CsDraft *draft, const CsClaimSet *claims, guint a, guint b)
{
  return cs_claim_edit_insert (draft, claims, a, b, NULL);
}

static GArray *
op_delete (CsDraft *draft, const CsClaimSet *claims, guint a, guint b)
{
  return cs_claim_edit_delete (draft, claims, a);
}

static GArray *
op_set_parent (CsDraft *draft, const CsClaimSet *claims, guint a, guint b)
{
  return cs_claim_edit_set_parent (draft, claims, a, b, NULL);
}

static GArray *
op_renumber (CsDraft *draft, const CsClaimSet *claims, guint a, guint b)
{
  return cs_claim_edit_renumber (draft, claims);
}

static GArray *
op_indent (CsDraft *draft, const CsClaimSet *claims, guint a, guint b)
{
  return cs_claim_edit_indent (draft, claims, a, b, NULL);
}

static CsDraft *
operate (CsDraft *draft, Operation operation, guint a, guint b)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);

  return apply (draft, operation (draft, claims, a, b));
}

static void
assert_becomes (Operation operation, guint a, guint b, const char *before, const char *expected)
{
  g_autoptr (CsDraft) draft = new_draft (before, "");
  g_autoptr (CsDraft) after = operate (draft, operation, a, b);

  g_assert_cmpstr (cs_text_get_string (after->texts[CS_PART_CLAIMS]), ==, expected);
}

static void
test_insert (void)
{
  assert_becomes (op_insert, 0, 0,
                  "1. 一种泵，包括壳体。\n2. 根据权利要求1所述的泵，其特征是，有叶轮。\n",
                  "1. 一种泵，包括壳体。\n2. 根据权利要求1所述的泵，其特征是，\n"
                  "3. 根据权利要求1所述的泵，其特征是，有叶轮。\n");
  assert_becomes (op_insert, 1, 1,
                  "1. A pump comprising a body.\n\n2. The pump of claim 1, further comprising a "
                  "seal.",
                  "1. A pump comprising a body.\n\n2. The pump of claim 1, further comprising a "
                  "seal.\n\n3. The pump of claim 2, wherein ");
  assert_becomes (op_insert, CS_NO_INDEX, CS_NO_INDEX, "１．一种泵。\n２．如权利要求１所述的泵。",
                  "１．\n２．一种泵。\n３．如权利要求２所述的泵。");
  assert_becomes (op_insert, CS_NO_INDEX, CS_NO_INDEX, "", "1. ");
  assert_becomes (op_insert, 0, 0, "1. A method of making paper, comprising: stirring.",
                  "1. A method of making paper, comprising: stirring.\n2. The method of claim 1, "
                  "wherein ");
}

static void
test_insert_cursor (void)
{
  g_autoptr (CsDraft) draft =
      new_draft ("9. 一种泵，包括壳体。\n2. 根据权利要求9所述的泵，其特征在于，有叶轮。\n", "");
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  gsize cursor;
  g_autoptr (CsDraft) after = apply (draft, cs_claim_edit_insert (draft, claims, 0, 0, &cursor));
  const char *text = cs_text_get_string (after->texts[CS_PART_CLAIMS]);

  g_assert_true (g_str_has_prefix (text + cursor, "\n3. 根据权利要求1"));
  g_assert_true (g_str_has_prefix (text + cursor - strlen ("其特征在于，"), "其特征在于，"));
  g_assert_cmpuint (cs_draft_get_n_units (after, CS_PART_CLAIMS), ==, 3);
}

static void
test_delete (void)
{
  assert_becomes (op_delete, 1, 0,
                  "1. 一种泵。\n2. 根据权利要求1所述的泵。\n3. 根据权利要求2所述的泵。\n"
                  "4. 根据权利要求1至3中任一项所述的泵。\n5. 如权利要求1或2所述的泵。\n"
                  "6. 如权利要求1-2任一项所述的泵。\n",
                  "1. 一种泵。\n2. 根据权利要求1所述的泵。\n3. 根据权利要求1或2中任一项所述的泵。\n"
                  "4. 如权利要求1所述的泵。\n5. 如权利要求1所述的泵。\n");
  assert_becomes (op_delete, 1, 0,
                  "1. A pump.\n2. The pump of claim 1.\n3. The pump of any one of claims 1 and 2.",
                  "1. A pump.\n2. The pump of claim 1.");
  assert_becomes (op_delete, 0, 0, "1. A pump.\n2. The pump of claim 1.\n",
                  "1. The pump of claim 99.\n");
  assert_becomes (op_delete, 0, 0, "1. A pump.\n", "\n");
  assert_becomes (op_delete, 2, 0, "1. A pump.\n2-4. (canceled)\n5. The pump of claim 1.",
                  "1. A pump.\n2-3. (canceled)\n4. The pump of claim 1.");
}

/* What named a claim that is gone names none, now and when more claims are written. */
static void
test_delete_parent (void)
{
  static const char *const claims[] = {
    "1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 如权利要求１所述的泵。\n4. 如权利要求一所述的泵。\n"
    "5. 如权利要求1至4任一项所述的泵。\n6. 一种阀。\n7. 如权利要求6所述的阀。\n",
    "1. 如权利要求99所述的泵。\n2. 如权利要求９９所述的泵。\n3. 如权利要求九十九所述的泵。\n"
    "4. 如权利要求1至3任一项所述的泵。\n5. 一种阀。\n6. 如权利要求5所述的阀。\n",
  };
  g_autoptr (CsDraft) draft = new_draft (claims[0], "如权利要求1所述的泵，和权利要求6的阀。");
  g_autoptr (CsDraft) after = operate (draft, op_delete, 0, 0);

  assert_becomes (op_delete, 0, 0, claims[0], claims[1]);
  g_assert_cmpstr (cs_text_get_string (after->texts[CS_PART_DESCRIPTION]), ==,
                   "如权利要求99所述的泵，和权利要求5的阀。");
  assert_becomes (op_delete, 0, 0,
                  "1. A pump.\n2. The pump of claim 1.\n3. A valve.\n"
                  "4. The device of claim 1 or 3.\n5. The device of any one of claims 1 or 1.",
                  "1. The pump of claim 99.\n2. A valve.\n3. The device of claim 2.\n"
                  "4. The device of claim 99.");
}

/* A number that named nobody does not come to name the claim that gets it. */
static void
test_missing_stays (void)
{
  assert_becomes (op_insert, 1, CS_NO_INDEX, "1. A pump.\n2. The pump of claim 3.",
                  "1. A pump.\n2. The pump of claim 99.\n3. ");
  assert_becomes (op_renumber, 0, 0, "4. A pump.\n5. The pump of claim 1.\n6. A valve.",
                  "1. A pump.\n2. The pump of claim 99.\n3. A valve.");
  assert_becomes (op_insert, 1, CS_NO_INDEX, "1. A pump.\n2. The pump of any of claims 1 to 3.",
                  "1. A pump.\n2. The pump of any of claims 1 to 3.\n3. ");
}

/* The number of nobody grows with the claims; ranges too long to be listed keep their claims. */
static void
test_delete_of_many (void)
{
  g_autoptr (GString) text = g_string_new ("1. A pump.\n2. The pump of claim 1.\n");
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsDraft) after = NULL;
  const char *claims;

  for (guint i = 3; i <= 120; i++)
    g_string_append_printf (text, "%u. A valve.\n", i);
  g_string_append (text, "121. The device of any one of claims 1 to 120.\n");
  draft = new_draft (text->str, "");
  after = operate (draft, op_delete, 0, 0);
  claims = cs_text_get_string (after->texts[CS_PART_CLAIMS]);

  g_assert_true (g_str_has_prefix (claims, "1. The pump of claim 999.\n2. A valve.\n"));
  g_assert_true (g_str_has_suffix (claims, "\n120. The device of any one of claims 1 to 119.\n"));
}

static void
test_move (void)
{
  static const char before[] = "1. A pump.\n2. The pump of claim 1 or claim 4.\n"
                               "3. The pump of any one of claims 1 to 2.\n4. A valve.";

  assert_becomes (cs_claim_edit_move, 3, 0, before,
                  "1. A valve.\n2. A pump.\n3. The pump of claim 1 or claim 2.\n"
                  "4. The pump of any one of claims 2 to 3.");
  assert_becomes (cs_claim_edit_move, 0, 4, before,
                  "1. The pump of claim 3 or claim 4.\n2. The pump of any one of claims 1 or 4.\n"
                  "3. A valve.\n4. A pump.");
  assert_becomes (cs_claim_edit_move, 1, 1, before, before);
  assert_becomes (cs_claim_edit_move, 1, 2, before, before);
  assert_becomes (cs_claim_edit_move, 3, 2,
                  "1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 如权利要求1所述的泵。\n4. 一种阀。\n"
                  "5. 如权利要求1至3任一项所述的泵。\n6. 如权利要求1-3和5之一所述的泵。\n"
                  "7. 如权利要求１至４任一项所述的泵。\n8. 如权利要求1至3、5所述的泵。\n",
                  "1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 一种阀。\n4. 如权利要求1所述的泵。\n"
                  "5. 如权利要求1、2或4任一项所述的泵。\n6. 如权利要求1、2、4和5之一所述的泵。\n"
                  "7. 如权利要求１至４任一项所述的泵。\n8. 如权利要求1、2、4、5所述的泵。\n");
}

static void
test_set_parent (void)
{
  assert_becomes (op_set_parent, 2, 1,
                  "1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 如权利要求1所述的泵。\n",
                  "1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 如权利要求2所述的泵。\n");
  /* what depends on the claim goes with it */
  assert_becomes (op_set_parent, 1, 3,
                  "1. 一种泵。\n2. 如权利要求1所述的泵，甲。\n3. 如权利要求2所述的泵，乙。\n"
                  "4. 如权利要求1所述的泵，丙。\n5. 如权利要求2至3任一项所述的泵，丁。",
                  "1. 一种泵。\n2. 如权利要求1所述的泵，丙。\n3. 如权利要求2所述的泵，甲。\n"
                  "4. 如权利要求3所述的泵，乙。\n5. 如权利要求3至4任一项所述的泵，丁。");
  /* a reference that led nowhere */
  assert_becomes (op_set_parent, 1, 0, "1. 一种泵。\n2. 如权利要求8所述的泵。\n",
                  "1. 一种泵。\n2. 如权利要求1所述的泵。\n");
}

static void
test_refused (void)
{
  g_autoptr (CsDraft) draft =
      new_draft ("1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 如权利要求2所述的泵。\n"
                 "4. 如上述任一权利要求所述的泵。\n",
                 "");
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  static const guint pairs[][2] = { { 0, 1 }, { 1, 2 }, { 1, 1 }, { 3, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_claim_edit_set_parent (draft, claims, pairs[i][0], pairs[i][1], &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_UNSUPPORTED);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_claim_edit_indent (draft, claims, 1, i, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_UNSUPPORTED);
    }
}

static void
test_renumber (void)
{
  assert_becomes (op_renumber, 0, 0,
                  "3、一种泵。\n5、如权利要求3所述的泵。\n5、如权利要求9所述的泵。\n6. 8. 一种阀。",
                  "1、一种泵。\n2、如权利要求1所述的泵。\n3、如权利要求9所述的泵。\n4. 一种阀。");
  assert_becomes (op_renumber, 0, 0, "一种泵。", "1. 一种泵。");
}

/* References to the claims from elsewhere follow; those to the claims of others do not. */
static void
test_description (void)
{
  g_autoptr (CsDraft) draft = new_draft (
      "1. 一种阀。\n2. 一种泵。\n3. 如权利要求2所述的泵。\n",
      "如权利要求2所述，所述泵包括叶轮。\nThe pump as claimed in claims 2 to 3 is new.\n"
      "文献CN101234567A的权利要求2公开了一种泵。\nClaim 2 of U.S. Pat. No. 7,123,456 shows a pump.\n");
  g_autoptr (CsDraft) after = operate (draft, op_delete, 0, 0);

  g_assert_cmpstr (cs_text_get_string (after->texts[CS_PART_DESCRIPTION]), ==,
                   "如权利要求1所述，所述泵包括叶轮。\nThe pump as claimed in claims 1 to 2 is new.\n"
                   "文献CN101234567A的权利要求2公开了一种泵。\n"
                   "Claim 2 of U.S. Pat. No. 7,123,456 shows a pump.\n");
}

static void
test_minimal (void)
{
  g_autoptr (CsDraft) draft =
      new_draft ("1. 一种泵。\n2. 如权利要求1所述的泵。\n3. 一种阀。\n", "如权利要求3所述。");
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = cs_claim_edit_move (draft, claims, 2, 0);
  guint n_long = 0;

  /* one put in, one taken out, and four numbers */
  g_assert_cmpuint (edits->len, ==, 6);
  for (guint i = 0; i < edits->len; i++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i);

      n_long += edit->end - edit->start > 1 || cs_text_get_n_bytes (edit->text) > 1;
    }
  g_assert_cmpuint (n_long, ==, 2);
}

static void
test_runs_move (void)
{
  g_autoptr (CsDraft) draft = new_draft ("1. 一种泵，H2O。\n2. 一种阀。\n", "");
  g_autoptr (CsDraft) rich = NULL;
  g_autoptr (CsDraft) after = NULL;
  CsText *texts[CS_N_PARTS];
  const CsRun *runs;
  guint n_runs;

  memcpy (texts, draft->texts, sizeof texts);
  texts[CS_PART_CLAIMS] = cs_text_add_run (texts[CS_PART_CLAIMS], 16, 17, CS_RUN_SUB);
  rich = cs_draft_compose (draft, texts, NULL, NULL);
  cs_text_unref (texts[CS_PART_CLAIMS]);
  after = operate (rich, cs_claim_edit_move, 0, 2);

  runs = cs_text_get_runs (after->texts[CS_PART_CLAIMS], &n_runs);
  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpuint (cs_text_get_string (after->texts[CS_PART_CLAIMS])[runs[0].start], ==, '2');
  g_assert_cmpint (runs[0].style, ==, CS_RUN_SUB);
}

/* --- any claims --- */

/* A dependent claim's opening, to one claim or two. */
static void
append_reference (GString *text, guint claim, gboolean chinese)
{
  static const char *const forms[][3] = {
    { "根据权利要求%u所述的泵，其特征在于，", "如权利要求%u或%u所述的泵，其特征在于，",
      "如权利要求%u至%u中任一项所述的泵，其特征在于，" },
    { "The pump of claim %u, wherein ", "The pump as claimed in claim %u or %u, wherein ",
      "The pump of any one of claims %u to %u, wherein " },
  };
  guint a = g_test_rand_int_range (1, claim);
  guint b = g_test_rand_int_range (a, claim);
  guint form = a == b ? 0 : g_test_rand_int_range (0, 3);
  g_auto (GStrv) pieces = g_strsplit (forms[!chinese][form], "%u", -1);

  g_string_append_printf (text, "%s%u%s", pieces[0], a, pieces[1]);
  if (form > 0)
    g_string_append_printf (text, "%u%s", b, pieces[2]);
}

static CsDraft *
random_draft (void)
{
  GString *text = g_string_new (NULL);
  gboolean chinese = g_test_rand_bit ();
  guint n = g_test_rand_int_range (1, 9);
  CsDraft *draft;

  for (guint i = 1; i <= n; i++)
    {
      g_string_append_printf (text, "%u. ", i);
      if (i > 1 && g_test_rand_int_range (0, 5) > 0)
        append_reference (text, i, chinese);
      else
        g_string_append (text, chinese ? "一种泵，包括" : "A pump comprising ");
      g_string_append_printf (text, chinese ? "部件%c。\n" : "a part %c.\n", (int)('A' + i));
    }
  draft = new_draft (text->str, chinese ? "如权利要求1所述的泵。" : "The pump of claim 1.");
  g_string_free (text, TRUE);

  return draft;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static char *
dup_id (const CsDraft *draft, guint index)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x",
                          cs_draft_get_unit_id (draft, CS_PART_CLAIMS, index));
}

/* The identities that claim @index refers to, sorted, as text. */
static char *
dup_referred (const CsDraft *draft, const CsClaimSet *claims, guint index)
{
  const CsClaim *claim = cs_claim_set_get (claims, index);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < claim->refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (claim->refs->refs, CsClaimRef, i);

      for (guint n = ref->first; n <= ref->last; n++)
        {
          char *id = dup_id (draft, cs_claim_set_find (claims, n));

          if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
            g_free (id);
          else
            g_ptr_array_add (ids, id);
        }
    }
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **)ids->pdata);
}

#define NOBODY "0000000000000000"

/* What is to be left of @ids when @gone is deleted, and @parent takes its place. */
static char *
dup_left (const char *ids, const char *gone, const char *parent)
{
  g_auto (GStrv) old = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; old[i] != NULL; i++)
    {
      const char *id = strcmp (old[i], gone) == 0 ? parent : old[i];

      if (id != NULL && !g_ptr_array_find_with_equal_func (left, id, g_str_equal, NULL))
        g_ptr_array_add (left, (char *)id);
    }
  if (left->len == 0)
    g_ptr_array_add (left, (char *)NOBODY);
  g_ptr_array_sort (left, compare_strings);
  g_ptr_array_add (left, NULL);

  return g_strjoinv (" ", (char **)left->pdata);
}

/* After claim @index was deleted every other refers to the same claims, to the parent of that claim
 * in its place, or when nothing is left to no claim at all. */
static void
assert_none_repointed (const CsDraft *before, const CsDraft *after, guint deleted)
{
  g_autoptr (CsClaimSet) old_claims = cs_claim_set_new ((CsDraft *)before);
  g_autoptr (CsClaimSet) new_claims = cs_claim_set_new ((CsDraft *)after);
  const GArray *parents = cs_claim_set_get (old_claims, deleted)->depends;
  g_autofree char *gone = dup_id (before, deleted);
  g_autofree char *parent =
      parents->len == 0 ? NULL : dup_id (before, g_array_index (parents, guint, 0));

  for (guint i = 0; i < cs_claim_set_get_n_claims (new_claims); i++)
    {
      guint index = i < deleted ? i : i + 1;
      g_autofree char *old_ids = dup_referred (before, old_claims, index);
      g_autofree char *new_ids = dup_referred (after, new_claims, i);
      g_autofree char *left = *old_ids == '\0' ? g_strdup ("") : dup_left (old_ids, gone, parent);

      if (strcmp (left, new_ids) != 0)
        g_error ("claim %u refers to others:\n%s---\n%s", index + 1,
                 cs_text_get_string (before->texts[CS_PART_CLAIMS]),
                 cs_text_get_string (after->texts[CS_PART_CLAIMS]));
    }
}

/* Every claim of both drafts but @except refers to the same claims. */
static void
assert_same_references (const CsDraft *before, const CsDraft *after, guint except)
{
  g_autoptr (CsClaimSet) old_claims = cs_claim_set_new ((CsDraft *)before);
  g_autoptr (CsClaimSet) new_claims = cs_claim_set_new ((CsDraft *)after);

  for (guint i = 0; i < cs_claim_set_get_n_claims (old_claims); i++)
    {
      guint64 id = cs_draft_get_unit_id (before, CS_PART_CLAIMS, i);
      guint index = cs_draft_find_unit (after, CS_PART_CLAIMS, id);
      g_autofree char *old_ids = NULL;
      g_autofree char *new_ids = NULL;

      if (index == CS_NO_INDEX)
        g_error ("claim %u is lost:\n%s---\n%s", i + 1,
                 cs_text_get_string (before->texts[CS_PART_CLAIMS]),
                 cs_text_get_string (after->texts[CS_PART_CLAIMS]));
      if (i == except)
        continue;
      old_ids = dup_referred (before, old_claims, i);
      new_ids = dup_referred (after, new_claims, index);
      if (strcmp (old_ids, new_ids) != 0)
        g_error ("claim %u refers to others:\n%s---\n%s", i + 1,
                 cs_text_get_string (before->texts[CS_PART_CLAIMS]),
                 cs_text_get_string (after->texts[CS_PART_CLAIMS]));
    }
}

static void
assert_numbered (const CsDraft *draft)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_CLAIMS); i++)
    g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_CLAIMS, i)->number, ==, i + 1);
}

static void
assert_same_claims_text (const CsDraft *a, const CsDraft *b)
{
  g_assert_cmpstr (cs_text_get_string (a->texts[CS_PART_CLAIMS]), ==,
                   cs_text_get_string (b->texts[CS_PART_CLAIMS]));
}

static void
indent_and_back (CsDraft *draft, guint index)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (CsDraft) indented = NULL;
  g_autoptr (CsDraft) back = NULL;
  GArray *edits = cs_claim_edit_indent (draft, claims, index, FALSE, NULL);

  if (edits == NULL)
    return;

  indented = apply (draft, edits);
  assert_same_references (draft, indented, index);
  if (cs_claim_set_get (claims, index)->multiple)
    return;
  back = operate (indented, op_indent, index, TRUE);
  assert_same_claims_text (back, draft);
}

/* One random operation. Returns the draft afterwards. */
static CsDraft *
operate_randomly (CsDraft *draft)
{
  guint n = cs_draft_get_n_units (draft, CS_PART_CLAIMS);
  guint a = g_test_rand_int_range (0, n);
  guint b = g_test_rand_int_range (0, n);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  GArray *edits = NULL;
  CsDraft *after;
  guint except = CS_NO_INDEX;

  indent_and_back (draft, a);
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      edits = cs_claim_edit_insert (draft, claims, a, g_test_rand_bit () ? b : CS_NO_INDEX, NULL);
      break;
    case 1:
      edits = n > 1 ? cs_claim_edit_delete (draft, claims, a) : cs_edits_new ();
      after = apply (draft, edits);
      assert_numbered (after);
      if (n > 1)
        assert_none_repointed (draft, after, a);
      return after;
    case 2:
      edits = cs_claim_edit_set_parent (draft, claims, a, b, NULL);
      except = a;
      break;
    default:
      break;
    }
  if (edits == NULL)
    edits = cs_claim_edit_move (draft, claims, a, b);

  after = apply (draft, edits);
  assert_numbered (after);
  assert_same_references (draft, after, except);

  return after;
}

static void
test_any_claims (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (CsDraft) draft = random_draft ();

      for (guint k = 0; k < 12; k++)
        {
          CsDraft *after = operate_randomly (draft);

          cs_draft_unref (draft);
          draft = after;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/claim-edit/insert", test_insert);
  g_test_add_func ("/draft/claim-edit/insert-cursor", test_insert_cursor);
  g_test_add_func ("/draft/claim-edit/delete", test_delete);
  g_test_add_func ("/draft/claim-edit/delete-parent", test_delete_parent);
  g_test_add_func ("/draft/claim-edit/delete-of-many", test_delete_of_many);
  g_test_add_func ("/draft/claim-edit/missing-stays", test_missing_stays);
  g_test_add_func ("/draft/claim-edit/move", test_move);
  g_test_add_func ("/draft/claim-edit/set-parent", test_set_parent);
  g_test_add_func ("/draft/claim-edit/refused", test_refused);
  g_test_add_func ("/draft/claim-edit/renumber", test_renumber);
  g_test_add_func ("/draft/claim-edit/description", test_description);
  g_test_add_func ("/draft/claim-edit/minimal", test_minimal);
  g_test_add_func ("/draft/claim-edit/runs-move", test_runs_move);
  g_test_add_func ("/draft/claim-edit/any-claims", test_any_claims);

  return g_test_run ();
}
