#include <string.h>

#include <glib/gstdio.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/service/cs-examiner.h"
#include "../../src/service/cs-import.h"
#include "../../src/service/cs-matter-list.h"
#include "../../src/service/cs-private-file.h"
#include "../test-ends.h"

/* The services with a main loop and a store of their own for each test. */

#define PATIENCE_US (20 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

typedef struct
{
  char *folder;
  CsStoreService *service;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("claimsmith-service-XXXXXX", NULL);
  fixture->service = cs_store_service_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cs_store_service_flush (fixture->service);
  g_assert_finalize_object (fixture->service);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
wait_for (gboolean *done)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (!*done && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (*done);
}

static CsDraft *
make_draft (const char *title, const char *claims)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  g_autoptr (CsText) title_text = cs_text_new (title, strlen (title));
  g_autoptr (CsText) claims_text = cs_text_new (claims, strlen (claims));
  CsText *texts[CS_N_PARTS] = { [CS_PART_TITLE] = title_text, [CS_PART_CLAIMS] = claims_text };

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;

  return cs_draft_compose (NULL, texts, request, NULL);
}

typedef struct
{
  gint64 id;
  gboolean done;
  GError *error;
} Created;

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  Created *created = data;

  created->id =
      cs_store_service_create_finish (CS_STORE_SERVICE (source), result, &created->error);
  created->done = TRUE;
}

static gint64
create (Fixture *fixture, const char *title)
{
  g_autoptr (CsDraft) draft = make_draft (title, "1. 一种泵，包括壳体。\n");
  Created created = { 0 };

  cs_store_service_create (fixture->service, draft, on_created, &created);
  wait_for (&created.done);
  g_assert_no_error (created.error);
  g_assert_cmpint (created.id, !=, 0);

  return created.id;
}

/* --- the store service --- */

static gpointer
note_order (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GArray *order = ((gpointer *)data)[0];
  guint number = GPOINTER_TO_UINT (((gpointer *)data)[1]);

  g_array_append_val (order, number);

  return NULL;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < 100; i++)
    {
      gpointer pair[] = { order, GUINT_TO_POINTER (i) };
      CsStoreJob job = { .func = note_order,
                         .data = g_memdup2 (pair, sizeof pair),
                         .free_data = g_free,
                         .matter = -1 };

      cs_store_service_run (fixture->service, &job, NULL, NULL, NULL);
    }
  cs_store_service_flush (fixture->service);

  g_assert_cmpuint (order->len, ==, 100);
  for (guint i = 0; i < order->len; i++)
    g_assert_cmpuint (g_array_index (order, guint, i), ==, i);
}

static void
count_change (CsStoreService *service, gint64 matter, gpointer data)
{
  ((guint *)data)[matter == 0 ? 0 : 1]++;
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  guint n_changes[2] = { 0 };
  gint64 id;

  g_signal_connect (fixture->service, "changed", G_CALLBACK (count_change), n_changes);
  id = create (fixture, "泵");
  g_assert_cmpuint (n_changes[0], ==, 1);
  cs_store_service_set_stage (fixture->service, id, CS_STAGE_FILED, NULL, NULL);
  cs_store_service_set_stage (fixture->service, id + 1000, CS_STAGE_FILED, NULL, NULL);
  cs_store_service_flush (fixture->service);
  g_assert_cmpuint (n_changes[1], ==, 1); /* the matter that is not there has not changed */
}

/* The service makes it by itself, and a second start on the same day none. */
static void
test_backup_daily (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_auto (GStrv) backups = NULL;

      create (fixture, "泵");
      g_assert_finalize_object (fixture->service); /* what it was at is done then */
      fixture->service = cs_store_service_new (fixture->folder);

      backups = cs_draft_store_list_backups (fixture->folder);
      g_assert_cmpuint (g_strv_length (backups), ==, 1);
      g_assert_true (g_str_has_suffix (backups[0], "-daily.db"));
    }
}

/* A store that cannot be opened is said, and tried again. */
static void
test_cannot_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "drafts.db", NULL);
  g_autoptr (CsDraft) draft = make_draft ("泵", "1. 一种泵。\n");
  Created created = { 0 };

  g_assert_true (g_file_set_contents (file, "no store of ours, but something dear", -1, NULL));
  cs_store_service_create (fixture->service, draft, on_created, &created);
  wait_for (&created.done);
  g_assert_error (created.error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_clear_error (&created.error);

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (create (fixture, "泵"), !=, 0);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  gpointer *answer = data;
  g_autoptr (GError) error = NULL;

  answer[0] = cs_store_service_load_finish (CS_STORE_SERVICE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)answer[1] = TRUE;
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  gboolean done = FALSE;
  gpointer answer[] = { NULL, &done };
  g_autoptr (CsMatter) matter = NULL;

  cs_store_service_load (fixture->service, create (fixture, "泵"), NULL, on_loaded, answer);
  wait_for (&done);
  matter = answer[0];
  g_assert_cmpstr (matter->info->name, ==, "泵");
  g_assert_cmpuint (cs_draft_get_n_units (matter->draft, CS_PART_CLAIMS), ==, 1);
}

/* --- the list --- */

static void
set_done (gpointer done)
{
  *(gboolean *)done = TRUE;
}

static void
wait_loaded (CsMatterList *list)
{
  gboolean done = FALSE;
  gulong handler =
      g_signal_connect_swapped (list, "loaded", G_CALLBACK (set_done), &done);

  wait_for (&done);
  g_signal_handler_disconnect (list, handler);
}

static void
add_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  ((guint *)data)[0] += removed;
  ((guint *)data)[1] += added;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsMatterList) list = NULL;
  g_autoptr (CsMatterItem) first = NULL;
  g_autoptr (CsMatterItem) again = NULL;
  guint changes[2] = { 0 };
  gint64 ids[5];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *title = g_strdup_printf ("第%u号泵", i);

      ids[i] = create (fixture, title);
    }
  list = cs_matter_list_new (fixture->service);
  wait_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
  g_assert_cmpuint (cs_matter_list_get_stage_count (list, CS_STAGE_DRAFTING), ==, 5);

  /* One changes: the others keep their items, and only it is told of. */
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (list, "items-changed", G_CALLBACK (add_changed), changes);
  cs_store_service_set_stage (fixture->service, ids[0], CS_STAGE_SIGNING, NULL, NULL);
  wait_loaded (list);
  g_assert_cmpuint (cs_matter_list_get_stage_count (list, CS_STAGE_SIGNING), ==, 1);
  g_assert_cmpuint (changes[0], ==, changes[1]);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
  for (guint i = 0; i < 5 && again == NULL; i++)
    {
      g_autoptr (CsMatterItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (item == first)
        again = g_object_ref (item);
    }
  g_assert_nonnull (again);

  /* Another question. */
  cs_matter_list_set_query (list, &(CsMatterQuery){ .words = "第3号" });
  wait_loaded (list);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != 1) /* an earlier answer came between */
    wait_loaded (list);
  {
    g_autoptr (CsMatterItem) found = g_list_model_get_item (G_LIST_MODEL (list), 0);

    g_assert_cmpint (cs_matter_item_get_info (found)->id, ==, ids[3]);
  }
  g_assert_cmpuint (cs_matter_list_get_stage_count (list, CS_STAGE_DRAFTING), ==, 4);
}

/* --- the import --- */

static char *
write_file (Fixture *fixture, const char *name, const char *content)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static void
wait_finished (CsImport *import)
{
  gboolean done = FALSE;

  g_signal_connect_swapped (import, "finished", G_CALLBACK (set_done), &done);
  wait_for (&done);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = write_file (fixture, "good.txt",
                                      "权利要求书\n1. 一种泵，包括壳体。\n"
                                      "2. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n");
  g_autofree char *bad = write_file (fixture, "bad.xml", "<?xml version='1.0'?>\n<a>\n<b>\n</a>\n");
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  const char *paths[] = { bad, missing, good, NULL };
  g_autoptr (CsImport) import = cs_import_new (fixture->service, paths);
  const CsImportTrouble *trouble;
  gboolean running;
  double fraction;

  wait_finished (import);
  g_object_get (import, "running", &running, "fraction", &fraction, NULL);
  g_assert_false (running);
  g_assert_cmpfloat (fraction, ==, 1);
  g_assert_cmpuint (cs_import_get_matters (import)->len, ==, 1);
  g_assert_cmpuint (cs_import_get_troubles (import)->len, ==, 2);
  trouble = cs_import_get_troubles (import)->pdata[0];
  g_assert_cmpstr (trouble->path, ==, bad);
  g_assert_cmpuint (trouble->line, >, 0);
  trouble = cs_import_get_troubles (import)->pdata[1];
  g_assert_cmpstr (trouble->path, ==, missing);
}

/* "Save elsewhere" and back. */
static void
test_import_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.claimsmith", NULL);
  const char *paths[] = { copy, NULL };
  g_autoptr (CsDraft) draft = make_draft ("泵", "1. 一种泵，包括壳体。\n");
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  CsNewMatter matter = { .draft = draft, .reference = "CW-1", .decisions = decisions };
  CsDecision *decision = cs_decision_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsImport) import = NULL;
  g_autoptr (CsMatter) loaded = NULL;
  gboolean done = FALSE;
  gpointer answer[] = { NULL, &done };
  gint64 id;

  decision->check = g_strdup ("vague-wording");
  decision->rule = g_strdup ("degree");
  decision->fingerprint = g_strdup ("0123456789abcdef");
  decision->part = CS_PART_CLAIMS;
  decision->text = g_strdup ("约");
  decision->reason = g_strdup ("客户要求");
  decision->author = g_strdup ("代理师甲");
  g_ptr_array_add (decisions, decision);
  cs_draft_store_write_copy (copy, &matter, &error);
  g_assert_no_error (error);

  import = cs_import_new (fixture->service, paths);
  wait_finished (import);
  g_assert_cmpuint (cs_import_get_troubles (import)->len, ==, 0);
  g_assert_cmpuint (cs_import_get_matters (import)->len, ==, 1);
  id = g_array_index (cs_import_get_matters (import), gint64, 0);
  cs_store_service_load (fixture->service, id, NULL, on_loaded, answer);
  wait_for (&done);
  loaded = answer[0];
  g_assert_cmpstr (loaded->info->reference, ==, "CW-1");
  g_assert_cmpuint (loaded->decisions->len, ==, 1);
  g_assert_cmpstr (((CsDecision *)loaded->decisions->pdata[0])->reason, ==, "客户要求");
}

/* Sends matter @id of the store of @fixture to a file beside it. */
static char *
send_matter (Fixture *fixture, gint64 id)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (fixture->folder, NULL);
  g_autoptr (GBytes) bytes = cs_matter_file_write (store, id, NULL, NULL, NULL);
  char *path = g_build_filename (fixture->folder, "sent.csmatter", NULL);

  g_assert_true (cs_private_file_write (path, bytes, NULL, NULL));

  return path;
}

/* A matter file whose matter is here waits for a decision, and nothing is changed meanwhile. */
static void
test_import_matter_file (Fixture *fixture, gconstpointer data)
{
  Fixture other = { NULL };
  gint64 id = create (fixture, "泵");
  g_autofree char *path = send_matter (fixture, id);
  const char *paths[] = { path, NULL };
  g_autoptr (CsImport) here = cs_import_new (fixture->service, paths);
  g_autoptr (CsImport) there = NULL;
  const CsImportMerge *pending;

  wait_finished (here);
  g_assert_cmpuint (cs_import_get_troubles (here)->len, ==, 0);
  g_assert_cmpuint (cs_import_get_matters (here)->len, ==, 0);
  g_assert_cmpuint (cs_import_get_merges (here)->len, ==, 1);
  pending = cs_import_get_merges (here)->pdata[0];
  g_assert_cmpstr (pending->path, ==, path);
  g_assert_cmpint (pending->merge->matter, ==, id);
  g_assert_false (pending->merge->text_differs);
  g_assert_cmpstr (cs_matter_file_get_name (pending->file), ==, "泵");

  set_up (&other, NULL);
  there = cs_import_new (other.service, paths);
  wait_finished (there);
  g_assert_cmpuint (cs_import_get_merges (there)->len, ==, 0);
  g_assert_cmpuint (cs_import_get_matters (there)->len, ==, 1);
  g_clear_object (&there);
  tear_down (&other, NULL);
}

/* --- the examiner --- */

typedef struct
{
  guint n_done;
  guint64 generation;
  CsFindingView *view;
  gboolean wanted; /* the last generation has come */
} Told;

static void
on_done (CsExaminer *examiner,
         CsFindingView *view,
         guint64 generation,
         gint64 took_us,
         gpointer data)
{
  Told *told = data;

  g_assert_cmpuint (generation, >=, told->generation);
  told->n_done++;
  told->generation = generation;
  g_clear_pointer (&told->view, cs_finding_view_unref);
  told->view = cs_finding_view_ref (view);
  told->wanted = generation == 50;
}

/* Fifty changes one after the other: the last is examined, most of the others are not. */
static void
test_examiner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsExaminer) examiner = cs_examiner_new ();
  g_autoptr (CsDraft) draft = make_draft ("泵", "1. 一种泵，包括壳体。\n");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Told told = { 0 };

  g_signal_connect (examiner, "done", G_CALLBACK (on_done), &told);
  for (guint i = 1; i <= 50; i++)
    {
      g_autofree char *claims = g_strdup_printf ("1. 一种泵，壳体厚度约为%umm\n", i);
      g_autoptr (CsText) text = cs_text_new (claims, strlen (claims));
      CsExaminerJob job = { .previous = draft,
                            .decisions = none,
                            .offices = 1u << CS_OFFICE_CN | 1u << CS_OFFICE_EP,
                            .generation = i };

      job.texts[CS_PART_CLAIMS] = text;
      cs_examiner_examine (examiner, &job);
    }
  wait_for (&told.wanted);
  g_assert_cmpuint (told.n_done, <, 50);
  g_assert_cmpuint (told.view->entries->len, >, 0);
  g_assert_cmpuint (told.view->result->checklists->len, ==, 2);
  g_clear_pointer (&told.view, cs_finding_view_unref);
}

static void
test_examiner_stop (Fixture *fixture, gconstpointer data)
{
  CsExaminer *examiner = cs_examiner_new ();
  g_autoptr (CsDraft) draft = make_draft ("泵", "1. 一种泵，包括壳体。\n");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Told told = { 0 };
  CsExaminerJob job = { .previous = draft,
                        .decisions = none,
                        .offices = 1u << CS_OFFICE_CN,
                        .generation = 50 };
  gboolean busy = TRUE;

  g_signal_connect (examiner, "done", G_CALLBACK (on_done), &told);
  memcpy (job.texts, draft->texts, sizeof job.texts);
  cs_examiner_examine (examiner, &job);
  cs_examiner_stop (examiner);
  while (busy)
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (examiner, "busy", &busy, NULL);
    }
  g_assert_cmpuint (told.n_done, ==, 0);
  g_assert_finalize_object (examiner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/service/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("store/order", test_order);
  ADD ("store/changed", test_changed);
  ADD ("store/backup-daily", test_backup_daily);
  ADD ("store/cannot-open", test_cannot_open);
  ADD ("store/load", test_load);
  ADD ("list", test_list);
  ADD ("import", test_import);
  ADD ("import/copy", test_import_copy);
  ADD ("import/matter-file", test_import_matter_file);
  ADD ("examiner", test_examiner);
  ADD ("examiner/stop", test_examiner_stop);
  return g_test_run ();
}
