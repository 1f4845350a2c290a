#pragma once

#include "cs-part-buffer.h"

G_BEGIN_DECLS

/* Between rich text and a GtkTextBuffer: runs are tags, objects are paintables; for nobody else
 * than the files of CsPartBuffer. */

/** cs_part_buffer_text_read: Returns: (transfer full): what stands in [@start, @end) */
CsText *cs_part_buffer_text_read (const GtkTextIter *start,
                                  const GtkTextIter *end);

/** CsPartBufferPaint: makes the paintable that shows @object. Returns: (transfer full) */
typedef GdkPaintable *(*CsPartBufferPaint) (const CsInlineObject *object,
                                            gpointer data);

/** cs_part_buffer_text_find_covering: Returns: bit `1 << CsRunStyle` for each style of which one
 * run covers both sides of [@start, @end), and so what is put in its place */
guint cs_part_buffer_text_find_covering (const GtkTextIter *start,
                                         const GtkTextIter *end);

/** cs_part_buffer_text_insert: inserts @text at @at, which is behind it afterwards; of the
 * styles around it, it takes those of @covering alone */
void cs_part_buffer_text_insert (GtkTextIter *at,
                                 CsText *text,
                                 guint covering,
                                 CsPartBufferPaint paint,
                                 gpointer data);

/** cs_part_buffer_text_clean: Returns: (transfer full): @utf8 as it may stand in a part: `\n`
 * for line ends, no control characters, no object characters without an object */
char *cs_part_buffer_text_clean (const char *utf8,
                                 gsize n_bytes);

/**
 * cs_part_buffer_text_find_seam:
 * @start: first place of a change
 * @end: one past its last
 * @split: the change takes a style away, rather than text
 *
 * Where a report of the change must begin so that it can be undone: a run that covers both sides
 * of a place covers what is put there (cs_text_splice()). Deleting what parts two runs of a
 * style joins them, and to part them again the first of them has to be put back too; likewise
 * when style is taken out of the middle of a run.
 *
 * Returns: code point at or before @start
 */
guint cs_part_buffer_text_find_seam (const GtkTextIter *start,
                                     const GtkTextIter *end,
                                     gboolean split);

G_END_DECLS
