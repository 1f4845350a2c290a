#pragma once

#include <gtksourceview/gtksource.h>

#include "../../base/cs-span.h"
#include "../../base/cs-text.h"
#include "cs-picture-set.h"

G_BEGIN_DECLS

/**
 * CsPartBuffer:
 *
 * The text of one part while it is being edited: the only mutable copy. Runs are text tags
 * (subscripts and superscripts are shown as such), inline objects are pictures in the text that
 * can be copied and deleted. GtkTextBuffer's own undo is off: see cs-history.h. Positions are
 * code points, an object being one.
 *
 * Signals: `edited (guint at_char, CsText *removed, CsText *inserted)`: after every change, by a
 * person or by the program, of letters, runs or objects; what was there and what is there now.
 */
#define CS_TYPE_PART_BUFFER (cs_part_buffer_get_type ())

G_DECLARE_FINAL_TYPE (CsPartBuffer, cs_part_buffer, CS, PART_BUFFER, GtkSourceBuffer)

/** cs_part_buffer_new: Returns: (transfer full): an empty buffer for @part */
CsPartBuffer *cs_part_buffer_new (CsPart part);

/** cs_part_buffer_get_part: Returns: which part it is */
CsPart cs_part_buffer_get_part (CsPartBuffer *buffer);

/** cs_part_buffer_load: puts @text in the place of all that is there, without `edited` */
void cs_part_buffer_load (CsPartBuffer *buffer,
                          CsText *text);

/**
 * cs_part_buffer_get_text:
 * @buffer: a buffer
 *
 * The text as it is now, with runs and objects. Made when asked for, kept until the next change.
 *
 * Returns: (transfer none): the text
 */
CsText *cs_part_buffer_get_text (CsPartBuffer *buffer);

/** cs_part_buffer_dup_slice: Returns: (transfer full): the text of [@start_char, @end_char) */
CsText *cs_part_buffer_dup_slice (CsPartBuffer *buffer,
                                  guint start_char,
                                  guint end_char);

/**
 * cs_part_buffer_replace:
 * @buffer: a buffer
 * @start_char: first code point to be replaced
 * @end_char: one past the last
 * @insert: (nullable): what takes its place, with runs and objects
 *
 * The one way in which the program changes the text; emits `edited` once.
 */
void cs_part_buffer_replace (CsPartBuffer *buffer,
                             guint start_char,
                             guint end_char,
                             CsText *insert);

/** cs_part_buffer_toggle_style: gives the selected text @style, or takes it away when all of it
 * has it; subscript and superscript exclude each other. Emits `edited` */
void cs_part_buffer_toggle_style (CsPartBuffer *buffer,
                                  CsRunStyle style);

/** cs_part_buffer_copy: puts the selected text on @clipboard: with runs and objects for this
 * program, HTML and letters for others */
void cs_part_buffer_copy (CsPartBuffer *buffer,
                          GdkClipboard *clipboard);

/** cs_part_buffer_paste: puts what is on @clipboard in the place of the selection, as one
 * change; later, when the clipboard has answered. What comes from another matter brings its
 * pictures; a picture or picture files of other programs become inline pictures */
void cs_part_buffer_paste (CsPartBuffer *buffer,
                           GdkClipboard *clipboard);

/** cs_part_buffer_drop: puts what is selected in @source, maybe @buffer itself, at @at_char; @move:
 * takes it away where it was, when that is @buffer. One change. Returns: whether it was done */
gboolean cs_part_buffer_drop (CsPartBuffer *buffer,
                              CsPartBuffer *source,
                              guint at_char,
                              gboolean move);

/** cs_part_buffer_drop_picture: puts @texture at @at_char as an inline picture */
void cs_part_buffer_drop_picture (CsPartBuffer *buffer,
                                  GdkTexture *texture,
                                  guint at_char);

/** cs_part_buffer_drop_files: puts those of @files (element-type GFile) that are pictures at
 * @at_char, when they are read */
void cs_part_buffer_drop_files (CsPartBuffer *buffer,
                                GSList *files,
                                guint at_char);

/** cs_part_buffer_dup_selection: Returns: (transfer full) (nullable): the selected text, as it is
 * offered to others: in a clipboard or a drag */
GdkContentProvider *cs_part_buffer_dup_selection (CsPartBuffer *buffer);

/** cs_part_buffer_set_max_width: @max_width: pixels that objects may be wide: the width of the
 * text */
void cs_part_buffer_set_max_width (CsPartBuffer *buffer,
                                   int max_width);

/** cs_part_buffer_set_font_size: @font_pt: size of the letters, on which depends how far
 * subscripts stand below the line */
void cs_part_buffer_set_font_size (CsPartBuffer *buffer,
                                   double font_pt);

/** cs_part_buffer_set_pictures: @pictures: (nullable): where previews of inline objects come from,
 * and pictures that are pasted go; without it, and for an object without a preview, a box with the
 * word for its kind is shown */
void cs_part_buffer_set_pictures (CsPartBuffer *buffer,
                                  CsPictureSet *pictures);

/** cs_part_buffer_get_pictures: Returns: (transfer none) (nullable): where its pictures are */
CsPictureSet *cs_part_buffer_get_pictures (CsPartBuffer *buffer);

G_END_DECLS
