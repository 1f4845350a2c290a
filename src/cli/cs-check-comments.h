#pragma once

#include "cs-check-queue.h"
#include "cs-output.h"

G_BEGIN_DECLS

/* check --format docx-comments: what a document needs before it is examined, and what is done with
 * its file afterwards. */

/**
 * cs_check_comments_prepare:
 * @job: a document that was read; of a matter its file has a name already
 * @is_matter: it is of a matter, and the path of @job is no file that it stands in
 * @load: gives the pictures that it speaks of
 * @data: for @load
 *
 * Takes the Word file that gets the comments, or of what is in no such file the pictures, so that a
 * Word file can be written.
 */
void cs_check_comments_prepare (CsCheckJob *job,
                                gboolean is_matter,
                                GBytes *(*load) (const char *name, gpointer data),
                                gpointer data);

/** cs_check_comments_deliver: writes the file of @job to @output and says how many comments are in
 * it. Returns: whether it was written */
gboolean cs_check_comments_deliver (const CsCheckJob *job,
                                    CsOutput *output,
                                    GError **error);

/** cs_check_comments_complain: says why @job has no file */
void cs_check_comments_complain (const CsCheckJob *job,
                                 const CsReportOptions *options);

G_END_DECLS
