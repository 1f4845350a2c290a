#include "cs-store-service.h"

struct _CsStoreService
{
  GObject parent_instance;

  char *folder;
  GThreadPool *pool;   /* one thread: jobs are done in the order asked */
  int n_asked;         /* jobs that are not done; atomic */
  CsDraftStore *store; /* touched by that thread only, as what follows */
  gboolean is_kept;    /* a backup of the day was tried */
  GMutex lock;         /* guards read_only */
  char *read_only;
};

G_DEFINE_TYPE (CsStoreService, cs_store_service, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  CsStoreJob *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

/* --- in the thread of the store --- */

/* Opened when first needed; what could not be opened is tried again by the next job. */
static gboolean
open_store (CsStoreService *service, GError **error)
{
  const GError *reason;

  if (service->store != NULL)
    return TRUE;

  service->store = cs_draft_store_open (service->folder, error);
  if (service->store == NULL)
    return FALSE;

  reason = cs_draft_store_get_read_only (service->store);
  g_mutex_lock (&service->lock);
  g_free (service->read_only);
  service->read_only = reason == NULL ? NULL : g_strdup (reason->message);
  g_mutex_unlock (&service->lock);

  return TRUE;
}

/* A job on its way to the thread and back. The task, which holds the service, is let go in the
 * thread that asked: the service must not end in its own thread. */
typedef struct
{
  GTask *task;
  gpointer result;
  GError *error;
} Round;

static void
interrupt (GCancellable *cancellable, gpointer store)
{
  cs_draft_store_interrupt (store);
}

static void
perform (CsStoreService *service, Round *round)
{
  CsStoreJob *job = g_task_get_task_data (round->task);
  GCancellable *cancellable = g_task_get_cancellable (round->task);
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, &round->error) ||
      !open_store (service, &round->error))
    return;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt), service->store, NULL);
  round->result = job->func (service->store, job->data, cancellable, &round->error);
  g_cancellable_disconnect (cancellable, handler);
}

/* Once, when nobody waits: the first thing asked for is the list that a window shows. */
static void
keep_daily (CsStoreService *service)
{
  g_autoptr (GError) error = NULL;

  if (service->is_kept || service->store == NULL ||
      cs_draft_store_get_read_only (service->store) != NULL)
    return;

  service->is_kept = TRUE;
  if (!cs_draft_store_backup_daily (service->store, &error))
    g_message ("no backup of the day was made: %s", error->message);
}

static gboolean
come_back (gpointer data)
{
  g_autofree Round *round = data;
  g_autoptr (GTask) task = round->task;
  CsStoreJob *job = g_task_get_task_data (task);

  if (round->error != NULL)
    g_task_return_error (task, round->error);
  else
    g_task_return_pointer (task, round->result, job->free_result);

  return G_SOURCE_REMOVE;
}

static void
work (gpointer item, gpointer data)
{
  CsStoreService *service = data;

  perform (service, item);
  g_idle_add_full (G_PRIORITY_DEFAULT, come_back, item, NULL);
  if (g_atomic_int_dec_and_test (&service->n_asked))
    keep_daily (service);
}

/* --- in the thread of the program --- */

/* What a job was asked with, until it is done. */
typedef struct
{
  GAsyncReadyCallback callback;
  gpointer data;
} Answer;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Answer *answer = data;
  const CsStoreJob *job = g_task_get_task_data (G_TASK (result));

  if (job->matter >= 0 && !g_task_had_error (G_TASK (result)))
    g_signal_emit (source, signals[CHANGED], 0, job->matter);
  if (answer->callback != NULL)
    answer->callback (source, result, answer->data);
}

void
cs_store_service_run (CsStoreService *service,
                      const CsStoreJob *job,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  Answer *answer = g_new (Answer, 1);
  Round *round = g_new0 (Round, 1);

  *answer = (Answer){ callback, data };
  round->task = g_task_new (service, cancellable, on_done, answer);
  g_task_set_source_tag (round->task, cs_store_service_run);
  g_task_set_check_cancellable (round->task, FALSE); /* what was written counts all the same */
  g_task_set_task_data (round->task, g_memdup2 (job, sizeof *job), job_free);
  g_atomic_int_inc (&service->n_asked);
  g_thread_pool_push (service->pool, round, NULL);
}

gpointer
cs_store_service_run_finish (CsStoreService *service, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, service), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
cs_store_service_dup_read_only (CsStoreService *service)
{
  char *reason;

  g_mutex_lock (&service->lock);
  reason = g_strdup (service->read_only);
  g_mutex_unlock (&service->lock);

  return reason;
}

static gpointer
do_nothing (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
set_flag (GObject *source, GAsyncResult *result, gpointer flag)
{
  *(gboolean *)flag = TRUE;
}

void
cs_store_service_flush (CsStoreService *service)
{
  CsStoreJob job = { .func = do_nothing, .matter = -1 };
  gboolean done = FALSE;

  cs_store_service_run (service, &job, NULL, set_flag, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* --- one matter --- */

typedef struct
{
  gint64 matter;
  int value;
  char *name;
  char *reference;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->reference);
  g_free (change);
}

static gpointer
do_set_stage (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  cs_draft_store_set_stage (store, change->matter, change->value, error);

  return NULL;
}

static gpointer
do_set_bin (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  cs_draft_store_set_bin (store, change->matter, change->value, error);

  return NULL;
}

static gpointer
do_rename (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  cs_draft_store_rename (store, change->matter, change->name, change->reference, error);

  return NULL;
}

static gpointer
do_empty_bin (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  cs_draft_store_empty_bin (store, error);

  return NULL;
}

static gpointer
new_id (gint64 id)
{
  return id == 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gpointer
do_duplicate (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  return new_id (cs_draft_store_duplicate (store, change->matter, error));
}

static void
run_change (CsStoreService *service,
            CsStoreFunc func,
            const Change *change,
            GAsyncReadyCallback callback,
            gpointer data)
{
  CsStoreJob job = { .func = func,
                     .data = g_memdup2 (change, sizeof *change),
                     .free_data = change_free,
                     .free_result = g_free,
                     .matter = func == do_duplicate ? 0 : change->matter };

  cs_store_service_run (service, &job, NULL, callback, data);
}

void
cs_store_service_set_stage (CsStoreService *service,
                            gint64 matter,
                            CsStage stage,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  run_change (service, do_set_stage, &(Change){ .matter = matter, .value = stage }, callback, data);
}

void
cs_store_service_set_bin (CsStoreService *service,
                          gint64 matter,
                          gboolean in_bin,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  run_change (service, do_set_bin, &(Change){ .matter = matter, .value = in_bin }, callback, data);
}

void
cs_store_service_rename (CsStoreService *service,
                         gint64 matter,
                         const char *name,
                         const char *reference,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Change change = { .matter = matter, .name = g_strdup (name), .reference = g_strdup (reference) };

  run_change (service, do_rename, &change, callback, data);
}

void
cs_store_service_duplicate (CsStoreService *service,
                            gint64 matter,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  run_change (service, do_duplicate, &(Change){ .matter = matter }, callback, data);
}

void
cs_store_service_empty_bin (CsStoreService *service, GAsyncReadyCallback callback, gpointer data)
{
  run_change (service, do_empty_bin, &(Change){ 0 }, callback, data);
}

static gpointer
do_create (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  CsNewMatter matter = { .draft = data };

  return new_id (cs_draft_store_create (store, &matter, error));
}

void
cs_store_service_create (CsStoreService *service,
                         CsDraft *draft,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  CsStoreJob job = { .func = do_create,
                     .data = cs_draft_ref (draft),
                     .free_data = (GDestroyNotify)cs_draft_unref,
                     .free_result = g_free };

  cs_store_service_run (service, &job, NULL, callback, data);
}

gint64
cs_store_service_create_finish (CsStoreService *service, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = cs_store_service_run_finish (service, result, error);

  return id == NULL ? 0 : *id;
}

static gpointer
do_load (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  CsMatter *matter = cs_draft_store_load (store, change->matter, error);

  if (matter != NULL && cs_draft_store_get_read_only (store) == NULL)
    cs_draft_store_set_opened (store, change->matter, NULL); /* that it cannot is no reason */

  return matter;
}

void
cs_store_service_load (CsStoreService *service,
                       gint64 matter,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  Change change = { .matter = matter };
  CsStoreJob job = { .func = do_load,
                     .data = g_memdup2 (&change, sizeof change),
                     .free_data = change_free,
                     .free_result = (GDestroyNotify)cs_matter_free,
                     .matter = matter };

  cs_store_service_run (service, &job, cancellable, callback, data);
}

CsMatter *
cs_store_service_load_finish (CsStoreService *service, GAsyncResult *result, GError **error)
{
  return cs_store_service_run_finish (service, result, error);
}

/* --- the object --- */

static void
cs_store_service_finalize (GObject *object)
{
  CsStoreService *service = CS_STORE_SERVICE (object);

  g_thread_pool_free (service->pool, FALSE, TRUE); /* what was asked for is done */
  g_clear_pointer (&service->store, cs_draft_store_close);
  g_mutex_clear (&service->lock);
  g_free (service->read_only);
  g_free (service->folder);

  G_OBJECT_CLASS (cs_store_service_parent_class)->finalize (object);
}

static void
cs_store_service_class_init (CsStoreServiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_store_service_finalize;

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_STORE_SERVICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
cs_store_service_init (CsStoreService *service)
{
  g_mutex_init (&service->lock);
  service->pool = g_thread_pool_new (work, service, 1, FALSE, NULL);
}

CsStoreService *
cs_store_service_new (const char *folder)
{
  CsStoreService *service = g_object_new (CS_TYPE_STORE_SERVICE, NULL);

  service->folder = g_strdup (folder);

  return service;
}

const char *
cs_store_service_get_folder (CsStoreService *service)
{
  return service->folder;
}
