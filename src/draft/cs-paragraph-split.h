#pragma once

#include "cs-draft.h"

G_BEGIN_DECLS

/* What a paragraph is, for readers of plain text and for the editor alike: a line. */

/**
 * cs_paragraph_trim:
 * @text: (array length=n_bytes): UTF-8, one line
 * @n_bytes: length of @text in bytes
 *
 * Thread: any.
 *
 * Returns: the line without the blanks around it: spaces of any width, tabs, a byte order mark
 */
CsRange cs_paragraph_trim (const char *text,
                           gsize n_bytes);

/**
 * cs_paragraph_number_scan:
 * @text: (array length=n_bytes): UTF-8, one line
 * @n_bytes: length of @text in bytes
 * @number: (out): the printed number
 *
 * Reads the number of a paragraph: "[0001]", "【0001】", "［0001］". Thread: any.
 *
 * Returns: bytes up to the words behind it, 0 when there is none
 */
gsize cs_paragraph_number_scan (const char *text,
                                gsize n_bytes,
                                guint *number);

/**
 * cs_paragraph_split:
 * @part: title, abstract or description
 * @text: the text of that part
 *
 * Finds paragraphs and headings: each line that is not blank is one, without its blanks and its
 * number. In a description a line is a heading when it reads as one; everywhere when
 * %CS_RUN_HEADING covers half of it. At most %CS_MAX_PARAGRAPHS + 1 are given. O(n). Thread: any.
 *
 * Returns: (transfer full) (element-type CsUnit): the units
 */
GArray *cs_paragraph_split (CsPart part,
                            const CsText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
