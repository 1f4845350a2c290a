#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsPartView:
 *
 * The editor of one part of a document: text with references, transitions, signs and findings
 * marked, shapes in the gutter, a hover card. Marks are made for what is visible only. Its
 * context menu offers the actions `draft.superscript`, `draft.subscript`, `draft.fix-here` and
 * `draft.waive-here` of the page around it.
 *
 * Properties: `font` (utf8, nullable, read-write: a Pango font description; %NULL for the font
 * of the desktop at 12 points), `composing` (gboolean, read-only: an input method is at work).
 */
#define CS_TYPE_PART_VIEW (cs_part_view_get_type ())

G_DECLARE_FINAL_TYPE (CsPartView, cs_part_view, CS, PART_VIEW, GtkSourceView)

/** cs_part_view_new: Returns: (transfer floating): an editor for @part of @document */
GtkWidget *cs_part_view_new (CsDocument *document,
                             CsPart part);

/** cs_part_view_show_range: scrolls to and selects [@start_char, @end_char) */
void cs_part_view_show_range (CsPartView *view,
                              guint start_char,
                              guint end_char);

/** cs_part_view_show_card: opens the hover card at the cursor (Ctrl+K). Returns: whether there is
 * something to tell */
gboolean cs_part_view_show_card (CsPartView *view);

/** cs_part_view_is_composing: Returns: whether an input method is at work, so that nothing may
 * change the text */
gboolean cs_part_view_is_composing (CsPartView *view);

/** cs_part_view_get_part: Returns: which part it shows */
CsPart cs_part_view_get_part (CsPartView *view);

G_END_DECLS
