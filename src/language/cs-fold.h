#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsFolded:
 * @text: NUL-terminated UTF-8
 * @n_bytes: its length
 * @map: (array length=n_bytes+1): for each byte of @text, the byte of the source it came from;
 *   the last entry is the length of the source
 *
 * A copy of a text in which what only looks different is the same, for scanners to read: full-width
 * letters, digits and brackets are ASCII, all hyphens and dashes of numbers are `-`, no-break and
 * ideographic spaces are a space, zero-width characters are gone, letters are lower case where
 * asked. Nothing found in it is ever shown: @map leads back to the source.
 */
typedef struct
{
  char *text;
  gsize n_bytes;
  guint32 *map;
} CsFolded;

/** CsFoldFlags: @CS_FOLD_CASE: ASCII letters become lower case */
typedef enum
{
  CS_FOLD_DEFAULT = 0,
  CS_FOLD_CASE = 1 << 0
} CsFoldFlags;

/**
 * cs_fold:
 * @text: (array length=n_bytes): valid UTF-8
 * @n_bytes: its length
 * @flags: what else to fold
 *
 * O(n). Thread: any.
 *
 * Returns: (transfer full): the folded copy
 */
CsFolded *cs_fold (const char *text,
                   gsize n_bytes,
                   CsFoldFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/** cs_folded_free: frees @folded and all it holds */
/**
 * cs_fold_head:
 * @text: (array length=n_bytes): valid UTF-8
 * @n_bytes: its length
 * @max_bytes: as much of it as is wanted, or a little less: no character is cut in two
 * @flags: what else to fold
 *
 * Returns: (transfer full): the folded copy of the head of @text
 */
CsFolded *cs_fold_head (const char *text,
                        gsize n_bytes,
                        gsize max_bytes,
                        CsFoldFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_folded_find:
 * @folded: a folded text
 * @source: a byte of the source
 *
 * The way back of #CsFolded.map: O(log n).
 *
 * Returns: the byte of the folded text that stands for @source, or the next one when it was dropped
 */
gsize cs_folded_find (const CsFolded *folded,
                      gsize source);

/** cs_folded_free: frees @folded and all it holds */
void cs_folded_free (CsFolded *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFolded, cs_folded_free)

G_END_DECLS
