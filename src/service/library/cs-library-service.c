#include "cs-library-service.h"

#include <glib/gi18n-lib.h>

/* A thread with a connection that nobody else touches. */
typedef struct
{
  CsLibraryService *service; /* unowned: it outlives its threads */
  GThreadPool *pool;         /* one thread: jobs are done in the order asked */
  CsLibrary *library;
  CsSearcher *searcher; /* of a lane that reads */
  CsLibrary *(*open) (const char *folder, GError **error);
} Lane;

struct _CsLibraryService
{
  GObject parent_instance;

  char *folder;
  Lane reader;
  Lane writer;
};

G_DEFINE_TYPE (CsLibraryService, cs_library_service, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  CsLibraryJob *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

/* --- in the thread of a lane --- */

/* A job on its way to the thread and back. The task, which holds the service, is let go in the
 * thread that asked: the service must not end in a thread of its own. */
typedef struct
{
  GTask *task;
  gpointer result;
  GError *error;
  gboolean is_apart; /* the library is closed before, and not opened for it */
} Round;

static void
interrupt (GCancellable *cancellable, gpointer library)
{
  cs_library_interrupt (library);
}

/* What could not be opened is tried again by the next job: an import may have made it. */
static gboolean
open_library (Lane *lane, GError **error)
{
  if (lane->library == NULL)
    lane->library = lane->open (lane->service->folder, error);
  if (lane->library == NULL)
    return FALSE;

  if (lane->searcher == NULL && lane->open == cs_library_open_to_read)
    lane->searcher = cs_searcher_new (lane->library, error);

  return lane->searcher != NULL || lane->open != cs_library_open_to_read;
}

static void
close_library (Lane *lane)
{
  g_clear_pointer (&lane->searcher, cs_searcher_free);
  g_clear_pointer (&lane->library, cs_library_close);
}

static void
perform (Lane *lane, Round *round)
{
  CsLibraryJob *job = g_task_get_task_data (round->task);
  GCancellable *cancellable = g_task_get_cancellable (round->task);
  gulong handler = 0;

  if (round->is_apart)
    {
      close_library (lane);
      round->result = job->func (NULL, NULL, job->data, cancellable, &round->error);
      return;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, &round->error) ||
      !open_library (lane, &round->error))
    return;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt), lane->library, NULL);
  round->result = job->func (lane->library, lane->searcher, job->data, cancellable,
                             &round->error);
  g_cancellable_disconnect (cancellable, handler);
}

static gboolean
come_back (gpointer data)
{
  g_autofree Round *round = data;
  g_autoptr (GTask) task = round->task;
  CsLibraryJob *job = g_task_get_task_data (task);

  if (round->error != NULL)
    g_task_return_error (task, round->error);
  else
    g_task_return_pointer (task, round->result, job->free_result);

  return G_SOURCE_REMOVE;
}

static void
work (gpointer item, gpointer data)
{
  perform (data, item);
  g_idle_add_full (G_PRIORITY_DEFAULT, come_back, item, NULL);
}

/* --- in the thread of the program --- */

static void
push_round (Lane *lane, const CsLibraryJob *job, GTask *task, gboolean is_apart)
{
  Round *round = g_new0 (Round, 1);

  round->task = task;
  round->is_apart = is_apart;
  g_task_set_check_cancellable (task, FALSE); /* what was written counts all the same */
  g_task_set_task_data (task, g_memdup2 (job, sizeof *job), job_free);
  g_thread_pool_push (lane->pool, round, NULL);
}

static void
push (Lane *lane, const CsLibraryJob *job, GTask *task)
{
  push_round (lane, job, task, FALSE);
}

void
cs_library_service_read (CsLibraryService *service,
                         const CsLibraryJob *job,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  push (&service->reader, job, g_task_new (service, cancellable, callback, data));
}

/* Who asked for a write, until it is done. */
typedef struct
{
  GAsyncReadyCallback callback;
  gpointer data;
} Answer;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Answer *answer = data;
  const CsLibraryJob *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_had_error (G_TASK (result)) && !job->is_quiet)
    g_signal_emit (source, signals[CHANGED], 0);
  if (answer->callback != NULL)
    answer->callback (source, result, answer->data);
}

void
cs_library_service_write (CsLibraryService *service,
                          const CsLibraryJob *job,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ callback, data };
  push (&service->writer, job, g_task_new (service, cancellable, on_written, answer));
}

gpointer
cs_library_service_finish (CsLibraryService *service, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, service), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- another library --- */

typedef struct
{
  char *folder;
  char *backup;       /* nullable */
  CsLibraryWork work; /* its cancellable is owned */
} Replacement;

static void
replacement_free (gpointer data)
{
  Replacement *replacement = data;

  g_free (replacement->folder);
  g_free (replacement->backup);
  g_clear_object (&replacement->work.cancellable);
  g_free (replacement);
}

/* The lanes of this service are closed by now: whoever else has the library open would go on with
 * what is put aside. One that is damaged cannot be asked. */
static gpointer
replace (CsLibrary *library,
         CsSearcher *searcher,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Replacement *replacement = data;

  if (cs_library_is_open (replacement->folder))
    g_set_error_literal (error, CS_STORE_ERROR, CS_STORE_ERROR_BUSY,
                         _ ("the library is in use by an import or another program: wait until "
                            "that has ended, or stop it, and try again"));
  else if (replacement->backup == NULL)
    cs_library_set_aside (replacement->folder, error);
  else
    cs_library_restore (replacement->folder, replacement->backup, &replacement->work, error);

  return NULL;
}

static gpointer
do_nothing (CsLibrary *library,
            CsSearcher *searcher,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  return NULL;
}

/* --- time --- */

static gpointer
pass_time (CsLibrary *library,
           CsSearcher *searcher,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const CsOfficeDate *today = data;

  cs_library_pass_time (library, *today, error);

  return NULL;
}

/* A library that cannot be written keeps the states it has. */
static void
on_time_passed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  cs_library_service_finish (CS_LIBRARY_SERVICE (source), result, &error);
  if (error != NULL)
    g_message ("states that end with time were not found anew: %s", error->message);
}

/* There is a library: writing would make one. */
static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  CsOfficeDate *today = data;
  const CsLibraryJob job = { .func = pass_time, .data = today, .free_data = g_free };
  g_autoptr (GError) error = NULL;

  cs_library_service_finish (CS_LIBRARY_SERVICE (source), result, &error);
  if (error == NULL)
    cs_library_service_write (CS_LIBRARY_SERVICE (source), &job, NULL, on_time_passed, NULL);
  else
    g_free (today);
}

void
cs_library_service_pass_time (CsLibraryService *service, CsOfficeDate today)
{
  const CsLibraryJob job = { .func = do_nothing };

  cs_library_service_read (service, &job, NULL, on_found,
                           g_memdup2 (&today, sizeof (CsOfficeDate)));
}

/* --- another library, in the thread of the program --- */

/* Who asked for another library, until the lanes are closed. */
typedef struct
{
  Replacement *replacement;
  Answer *answer;
} Wish;

/* The lane that reads is closed while it replaces; what is asked of it meanwhile is asked of the
 * new library. */
static void
on_writer_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  CsLibraryService *service = CS_LIBRARY_SERVICE (source);
  g_autofree Wish *wish = data;
  const CsLibraryJob job = { replace, wish->replacement, replacement_free, NULL, FALSE };

  push_round (&service->reader, &job, g_task_new (service, NULL, on_written, wish->answer), TRUE);
}

void
cs_library_service_replace (CsLibraryService *service,
                            const char *backup,
                            const CsLibraryWork *watch,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  const CsLibraryJob job = { .func = do_nothing };
  Wish *wish = g_new (Wish, 1);

  wish->replacement = g_new (Replacement, 1);
  wish->answer = g_new (Answer, 1);
  *wish->replacement = (Replacement){ g_strdup (service->folder), g_strdup (backup) };
  if (watch != NULL)
    wish->replacement->work = *watch;
  if (wish->replacement->work.cancellable != NULL)
    g_object_ref (wish->replacement->work.cancellable);
  *wish->answer = (Answer){ callback, data };
  push_round (&service->writer, &job, g_task_new (service, NULL, on_writer_closed, wish), TRUE);
}

void
cs_library_service_note_change (CsLibraryService *service)
{
  g_signal_emit (service, signals[CHANGED], 0);
}

/* --- the object --- */

static void
lane_init (Lane *lane,
           CsLibraryService *service,
           CsLibrary *(*open) (const char *folder, GError **error))
{
  lane->service = service;
  lane->open = open;
  lane->pool = g_thread_pool_new (work, lane, 1, FALSE, NULL);
}

static void
lane_clear (Lane *lane)
{
  g_thread_pool_free (lane->pool, FALSE, TRUE); /* what was asked for is done */
  close_library (lane);
}

static void
cs_library_service_finalize (GObject *object)
{
  CsLibraryService *service = CS_LIBRARY_SERVICE (object);

  lane_clear (&service->writer);
  lane_clear (&service->reader);
  g_free (service->folder);

  G_OBJECT_CLASS (cs_library_service_parent_class)->finalize (object);
}

static void
cs_library_service_class_init (CsLibraryServiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_library_service_finalize;

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_LIBRARY_SERVICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_library_service_init (CsLibraryService *service)
{
  lane_init (&service->reader, service, cs_library_open_to_read);
  lane_init (&service->writer, service, cs_library_open);
}

CsLibraryService *
cs_library_service_new (const char *folder)
{
  CsLibraryService *service = g_object_new (CS_TYPE_LIBRARY_SERVICE, NULL);

  service->folder = g_strdup (folder);

  return service;
}

const char *
cs_library_service_get_folder (CsLibraryService *service)
{
  return service->folder;
}
