#include "cs-check-report.h"

#include <string.h>

/* The newest examination of the text that is examined now: who signed it stands in the report. */
static const CsExamRecord *
find_record (const CsCheckJob *job, guint *index)
{
  g_autofree char *sha256 = job->runs == NULL ? NULL : cs_draft_dup_sha256 (job->draft);

  for (*index = 0; job->runs != NULL && *index < job->runs->len; (*index)++)
    {
      const CsExamRecord *record = job->runs->pdata[*index];

      if (strcmp (record->text_sha256, sha256) == 0)
        return record;
    }

  return NULL;
}

/* Against the last examination, or the one before when that is of this very text. */
static CsExamDiff *
compare (const CsCheckJob *job, const CsExamResult *result)
{
  g_autoptr (CsExamRecord) now = NULL;
  guint index;
  guint older = find_record (job, &index) == NULL ? 0 : index + 1;

  if (job->runs == NULL || older >= job->runs->len)
    return NULL;

  now = cs_exam_record_new (result, NULL, 0);

  return cs_exam_diff_new (job->runs->pdata[older], now);
}

static void
write_file (CsCheckJob *job,
            CsExamResult *result,
            const CsCheckOptions *options,
            const CsReportOptions *report,
            GCancellable *cancellable)
{
  const CsReportInputs inputs = { .result = result,
                                  .language = report->language,
                                  .made_us = g_get_real_time (),
                                  .record = report->record,
                                  .diff = report->diff };
  g_autoptr (CsReportModel) model = cs_report_model_new (&inputs);

  job->file = cs_report_file_new (model, options->file_format, cancellable, &job->error);
}

void
cs_check_report_write (CsCheckJob *job,
                       CsExamResult *result,
                       const CsCheckOptions *options,
                       GCancellable *cancellable)
{
  CsReportOptions report = options->report;
  g_autoptr (CsExamDiff) diff = compare (job, result);
  guint index;

  report.record = find_record (job, &index);
  report.diff = diff;
  if (options->format == CS_CHECK_FILE)
    write_file (job, result, options, &report, cancellable);
  else if (options->format == CS_CHECK_JSON)
    cs_report_json (job->report, result, &report);
  else
    cs_report_text (job->report, result, &report);
}

gboolean
cs_check_report_deliver (const CsCheckJob *job, CsOutput *output, GError **error)
{
  cs_output_protect (output, job->path);

  return cs_output_write_file (output, job->file_name, job->file, error);
}
