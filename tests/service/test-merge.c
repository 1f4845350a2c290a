/* A matter comes back from a colleague: nothing is dropped, and nothing is guessed. */

#include <string.h>

#include "matter-desk.h"

/* --- and back --- */

static guint
count_versions (const Desk *desk, gint64 matter, const char *name)
{
  g_autoptr (GPtrArray) versions = cs_draft_store_list_versions (desk->store, matter, NULL);
  guint n_found = 0;

  for (guint i = 0; i < versions->len; i++)
    n_found += g_strcmp0 (((CsVersion *)versions->pdata[i])->name, name) == 0;

  return n_found;
}

static void
assert_words (const Desk *desk, gint64 matter, const char *words)
{
  g_autoptr (CsMatter) loaded = load_matter (desk->store, matter);
  g_autoptr (CsDraft) wanted = make_draft ("泵", 3, words);

  assert_same_draft (loaded->draft, wanted);
}

/* A colleague edits; meanwhile nothing, or something, was changed here. */
static void
go_there_and_back (const char *changed_here, const CsMergeChoice *choice)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatterFile) back = NULL;
  g_autoptr (CsMatterFile) again = NULL;
  g_autoptr (CsMerge) merge = NULL;
  gint64 id;
  gint64 other;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  change_text (&there, other, "密封圈");
  if (changed_here != NULL)
    change_text (&here, id, changed_here);

  back = send_matter (&there, other);
  merge = compare (back, &here);
  g_assert_true (merge->text_differs);
  g_assert_true (merge->theirs_changed);
  g_assert_cmpint (merge->ours_changed, ==, changed_here != NULL);
  take_in (back, &here, choice);
  if (choice->take_text)
    {
      assert_words (&here, id, "密封圈");
      g_assert_cmpuint (count_versions (&here, id, "before merging with 李四"), ==, 1);
    }
  else
    {
      assert_words (&here, id, changed_here == NULL ? "轴承" : changed_here);
      g_assert_cmpuint (count_versions (&here, id, "from 李四"), ==, 1);
    }

  again = send_matter (&here, id);
  take_in (again, &there, choice);
  assert_words (&there, other, "密封圈");
}

/* A colleague answers and signs as the second person; both come back, and the signature holds. */
static void
test_their_signature (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatterFile) back = NULL;
  g_autoptr (CsMerge) merge = NULL;
  g_autoptr (GPtrArray) runs_there = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (CsMatter) matter = NULL;
  g_autofree char *text_sha256 = NULL;
  gint64 id;
  gint64 other;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  runs_there = cs_draft_store_list_runs (there.store, other, 0, NULL);
  g_assert_cmpuint (runs_there->len, ==, 1);
  sign (&there, other, ((CsExamRecord *)runs_there->pdata[0])->id, CS_SIGNATURE_SECOND_PERSON,
        "李四");
  answer (&there, other, "CN-CLM-014", CS_VERDICT_YES, "李四");

  back = send_matter (&there, other);
  merge = compare (back, &here);
  g_assert_cmpuint (merge->n_answers, ==, 1);
  g_assert_cmpuint (merge->n_signatures, ==, 1);
  take_in (back, &here, &nothing_chosen);
  assert_nothing_new (back, &here);
  matter = load_matter (here.store, id);
  g_assert_cmpuint (matter->answers->len, ==, 2);
  text_sha256 = cs_draft_dup_sha256 (matter->draft);
  runs = cs_draft_store_list_runs (here.store, id, 0, NULL);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_true (cs_signature_holds (
      cs_exam_record_find_signature (runs->pdata[0], CS_SIGNATURE_SECOND_PERSON), text_sha256));
}

static void
test_their_text (void)
{
  const CsMergeChoice choice = { .take_text = TRUE, .sender = "李四" };

  go_there_and_back (NULL, &choice);
  go_there_and_back ("弹簧", &choice);
}

static void
test_our_text (void)
{
  const CsMergeChoice choice = { .sender = "李四" };

  go_there_and_back (NULL, &choice);
  go_there_and_back ("弹簧", &choice);
}

/* A file that lay about: its text is an older one of ours, which is no change. */
static void
test_old_file (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMerge) merge = NULL;
  gint64 id;

  desk_init (&here);
  id = add_rich_matter (&here);
  g_assert_cmpint (cs_draft_store_add_version (here.store, id, "sent", NULL), !=, 0);
  file = send_matter (&here, id);
  change_text (&here, id, "弹簧");
  merge = compare (file, &here);
  g_assert_true (merge->text_differs);
  g_assert_true (merge->ours_changed);
  g_assert_false (merge->theirs_changed);
  take_in (file, &here, &nothing_chosen);
  g_assert_cmpuint (count_versions (&here, id, "from 张三"), ==, 0);
  assert_words (&here, id, "弹簧");
}

/* Whose text is taken, his pictures go before others of their names. */
static void
test_pictures (void)
{
  for (guint take_text = 0; take_text < 2; take_text++)
    {
      g_auto (Desk) here = { NULL };
      g_autoptr (CsParcel) parcel = NULL;
      g_autoptr (GBytes) other = g_bytes_new ("other", 5);
      g_autoptr (GBytes) now = NULL;
      CsUnpack unpack = { .take_text = take_text };
      gint64 id;

      desk_init (&here);
      id = add_rich_matter (&here);
      parcel = pack (&here, id);
      cs_parcel_add_picture (parcel, "fig1.tif", other);
      unpack.parcel = parcel;
      unpack.matter = id;
      unpack.versions = unpack.decisions = unpack.reviews = g_ptr_array_new ();
      g_assert_cmpint (cs_draft_store_unpack (here.store, &unpack, NULL), ==, id);
      g_ptr_array_unref (unpack.versions);
      now = cs_draft_store_load_image (here.store, id, "fig1.tif", NULL);
      g_assert_cmpint (g_bytes_equal (now, other), ==, take_text);
    }
}

/* --- decisions --- */

/* The kind of what was decided last of the finding. */
static CsDecisionKind
last_kind (const Desk *desk, gint64 matter, const char *fingerprint, guint n_wanted)
{
  g_autoptr (GPtrArray) all = cs_draft_store_list_decisions (desk->store, matter, NULL);
  const CsDecision *last = NULL;
  guint n_found = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const CsDecision *decision = all->pdata[i];

      if (strcmp (decision->fingerprint, fingerprint) != 0)
        continue;
      n_found++;
      if (last == NULL || last->made_us <= decision->made_us)
        last = decision;
    }
  g_assert_cmpuint (n_found, ==, n_wanted);

  return last->kind;
}

/* Here the finding is waived, there it is accepted; @later is who decided last. */
static void
disagree (gboolean take_theirs, gboolean theirs_later)
{
  static const char of[] = "fedcba9876543210";
  const CsMergeChoice choice = { .take_theirs = &take_theirs };
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatterFile) back = NULL;
  g_autoptr (CsMatterFile) again = NULL;
  g_autoptr (CsMerge) merge = NULL;
  CsDecisionKind chosen = take_theirs ? CS_DECISION_ACCEPTED : CS_DECISION_WAIVED;
  guint n_wanted = take_theirs == theirs_later ? 2 : 3; /* the chosen one is said once more */
  gint64 id;
  gint64 other;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  decide (&here, id, make_decision (CS_DECISION_WAIVED, of, "张三", DAY_US + 10));
  decide (&there, other,
          make_decision (CS_DECISION_ACCEPTED, of, "李四", DAY_US + (theirs_later ? 11 : 9)));
  decide (&there, other, make_decision (CS_DECISION_WAIVED, "new", "李四", DAY_US));

  back = send_matter (&there, other);
  merge = compare (back, &here);
  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  g_assert_cmpstr (((CsMergeConflict *)merge->conflicts->pdata[0])->ours->author, ==, "张三");
  g_assert_cmpstr (((CsMergeConflict *)merge->conflicts->pdata[0])->theirs->author, ==, "李四");
  g_assert_cmpuint (merge->new_decisions->len, ==, 1);
  take_in (back, &here, &choice);
  g_assert_cmpint (last_kind (&here, id, of, n_wanted), ==, chosen);
  assert_nothing_new (back, &here);

  /* the colleague hears of it, and there is nothing left to decide */
  again = send_matter (&here, id);
  take_in (again, &there, &nothing_chosen);
  g_assert_cmpint (last_kind (&there, other, of, n_wanted), ==, chosen);
  assert_nothing_new (again, &there);
}

static void
test_conflict (void)
{
  for (guint i = 0; i < 4; i++)
    disagree (i & 1, i >> 1);
}

/* Who knew what was decided and decides otherwise contradicts nobody. */
static void
test_change_of_mind (void)
{
  static const char of[] = "0123456789abcdef";
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatterFile) back = NULL;
  g_autoptr (CsMerge) merge = NULL;
  gint64 id;
  gint64 other;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  decide (&there, other, make_decision (CS_DECISION_ACCEPTED, of, "李四", DAY_US + 5));
  back = send_matter (&there, other);
  merge = compare (back, &here);
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  g_assert_cmpuint (merge->new_decisions->len, ==, 1);
  take_in (back, &here, &nothing_chosen);
  g_assert_cmpint (last_kind (&here, id, of, 2), ==, CS_DECISION_ACCEPTED);
}

/* --- other ways --- */

static void
test_as_new (void)
{
  const CsMergeChoice choice = { .as_new = TRUE };
  g_auto (Desk) here = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsParcel) first = NULL;
  g_autoptr (CsParcel) second = NULL;
  gint64 id;
  gint64 copy;

  desk_init (&here);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  copy = take_in (file, &here, &choice);
  g_assert_cmpint (copy, !=, id);
  first = pack (&here, id);
  second = pack (&here, copy);
  g_assert_cmpstr (first->uuid, !=, second->uuid);
  assert_same_draft (first->draft, second->draft);
  g_assert_cmpuint (second->versions->len, ==, first->versions->len);
}

static void
test_out_of_the_bin (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatter) matter = NULL;
  gint64 id;

  desk_init (&here);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  g_assert_true (cs_draft_store_set_bin (here.store, id, TRUE, NULL));
  g_assert_cmpint (take_in (file, &here, &nothing_chosen), ==, id);
  matter = load_matter (here.store, id);
  g_assert_false (matter->info->in_bin);
}

static void
test_changed_meanwhile (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMerge) merge = NULL;
  g_autoptr (CsMerge) unknown = NULL;
  g_auto (Desk) there = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  file = send_matter (&here, id);
  merge = compare (file, &here);
  decide (&here, id, make_decision (CS_DECISION_WAIVED, "x", "张三", DAY_US));
  g_assert_cmpint (cs_matter_file_merge (file, here.store, merge, &nothing_chosen, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  unknown = compare (file, &there);
  take_in (file, &there, &nothing_chosen);
  g_assert_cmpint (cs_matter_file_merge (file, there.store, unknown, &nothing_chosen, &error), ==,
                   0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/their-text", test_their_text);
  g_test_add_func ("/merge/their-signature", test_their_signature);
  g_test_add_func ("/merge/our-text", test_our_text);
  g_test_add_func ("/merge/old-file", test_old_file);
  g_test_add_func ("/merge/pictures", test_pictures);
  g_test_add_func ("/merge/conflict", test_conflict);
  g_test_add_func ("/merge/change-of-mind", test_change_of_mind);
  g_test_add_func ("/merge/as-new", test_as_new);
  g_test_add_func ("/merge/out-of-the-bin", test_out_of_the_bin);
  g_test_add_func ("/merge/changed-meanwhile", test_changed_meanwhile);

  return g_test_run ();
}
