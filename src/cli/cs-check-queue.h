#pragma once

#include "cs-check-options.h"
#include "cs-draft-pictures.h"

G_BEGIN_DECLS

/**
 * CsCheckJob:
 * @path: the input
 * @index: 0-based place of the document in it
 * @draft: (nullable): what to examine; %NULL when it could not be read
 * @checklists: (nullable) (element-type CsChecklist): by which; empty when none fits
 * @decisions: (nullable) (element-type CsDecision): what people decided of its findings
 * @term_list: (nullable): what the author of the matter said of terms
 * @answers: (nullable) (element-type CsAnswer): what they answered to its questions
 * @runs: (nullable) (element-type CsExamRecord): examinations that were kept, the newest first
 * @source: (nullable): the Word file that gets the comments; %NULL to write one
 * @pictures: (nullable): those of @draft, for a Word file that is written
 * @report: what to print
 * @file_name: (nullable): what the Word file or report is called in a folder
 * @file: (nullable): the Word file with comments, or the report
 * @n_comments: in @file
 * @error: (nullable): why there is none
 * @n_findings: findings by severity
 * @elapsed_us: time the examination took, microseconds
 * @done: @report is complete; guarded by the queue until the job is delivered
 *
 * One document on its way through the queue.
 */
typedef struct
{
  char *path;
  guint index;
  CsDraft *draft;
  GPtrArray *checklists;
  GPtrArray *decisions;
  CsTermList *term_list;
  GPtrArray *answers;
  GPtrArray *runs;
  GBytes *source;
  CsDraftPictures *pictures;
  GString *report;
  char *file_name;
  GBytes *file;
  guint n_comments;
  GError *error;
  guint n_findings[CS_N_SEVERITIES];
  gint64 elapsed_us;
  gboolean done;
} CsCheckJob;

/** cs_check_job_new: Returns: (transfer full): an empty job for a document */
CsCheckJob *cs_check_job_new (const char *path,
                              guint index);

/** CsCheckDeliver: @job: (transfer none): finished, in the order of the input */
typedef void (*CsCheckDeliver) (const CsCheckJob *job,
                                gpointer data);

/**
 * CsCheckQueue:
 *
 * Examines documents on several threads and hands the reports back in the order of the input. Only
 * a few documents per thread are held at a time, however many come.
 */
typedef struct _CsCheckQueue CsCheckQueue;

/**
 * cs_check_queue_new:
 * @options: what was asked for; must outlive the queue
 * @listed: (element-type CsChecklist): checklists whose items are reported when none fits
 * @cancellable: stops it
 * @deliver: called with each report, in the thread that pushes
 * @data: for @deliver
 *
 * Returns: (transfer full): the queue
 */
CsCheckQueue *cs_check_queue_new (const CsCheckOptions *options,
                                  GPtrArray *listed,
                                  GCancellable *cancellable,
                                  CsCheckDeliver deliver,
                                  gpointer data);

/** cs_check_queue_push: takes @job; waits while too many are under way, delivering meanwhile */
void cs_check_queue_push (CsCheckQueue *queue,
                          CsCheckJob *job);

/**
 * cs_check_queue_finish:
 * @queue: (transfer full): gone afterwards
 *
 * Waits for what is under way and delivers it; once cancelled, what is finished up to the first
 * document that is not.
 */
void cs_check_queue_finish (CsCheckQueue *queue);

G_END_DECLS
