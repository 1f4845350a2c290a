#include <string.h>

#include "../exam/cs-exam-record.h"
#include "../store/cs-review-store.h"
#include "../store/cs-run-store.h"
#include "cs-matter-exam.h"
#include "cs-office-checklists.h"
#include "cs-pre-examination-private.h"

/* What a pre-examination does outside of the thread of the program: it reads what it needs from the
 * store, examines in a thread of its own, so that the store is free meanwhile, and keeps the
 * result. */

CsPreWork *
cs_pre_work_new (CsPreStep step, gint64 id)
{
  CsPreWork *work = g_new0 (CsPreWork, 1);

  work->step = step;
  work->id = id;
  work->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_answer_unref);

  return work;
}

void
cs_pre_work_free (CsPreWork *work)
{
  g_strfreev (work->chosen);
  g_free (work->person);
  g_clear_pointer (&work->draft, cs_draft_unref);
  g_ptr_array_unref (work->answers);
  g_clear_pointer (&work->signature, cs_signature_unref);
  g_clear_pointer (&work->matter, cs_matter_free);
  g_free (work->author);
  g_free (work->text_sha256);
  g_clear_pointer (&work->fitting, g_ptr_array_unref);
  g_clear_pointer (&work->runs, g_ptr_array_unref);
  g_clear_pointer (&work->result, cs_exam_result_unref);
  g_free (work);
}

/* --- reading, in the thread of the store --- */

static gboolean
keep_what_was_said (CsPreWork *work, CsDraftStore *store, GError **error)
{
  for (guint i = 0; i < work->answers->len; i++)
    if (cs_draft_store_add_answer (store, work->id, work->answers->pdata[i], error) == 0)
      return FALSE;
  if (work->signature != NULL)
    return cs_draft_store_sign (store, work->id, work->run, work->signature, error);

  return TRUE;
}

static gboolean
read_runs (CsPreWork *work, CsDraftStore *store, GError **error)
{
  g_clear_pointer (&work->runs, g_ptr_array_unref);
  work->runs = cs_draft_store_list_runs (store, work->id, 2, error);

  return work->runs != NULL;
}

static gboolean
read_matter (CsPreWork *work, CsDraftStore *store, GError **error)
{
  work->matter = cs_draft_store_load (store, work->id, error);
  if (work->matter == NULL)
    return FALSE;
  work->text_sha256 = cs_draft_dup_sha256 (work->matter->draft);
  work->author = cs_draft_store_get_author (store, work->id, error);

  return work->author != NULL;
}

/* The text that is shown is examined once more, even if there is another one by now. */
static void
exchange_draft (CsPreWork *work)
{
  if (work->draft == NULL)
    return;

  cs_draft_unref (work->matter->draft);
  work->matter->draft = cs_draft_ref (work->draft);
}

static gpointer
begin (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  CsPreWork *work = data;

  if (!keep_what_was_said (work, store, error) || !read_matter (work, store, error))
    return NULL;

  exchange_draft (work);
  if (work->step != CS_PRE_LOOK && !read_runs (work, store, error))
    return NULL;

  return work;
}

/* --- checklists, in the thread of the examination --- */

static gboolean
fits (const CsChecklist *checklist, const CsDraft *draft)
{
  CsRightType type = draft->request->type;
  const char *const *languages = (const char *const *)checklist->languages;

  return g_strv_contains (languages, draft->language) &&
         (type == CS_TYPE_UNKNOWN || checklist->types == 0 ||
          (checklist->types & (1u << type)) != 0);
}

/* All lists that can examine such a draft. One of the user that makes no sense is passed over here;
 * when it is meant to be used, choosing it says what is wrong. */
static void
find_fitting (CsPreWork *work)
{
  g_auto (GStrv) ids = cs_checklist_list ();

  work->fitting = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_checklist_unref);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CsChecklist) checklist = cs_checklist_load (ids[i], NULL);

      if (checklist != NULL && fits (checklist, work->matter->draft))
        g_ptr_array_add (work->fitting, g_steal_pointer (&checklist));
    }
}

static char **
dup_lists_of_run (const CsExamRecord *record)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < record->checklists->len; i++)
    g_strv_builder_add (ids, ((CsRecordList *)record->checklists->pdata[i])->id);

  return g_strv_builder_end (ids);
}

static char **
dup_lists_of_offices (const CsMatter *matter, GError **error)
{
  g_autoptr (GHashTable) cache = cs_office_checklists_new_cache ();
  g_autoptr (GPtrArray) lists =
      cs_office_checklists_load (matter->info->offices, matter->draft->request, cache, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (lists == NULL)
    return NULL;
  for (guint i = 0; i < lists->len; i++)
    g_strv_builder_add (ids, ((CsChecklist *)lists->pdata[i])->id);

  return g_strv_builder_end (ids);
}

static gboolean
choose (CsPreWork *work, GError **error)
{
  if (work->chosen == NULL)
    work->chosen = work->runs->len > 0 ? dup_lists_of_run (work->runs->pdata[0]) :
                                         dup_lists_of_offices (work->matter, error);

  return work->chosen != NULL;
}

/* Returns: (transfer full): the lists chosen, in the order of those that fit */
static GPtrArray *
list_chosen (const CsPreWork *work)
{
  GPtrArray *lists = g_ptr_array_new ();

  for (guint i = 0; i < work->fitting->len; i++)
    {
      CsChecklist *checklist = work->fitting->pdata[i];

      if (g_strv_contains ((const char *const *)work->chosen, checklist->id))
        g_ptr_array_add (lists, checklist);
    }

  return lists;
}

/* --- examining --- */

static void
on_progress (guint n_done, guint n_items, gpointer data)
{
  g_atomic_int_set ((int *)data, CS_PRE_PROGRESS * n_done / MAX (n_items, 1));
}

/* When a matter is opened, only an examination of its very text is worth showing again. */
static gboolean
is_to_be_examined (const CsPreWork *work)
{
  const CsExamRecord *last = work->runs->len == 0 ? NULL : work->runs->pdata[0];

  if (work->step == CS_PRE_LOAD)
    return last != NULL && strcmp (last->text_sha256, work->text_sha256) == 0;

  return work->step == CS_PRE_START || work->step == CS_PRE_ANSWER;
}

static gboolean
examine (CsPreWork *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lists = NULL;

  if (work->fitting == NULL)
    find_fitting (work);
  if (!choose (work, error))
    return FALSE;
  if (!is_to_be_examined (work))
    return TRUE;

  lists = list_chosen (work);
  work->result = cs_matter_exam_run (work->matter, lists, on_progress, work->progress, cancellable,
                                     error);

  return work->result != NULL;
}

static void
examine_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (examine (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- keeping, in the thread of the store --- */

static gpointer
keep (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  CsPreWork *work = data;
  g_autoptr (CsExamRecord) record =
      cs_exam_record_new (work->result, work->person, g_get_real_time ());

  if (cs_draft_store_add_run (store, work->id, record, error) == 0 ||
      !read_runs (work, store, error))
    return NULL;

  return work;
}

/* --- from one to the next, in the thread of the program --- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_examined (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CsPreWork *work = g_task_get_task_data (task);
  CsStoreService *service = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const CsStoreJob job = { .func = keep, .data = work, .matter = -1 };
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (work->result == NULL || work->step == CS_PRE_LOAD)
    g_task_return_boolean (task, TRUE);
  else
    cs_store_service_run (service, &job, cancellable, on_kept, g_steal_pointer (&task));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CsPreWork *work = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) examination = NULL;
  GError *error = NULL;

  if (cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (work->step == CS_PRE_SIGN || work->step == CS_PRE_LOOK)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  examination = g_task_new (NULL, cancellable, on_examined, g_steal_pointer (&task));
  g_task_set_task_data (examination, work, NULL);
  g_task_run_in_thread (examination, examine_in_thread);
}

void
cs_pre_work_do (CsPreWork *work,
                CsStoreService *service,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer data)
{
  gboolean said = work->answers->len > 0 || work->signature != NULL;
  const CsStoreJob job = { .func = begin, .data = work, .matter = said ? work->id : -1 };
  GTask *task = g_task_new (service, cancellable, callback, data);

  g_task_set_task_data (task, work, NULL);
  g_task_set_check_cancellable (task, FALSE); /* what was kept counts all the same */
  cs_store_service_run (service, &job, cancellable, on_begun, task);
}

gboolean
cs_pre_work_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
