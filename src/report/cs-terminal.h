#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text from files on its way to a terminal: it must not move the cursor, change colours or turn
 * the direction of what stands around it. */

/**
 * cs_terminal_append:
 * @out: where to append
 * @text: (array length=n_bytes): UTF-8
 * @n_bytes: its length in bytes
 *
 * Appends @text on one line: control and bidi characters are written as `<U+202E>`, a line end as
 * ⏎, an inline object as □.
 *
 * Returns: columns that it takes, wide characters (Chinese) counting two
 */
guint cs_terminal_append (GString *out,
                          const char *text,
                          gsize n_bytes);

/** cs_terminal_get_width: Returns: columns that @text takes when it is written so */
guint cs_terminal_get_width (const char *text,
                             gsize n_bytes);

/**
 * cs_terminal_append_wrapped:
 * @out: where to append
 * @text: UTF-8, written as by cs_terminal_append()
 * @indent: columns in front of each line but the first, which is where the caller stands
 * @width: columns of a line
 *
 * Breaks between words, and anywhere between Chinese characters.
 */
void cs_terminal_append_wrapped (GString *out,
                                 const char *text,
                                 guint indent,
                                 guint width);

/**
 * cs_terminal_append_excerpt:
 * @out: where to append
 * @text: (array length=n_bytes): a claim or paragraph
 * @n_bytes: its length in bytes
 * @start: first byte marked
 * @end: one past the last byte marked
 * @indent: columns in front of both lines
 * @width: columns of a line
 * @mark: (nullable): terminal code put before the carets
 *
 * Writes as much of @text around the mark as fits in a line, and carets under the mark.
 */
void cs_terminal_append_excerpt (GString *out,
                                 const char *text,
                                 gsize n_bytes,
                                 gsize start,
                                 gsize end,
                                 guint indent,
                                 guint width,
                                 const char *mark);

G_END_DECLS
