#pragma once

#include "../formats/docx/write/cs-docx-write-out.h"
#include "cs-report-sheet.h"

G_BEGIN_DECLS

/* What a report as a Word file is made of; for nobody else. */

#define CS_DOCX_W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define CS_DOCX_R_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define CS_DOCX_WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* A4 across, in twentieths of a point. */
#define CS_DOCX_PAGE_WIDTH 16838
#define CS_DOCX_PAGE_HEIGHT 11906
#define CS_DOCX_MARGIN 850
#define CS_DOCX_TEXT_WIDTH (CS_DOCX_PAGE_WIDTH - 2 * CS_DOCX_MARGIN)

/* Adds the styles of a report. */
void cs_report_docx_add_styles (CsDocxOut *out);

/* Adds the settings: today's rules of layout, by which tables begin at the margin. */
void cs_report_docx_add_settings (CsDocxOut *out);

/* Adds the foot of its pages. Returns: number of the relation. */
guint cs_report_docx_add_footer (CsDocxOut *out, const char *text);

/* @text, escaped. */
void cs_report_docx_append (GString *xml, const char *text);

G_END_DECLS
