#include <string.h>

#include "../../src/store/cs-attachment-store.h"
#include "matter-desk.h"

void
desk_init (Desk *desk)
{
  desk->folder = store_folder_new ();
  desk->store = open_store (desk->folder);
}

void
desk_clear (Desk *desk)
{
  assert_sound (desk->store);
  cs_draft_store_close (desk->store);
  store_folder_free (desk->folder);
}

GBytes *
write_file (const Desk *desk, gint64 matter)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cs_matter_file_write (desk->store, matter, "{\"findings\": []}", NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static CsMatterFile *
read_matter (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  CsMatterFile *file = cs_matter_file_read (bytes, &error);

  g_assert_no_error (error);

  return file;
}

CsMatterFile *
send_matter (const Desk *from, gint64 matter)
{
  g_autoptr (GBytes) bytes = write_file (from, matter);

  return read_matter (bytes);
}

CsMerge *
compare (const CsMatterFile *file, const Desk *desk)
{
  g_autoptr (GError) error = NULL;
  CsMerge *merge = cs_matter_file_compare (file, desk->store, &error);

  g_assert_no_error (error);

  return merge;
}

gint64
take_in (const CsMatterFile *file, const Desk *desk, const CsMergeChoice *choice)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cs_matter_file_merge (file, desk->store, NULL, choice, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);

  return id;
}

const CsMergeChoice nothing_chosen;

/* --- a matter that has everything --- */

CsDecision *
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

void
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

void
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

void
change_text (const Desk *desk, gint64 matter, const char *words)
{
  g_autoptr (CsMatter) loaded = load_matter (desk->store, matter);
  g_autoptr (CsDraft) draft = make_draft ("泵", 3, words);
  CsMatterSave save = { matter, loaded->info->revision, draft, 1u << CS_OFFICE_CN, NULL, NULL };
  guint64 revision;

  g_assert_true (cs_draft_store_save (desk->store, &save, &revision, NULL));
}

void
answer (const Desk *desk,
        gint64 matter,
        const char *item,
        CsVerdict verdict,
        const char *author)
{
  g_autoptr (CsMatter) loaded = load_matter (desk->store, matter);
  g_autoptr (CsAnswer) made = cs_answer_new ();

  made->item = g_strdup (item);
  made->checklist = g_strdup ("cn-invention");
  made->verdict = verdict;
  made->text = g_strdup ("理由 \"quoted\"");
  made->author = g_strdup (author);
  made->made_us = DAY_US + 7;
  made->text_sha256 = cs_draft_dup_sha256 (loaded->draft);
  g_assert_cmpint (cs_draft_store_add_answer (desk->store, matter, made, NULL), !=, 0);
}

gint64
examine (const Desk *desk, gint64 matter)
{
  g_autoptr (CsMatter) loaded = load_matter (desk->store, matter);
  g_autoptr (CsExamRecord) record = cs_exam_record_new_empty ();
  CsRecordItem *item = cs_exam_record_add_item (record);
  gint64 id;

  record->author = g_strdup ("张三");
  record->made_us = DAY_US + 8;
  record->as_of = g_strdup ("2026-06-01");
  record->text_sha256 = cs_draft_dup_sha256 (loaded->draft);
  item->checklist = g_strdup ("cn-invention");
  item->item = g_strdup ("CN-CLM-001");
  id = cs_draft_store_add_run (desk->store, matter, record, NULL);
  g_assert_cmpint (id, !=, 0);

  return id;
}

void
sign (const Desk *desk, gint64 matter, gint64 run, CsSignatureRole role, const char *author)
{
  const CsSignature signature = { role, (char *)author, DAY_US + 9, NULL, NULL };
  g_autoptr (GError) error = NULL;

  cs_draft_store_sign (desk->store, matter, run, &signature, &error);
  g_assert_no_error (error);
}

static void
tick (const Desk *desk, gint64 matter)
{
  static const char *const signs[] = { "1", "\"2\"", NULL };
  const CsFigureTick made = { (char *)"1.jpg", (char *)"ab", (char **)signs, (char *)"张三", DAY_US };

  g_assert_true (cs_draft_store_tick_figure (desk->store, matter, &made, NULL));
}

gint64
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
  answer (desk, id, "CN-CLM-013", CS_VERDICT_NO, "张三");
  sign (desk, id, examine (desk, id), CS_SIGNATURE_SELF_CHECK, "张三");
  tick (desk, id);

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
assert_same_answers (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsAnswer *left = a->pdata[i];
      const CsAnswer *right = b->pdata[i];

      g_assert_cmpstr (left->item, ==, right->item);
      g_assert_cmpstr (left->checklist, ==, right->checklist);
      g_assert_cmpint (left->verdict, ==, right->verdict);
      g_assert_cmpstr (left->text, ==, right->text);
      g_assert_cmpstr (left->author, ==, right->author);
      g_assert_cmpint (left->made_us, ==, right->made_us);
      g_assert_cmpstr (left->text_sha256, ==, right->text_sha256);
      g_assert_cmpstr (left->evidence_sum, ==, right->evidence_sum);
    }
}

static void
assert_same_examinations (const CsParcel *a, const CsParcel *b)
{
  assert_same_answers (a->answers, b->answers);
  g_assert_cmpuint (a->runs->len, ==, b->runs->len);
  for (guint i = 0; i < a->runs->len; i++)
    g_assert_cmpstr (a->runs->pdata[i], ==, b->runs->pdata[i]);
  g_assert_cmpuint (a->signatures->len, ==, b->signatures->len);
  for (guint i = 0; i < a->signatures->len; i++)
    {
      const CsSignature *left = a->signatures->pdata[i];
      const CsSignature *right = b->signatures->pdata[i];

      g_assert_cmpint (left->role, ==, right->role);
      g_assert_cmpstr (left->author, ==, right->author);
      g_assert_cmpint (left->made_us, ==, right->made_us);
      g_assert_cmpstr (left->record_sha256, ==, right->record_sha256);
    }
  g_assert_cmpuint (a->ticks->len, ==, b->ticks->len);
  for (guint i = 0; i < a->ticks->len; i++)
    {
      const CsFigureTick *left = a->ticks->pdata[i];
      const CsFigureTick *right = b->ticks->pdata[i];

      g_assert_cmpstr (left->figure, ==, right->figure);
      g_assert_true (
          g_strv_equal ((const char *const *)left->signs, (const char *const *)right->signs));
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

void
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
  assert_same_examinations (a, b);
  g_assert_cmpuint (cs_term_list_get_n_entries (a->term_list), ==,
                    cs_term_list_get_n_entries (b->term_list));
}

CsParcel *
pack (const Desk *desk, gint64 matter)
{
  g_autoptr (GError) error = NULL;
  CsParcel *parcel = cs_draft_store_pack (desk->store, matter, &error);

  g_assert_no_error (error);

  return parcel;
}

void
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
  g_assert_cmpuint (merge->n_answers, ==, 0);
  g_assert_cmpuint (merge->n_signatures, ==, 0);
}
