#include "cs-report-file.h"

#include "cs-report-pages.h"

static const char *const names[CS_N_REPORT_FORMATS] = { "html", "pdf", "docx", "xlsx", "sarif" };

const char *
cs_report_format_get_name (CsReportFormat format)
{
  return names[format];
}

gboolean
cs_report_format_from_name (const char *name, CsReportFormat *format)
{
  for (guint i = 0; i < CS_N_REPORT_FORMATS; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *format = (CsReportFormat)i;
        return TRUE;
      }

  return FALSE;
}

gboolean
cs_report_format_is_binary (CsReportFormat format)
{
  return format != CS_REPORT_HTML && format != CS_REPORT_SARIF;
}

GBytes *
cs_report_file_new (CsReportModel *model,
                    CsReportFormat format,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CsReportSheet) sheet = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (format == CS_REPORT_SARIF)
    return cs_report_sarif (model);
  if (format == CS_REPORT_XLSX)
    return cs_report_xlsx (model, error);

  sheet = cs_report_sheet_new (model);
  if (format == CS_REPORT_PDF)
    return cs_report_pdf (sheet, cancellable, error);

  return format == CS_REPORT_DOCX ? cs_report_docx (sheet, error) : cs_report_html (sheet);
}
