#pragma once

#include "cs-report-line.h"

G_BEGIN_DECLS

/* What reports and the rule manual share as HTML: one file, nothing from outside; for nobody
 * else. */

/* Text in an element or an attribute. */
void cs_html_append (GString *html, const char *text);

/* From the doctype to the begin of the body, with the shapes. @script_sha256: (nullable): base64 of
 * the hash of the one script that may run. */
void cs_html_begin (GString *html,
                    const char *language,
                    const char *title,
                    const char *script_sha256);

void cs_html_end (GString *html);

/* A shape, which a screen reader calls @label. */
void cs_html_append_shape (GString *html, CsReportShape shape, gboolean hollow, const char *label);

/* Pieces within a line. (element-type CsReportPiece) */
void cs_html_append_pieces (GString *html, const GArray *pieces);

G_END_DECLS
