#pragma once

#include "cs-check-queue.h"
#include "cs-output.h"

G_BEGIN_DECLS

/* check --format pdf and its like: each document becomes a report that is a file. */

/** cs_check_report_write: makes the report of @job, or says in it why there is none; in the thread
 * that examined */
void cs_check_report_write (CsCheckJob *job,
                            CsExamResult *result,
                            const CsCheckOptions *options,
                            GCancellable *cancellable);

/** cs_check_report_deliver: puts the report of @job into @output. Returns: whether it was written */
gboolean cs_check_report_deliver (const CsCheckJob *job,
                                  CsOutput *output,
                                  GError **error);

G_END_DECLS
