#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every hand-written scanner needs. All of it reads NUL-terminated text, mostly a folded copy
 * (cs-fold.h), and counts in bytes. Thread: any. */

/** cs_scan_spaces: Returns: the first byte from @at on that is no space, tab or line end */
gsize cs_scan_spaces (const char *text,
                      gsize at);

/** cs_scan_char: Returns: the character at @at, as g_utf8_get_char() does, which is a call for each
 *  character of a text */
static inline gunichar
cs_scan_char (const char *text,
              gsize at)
{
  const guchar *bytes = (const guchar *)text + at;

  if (bytes[0] < 0x80)
    return bytes[0];
  if (bytes[0] >= 0xe0 && bytes[0] < 0xf0)
    return (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);

  return g_utf8_get_char (text + at);
}

/** cs_scan_word: Returns: length of @word when it stands at @at, else 0. Mostly none does, and that
 *  takes a look at a letter or two: this is asked at every character of a text. */
static inline gsize
cs_scan_word (const char *text,
              gsize at,
              const char *word)
{
  gsize length = 0;

  while (word[length] != '\0' && word[length] == text[at + length])
    length++;

  return word[length] == '\0' ? length : 0;
}

/**
 * cs_scan_any:
 * @text: a text
 * @at: where to look
 * @words: (array zero-terminated=1): the longer ones first where one begins another
 *
 * Returns: length of the first of @words that stands at @at, 0 when none does
 */
gsize cs_scan_any (const char *text,
                   gsize at,
                   const char *const *words);

/**
 * cs_scan_any_before:
 * @text: a text
 * @at: where to look
 * @words: (array zero-terminated=1): the longer ones first where one ends another
 *
 * Returns: length of the first of @words that ends at @at, 0 when none does
 */
gsize cs_scan_any_before (const char *text,
                          gsize at,
                          const char *const *words);

/** cs_scan_find: @text: (array length=n_bytes): need not end with a NUL. Returns: (nullable): where
 *  @word first stands in it, as g_strstr_len() does, which looks at every byte. */
const char *cs_scan_find (const char *text,
                          gsize n_bytes,
                          const char *word);

/**
 * cs_scan_number:
 * @text: a text
 * @at: (inout): where the digits begin; one past the last of them afterwards
 * @max: the largest number that makes sense here
 * @number: (out): what they say
 *
 * Returns: whether a number from 1 to @max stands there; @at and @number are left alone when not
 */
gboolean cs_scan_number (const char *text,
                         gsize *at,
                         guint max,
                         guint *number);

G_END_DECLS
