#include "cs-check-queue.h"

#include "../report/cs-report-comments.h"
#include "../service/cs-user-speller.h"
#include "cs-check-report.h"

#define JOBS_PER_THREAD 4 /* enough that no thread waits for the reader, few enough to stay small */

struct _CsCheckQueue
{
  const CsCheckOptions *options;
  GPtrArray *listed;
  GCancellable *cancellable;
  CsCheckDeliver deliver;
  gpointer data;
  GThreadPool *pool;
  GQueue jobs; /* in the order of the input; touched by the pushing thread only */
  GMutex lock; /* guards done of every job */
  GCond finished;
};

CsCheckJob *
cs_check_job_new (const char *path, guint index)
{
  CsCheckJob *job = g_new0 (CsCheckJob, 1);

  job->path = g_strdup (path);
  job->index = index;
  job->report = g_string_new (NULL);

  return job;
}

static void
job_free (CsCheckJob *job)
{
  g_free (job->path);
  g_clear_pointer (&job->draft, cs_draft_unref);
  g_clear_pointer (&job->checklists, g_ptr_array_unref);
  g_clear_pointer (&job->decisions, g_ptr_array_unref);
  g_clear_pointer (&job->term_list, cs_term_list_unref);
  g_clear_pointer (&job->answers, g_ptr_array_unref);
  g_clear_pointer (&job->runs, g_ptr_array_unref);
  g_clear_pointer (&job->source, g_bytes_unref);
  g_clear_pointer (&job->pictures, cs_draft_pictures_free);
  g_free (job->file_name);
  g_clear_pointer (&job->file, g_bytes_unref);
  g_clear_error (&job->error);
  g_string_free (job->report, TRUE);
  g_free (job);
}

static CsExamResult *
examine (CsCheckQueue *queue, CsCheckJob *job)
{
  CsExamInputs inputs = { .as_of = queue->options->as_of,
                          .decisions = job->decisions,
                          .answers = job->answers,
                          .term_list = job->term_list,
                          .speller = cs_user_speller_get () };
  GPtrArray *listed = queue->listed;

  if (job->checklists->len == 0)
    return cs_exam_new_not_run (job->draft, (CsChecklist *const *)listed->pdata, listed->len,
                                "no-checklist");

  return cs_exam_run (job->draft, (CsChecklist *const *)job->checklists->pdata,
                      job->checklists->len, &inputs, queue->cancellable, NULL);
}

static void
write_comments (CsCheckQueue *queue, CsCheckJob *job, CsExamResult *result)
{
  const CsCommentsJob comments = {
    .result = result,
    .options = { queue->options->report.language, g_get_real_time () },
    .source = job->source,
    .load_image = job->pictures == NULL ? NULL : cs_draft_pictures_load,
    .image_data = job->pictures,
    .cancellable = queue->cancellable,
  };

  if (job->error == NULL)
    job->file = cs_report_comments_write (&comments, &job->n_comments, &job->error);
}

/* Returns: whether there is a report now; not when cancelled. */
static gboolean
perform (CsCheckQueue *queue, CsCheckJob *job)
{
  gint64 begin_us = g_get_monotonic_time ();
  g_autoptr (CsExamResult) result = NULL;

  if (job->draft == NULL)
    return TRUE;

  result = examine (queue, job);
  if (result == NULL)
    return FALSE;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    job->n_findings[i] = cs_exam_result_count (result, i);
  if (queue->options->format == CS_CHECK_DOCX_COMMENTS)
    write_comments (queue, job, result);
  else
    cs_check_report_write (job, result, queue->options, queue->cancellable);
  job->elapsed_us = g_get_monotonic_time () - begin_us;

  return TRUE;
}

static void
work (gpointer item, gpointer data)
{
  CsCheckQueue *queue = data;
  CsCheckJob *job = item;
  gboolean done = perform (queue, job);

  g_mutex_lock (&queue->lock);
  job->done = done;
  g_cond_signal (&queue->finished);
  g_mutex_unlock (&queue->lock);
}

CsCheckQueue *
cs_check_queue_new (const CsCheckOptions *options,
                    GPtrArray *listed,
                    GCancellable *cancellable,
                    CsCheckDeliver deliver,
                    gpointer data)
{
  CsCheckQueue *queue = g_new0 (CsCheckQueue, 1);

  queue->options = options;
  queue->listed = listed;
  queue->cancellable = cancellable;
  queue->deliver = deliver;
  queue->data = data;
  queue->pool = g_thread_pool_new (work, queue, options->n_jobs, FALSE, NULL);
  g_mutex_init (&queue->lock);
  g_cond_init (&queue->finished);

  return queue;
}

static gboolean
is_done (CsCheckQueue *queue, const CsCheckJob *job)
{
  gboolean done;

  g_mutex_lock (&queue->lock);
  done = job->done;
  g_mutex_unlock (&queue->lock);

  return done;
}

static void
wait_for (CsCheckQueue *queue, const CsCheckJob *job)
{
  g_mutex_lock (&queue->lock);
  while (!job->done && !g_cancellable_is_cancelled (queue->cancellable))
    g_cond_wait_until (&queue->finished, &queue->lock,
                       g_get_monotonic_time () + G_TIME_SPAN_SECOND / 5);
  g_mutex_unlock (&queue->lock);
}

/* Delivers what is finished at the head of the queue. */
static void
deliver_head (CsCheckQueue *queue)
{
  CsCheckJob *head;

  while ((head = g_queue_peek_head (&queue->jobs)) != NULL && is_done (queue, head))
    {
      g_queue_pop_head (&queue->jobs);
      queue->deliver (head, queue->data);
      job_free (head);
    }
}

void
cs_check_queue_push (CsCheckQueue *queue, CsCheckJob *job)
{
  guint room = queue->options->n_jobs * JOBS_PER_THREAD;

  g_queue_push_tail (&queue->jobs, job);
  g_thread_pool_push (queue->pool, job, NULL);
  deliver_head (queue);
  while (queue->jobs.length >= room && !g_cancellable_is_cancelled (queue->cancellable))
    {
      wait_for (queue, g_queue_peek_head (&queue->jobs));
      deliver_head (queue);
    }
}

void
cs_check_queue_finish (CsCheckQueue *queue)
{
  g_thread_pool_free (g_steal_pointer (&queue->pool), FALSE, TRUE);
  deliver_head (queue);
  g_queue_clear_full (&queue->jobs, (GDestroyNotify)job_free);
  g_mutex_clear (&queue->lock);
  g_cond_clear (&queue->finished);
  g_free (queue);
}
