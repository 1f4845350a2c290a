#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/service/cs-pre-examination.h"
#include "../store/store-fixture.h"

/* One pre-examination as a page drives it: choose, examine, answer, sign, compare. */

#define PATIENCE_US (20 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

static const char house_list[] =
    "<checklist id='house' office='CN' types='invention' languages='zh' edition='2026-01-01'>"
    "<title>House</title><title xml:lang='zh'>本所要求</title>"
    "<item id='H-1' check='vague-wording' severity='warning' since='1'><title>clear</title>"
    "<title xml:lang='zh'>清楚</title>"
    "<basis law='rules' article='22' paragraph='1' edition='2024-01-20' status='verified'/></item>"
    "<item id='H-2' severity='error' since='1'><title>complete</title>"
    "<title xml:lang='zh'>完整</title><basis law='practice' status='verified'/>"
    "<question>Complete?</question><question xml:lang='zh'>完整吗？</question></item></checklist>";

/* Two questions that go together and one of another kind. */
#define SHEET_QUESTION(id, group)                                                        \
  "<item id='" id "' severity='error' since='1' group='" group "'><title>" id "</title>" \
  "<title xml:lang='zh'>" id "</title><basis law='practice' status='verified'/>"         \
  "<question>So?</question><question xml:lang='zh'>是吗？</question></item>"

static const char sheets_list[] =
    "<checklist id='sheets' office='CN' types='invention' languages='zh' edition='2026-01-01'>"
    "<title>Sheets</title><title xml:lang='zh'>图页</title>" SHEET_QUESTION ("S-1", "drawings")
        SHEET_QUESTION ("S-2", "description")
            SHEET_QUESTION ("S-3", "drawings") "</checklist>";

static const char vague[] = "一种泵，包括厚度约为3mm的壳体。";
static const char mended[] = "一种泵，包括厚度为3mm的壳体。";

/* --- a store, and a pre-examination of the matter in it --- */

typedef struct
{
  StoreFolder *folder;
  CsStoreService *service;
  gint64 matter;
  CsPreExamination *exam;
  guint n_finished;
  char *failure;
} Fixture;

static void
on_finished (CsPreExamination *exam, Fixture *fixture)
{
  fixture->n_finished++;
}

static void
on_failed (CsPreExamination *exam, const char *message, Fixture *fixture)
{
  g_free (fixture->failure);
  fixture->failure = g_strdup (message);
}

/* Waits until @fixture has seen @n_finished, or a failure. */
static void
wait_for (Fixture *fixture, guint n_finished)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (fixture->n_finished < n_finished && fixture->failure == NULL &&
         g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (fixture->failure, ==, NULL);
  g_assert_cmpuint (fixture->n_finished, ==, n_finished);
}

static void
wait_for_text_changed (Fixture *fixture)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  gboolean changed = FALSE;

  while (!changed && g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (fixture->exam, "text-changed", &changed, NULL);
    }
  g_assert_true (changed);
}

static void
open_matter (Fixture *fixture)
{
  fixture->n_finished = 0;
  fixture->exam = cs_pre_examination_new (fixture->service, fixture->matter, "zh");
  g_signal_connect (fixture->exam, "finished", G_CALLBACK (on_finished), fixture);
  g_signal_connect (fixture->exam, "failed", G_CALLBACK (on_failed), fixture);
  wait_for (fixture, 1);
}

/* Lets all that was asked for come to its end. */
static void
close_matter (Fixture *fixture)
{
  cs_store_service_flush (fixture->service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cs_store_service_flush (fixture->service);
  g_assert_finalize_object (g_steal_pointer (&fixture->exam));
}

static CsDraft *
make_claim (const char *claim)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  g_autoptr (CsText) title = cs_text_new ("泵", strlen ("泵"));
  g_autofree char *numbered = g_strdup_printf ("1. %s\n", claim);
  g_autoptr (CsText) claims = cs_text_new (numbered, strlen (numbered));
  CsText *texts[CS_N_PARTS] = { [CS_PART_TITLE] = title, [CS_PART_CLAIMS] = claims };
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  draft = cs_draft_compose (NULL, texts, request, NULL);
  g_assert_nonnull (draft);

  return draft;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (CsDraft) draft = make_claim (vague);
  CsNewMatter matter = { .draft = draft, .reference = "P-1", .author = "代理师甲" };

  fixture->folder = store_folder_new ();
  store = open_store (fixture->folder);
  fixture->matter = cs_draft_store_create (store, &matter, NULL);
  g_assert_cmpint (fixture->matter, !=, 0);
  fixture->service = cs_store_service_new (fixture->folder);
  open_matter (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_matter (fixture);
  cs_store_service_flush (fixture->service);
  g_assert_finalize_object (fixture->service);
  store_folder_free (fixture->folder);
  g_free (fixture->failure);
}

/* --- asking it --- */

static guint
get_number (gpointer object, const char *name)
{
  guint number = 0;

  g_object_get (object, name, &number, NULL);

  return number;
}

static char *
dup_string (gpointer object, const char *name)
{
  char *text = NULL;

  g_object_get (object, name, &text, NULL);

  return text;
}

static gpointer
get_item (Fixture *fixture, const char *list, guint i)
{
  g_autoptr (GListModel) model = NULL;
  gpointer item;

  g_object_get (fixture->exam, list, &model, NULL);
  item = g_list_model_get_item (model, i);
  g_assert_nonnull (item);
  g_object_unref (item); /* the list holds it */

  return item;
}

static void
assert_item (Fixture *fixture, guint i, const char *id, CsItemState state)
{
  gpointer item = get_item (fixture, "items", i);
  g_autofree char *found = dup_string (item, "id");

  g_assert_cmpstr (found, ==, id);
  g_assert_cmpuint (get_number (item, "state"), ==, state);
}

static CsExamRecord *
dup_record (Fixture *fixture)
{
  CsExamRecord *record = NULL;

  g_object_get (fixture->exam, "record", &record, NULL);
  g_assert_nonnull (record);

  return record;
}

/* Examines by the house's list alone. */
static void
examine_by (Fixture *fixture, const char *list)
{
  g_autoptr (GListModel) choices = NULL;
  guint before = fixture->n_finished;

  g_object_get (fixture->exam, "choices", &choices, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (CsChecklistChoice) choice = g_list_model_get_item (choices, i);
      g_autofree char *id = dup_string (choice, "id");

      g_object_set (choice, "chosen", strcmp (id, list) == 0, NULL);
    }
  cs_pre_examination_start (fixture->exam);
  wait_for (fixture, before + 1);
}

static void
examine (Fixture *fixture)
{
  examine_by (fixture, "house");
}

static void
answer (Fixture *fixture, CsVerdict verdict)
{
  guint before = fixture->n_finished;

  cs_pre_examination_answer (fixture->exam, get_item (fixture, "items", 0), verdict, "齐全");
  wait_for (fixture, before + 1);
}

static void
sign (Fixture *fixture, CsSignatureRole role, const char *author)
{
  guint before = fixture->n_finished;

  g_object_set (fixture->exam, "author", author, NULL);
  cs_pre_examination_sign (fixture->exam, role);
  wait_for (fixture, before + 1);
}

static void
assert_refused (Fixture *fixture, CsSignatureRole role, const char *author)
{
  g_object_set (fixture->exam, "author", author, NULL);
  cs_pre_examination_sign (fixture->exam, role);
  g_assert_nonnull (fixture->failure);
  g_clear_pointer (&fixture->failure, g_free);
}

/* Saves another text, as a window does. */
static gpointer
save_claim (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CsMatter) matter = load_matter (store, 1);
  g_autoptr (CsDraft) draft = make_claim (data);
  CsMatterSave save = { .id = 1, .revision = matter->info->revision, .draft = draft };
  guint64 revision;

  g_assert_true (cs_draft_store_save (store, &save, &revision, error));

  return NULL;
}

static void
change_text (Fixture *fixture, const char *claim)
{
  const CsStoreJob job = { .func = save_claim, .data = (gpointer)claim, .matter = 1 };

  cs_store_service_run (fixture->service, &job, NULL, NULL, NULL);
}

/* --- tests --- */

static void
test_opened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) choices = NULL;
  guint n_chosen = 0;
  gboolean loaded;
  g_autofree char *name = dup_string (fixture->exam, "matter-name");
  g_autofree char *obstacle = dup_string (fixture->exam, "self-check-obstacle");

  g_object_get (fixture->exam, "choices", &choices, "loaded", &loaded, NULL);
  g_assert_true (loaded);
  g_assert_cmpstr (name, ==, "泵");
  g_assert_nonnull (obstacle); /* nothing was examined yet */
  g_assert_cmpuint (get_number (fixture->exam, "n-items"), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (choices), >=, 2);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (CsChecklistChoice) choice = g_list_model_get_item (choices, i);
      g_autofree char *id = dup_string (choice, "id");
      gboolean chosen;

      g_object_get (choice, "chosen", &chosen, NULL);
      n_chosen += chosen;
      if (strcmp (id, "house") == 0)
        {
          g_assert_false (chosen);
          g_assert_cmpuint (get_number (choice, "n-items"), ==, 2);
        }
    }
  g_assert_cmpuint (n_chosen, >=, 1);
}

static void
test_examined (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (CsExamRecord) record = NULL;
  g_autoptr (CsPreEvidence) finding = NULL;
  gpointer item;
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;
  g_autofree char *basis = NULL;

  examine (fixture);
  g_assert_cmpuint (get_number (fixture->exam, "n-items"), ==, 2);
  g_assert_cmpuint (get_number (fixture->exam, "n-concluded"), ==, 1);
  g_assert_cmpuint (get_number (fixture->exam, "n-unanswered"), ==, 1);
  assert_item (fixture, 0, "H-2", CS_ITEM_MANUAL);
  assert_item (fixture, 1, "H-1", CS_ITEM_FINDINGS);
  record = dup_record (fixture);
  g_assert_cmpuint (record->number, ==, 1);
  g_assert_cmpuint (record->items->len, ==, 2);

  item = get_item (fixture, "items", 1);
  basis = dup_string (item, "basis");
  g_assert_nonnull (strstr (basis, "第22条第1款"));
  g_assert_cmpuint (get_number (item, "severity"), ==, CS_SEVERITY_WARNING);
  place = dup_string (item, "place");
  g_assert_nonnull (strstr (place, "1"));
  g_object_get (item, "findings", &findings, NULL);
  finding = g_list_model_get_item (findings, 0);
  text = dup_string (finding, "text");
  g_assert_cmpstr (text, ==, "约为");
  g_assert_cmpuint (get_number (finding, "part"), ==, CS_PART_CLAIMS);
  g_assert_cmpuint (get_number (finding, "end-char"), ==, get_number (finding, "start-char") + 2);
}

static void
test_answered (Fixture *fixture, gconstpointer data)
{
  gpointer question;
  g_autoptr (CsAnswer) kept = NULL;
  g_autoptr (CsExamRecord) record = NULL;

  examine (fixture);
  question = get_item (fixture, "items", 0);
  cs_pre_examination_answer (fixture->exam, question, CS_VERDICT_YES, "齐全");
  g_assert_nonnull (fixture->failure); /* nobody is named */
  g_clear_pointer (&fixture->failure, g_free);

  g_object_set (fixture->exam, "author", "代理师甲", NULL);
  answer (fixture, CS_VERDICT_YES);
  assert_item (fixture, 0, "H-1", CS_ITEM_FINDINGS);
  assert_item (fixture, 1, "H-2", CS_ITEM_PASSED);
  g_assert_true (get_item (fixture, "items", 1) == question); /* the row stays the same */
  g_object_get (question, "answer", &kept, NULL);
  g_assert_cmpstr (kept->text, ==, "齐全");
  g_assert_cmpuint (get_number (fixture->exam, "n-unanswered"), ==, 0);
  record = dup_record (fixture);
  g_assert_cmpuint (record->number, ==, 1); /* answering makes no new examination */
}

/* One look at the drawings answers all that is asked of them, and nothing else. */
static void
test_group_answered (Fixture *fixture, gconstpointer data)
{
  guint before;

  examine_by (fixture, "sheets");
  cs_pre_examination_answer_group (fixture->exam, "drawings");
  g_assert_nonnull (fixture->failure); /* nobody is named */
  g_clear_pointer (&fixture->failure, g_free);
  g_assert_cmpuint (get_number (fixture->exam, "n-unanswered"), ==, 3);

  g_object_set (fixture->exam, "author", "代理师甲", NULL);
  before = fixture->n_finished;
  cs_pre_examination_answer_group (fixture->exam, "drawings");
  wait_for (fixture, before + 1);
  g_assert_cmpuint (get_number (fixture->exam, "n-unanswered"), ==, 1);
  assert_item (fixture, 0, "S-2", CS_ITEM_MANUAL);
  assert_item (fixture, 1, "S-1", CS_ITEM_PASSED);
  assert_item (fixture, 2, "S-3", CS_ITEM_PASSED);
}

static void
test_signed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsSignature) first = NULL;
  g_autoptr (CsSignature) second = NULL;
  g_autofree char *open = NULL;
  g_autofree char *free_now = NULL;

  examine (fixture);
  g_object_set (fixture->exam, "author", "代理师乙", NULL);
  open = dup_string (fixture->exam, "self-check-obstacle");
  g_assert_nonnull (open); /* a question is open */
  assert_refused (fixture, CS_SIGNATURE_SELF_CHECK, "代理师乙");
  answer (fixture, CS_VERDICT_UNSURE);
  free_now = dup_string (fixture->exam, "self-check-obstacle");
  g_assert_null (free_now);

  sign (fixture, CS_SIGNATURE_SELF_CHECK, "代理师乙");
  assert_refused (fixture, CS_SIGNATURE_SECOND_PERSON, "代理师乙");
  assert_refused (fixture, CS_SIGNATURE_SECOND_PERSON, "代理师甲"); /* who wrote it */
  sign (fixture, CS_SIGNATURE_SECOND_PERSON, "代理师丙");
  g_object_get (fixture->exam, "self-check", &first, "second-person", &second, NULL);
  g_assert_cmpstr (first->author, ==, "代理师乙");
  g_assert_cmpstr (second->author, ==, "代理师丙");
}

static void
test_text_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsExamRecord) record = NULL;
  g_autoptr (CsExamDiff) diff = NULL;
  g_autoptr (CsSignature) lapsed = NULL;
  g_autoptr (CsSignature) none = NULL;
  gpointer question;
  gboolean stale;
  gboolean changed;

  examine (fixture);
  g_object_set (fixture->exam, "author", "代理师甲", NULL);
  answer (fixture, CS_VERDICT_YES);
  sign (fixture, CS_SIGNATURE_SELF_CHECK, "代理师甲");
  change_text (fixture, mended);
  wait_for_text_changed (fixture);
  g_object_get (fixture->exam, "self-check", &lapsed, NULL);
  g_assert_nonnull (lapsed); /* in the record it stays */
  assert_refused (fixture, CS_SIGNATURE_SECOND_PERSON, "代理师丙");

  examine (fixture);
  g_object_get (fixture->exam, "text-changed", &changed, "diff", &diff, "self-check", &none, NULL);
  g_assert_false (changed);
  g_assert_null (none);
  g_assert_cmpuint (diff->gone->len, ==, 1);
  g_assert_cmpuint (diff->added->len, ==, 0);
  record = dup_record (fixture);
  g_assert_cmpuint (record->number, ==, 2);
  question = get_item (fixture, "items", 0);
  g_object_get (question, "answer-stale", &stale, NULL);
  g_assert_true (stale); /* it has to be answered for this text */
  g_assert_cmpuint (get_number (fixture->exam, "n-unanswered"), ==, 1);
}

static void
test_opened_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsExamRecord) record = NULL;
  gboolean changed;

  examine (fixture);
  close_matter (fixture);
  open_matter (fixture);
  g_assert_cmpuint (get_number (fixture->exam, "n-items"), ==, 2);
  record = dup_record (fixture);
  g_assert_cmpuint (record->number, ==, 1);

  change_text (fixture, mended);
  wait_for_text_changed (fixture);
  close_matter (fixture);
  open_matter (fixture);
  g_assert_cmpuint (get_number (fixture->exam, "n-items"), ==, 0);
  g_object_get (fixture->exam, "text-changed", &changed, NULL);
  g_assert_true (changed);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  gboolean running = TRUE;

  cs_pre_examination_start (fixture->exam);
  g_object_get (fixture->exam, "running", &running, NULL);
  g_assert_true (running);
  cs_pre_examination_stop (fixture->exam);
  while (running && g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (fixture->exam, "running", &running, NULL);
    }
  g_assert_false (running);
  g_assert_null (fixture->failure); /* being stopped is no failure */
  g_assert_cmpuint (fixture->n_finished, ==, 1);
}

static void
test_no_such_matter (Fixture *fixture, gconstpointer data)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  g_autoptr (CsPreExamination) other = cs_pre_examination_new (fixture->service, 999, "en");

  g_signal_connect (other, "failed", G_CALLBACK (on_failed), fixture);
  while (fixture->failure == NULL && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (fixture->failure);
}

#define add(name, func) \
  g_test_add ("/service/pre-examination/" name, Fixture, NULL, set_up, func, tear_down)

/* Lays a list of a house into the data folder. */
static void
write_lists (const char *data_folder)
{
  g_autofree char *folder = path_in (data_folder, "checklists");
  g_autofree char *house = g_build_filename (folder, "house.xml", NULL);
  g_autofree char *sheets = g_build_filename (folder, "sheets.xml", NULL);

  g_setenv ("CLAIMSMITH_DATA_DIR", data_folder, TRUE);
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (house, house_list, -1, NULL));
  g_assert_true (g_file_set_contents (sheets, sheets_list, -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_autoptr (StoreFolder) data_folder = store_folder_new ();

  g_test_init (&argc, &argv, NULL);
  write_lists (data_folder);
  add ("opened", test_opened);
  add ("examined", test_examined);
  add ("answered", test_answered);
  add ("group-answered", test_group_answered);
  add ("signed", test_signed);
  add ("text-changed", test_text_changed);
  add ("opened-again", test_opened_again);
  add ("stopped", test_stopped);
  add ("no-such-matter", test_no_such_matter);

  return g_test_run ();
}
