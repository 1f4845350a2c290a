/* Whatever the text: both checklists run over it, and the reports are written. */

#include "../../src/exam/cs-exam.h"
#include "../../src/formats/cs-reader.h"
#include "../../src/report/cs-report-file.h"
#include "../../src/report/cs-report.h"
#include "fuzz.h"

static gpointer
load_checklists (gpointer data)
{
  static CsChecklist *checklists[2];

  checklists[0] = cs_checklist_load ("cn-invention", NULL);
  checklists[1] = cs_checklist_load ("us", NULL);

  return checklists;
}

static void
write_file (CsExamResult *result, CsReportFormat format)
{
  const CsReportInputs inputs = { .result = result, .language = "en" };
  g_autoptr (CsReportModel) model = cs_report_model_new (&inputs);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cs_report_file_new (model, format, NULL, &error);
  gsize n_bytes;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &n_bytes);
  g_assert_true (format == CS_REPORT_DOCX || g_utf8_validate (data, n_bytes, NULL));
}

static gboolean
examine (const CsReadItem *item, gpointer data)
{
  static GOnce once = G_ONCE_INIT;
  CsExamInputs inputs = { .as_of = "2026-11-22" };
  CsReportOptions options = { .language = "zh", .with_text = TRUE };
  CsChecklist **checklists;
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (item->draft == NULL)
    return TRUE;

  checklists = g_once (&once, load_checklists, NULL);
  result = cs_exam_run (item->draft, checklists, 2, &inputs, NULL, &error);
  g_assert_no_error (error);
  cs_report_json (out, result, &options);
  cs_report_text (out, result, &options);
  g_assert_true (g_utf8_validate (out->str, out->len, NULL));
  write_file (result, CS_REPORT_SARIF);
  write_file (result, CS_REPORT_HTML);
  write_file (result, CS_REPORT_DOCX);

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  cs_read_bytes ("fuzz", (const char *)data, size, &(CsReader){ examine, NULL }, NULL, NULL);

  return 0;
}
