#include "cs-family-report.h"

#include <glib/gi18n-lib.h>

#include "../cs-pdf-pages.h"
#include "cs-family-report-private.h"

/* --- what there is to report --- */

static void
claim_free (gpointer data)
{
  CsFamilyReportClaim *claim = data;

  g_free (claim->number);
  g_free (claim->origin);
  g_free (claim->text);
  g_free (claim);
}

static void
due_free (gpointer data)
{
  CsFamilyReportDue *due = data;

  g_free (due->application);
  g_free (due->what);
  g_free (due->because);
  g_free (due);
}

static void
part_free (gpointer data)
{
  CsFamilyReportPart *part = data;

  cs_family_unref (part->family);
  cs_picture_unref (part->timeline);
  cs_picture_unref (part->graph);
  g_ptr_array_unref (part->claims);
  g_ptr_array_unref (part->dues);
  g_free (part->remarks);
  g_free (part);
}

CsFamilyReport *
cs_family_report_new (const char *query, const char *as_of, CsOfficeDate today)
{
  CsFamilyReport *report = g_new0 (CsFamilyReport, 1);

  report->query = g_strdup (query == NULL ? "" : query);
  report->as_of = g_strdup (as_of);
  report->today = today;
  report->parts = g_ptr_array_new_with_free_func (part_free);

  return report;
}

void
cs_family_report_free (CsFamilyReport *report)
{
  g_free (report->query);
  g_free (report->as_of);
  g_ptr_array_unref (report->parts);
  g_free (report);
}

CsFamilyReportPart *
cs_family_report_add (CsFamilyReport *report,
                      CsFamily *family,
                      CsPicture *timeline,
                      CsPicture *graph)
{
  CsFamilyReportPart *part = g_new0 (CsFamilyReportPart, 1);

  part->family = cs_family_ref (family);
  part->timeline = cs_picture_ref (timeline);
  part->graph = cs_picture_ref (graph);
  part->claims = g_ptr_array_new_with_free_func (claim_free);
  part->dues = g_ptr_array_new_with_free_func (due_free);
  part->remarks = g_strdup ("");
  g_ptr_array_add (report->parts, part);

  return part;
}

void
cs_family_report_part_add_claim (CsFamilyReportPart *part, const CsFamilyReportClaim *claim)
{
  CsFamilyReportClaim *copy = g_new (CsFamilyReportClaim, 1);

  *copy = (CsFamilyReportClaim){ g_strdup (claim->number), g_strdup (claim->origin),
                                 g_strdup (claim->text) };
  g_ptr_array_add (part->claims, copy);
}

void
cs_family_report_part_add_due (CsFamilyReportPart *part, const CsFamilyReportDue *due)
{
  CsFamilyReportDue *copy = g_new (CsFamilyReportDue, 1);

  *copy = *due;
  copy->application = g_strdup (due->application);
  copy->what = g_strdup (due->what);
  copy->because = g_strdup (due->because);
  g_ptr_array_add (part->dues, copy);
}

/* --- pictures --- */

#define POINTS_PER_PIXEL 0.75
#define MIN_FIT 0.6 /* below that nobody can read it: it goes over several pages */
#define TITLE_ROOM 26.0

static gboolean
is_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

static void
init_style (CsPictureStyle *style, PangoContext *context)
{
  cs_picture_style_init (style, FALSE);
  style->colors[CS_PICTURE_PAPER] = (CsPictureColor){ 1, 1, 1, 1 };
  style->font_family = cs_pdf_get_fonts (context);
  style->language = is_chinese () ? "zh-cn" : "en";
}

/* A stretch of a picture, from @from on, as high as @height; both in pixels. */
static void
draw_slice (CsPdfWriter *writer,
            const CsPicture *picture,
            double scale,
            double from,
            double height)
{
  CsPictureStyle style;
  double points = POINTS_PER_PIXEL * scale;

  init_style (&style, writer->context);
  cairo_save (writer->cr);
  cairo_translate (writer->cr, CS_PDF_LEFT, writer->y);
  cairo_scale (writer->cr, points, points);
  cairo_rectangle (writer->cr, 0, 0, CS_PDF_TEXT_WIDTH / points, height);
  cairo_clip (writer->cr);
  cairo_translate (writer->cr, 0, -from);
  cs_picture_draw (picture, &style, writer->cr, CS_PDF_TEXT_WIDTH / POINTS_PER_PIXEL, NULL);
  cairo_restore (writer->cr);
  writer->y += height * points;
}

static void
draw_heading (CsPdfWriter *writer, const char *id, const char *title)
{
  cs_pdf_mark_place (writer, id, title, 1);
  cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, title, CS_PDF_SECTION, TRUE, CS_PDF_LEFT,
                    writer->y + 12);
  writer->y += TITLE_ROOM;
}

/* On one page, or as large as it is over several. */
static void
draw_picture (CsPdfWriter *writer, const char *id, const char *title, const CsPicture *picture)
{
  double full = CS_PDF_BOTTOM - CS_PDF_TOP - TITLE_ROOM;
  double width = CS_PDF_TEXT_WIDTH / POINTS_PER_PIXEL;
  double height = 0;
  double scale;
  double fit;
  CsPictureStyle style;

  init_style (&style, writer->context);
  cs_picture_measure (picture, &style, &width, &height);
  scale = MIN (1, CS_PDF_TEXT_WIDTH / (width * POINTS_PER_PIXEL));
  fit = full / (height * POINTS_PER_PIXEL * scale);
  if (fit < 1 && fit >= MIN_FIT)
    scale *= fit;
  if (writer->y + 20 + TITLE_ROOM + height * POINTS_PER_PIXEL * scale > CS_PDF_BOTTOM)
    cs_pdf_begin_page (writer);
  else
    writer->y += 20;
  draw_heading (writer, id, title);
  for (double from = 0; from < height;)
    {
      double room = (CS_PDF_BOTTOM - writer->y) / (POINTS_PER_PIXEL * scale);
      double slice = MIN (room, height - from);

      draw_slice (writer, picture, scale, from, slice);
      from += slice;
      if (from < height)
        cs_pdf_begin_page (writer);
    }
}

/* --- pages --- */

/* Families that are ready to be put on pages. */
typedef struct
{
  const CsFamilyReport *report;
  GPtrArray *sheets; /* (element-type CsFamilySheet) */
  guint *pages;      /* on which each begins; known the second time */
} Pages;

static void
draw_contents (CsPdfWriter *writer, const Pages *pages)
{
  cs_pdf_begin_page (writer);
  cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, _ ("Families"), CS_PDF_TITLE, TRUE, CS_PDF_LEFT,
                    writer->y + 14);
  writer->y = cs_pdf_draw_line (writer, CS_LOOK_CAPTION, pages->report->query, CS_PDF_LEFT,
                                writer->y + 26, CS_PDF_TEXT_WIDTH) +
              10;
  for (guint i = 0; i < pages->sheets->len; i++)
    {
      const CsFamilySheet *sheet = pages->sheets->pdata[i];
      g_autofree char *page = g_strdup_printf ("%u", pages->pages[i]);
      g_autofree char *title = cs_report_dup_harmless (sheet->title, 90);

      if (writer->y + 16 > CS_PDF_BOTTOM)
        cs_pdf_begin_page (writer);
      cs_pdf_begin_link (writer, sheet->id);
      cs_pdf_set_text_color (writer->cr);
      cs_pdf_draw_text (writer->cr, writer->context, title, CS_PDF_BODY, FALSE, CS_PDF_LEFT,
                        writer->y + 10);
      cs_pdf_draw_text_right (writer->cr, writer->context, page, CS_PDF_BODY,
                              CS_PDF_LEFT + CS_PDF_TEXT_WIDTH, writer->y + 10);
      cs_pdf_end_link (writer, sheet->id);
      writer->y += 16;
    }
}

/* One application that comes from no other is no graph. */
static gboolean
has_links (const CsFamily *family)
{
  const CsApplication *first;

  if (family->applications->len != 1)
    return family->applications->len > 1;

  first = family->applications->pdata[0];

  return first->priorities->len > 0 || first->relations->len > 0;
}

static void
draw_family (CsPdfWriter *writer, CsFamilySheet *sheet)
{
  const CsFamilyReportPart *part = sheet->part;

  cs_pdf_begin_page (writer);
  cs_pdf_mark_place (writer, sheet->id, sheet->title, 0);
  writer->y = cs_pdf_draw_line (writer, CS_LOOK_SUBJECT, sheet->title, CS_PDF_LEFT, writer->y,
                                CS_PDF_TEXT_WIDTH) +
              12;
  cs_pdf_draw_facts (writer, sheet->facts);
  cs_pdf_draw_rule (writer, writer->y);
  writer->y = cs_pdf_draw_lines (writer, sheet->notes, CS_PDF_LEFT, writer->y + 8,
                                 CS_PDF_TEXT_WIDTH);
  cs_pdf_draw_table (writer, sheet->tables->pdata[0], FALSE, 1);
  draw_picture (writer, cs_family_sheet_get_id (sheet, "timeline"), _ ("Timeline"),
                part->timeline);
  if (has_links (part->family))
    draw_picture (writer, cs_family_sheet_get_id (sheet, "graph"), _ ("Priorities and descent"),
                  part->graph);
  for (guint i = 1; i < sheet->tables->len; i++)
    cs_pdf_draw_table (writer, sheet->tables->pdata[i], FALSE, 1);
}

static void
draw (CsPdfWriter *writer, gconstpointer data)
{
  const Pages *pages = data;

  if (pages->sheets->len != 1)
    draw_contents (writer, pages);
  for (guint i = 0; i < pages->sheets->len; i++)
    if (!g_cancellable_is_cancelled (writer->cancellable))
      {
        pages->pages[i] = writer->page + 1;
        draw_family (writer, pages->sheets->pdata[i]);
      }
}

/* --- the file --- */

static char *
dup_foot (const CsFamilyReport *report)
{
  g_autofree char *today = cs_office_date_dup_text (report->today);

  if (report->as_of == NULL)
    return g_strdup_printf ("Claimsmith · %s", today);

  return g_strdup_printf (_ ("Claimsmith · %s · library as of %s"), today, report->as_of);
}

GBytes *
cs_family_report_pdf (const CsFamilyReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (cs_family_sheet_free);
  g_autofree guint *starts = g_new0 (guint, report->parts->len + 1);
  g_autofree char *foot = dup_foot (report);
  g_autofree char *today = cs_office_date_dup_text (report->today);
  g_autofree char *day = g_strconcat (today, "T00:00:00Z", NULL);
  const Pages pages = { report, sheets, starts };
  CsPdfDocument document = { .title = _ ("Family report"),
                             .subject = report->query,
                             .language = is_chinese () ? "zh" : "en",
                             .foot = foot,
                             .day = day,
                             .draw = draw,
                             .data = &pages };

  for (guint i = 0; i < report->parts->len; i++)
    g_ptr_array_add (sheets, cs_family_sheet_new (report, i));
  if (sheets->len == 1)
    document.subject = ((const CsFamilySheet *)sheets->pdata[0])->title;

  return cs_pdf_write (&document, cancellable, error);
}
