#include "cs-examiner.h"

#include "../draft/cs-draft-compose.h"
#include "cs-office-checklists.h"
#include "cs-user-speller.h"

/* One examination as it goes to the thread and comes back. */
typedef struct
{
  CsExaminer *examiner;
  CsDraft *previous;
  CsText *texts[CS_N_PARTS];
  CsRequest *request;
  GPtrArray *decisions;
  GPtrArray *answers;    /* nullable */
  CsTermList *term_list; /* nullable */
  guint offices;
  guint64 generation;
  GCancellable *cancellable;
  CsFindingView *view;
  GError *error;
  gint64 took_us;
} Work;

struct _CsExaminer
{
  GObject parent_instance;

  GThreadPool *pool;
  GHashTable *checklists; /* id to CsChecklist; touched by the thread only */
  Work *running;          /* lent: what the thread has */
  Work *next;             /* the newest text, to be examined after that */
};

G_DEFINE_TYPE (CsExaminer, cs_examiner, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPERTIES
};

enum
{
  DONE,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
work_free (Work *work)
{
  g_clear_pointer (&work->previous, cs_draft_unref);
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&work->texts[part], cs_text_unref);
  g_clear_pointer (&work->request, cs_request_free);
  g_clear_pointer (&work->decisions, g_ptr_array_unref);
  g_clear_pointer (&work->answers, g_ptr_array_unref);
  g_clear_pointer (&work->term_list, cs_term_list_unref);
  g_clear_object (&work->cancellable);
  g_clear_pointer (&work->view, cs_finding_view_unref);
  g_clear_error (&work->error);
  g_clear_object (&work->examiner);
  g_free (work);
}

/* --- in the thread --- */

static CsFindingView *
examine (Work *work, GError **error)
{
  CsExamInputs inputs = { .decisions = work->decisions,
                          .answers = work->answers,
                          .term_list = work->term_list,
                          .speller = cs_user_speller_get () };
  g_autoptr (CsDraft) draft =
      cs_draft_compose (work->previous, work->texts, work->request, error);
  g_autoptr (GPtrArray) checklists = NULL;
  g_autoptr (CsExamResult) result = NULL;

  if (draft == NULL)
    return NULL;
  checklists = cs_office_checklists_load (work->offices, draft->request, work->examiner->checklists,
                                          error);
  if (checklists == NULL)
    return NULL;
  result = cs_exam_run (draft, (CsChecklist *const *)checklists->pdata, checklists->len, &inputs,
                        work->cancellable, error);

  return result == NULL ? NULL : cs_finding_view_new (result);
}

static gboolean on_examined (gpointer data);
static gboolean on_dropped (gpointer data);

static void
perform (gpointer item, gpointer data)
{
  Work *work = item;
  gint64 begin_us = g_get_monotonic_time ();

  if (work->previous == NULL) /* only brings what is to be freed */
    {
      g_clear_pointer (&work->view, cs_finding_view_unref);
      g_idle_add_full (G_PRIORITY_DEFAULT, on_dropped, work, NULL);
      return;
    }

  work->view = examine (work, &work->error);
  work->took_us = g_get_monotonic_time () - begin_us;
  g_idle_add_full (G_PRIORITY_DEFAULT, on_examined, work, NULL);
}

/* --- in the thread of the program --- */

static void
start_next (CsExaminer *examiner)
{
  gboolean was_busy = examiner->running != NULL;

  examiner->running = g_steal_pointer (&examiner->next);
  if (examiner->running != NULL)
    g_thread_pool_push (examiner->pool, examiner->running, NULL);
  if (was_busy != (examiner->running != NULL))
    g_object_notify_by_pspec (G_OBJECT (examiner), properties[PROP_BUSY]);
}

static gboolean
on_examined (gpointer data)
{
  Work *work = data;
  g_autoptr (CsExaminer) examiner = g_object_ref (work->examiner);

  if (examiner->running == work)
    start_next (examiner);

  /* A cancelled one tells nothing. */
  if (!g_cancellable_is_cancelled (work->cancellable))
    {
      if (work->view != NULL)
        g_signal_emit (examiner, signals[DONE], 0, work->view, work->generation, work->took_us);
      else
        g_signal_emit (examiner, signals[FAILED], 0, work->error->message);
    }
  work_free (work);

  return G_SOURCE_REMOVE;
}

/* The examiner, which the work holds, must not end in its own thread. */
static gboolean
on_dropped (gpointer data)
{
  work_free (data);

  return G_SOURCE_REMOVE;
}

void
cs_examiner_drop (CsExaminer *examiner, CsFindingView *view)
{
  Work *work = g_new0 (Work, 1);

  work->examiner = g_object_ref (examiner);
  work->view = view;
  g_thread_pool_push (examiner->pool, work, NULL);
}

static Work *
work_new (CsExaminer *examiner, const CsExaminerJob *job)
{
  Work *work = g_new0 (Work, 1);

  work->examiner = g_object_ref (examiner);
  work->previous = cs_draft_ref (job->previous);
  for (guint part = 0; part < CS_N_PARTS; part++)
    work->texts[part] = job->texts[part] == NULL ? NULL : cs_text_ref (job->texts[part]);
  work->request = job->request == NULL ? NULL : cs_request_dup (job->request);
  work->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  for (guint i = 0; i < job->decisions->len; i++)
    g_ptr_array_add (work->decisions, cs_decision_ref (job->decisions->pdata[i]));
  work->answers = job->answers == NULL ? NULL : g_ptr_array_ref (job->answers);
  work->term_list = job->term_list == NULL ? NULL : cs_term_list_ref (job->term_list);
  work->offices = job->offices;
  work->generation = job->generation;
  work->cancellable = g_cancellable_new ();

  return work;
}

void
cs_examiner_examine (CsExaminer *examiner, const CsExaminerJob *job)
{
  g_clear_pointer (&examiner->next, work_free);
  examiner->next = work_new (examiner, job);
  if (examiner->running == NULL)
    start_next (examiner);
}

void
cs_examiner_stop (CsExaminer *examiner)
{
  g_clear_pointer (&examiner->next, work_free);
  if (examiner->running != NULL)
    g_cancellable_cancel (examiner->running->cancellable);
}

/* --- the object --- */

static void
cs_examiner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsExaminer *examiner = CS_EXAMINER (object);

  if (id == PROP_BUSY)
    g_value_set_boolean (value, examiner->running != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_examiner_finalize (GObject *object)
{
  CsExaminer *examiner = CS_EXAMINER (object);

  g_thread_pool_free (examiner->pool, FALSE, TRUE); /* nothing runs: work holds a reference */
  g_hash_table_unref (examiner->checklists);

  G_OBJECT_CLASS (cs_examiner_parent_class)->finalize (object);
}

static void
cs_examiner_class_init (CsExaminerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_examiner_get_property;
  object_class->finalize = cs_examiner_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[DONE] = g_signal_new ("done", CS_TYPE_EXAMINER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, CS_TYPE_FINDING_VIEW, G_TYPE_UINT64, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", CS_TYPE_EXAMINER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cs_examiner_init (CsExaminer *examiner)
{
  examiner->pool = g_thread_pool_new (perform, NULL, 1, FALSE, NULL);
  examiner->checklists = cs_office_checklists_new_cache ();
}

CsExaminer *
cs_examiner_new (void)
{
  return g_object_new (CS_TYPE_EXAMINER, NULL);
}
