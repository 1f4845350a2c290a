#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters of fonts whose letters are signs; for nobody else than src/formats/docx. Thread: any. */

/** cs_docx_is_symbol_font: @font: (nullable). Returns: whether its letters are signs */
gboolean cs_docx_is_symbol_font (const char *font);

/** cs_docx_is_private: Returns: whether @c is where such fonts keep their signs, U+F000 to F0FF */
gboolean cs_docx_is_private (gunichar c);

/**
 * cs_docx_symbol_get:
 * @font: (nullable): name of a font; %NULL reads as Symbol
 * @c: a letter, or that letter moved to U+F000
 *
 * Source: the mappings of Adobe Symbol and ITC Zapf Dingbats at unicode.org (VENDORS/ADOBE);
 * Wingdings by its looks.
 *
 * Returns: the character that it looks like, 0 when nobody knows
 */
gunichar cs_docx_symbol_get (const char *font,
                             gunichar c);

G_END_DECLS
