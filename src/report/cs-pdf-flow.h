#pragma once

#include <pango/pangocairo.h>

#include "cs-report-line.h"

G_BEGIN_DECLS

/* Lines of a report on their way to a page: broken into strips, which a page takes one after the
 * other; for nobody else than cs-report-pdf*.c. Lengths are points. */

#define CS_PDF_BODY 9.0
#define CS_PDF_CAPTION 7.5
#define CS_PDF_SECTION 12.0
#define CS_PDF_TITLE 16.0

/* One line of letters. */
typedef struct
{
  PangoLayout *layout;        /* owned */
  PangoLayoutLine *line;      /* of @layout */
  const CsReportLine *source; /* whose look it has */
  double before;              /* free above it */
  double height;
  double baseline;   /* below its upper edge */
  gboolean is_first; /* of its paragraph: the shape stands here */
} CsPdfStrip;

/* Returns: (transfer none): the families of letters, as Pango takes them. */
const char *cs_pdf_get_fonts (PangoContext *context);

/* Breaks @lines (element-type CsReportLine) into strips of @width. (element-type CsPdfStrip) */
GArray *cs_pdf_strips_new (PangoContext *context, const GPtrArray *lines, double width);

/* Their height together. */
double cs_pdf_strips_get_height (const GArray *strips);

/* Draws one at @x, its free space above @y. @width: of the column. */
void cs_pdf_strip_draw (cairo_t *cr, const CsPdfStrip *strip, double x, double y);

/* A line of text in one size. @y: the base line. */
void cs_pdf_draw_text (cairo_t *cr,
                       PangoContext *context,
                       const char *text,
                       double size,
                       gboolean bold,
                       double x,
                       double y);

/* The same, plain, up to @right. */
void cs_pdf_draw_text_right (cairo_t *cr,
                             PangoContext *context,
                             const char *text,
                             double size,
                             double right,
                             double y);

/* The colours of the page: text, what is dimmed, lines. */
void cs_pdf_set_text_color (cairo_t *cr);
void cs_pdf_set_dim_color (cairo_t *cr);
void cs_pdf_set_line_color (cairo_t *cr);

G_END_DECLS
