#pragma once

#include "cs-check-queue.h"
#include "cs-output.h"

G_BEGIN_DECLS

/* The reports of check: lines, or with --format pdf and its like a file for each document. */

/** cs_check_report_write: makes the report of @job, lines or a file, or says in it why there is
 * none; in the thread that examined */
void cs_check_report_write (CsCheckJob *job,
                            CsExamResult *result,
                            const CsCheckOptions *options,
                            GCancellable *cancellable);

/** cs_check_report_deliver: puts the file of @job into @output. Returns: whether it was written */
gboolean cs_check_report_deliver (const CsCheckJob *job,
                                  CsOutput *output,
                                  GError **error);

G_END_DECLS
