#pragma once

#include "cs-part-marks.h"

G_BEGIN_DECLS

/**
 * CsPartGutter:
 *
 * The worst that was found in each claim or paragraph, as a shape beside its first line. A click
 * chooses the finding, or lists several. It is the left gutter of a GtkTextView; that of
 * GtkSourceView 5.6 would keep its view, and so the document, alive for ever.
 */
#define CS_TYPE_PART_GUTTER (cs_part_gutter_get_type ())

G_DECLARE_FINAL_TYPE (CsPartGutter, cs_part_gutter, CS, PART_GUTTER, GtkWidget)

/** cs_part_gutter_new: @marks: used until cs_part_gutter_clear(). Returns: (transfer floating): the
 * shapes of @part of @document */
GtkWidget *cs_part_gutter_new (CsDocument *document,
                               CsPartMarks *marks,
                               CsPart part);

/** cs_part_gutter_set_colors: draws in @colors from now on */
void cs_part_gutter_set_colors (CsPartGutter *gutter,
                                const CsPartColors *colors);

/** cs_part_gutter_clear: the marks given to cs_part_gutter_new() are going away */
void cs_part_gutter_clear (CsPartGutter *gutter);

G_END_DECLS
