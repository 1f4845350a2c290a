#pragma once

#include <gio/gio.h>

#include "cs-report-sheet.h"

G_BEGIN_DECLS

/* The writers of formats, one file each; for nobody else: cs-report-file.h chooses among them. */

/* Returns: (transfer full): one HTML file. */
GBytes *cs_report_html (const CsReportSheet *sheet);

/* Returns: (transfer full): PDF. @error: as Cairo reports, or cancelled. */
GBytes *cs_report_pdf (const CsReportSheet *sheet, GCancellable *cancellable, GError **error);

/* Returns: (transfer full): a Word file. */
GBytes *cs_report_docx (const CsReportSheet *sheet, GError **error);

/* Returns: (transfer full): a workbook. @error: as libxlsxwriter reports. */
GBytes *cs_report_xlsx (const CsReportModel *model, GError **error);

/* Returns: (transfer full): SARIF 2.1.0. */
GBytes *cs_report_sarif (const CsReportModel *model);

G_END_DECLS
