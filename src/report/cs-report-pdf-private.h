#pragma once

#include <cairo-pdf.h>

#include "cs-pdf-flow.h"
#include "cs-report-pages.h"

G_BEGIN_DECLS

/* A report on its way to PDF; for nobody else than cs-report-pdf*.c. Lengths are points. */

#define CS_PDF_PAGE_WIDTH 841.89
#define CS_PDF_PAGE_HEIGHT 595.28
#define CS_PDF_LEFT 42.5
#define CS_PDF_TOP 42.5
#define CS_PDF_BOTTOM 545.0 /* of what stands above the foot */
#define CS_PDF_TEXT_WIDTH (CS_PDF_PAGE_WIDTH - 2 * CS_PDF_LEFT)

typedef struct
{
  const CsReportSheet *sheet;
  GCancellable *cancellable;
  PangoContext *context;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_final; /* the second time */
  double y;
  guint page;
  guint n_pages; /* known the second time */
  guint *pages;  /* on which each table begins, likewise */
  int outline;   /* of the table being written */
} CsPdfWriter;

/* Ends the page that is open, if any, and begins one with its foot. */
void cs_pdf_begin_page (CsPdfWriter *writer);

/* A line over the width of the text. */
void cs_pdf_draw_rule (CsPdfWriter *writer, double y);

/* What is drawn in between leads to @id (nullable: nowhere). */
void cs_pdf_begin_link (CsPdfWriter *writer, const char *id);
void cs_pdf_end_link (CsPdfWriter *writer, const char *id);

/* What came of the examination, on one page. */
void cs_pdf_draw_first_page (CsPdfWriter *writer);

G_END_DECLS
