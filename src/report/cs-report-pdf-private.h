#pragma once

#include "cs-pdf-pages.h"
#include "cs-report-pages.h"

G_BEGIN_DECLS

/* A report on its way to PDF; for nobody else than cs-report-pdf*.c. */

typedef struct
{
  const CsReportSheet *sheet;
  guint *pages; /* on which each table begins; known the second time */
} CsPdfReport;

/* What came of the examination, on one page. */
void cs_pdf_draw_first_page (CsPdfWriter *writer, const CsPdfReport *report);

G_END_DECLS
