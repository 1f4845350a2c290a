#pragma once

#include <cairo-pdf.h>

#include "cs-pdf-flow.h"
#include "cs-report-sheet.h"

G_BEGIN_DECLS

/* Pages of any report as PDF, A4 across: what stands on all of them, tables that flow from one to
 * the next, what leads where; for nobody else than the writers of PDF. Lengths are points.
 *
 * Everything is laid out twice, first to nowhere: only then the number of pages, and where each
 * table begins, can be printed. */

#define CS_PDF_PAGE_WIDTH 841.89
#define CS_PDF_PAGE_HEIGHT 595.28
#define CS_PDF_LEFT 42.5
#define CS_PDF_TOP 42.5
#define CS_PDF_BOTTOM 545.0 /* of what stands above the foot */
#define CS_PDF_TEXT_WIDTH (CS_PDF_PAGE_WIDTH - 2 * CS_PDF_LEFT)

#define CS_PDF_DEPTHS 3 /* of bookmarks */

typedef struct
{
  const char *foot;
  GCancellable *cancellable;
  PangoContext *context;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_final; /* the second time */
  double y;
  guint page;
  guint n_pages;               /* known the second time */
  int outlines[CS_PDF_DEPTHS]; /* the last bookmark of each depth */
} CsPdfWriter;

/* What is laid out. @day: ISO 8601, of the report: the same report gives the same bytes. @draw:
 * puts all of it on pages, and is called twice. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *language;
  const char *foot;
  const char *day;
  void (*draw) (CsPdfWriter *writer, gconstpointer data);
  gconstpointer data;
} CsPdfDocument;

/* Returns: (transfer full): PDF. @error: as Cairo reports, or cancelled. */
GBytes *cs_pdf_write (const CsPdfDocument *document, GCancellable *cancellable, GError **error);

/* Ends the page that is open, if any, and begins one with its foot. */
void cs_pdf_begin_page (CsPdfWriter *writer);

/* A line over the width of the text. */
void cs_pdf_draw_rule (CsPdfWriter *writer, double y);

/* What is drawn in between leads to @id (nullable: nowhere). */
void cs_pdf_begin_link (CsPdfWriter *writer, const char *id);
void cs_pdf_end_link (CsPdfWriter *writer, const char *id);

/* From now on @id leads here, and so does a bookmark at @depth, 0 to CS_PDF_DEPTHS - 1. */
void cs_pdf_mark_place (CsPdfWriter *writer, const char *id, const char *title, guint depth);

/* Lines over part of the width, as far as the page goes. Returns: where they end. */
double
cs_pdf_draw_lines (CsPdfWriter *writer, const GPtrArray *lines, double x, double y, double width);

/* The same of one line. */
double cs_pdf_draw_line (
    CsPdfWriter *writer, CsLineLook look, const char *text, double x, double y, double width);

/* (element-type CsReportFact): in two columns of a label and a value each. */
void cs_pdf_draw_facts (CsPdfWriter *writer, const GPtrArray *facts);

/* A table with its title, over as many pages as it takes. @is_first: begins a page; @depth: of its
 * bookmark, those of its bands are one deeper. Returns: on which page it begins. */
guint cs_pdf_draw_table (CsPdfWriter *writer,
                         const CsReportTable *table,
                         gboolean is_first,
                         guint depth);

G_END_DECLS
