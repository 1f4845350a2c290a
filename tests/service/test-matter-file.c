/* A matter goes to a colleague and comes back: exactly, once, and all or nothing. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/formats/cs-reader.h"
#include "../../src/service/cs-matter-file.h"
#include "../../src/store/cs-attachment-store.h"
#include "../../src/store/cs-parcel.h"
#include "../store/store-fixture.h"

#define DAY_US G_GINT64_CONSTANT (1700000000000000)
#define CORPUS_SAMPLE 60 /* documents of the corpus, every n-th of them */

/* --- two desks --- */

/* The store of one person. */
typedef struct
{
  StoreFolder *folder;
  CsDraftStore *store;
} Desk;

static void
desk_init (Desk *desk)
{
  desk->folder = store_folder_new ();
  desk->store = open_store (desk->folder);
}

static void
desk_clear (Desk *desk)
{
  assert_sound (desk->store);
  cs_draft_store_close (desk->store);
  store_folder_free (desk->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static GBytes *
write_file (const Desk *desk, gint64 matter)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cs_matter_file_write (desk->store, matter, "{\"findings\": []}", NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static CsMatterFile *
read_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  CsMatterFile *file = cs_matter_file_read (bytes, &error);

  g_assert_no_error (error);

  return file;
}

/* What @to gets when @matter of @from is sent. */
static CsMatterFile *
send (const Desk *from, gint64 matter)
{
  g_autoptr (GBytes) bytes = write_file (from, matter);

  return read_file (bytes);
}

static CsMerge *
compare (const CsMatterFile *file, const Desk *desk)
{
  g_autoptr (GError) error = NULL;
  CsMerge *merge = cs_matter_file_compare (file, desk->store, &error);

  g_assert_no_error (error);

  return merge;
}

static gint64
take_in (const CsMatterFile *file, const Desk *desk, const CsMergeChoice *choice)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cs_matter_file_merge (file, desk->store, NULL, choice, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);

  return id;
}

static const CsMergeChoice nothing_chosen;

/* --- a matter that has everything --- */

static CsDecision *
make_decision (CsDecisionKind kind, const char *fingerprint, const char *author, gint64 made_us)
{
  CsDecision *decision = cs_decision_new ();

  decision->kind = kind;
  decision->check = g_strdup ("antecedent-basis");
  decision->rule = g_strdup ("no-head");
  decision->fingerprint = g_strdup (fingerprint);
  decision->unit_id = G_MAXUINT64;
  decision->part = CS_PART_CLAIMS;
  decision->text = g_strdup (fingerprint);
  decision->reason = g_strdup ("理由 \"quoted\"");
  decision->author = g_strdup (author);
  decision->made_us = made_us;

  return decision;
}

static void
decide (const Desk *desk, gint64 matter, CsDecision *decision)
{
  g_autoptr (CsDecision) owned = decision;

  g_assert_cmpint (cs_draft_store_add_decision (desk->store, matter, owned, NULL), !=, 0);
}

static GBytes *
give_picture (const char *name, gpointer data)
{
  return g_bytes_new (name, strlen (name));
}

static void
attach (const Desk *desk, gint64 matter, const char *name, const char *text)
{
  CsAttachment attachment = { .name = (char *)name, .n_pages = 2, .text = (char *)text };
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));

  g_assert_cmpint (cs_draft_store_attach (desk->store, matter, &attachment, bytes, NULL), !=, 0);
}

static void
review (const Desk *desk, gint64 matter, const char *reviewer)
{
  g_autoptr (CsMatter) loaded = load_matter (desk->store, matter);
  g_autofree char *sha256 = cs_draft_dup_sha256 (loaded->draft);
  const CsReview made = { (char *)reviewer, (char *)"ok", DAY_US, sha256, 1 };

  g_assert_true (cs_draft_store_add_review (desk->store, matter, &made, NULL));
}

static void
change_text (const Desk *desk, gint64 matter, const char *words)
{
  g_autoptr (CsMatter) loaded = load_matter (desk->store, matter);
  g_autoptr (CsDraft) draft = make_draft ("泵", 3, words);
  CsMatterSave save = { matter, loaded->info->revision, draft, 1u << CS_OFFICE_CN, NULL, NULL };
  guint64 revision;

  g_assert_true (cs_draft_store_save (desk->store, &save, &revision, NULL));
}

static gint64
add_rich_matter (const Desk *desk)
{
  g_autoptr (CsDraft) draft = make_draft ("泵", 3, "叶轮");
  const CsNewMatter made = { .draft = draft,
                             .reference = "P-1",
                             .offices = 1u << CS_OFFICE_CN | 1u << CS_OFFICE_EP,
                             .author = "张三",
                             .images = give_picture };
  gint64 id = cs_draft_store_create (desk->store, &made, NULL);

  g_assert_true (cs_draft_store_rename (desk->store, id, "离心泵", NULL, NULL));
  g_assert_true (cs_draft_store_set_stage (desk->store, id, CS_STAGE_SIGNING, NULL));
  g_assert_true (cs_draft_store_say_term (desk->store, id, "壳体", CS_TERM_IS_TERM, NULL));
  decide (desk, id, make_decision (CS_DECISION_WAIVED, "0123456789abcdef", "张三", DAY_US));
  decide (desk, 0, make_decision (CS_DECISION_NOT_THIS_RULE, "", "house", DAY_US + 1));
  g_assert_cmpint (cs_draft_store_add_version (desk->store, id, "before the meeting", NULL), !=, 0);
  attach (desk, id, "审查意见.pdf", "对比文件1\fpage 2");
  review (desk, id, "李四");
  change_text (desk, id, "轴承");

  return id;
}

/* --- comparing --- */

static void
assert_same_versions (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsParcelVersion *left = a->pdata[i];
      const CsParcelVersion *right = b->pdata[i];

      g_assert_cmpstr (left->name, ==, right->name);
      g_assert_cmpint (left->made_us, ==, right->made_us);
      assert_same_draft (left->draft, right->draft);
    }
}

static void
assert_same_decisions (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsDecision *left = a->pdata[i];
      const CsDecision *right = b->pdata[i];

      g_assert_cmpint (left->kind, ==, right->kind);
      g_assert_cmpstr (left->check, ==, right->check);
      g_assert_cmpstr (left->rule, ==, right->rule);
      g_assert_cmpstr (left->fingerprint, ==, right->fingerprint);
      g_assert_cmpuint (left->unit_id, ==, right->unit_id);
      g_assert_cmpint (left->part, ==, right->part);
      g_assert_cmpstr (left->text, ==, right->text);
      g_assert_cmpstr (left->reason, ==, right->reason);
      g_assert_cmpstr (left->author, ==, right->author);
      g_assert_cmpint (left->made_us, ==, right->made_us);
    }
}

static void
assert_same_reviews (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsReview *left = a->pdata[i];
      const CsReview *right = b->pdata[i];

      g_assert_cmpstr (left->reviewer, ==, right->reviewer);
      g_assert_cmpstr (left->remark, ==, right->remark);
      g_assert_cmpint (left->made_us, ==, right->made_us);
      g_assert_cmpstr (left->text_sha256, ==, right->text_sha256);
      g_assert_cmpuint (left->n_open, ==, right->n_open);
    }
}

static void
assert_same_files (const CsParcel *a, const CsParcel *b)
{
  g_assert_cmpuint (a->pictures->len, ==, b->pictures->len);
  for (guint i = 0; i < a->pictures->len; i++)
    {
      const CsParcelPicture *left = a->pictures->pdata[i];
      const CsParcelPicture *right = b->pictures->pdata[i];

      g_assert_cmpstr (left->name, ==, right->name);
      g_assert_true (g_bytes_equal (left->bytes, right->bytes));
    }
  g_assert_cmpuint (a->attachments->len, ==, b->attachments->len);
  for (guint i = 0; i < a->attachments->len; i++)
    {
      const CsParcelAttachment *left = a->attachments->pdata[i];
      const CsParcelAttachment *right = b->attachments->pdata[i];

      g_assert_cmpstr (left->attachment->name, ==, right->attachment->name);
      g_assert_cmpstr (left->attachment->text, ==, right->attachment->text);
      g_assert_cmpuint (left->attachment->n_pages, ==, right->attachment->n_pages);
      g_assert_cmpint (left->attachment->added_us, ==, right->attachment->added_us);
      g_assert_true (g_bytes_equal (left->bytes, right->bytes));
    }
}

static void
assert_same_parcel (const CsParcel *a, const CsParcel *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->reference, ==, b->reference);
  g_assert_cmpuint (a->offices, ==, b->offices);
  g_assert_cmpint (a->stage, ==, b->stage);
  g_assert_cmpstr (a->author, ==, b->author);
  assert_same_draft (a->draft, b->draft);
  assert_same_versions (a->versions, b->versions);
  assert_same_decisions (a->decisions, b->decisions);
  assert_same_reviews (a->reviews, b->reviews);
  assert_same_files (a, b);
  g_assert_cmpuint (cs_term_list_get_n_entries (a->term_list), ==,
                    cs_term_list_get_n_entries (b->term_list));
}

static CsParcel *
pack (const Desk *desk, gint64 matter)
{
  g_autoptr (GError) error = NULL;
  CsParcel *parcel = cs_draft_store_pack (desk->store, matter, &error);

  g_assert_no_error (error);

  return parcel;
}

/* --- there --- */

static void
test_round_trip (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMerge) merge = NULL;
  g_autoptr (CsParcel) sent = NULL;
  g_autoptr (CsParcel) kept = NULL;
  gint64 id;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  sent = pack (&here, id);
  g_assert_cmpuint (sent->versions->len, ==, 2);
  bytes = write_file (&here, id);
  g_assert_true (cs_matter_file_is_one (g_bytes_get_data (bytes, NULL), 128));

  file = read_file (bytes);
  g_assert_cmpstr (cs_matter_file_get_name (file), ==, "离心泵");
  g_assert_cmpstr (cs_matter_file_get_author (file), ==, "张三");
  g_assert_cmpstr (cs_matter_file_get_findings (file), ==, "{\"findings\": []}");
  assert_same_draft (cs_matter_file_get_draft (file), sent->draft);

  merge = compare (file, &there);
  g_assert_cmpint (merge->matter, ==, 0);
  g_assert_cmpstr (merge->name, ==, "离心泵");
  g_assert_cmpuint (merge->n_versions, ==, 2);
  g_assert_cmpuint (merge->n_reviews, ==, 1);
  g_assert_cmpuint (merge->new_decisions->len, ==, 2);
  kept = pack (&there, take_in (file, &there, &nothing_chosen));
  assert_same_parcel (sent, kept);
}

/* The matter of a house is named there; what holds for all its matters is not the rule here. */
static void
test_house_rule_stays (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (GPtrArray) others = NULL;

  desk_init (&here);
  desk_init (&there);
  file = send (&here, add_rich_matter (&here));
  take_in (file, &there, &nothing_chosen);
  others = cs_draft_store_list_decisions (there.store, 999, NULL);
  g_assert_cmpuint (others->len, ==, 0);
}

static void
assert_nothing_new (const CsMatterFile *file, const Desk *desk)
{
  g_autoptr (CsMerge) merge = compare (file, desk);

  g_assert_cmpint (merge->matter, !=, 0);
  g_assert_false (merge->text_differs);
  g_assert_false (merge->ours_changed);
  g_assert_cmpuint (merge->new_decisions->len, ==, 0);
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  g_assert_cmpuint (merge->n_versions, ==, 0);
  g_assert_cmpuint (merge->n_reviews, ==, 0);
}

/* The same file twice, and back unchanged: nothing is doubled. */
static void
test_twice (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatterFile) back = NULL;
  g_autoptr (CsParcel) sent = NULL;
  g_autoptr (CsParcel) kept = NULL;
  gint64 id;
  gint64 other;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  sent = pack (&here, id);
  file = send (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  assert_nothing_new (file, &there);
  g_assert_cmpint (take_in (file, &there, &nothing_chosen), ==, other);

  back = send (&there, other);
  assert_nothing_new (back, &here);
  take_in (back, &here, &nothing_chosen);
  kept = pack (&here, id);
  assert_same_parcel (sent, kept);
}

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
  file = send (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  change_text (&there, other, "密封圈");
  if (changed_here != NULL)
    change_text (&here, id, changed_here);

  back = send (&there, other);
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

  again = send (&here, id);
  take_in (again, &there, choice);
  assert_words (&there, other, "密封圈");
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
  file = send (&here, id);
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
      g_autoptr (CsMatterFile) file = NULL;
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
  file = send (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  decide (&here, id, make_decision (CS_DECISION_WAIVED, of, "张三", DAY_US + 10));
  decide (&there, other,
          make_decision (CS_DECISION_ACCEPTED, of, "李四", DAY_US + (theirs_later ? 11 : 9)));
  decide (&there, other, make_decision (CS_DECISION_WAIVED, "new", "李四", DAY_US));

  back = send (&there, other);
  merge = compare (back, &here);
  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  g_assert_cmpstr (((CsMergeConflict *)merge->conflicts->pdata[0])->ours->author, ==, "张三");
  g_assert_cmpstr (((CsMergeConflict *)merge->conflicts->pdata[0])->theirs->author, ==, "李四");
  g_assert_cmpuint (merge->new_decisions->len, ==, 1);
  take_in (back, &here, &choice);
  g_assert_cmpint (last_kind (&here, id, of, n_wanted), ==, chosen);
  assert_nothing_new (back, &here);

  /* the colleague hears of it, and there is nothing left to decide */
  again = send (&here, id);
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
  file = send (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  decide (&there, other, make_decision (CS_DECISION_ACCEPTED, of, "李四", DAY_US + 5));
  back = send (&there, other);
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
  file = send (&here, id);
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
  file = send (&here, id);
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
  file = send (&here, id);
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

/* What packs too well is not packed: our own reader takes what we wrote. */
static void
test_packs_too_well (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autofree char *text = g_strnfill (8 * 1024 * 1024, 'x');
  gint64 id;

  desk_init (&here);
  id = add_rich_matter (&here);
  attach (&here, id, "long.pdf", text);
  file = send (&here, id);
  assert_nothing_new (file, &here);
}

static void
test_no_matter (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_init (&here);
  id = add_rich_matter (&here);
  g_assert_null (cs_matter_file_write (here.store, 999, NULL, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (cs_matter_file_write (here.store, id, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- real documents --- */

typedef struct
{
  const Desk *here;
  const Desk *there;
  guint n_read;
  guint n_sent;
} Sample;

static gboolean
send_and_compare (const CsReadItem *item, gpointer data)
{
  Sample *sample = data;
  CsNewMatter matter = { .draft = item->draft };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatter) kept = NULL;
  gint64 id;

  if (item->draft == NULL || sample->n_read++ % (585 / CORPUS_SAMPLE) != 0)
    return TRUE;

  id = cs_draft_store_create (sample->here->store, &matter, NULL);
  file = send (sample->here, id);
  kept = load_matter (sample->there->store, take_in (file, sample->there, &nothing_chosen));
  assert_same_draft (item->draft, kept->draft);
  sample->n_sent++;

  return TRUE;
}

static void
test_corpus (void)
{
  static const char *const folders[] = { "cn-claims", "cnipa-dossier", "us-text", "us-xml" };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  Sample sample = { &here, &there, 0, 0 };

  desk_init (&here);
  desk_init (&there);
  if (corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (corpus, folders[i], NULL);

      cs_read (path, &(CsReader){ send_and_compare, &sample }, NULL, NULL);
    }
  g_test_message ("%u of %u documents", sample.n_sent, sample.n_read);
  g_assert_cmpuint (sample.n_sent, >=, CORPUS_SAMPLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matter-file/round-trip", test_round_trip);
  g_test_add_func ("/matter-file/house-rule-stays", test_house_rule_stays);
  g_test_add_func ("/matter-file/twice", test_twice);
  g_test_add_func ("/matter-file/their-text", test_their_text);
  g_test_add_func ("/matter-file/our-text", test_our_text);
  g_test_add_func ("/matter-file/old-file", test_old_file);
  g_test_add_func ("/matter-file/pictures", test_pictures);
  g_test_add_func ("/matter-file/conflict", test_conflict);
  g_test_add_func ("/matter-file/change-of-mind", test_change_of_mind);
  g_test_add_func ("/matter-file/as-new", test_as_new);
  g_test_add_func ("/matter-file/out-of-the-bin", test_out_of_the_bin);
  g_test_add_func ("/matter-file/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/matter-file/packs-too-well", test_packs_too_well);
  g_test_add_func ("/matter-file/no-matter", test_no_matter);
  g_test_add_func ("/matter-file/corpus", test_corpus);

  return g_test_run ();
}
