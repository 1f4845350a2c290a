#pragma once

#include "../../base/cs-text.h"

G_BEGIN_DECLS

/**
 * cs_html_read:
 * @html: (array length=n_bytes): what a program put on the clipboard, of Word, WPS, LibreOffice, a
 *   browser
 * @n_bytes: its length
 *
 * Takes the text with sub, sup, bold, italic and underline, by elements and by styles; tables are
 * objects, pictures are left out. Total: any bytes give a text. Nothing is loaded. Thread: any.
 *
 * Returns: (transfer full): the text
 */
CsText *cs_html_read (const char *html, gsize n_bytes);

/**
 * cs_html_write:
 * @text: a text
 *
 * As Word, WPS, LibreOffice and browsers take it from the clipboard: UTF-8, everything escaped, sub
 * and sup as elements, formulas as MathML, tables as tables. Thread: any.
 *
 * Returns: (transfer full): a document
 */
char *cs_html_write (const CsText *text);

G_END_DECLS
