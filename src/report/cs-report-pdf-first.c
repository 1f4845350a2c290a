#include "cs-report-pdf-private.h"

#define TILE_HEIGHT 50.0
#define TILE_GAP 10.0

static void
draw_tile (CsPdfWriter *writer, const CsReportCount *count, double x, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", count->n);
  double y = writer->y;

  cs_pdf_begin_link (writer, count->target);
  cs_pdf_set_line_color (writer->cr);
  cairo_set_line_width (writer->cr, 0.75);
  cairo_rectangle (writer->cr, x, y, width, TILE_HEIGHT);
  cairo_stroke (writer->cr);
  cs_report_shape_draw (writer->cr, count->n == 0 ? CS_SHAPE_ABSENT : count->shape, FALSE, x + 11,
                        y + 10, 14);
  if (count->n == 0)
    cs_pdf_set_dim_color (writer->cr);
  else
    cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, number, CS_PDF_TITLE, TRUE, x + 32, y + 23);
  cs_pdf_draw_text (writer->cr, writer->context, count->label, CS_PDF_BODY, FALSE, x + 11, y + 41);
  cs_pdf_end_link (writer, count->target);
}

static void
draw_tiles (CsPdfWriter *writer, const CsReportSheet *sheet)
{
  const GArray *counts = sheet->counts;
  double width = (CS_PDF_TEXT_WIDTH - TILE_GAP * (counts->len - 1)) / counts->len;

  for (guint i = 0; i < counts->len; i++)
    draw_tile (writer, &g_array_index (counts, CsReportCount, i),
               CS_PDF_LEFT + i * (width + TILE_GAP), width);
  writer->y += TILE_HEIGHT + 22;
}

static void
draw_contents (CsPdfWriter *writer, const CsPdfReport *report)
{
  const GPtrArray *tables = report->sheet->tables;

  writer->y = cs_pdf_draw_line (writer, CS_LOOK_STRONG,
                                cs_report_get_word (report->sheet->model, "contents"), CS_PDF_LEFT,
                                writer->y, CS_PDF_TEXT_WIDTH);
  for (guint i = 0; i < tables->len; i++)
    {
      const CsReportTable *table = tables->pdata[i];
      g_autofree char *page = g_strdup_printf ("%u", report->pages[i]);

      cs_pdf_begin_link (writer, table->id);
      cs_pdf_set_text_color (writer->cr);
      cs_pdf_draw_text (writer->cr, writer->context, table->title, CS_PDF_BODY, FALSE, CS_PDF_LEFT,
                        writer->y + 10);
      cs_pdf_draw_text_right (writer->cr, writer->context, page, CS_PDF_BODY, CS_PDF_LEFT + 220,
                              writer->y + 10);
      cs_pdf_end_link (writer, table->id);
      writer->y += 14;
    }
}

void
cs_pdf_draw_first_page (CsPdfWriter *writer, const CsPdfReport *report)
{
  const CsReportSheet *sheet = report->sheet;
  const CsReportModel *model = sheet->model;

  cs_pdf_begin_page (writer);
  cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, model->title, CS_PDF_TITLE, TRUE, CS_PDF_LEFT,
                    writer->y + 14);
  writer->y = cs_pdf_draw_line (writer, CS_LOOK_SUBJECT, model->subject, CS_PDF_LEFT,
                                writer->y + 24, CS_PDF_TEXT_WIDTH);
  writer->y += 16;
  draw_tiles (writer, sheet);
  cs_pdf_draw_facts (writer, model->facts);
  cs_pdf_draw_rule (writer, writer->y);
  writer->y = cs_pdf_draw_lines (writer, sheet->notes, CS_PDF_LEFT, writer->y + 12,
                                 CS_PDF_TEXT_WIDTH);
  writer->y += 12;
  if (writer->y + 14 * (sheet->tables->len + 2) > CS_PDF_BOTTOM)
    cs_pdf_begin_page (writer);
  else
    cs_pdf_draw_rule (writer, writer->y);
  writer->y += 8;
  draw_contents (writer, report);
}
