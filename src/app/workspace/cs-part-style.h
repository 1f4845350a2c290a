#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The font of an editor, from what the user chose. */

/** cs_part_style_dup_font_css: @font: (nullable): a Pango font description; %NULL for the font
 * of the desktop. Returns: (transfer full): a style sheet for a text view */
char *cs_part_style_dup_font_css (const char *font);

/** cs_part_style_get_font_size: Returns: size of @font (nullable) in points */
double cs_part_style_get_font_size (const char *font);

G_END_DECLS
