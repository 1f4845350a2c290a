#include "cs-report-pdf-private.h"

/* The report of an examination as PDF. */

static void
draw (CsPdfWriter *writer, gconstpointer data)
{
  const CsPdfReport *report = data;
  const GPtrArray *tables = report->sheet->tables;

  cs_pdf_draw_first_page (writer, report);
  for (guint i = 0; i < tables->len; i++)
    report->pages[i] = cs_pdf_draw_table (writer, tables->pdata[i], i == 0, 0);
}

/* The same report gives the same bytes, so its day comes from the report. */
static char *
dup_day (const CsReportModel *model)
{
  g_autoptr (GDateTime) made =
      g_date_time_new_from_unix_utc (model->made_us / G_USEC_PER_SEC);

  if (model->made_us == 0 || made == NULL)
    return g_strconcat (model->result->as_of, "T00:00:00Z", NULL);

  return g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ");
}

GBytes *
cs_report_pdf (const CsReportSheet *sheet, GCancellable *cancellable, GError **error)
{
  const CsReportModel *model = sheet->model;
  g_autofree guint *pages = g_new0 (guint, sheet->tables->len + 1);
  g_autofree char *day = dup_day (model);
  const CsPdfReport report = { sheet, pages };
  const CsPdfDocument document = { model->title, model->subject, model->language, sheet->foot, day,
                                   draw, &report };

  return cs_pdf_write (&document, cancellable, error);
}
