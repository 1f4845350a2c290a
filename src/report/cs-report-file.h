#pragma once

#include <gio/gio.h>

#include "cs-report-model.h"

G_BEGIN_DECLS

/** CsReportFormat: what a report is written as, besides text and JSON */
typedef enum
{
  CS_REPORT_HTML,
  CS_REPORT_PDF,
  CS_REPORT_DOCX,
  CS_REPORT_XLSX,
  CS_REPORT_SARIF,
  CS_N_REPORT_FORMATS
} CsReportFormat;

/** cs_report_format_get_name: Returns: (transfer none): "html", "pdf", ..., also the end of the
 * names of its files */
const char *cs_report_format_get_name (CsReportFormat format);

/** cs_report_format_from_name: @name: (nullable). Returns: whether @name is one; then it is in
 * @format */
gboolean cs_report_format_from_name (const char *name,
                                     CsReportFormat *format);

/** cs_report_format_is_binary: Returns: whether a terminal cannot show it */
gboolean cs_report_format_is_binary (CsReportFormat format);

/**
 * cs_report_file_new:
 * @model: what there is to say
 * @format: how
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED; %G_IO_ERROR_FAILED with what Cairo or the writer of workbooks say
 *
 * Lays out a report. HTML, PDF and Word list the first %CS_REPORT_MAX_ROWS findings and say how
 * many there are besides; workbooks and SARIF list all. The same model gives the same bytes.
 * Thread: any but the main one.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *cs_report_file_new (CsReportModel *model,
                            CsReportFormat format,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
