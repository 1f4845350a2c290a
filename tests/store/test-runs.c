/* Examinations are kept with the answers to their questions, and signed by two people. */

#include <string.h>

#include "../../src/store/cs-record-json.h"
#include "../../src/store/cs-review-store.h"
#include "../../src/store/cs-run-store.h"
#include "../../src/store/cs-store-schema.h"
#include "../../src/store/cs-tick-store.h"
#include "store-fixture.h"

/* --- making things --- */

static CsAnswer *
make_answer (const char *item, CsVerdict verdict)
{
  CsAnswer *answer = cs_answer_new ();

  answer->item = g_strdup (item);
  answer->checklist = g_strdup ("cn-invention");
  answer->verdict = verdict;
  answer->text = g_strdup ("缺少它不能计量。");
  answer->author = g_strdup ("代理师甲");
  answer->made_us = 1700000000000000;
  answer->text_sha256 = g_strdup ("aa");
  answer->evidence_sum = g_strdup ("");

  return answer;
}

static void
add_record_item (CsExamRecord *record, const char *id, CsItemState state, CsAnswer *answer)
{
  CsRecordItem *item = cs_exam_record_add_item (record);

  item->checklist = g_strdup ("cn-invention");
  item->item = g_strdup (id);
  item->state = state;
  item->answer = answer;
}

/* An examination of @draft that found one thing and asks one question. @answered: that it has an
 * answer */
static CsExamRecord *
make_record (const CsDraft *draft, const char *edition, gboolean answered)
{
  CsExamRecord *record = cs_exam_record_new_empty ();
  CsRecordList *list = cs_exam_record_add_list (record);
  CsRecordFinding *finding = cs_exam_record_add_finding (record);

  record->author = g_strdup ("代理师甲");
  record->made_us = 1700000000000000;
  record->as_of = g_strdup ("2026-06-01");
  record->text_sha256 = cs_draft_dup_sha256 (draft);
  record->sha256 = g_strdup ("");
  list->id = g_strdup ("cn-invention");
  list->edition = g_strdup (edition);
  list->title.en = g_strdup ("Invention");
  list->title.zh = g_strdup ("发明");
  add_record_item (record, "CN-CLM-027", CS_ITEM_FINDINGS, NULL);
  add_record_item (record, "CN-CLM-013", CS_ITEM_MANUAL,
                   answered ? make_answer ("CN-CLM-013", CS_VERDICT_UNSURE) : NULL);
  add_record_item (record, "CN-CLM-014", CS_ITEM_NOT_RUN, NULL);
  ((CsRecordItem *)record->items->pdata[2])->reason = g_strdup ("no-description");
  *finding = (CsRecordFinding){ .checklist = g_strdup ("cn-invention"),
                                .item = g_strdup ("CN-CLM-027"),
                                .check = g_strdup ("antecedent-basis"),
                                .rule = g_strdup ("no-head"),
                                .severity = CS_SEVERITY_ERROR,
                                .certainty = CS_CERTAINTY_LIKELY,
                                .waived = TRUE,
                                .fingerprint = g_strdup ("0123456789abcdef"),
                                .unit_id = G_MAXUINT64 - 1,
                                .part = CS_PART_CLAIMS,
                                .text = g_strdup ("所述壳体"),
                                .place = { g_strdup ("Claim 2"), g_strdup ("权利要求2") },
                                .message = { g_strdup ("a"), g_strdup ("甲") } };

  return record;
}

static gint64
add_run (CsDraftStore *store, gint64 matter, const CsExamRecord *record)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cs_draft_store_add_run (store, matter, record, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);

  return id;
}

/* Keeps an examination of the text of @matter as it is. */
static gint64
examine (CsDraftStore *store, gint64 id, const char *edition, gboolean answered)
{
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autoptr (CsExamRecord) record = make_record (matter->draft, edition, answered);

  return add_run (store, id, record);
}

static GPtrArray *
list_runs (CsDraftStore *store, gint64 matter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *runs = cs_draft_store_list_runs (store, matter, 0, &error);

  g_assert_no_error (error);

  return runs;
}

static GError *
sign (CsDraftStore *store, gint64 matter, gint64 run, CsSignatureRole role, const char *author)
{
  CsSignature signature = { role, (char *)author, 1700000000000001, NULL, NULL };
  GError *error = NULL;
  gboolean done = cs_draft_store_sign (store, matter, run, &signature, &error);

  g_assert_cmpint (done, ==, error == NULL);

  return error;
}

#define assert_refused(store, matter, run, role, author, code)                      \
  G_STMT_START                                                                      \
  {                                                                                 \
    g_autoptr (GError) refusal = sign ((store), (matter), (run), (role), (author)); \
                                                                                    \
    g_assert_error (refusal, CS_STORE_ERROR, (code));                               \
  }                                                                                 \
  G_STMT_END

/* --- answers and ticks --- */

static void
test_answers (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsAnswer) answer = make_answer ("CN-CLM-013", CS_VERDICT_NO);
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GError) error = NULL;
  const CsAnswer *kept;

  g_assert_cmpint (cs_draft_store_add_answer (store, id, answer, &error), !=, 0);
  g_assert_no_error (error);
  matter = load_matter (store, id);
  g_assert_cmpuint (matter->answers->len, ==, 1);
  kept = matter->answers->pdata[0];
  g_assert_cmpint (kept->id, !=, 0);
  g_assert_cmpint (kept->verdict, ==, CS_VERDICT_NO);
  g_assert_cmpstr (kept->item, ==, "CN-CLM-013");
  g_assert_cmpstr (kept->checklist, ==, "cn-invention");
  g_assert_cmpstr (kept->text, ==, answer->text);
  g_assert_cmpstr (kept->author, ==, "代理师甲");
  g_assert_cmpint (kept->made_us, ==, answer->made_us);
  g_assert_cmpstr (kept->text_sha256, ==, "aa");
  g_assert_cmpint (cs_draft_store_add_answer (store, 999, answer, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  assert_sound (store);
}

static void
test_ticks (void)
{
  static const char *const signs[] = { "1", "2a", NULL };
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  CsFigureTick tick = { (char *)"1.jpg", (char *)"ab", (char **)signs, (char *)"甲", 7 };
  g_autoptr (GPtrArray) ticks = NULL;
  g_autoptr (GError) error = NULL;
  const CsFigureTick *kept;

  g_assert_true (cs_draft_store_tick_figure (store, id, &tick, &error));
  g_assert_no_error (error);
  ticks = cs_draft_store_list_ticks (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ticks->len, ==, 1);
  kept = ticks->pdata[0];
  g_assert_cmpstr (kept->figure, ==, "1.jpg");
  g_assert_cmpstr (kept->sha256, ==, "ab");
  g_assert_true (g_strv_equal ((const char *const *)kept->signs, signs));
  g_assert_cmpstr (kept->author, ==, "甲");
  g_assert_cmpint (kept->made_us, ==, 7);
  g_assert_false (cs_draft_store_tick_figure (store, 999, &tick, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

/* --- examinations --- */

static void
assert_same_record (const CsExamRecord *a, const CsExamRecord *b)
{
  g_autofree char *one = cs_exam_record_dup_json (a);
  g_autofree char *other = cs_exam_record_dup_json (b);

  g_assert_cmpstr (one, ==, other);
}

static void
test_kept_to_the_letter (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autoptr (CsExamRecord) record = make_record (matter->draft, "2026-01-01", TRUE);
  g_autoptr (CsExamRecord) kept = NULL;
  g_autoptr (GError) error = NULL;
  const CsRecordFinding *finding;
  const CsRecordItem *item;

  kept = cs_draft_store_load_run (store, add_run (store, id, record), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->number, ==, 1);
  g_assert_cmpuint (strlen (kept->sha256), ==, 64);
  record->number = 1;
  assert_same_record (record, kept);
  finding = kept->findings->pdata[0];
  g_assert_cmpuint (finding->unit_id, ==, G_MAXUINT64 - 1);
  g_assert_true (finding->waived);
  g_assert_cmpstr (finding->place.zh, ==, "权利要求2");
  item = kept->items->pdata[1];
  g_assert_cmpint (item->answer->verdict, ==, CS_VERDICT_UNSURE);
  item = kept->items->pdata[2];
  g_assert_cmpstr (item->reason, ==, "no-description");
  g_assert_cmpuint (cs_exam_record_count (kept, CS_ITEM_FINDINGS), ==, 1);
  assert_sound (store);
}

/* The same text by the same lists is the same examination; another text or another edition is the
 * next one. */
static void
test_numbers (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsDraft) other = make_draft ("泵", 5, "叶轮");
  g_autoptr (CsExamRecord) of_other = make_record (other, "2026-01-01", FALSE);
  g_autoptr (GPtrArray) runs = NULL;
  gint64 first = examine (store, id, "2026-01-01", FALSE);

  g_assert_cmpint (examine (store, id, "2026-01-01", TRUE), ==, first);
  g_assert_cmpint (examine (store, id, "2026-07-01", TRUE), !=, first);
  add_run (store, id, of_other);
  runs = list_runs (store, id);
  g_assert_cmpuint (runs->len, ==, 3);
  for (guint i = 0; i < runs->len; i++)
    g_assert_cmpuint (((CsExamRecord *)runs->pdata[i])->number, ==, 3 - i);
  g_assert_cmpuint (cs_exam_record_count_unanswered (runs->pdata[2]), ==, 0);
}

static void
test_thinned (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (GPtrArray) runs = NULL;
  gint64 first = examine (store, id, "2026-01-01", TRUE);
  const CsExamRecord *oldest;

  g_assert_no_error (sign (store, id, first, CS_SIGNATURE_SELF_CHECK, "甲"));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *edition = g_strdup_printf ("2027-01-%02u", i + 1);

      examine (store, id, edition, TRUE);
    }
  runs = list_runs (store, id);
  g_assert_cmpuint (runs->len, ==, 31); /* thirty, and the one that is signed */
  oldest = runs->pdata[30];
  g_assert_cmpint (oldest->id, ==, first);
  g_assert_cmpuint (oldest->signatures->len, ==, 1);
}

static void
test_tampered (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  examine (store, id, "2026-01-01", TRUE);
  g_assert_true (cs_store_exec (
      store, "UPDATE run SET record = replace (record, 'findings\":', 'findings\": ')", NULL));
  g_assert_null (cs_draft_store_list_runs (store, id, 0, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_assert_true (cs_draft_store_check (store, &problems, NULL));
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
}

static void
test_bad_json (void)
{
  static const char *const bad[] = { "", "[]", "{}", "{\"number\":1}", "{\"number\":-1}" };
  g_autoptr (CsDraft) draft = make_draft ("泵", 2, "叶轮");
  g_autoptr (CsExamRecord) record = make_record (draft, "2026-01-01", TRUE);
  g_autofree char *json = cs_exam_record_dup_json (record);
  gsize n_bytes = strlen (json);

  g_assert_null (cs_exam_record_new_from_json (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (cs_exam_record_new_from_json (bad[i]));

  /* whatever byte is changed, a value or none comes of it */
  for (gsize i = 0; i < n_bytes; i += 7)
    {
      g_autofree char *changed = g_strdup (json);
      g_autoptr (CsExamRecord) read = NULL;

      changed[i] = '9';
      read = cs_exam_record_new_from_json (changed);
      if (read != NULL)
        g_assert_cmpuint (read->items->len, ==, 3);
    }
}

/* --- signatures --- */

static void
test_sign (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autofree char *sha256 = cs_draft_dup_sha256 (matter->draft);
  gint64 run = examine (store, id, "2026-01-01", TRUE);
  g_autoptr (GPtrArray) runs = NULL;
  const CsExamRecord *record;
  const CsSignature *signature;

  g_assert_no_error (sign (store, id, run, CS_SIGNATURE_SELF_CHECK, " 甲 "));
  g_assert_no_error (sign (store, id, run, CS_SIGNATURE_SECOND_PERSON, "乙"));
  runs = list_runs (store, id);
  record = runs->pdata[0];
  g_assert_cmpuint (record->signatures->len, ==, 2);
  signature = cs_exam_record_find_signature (record, CS_SIGNATURE_SELF_CHECK);
  g_assert_cmpstr (signature->author, ==, "甲");
  g_assert_cmpstr (signature->record_sha256, ==, record->sha256);
  g_assert_true (cs_signature_holds (signature, sha256));
  g_assert_false (cs_signature_holds (signature, "another"));
  signature = cs_exam_record_find_signature (record, CS_SIGNATURE_SECOND_PERSON);
  g_assert_cmpstr (signature->author, ==, "乙");
  assert_sound (store);
}

static void
test_second_is_another (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  gint64 run = examine (store, id, "2026-01-01", TRUE);
  const CsSignatureRole second = CS_SIGNATURE_SECOND_PERSON;

  g_assert_true (cs_draft_store_set_author (store, id, "Wang Wu", NULL));
  assert_refused (store, id, run, CS_SIGNATURE_SELF_CHECK, "  ", CS_STORE_ERROR_REVIEWER);
  assert_refused (store, id, run, second, "李四", CS_STORE_ERROR_REVIEWER); /* nobody checked yet */
  g_assert_no_error (sign (store, id, run, CS_SIGNATURE_SELF_CHECK, "Li Wei"));
  assert_refused (store, id, run, CS_SIGNATURE_SELF_CHECK, "李四", CS_STORE_ERROR_REVIEWER);
  assert_refused (store, id, run, second, "ＬＩ　ＷＥＩ", CS_STORE_ERROR_REVIEWER);
  assert_refused (store, id, run, second, "wang wu", CS_STORE_ERROR_REVIEWER);
  g_assert_no_error (sign (store, id, run, second, "李四"));
}

static void
test_open_questions (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  gint64 other = add_matter (store, "阀", "P-2");
  gint64 run = examine (store, id, "2026-01-01", FALSE);

  assert_refused (store, id, run, CS_SIGNATURE_SELF_CHECK, "甲", CS_STORE_ERROR_OPEN);
  assert_refused (store, other, run, CS_SIGNATURE_SELF_CHECK, "甲", CS_STORE_ERROR_NOT_FOUND);
  assert_refused (store, id, 999, CS_SIGNATURE_SELF_CHECK, "甲", CS_STORE_ERROR_NOT_FOUND);
}

/* Nobody signs for a text that is another one by now, and what was signed stays in the record. */
static void
test_text_changed (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  gint64 run = examine (store, id, "2026-01-01", TRUE);
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autoptr (CsDraft) changed = make_draft ("泵", 9, "叶片");
  CsMatterSave save = { .id = id, .revision = matter->info->revision, .draft = changed };
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *sha256 = cs_draft_dup_sha256 (changed);
  guint64 revision;
  g_autoptr (GError) error = NULL;

  g_assert_no_error (sign (store, id, run, CS_SIGNATURE_SELF_CHECK, "甲"));
  g_assert_true (cs_draft_store_save (store, &save, &revision, &error));
  assert_refused (store, id, run, CS_SIGNATURE_SECOND_PERSON, "乙", CS_STORE_ERROR_CONFLICT);
  runs = list_runs (store, id);
  g_assert_false (cs_signature_holds (
      cs_exam_record_find_signature (runs->pdata[0], CS_SIGNATURE_SELF_CHECK), sha256));
}

/* --- where it goes --- */

static void
test_where_it_goes (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) elsewhere = store_folder_new ();
  g_autofree char *backup = path_in (folder, "friday.db");
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsDraftStore) restored = NULL;
  gint64 id = add_matter (store, "泵", "P-1");
  gint64 run = examine (store, id, "2026-01-01", TRUE);
  g_autoptr (CsAnswer) answer = make_answer ("CN-CLM-013", CS_VERDICT_YES);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) copied = NULL;
  g_autoptr (CsMatter) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cs_draft_store_add_answer (store, id, answer, &error), !=, 0);
  g_assert_no_error (sign (store, id, run, CS_SIGNATURE_SELF_CHECK, "甲"));
  copy = load_matter (store, cs_draft_store_duplicate (store, id, &error));
  g_assert_cmpuint (copy->answers->len, ==, 1);
  copied = list_runs (store, copy->info->id);
  g_assert_cmpuint (copied->len, ==, 0);

  g_assert_true (cs_draft_store_backup (store, backup, NULL, &error));
  g_assert_true (cs_draft_store_restore (elsewhere, backup, NULL, &error));
  g_assert_no_error (error);
  restored = open_store (elsewhere);
  runs = list_runs (restored, id);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpuint (((CsExamRecord *)runs->pdata[0])->signatures->len, ==, 1);
  assert_sound (restored);
}

/* A store as version 3 had it. */
static void
test_from_version_3 (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_auto (GStrv) backups = NULL;
  g_autoptr (CsDraftStore) old = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;
  gint64 id = add_matter (store, "泵", "P-1");

  g_assert_true (cs_store_exec (store,
                                "DROP TABLE answer; DROP TABLE run; DROP TABLE signature; "
                                "DROP TABLE tick; PRAGMA user_version = 3",
                                &error));
  g_assert_no_error (error);
  g_clear_pointer (&store, cs_draft_store_close);

  store = open_store (folder);
  g_assert_true (cs_store_query_int (store, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, cs_store_schema_get_current ());
  assert_sound (store);
  examine (store, id, "2026-01-01", TRUE);

  /* the copy kept before is of version 3, and is read as if it had the tables */
  backups = cs_draft_store_list_backups (folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  old = cs_draft_store_open_file (backups[0], &error);
  g_assert_no_error (error);
  runs = list_runs (old, id);
  g_assert_cmpuint (runs->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/runs/answers", test_answers);
  g_test_add_func ("/store/runs/ticks", test_ticks);
  g_test_add_func ("/store/runs/kept-to-the-letter", test_kept_to_the_letter);
  g_test_add_func ("/store/runs/numbers", test_numbers);
  g_test_add_func ("/store/runs/thinned", test_thinned);
  g_test_add_func ("/store/runs/tampered", test_tampered);
  g_test_add_func ("/store/runs/bad-json", test_bad_json);
  g_test_add_func ("/store/runs/sign", test_sign);
  g_test_add_func ("/store/runs/second-is-another", test_second_is_another);
  g_test_add_func ("/store/runs/open-questions", test_open_questions);
  g_test_add_func ("/store/runs/text-changed", test_text_changed);
  g_test_add_func ("/store/runs/where-it-goes", test_where_it_goes);
  g_test_add_func ("/store/runs/from-version-3", test_from_version_3);

  return g_test_run ();
}
