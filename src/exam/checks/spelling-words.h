#pragma once

#include "prose.h"

G_BEGIN_DECLS

/**
 * CsSpelledWord:
 * @text: (array length=n_bytes) (transfer none): the word in lower case
 * @n_bytes: its length
 * @n_uses: how often it is used in the whole draft
 * @named: it stands with a capital somewhere, or as part of a name, a formula or a code
 * @first: its first place
 * @last: its last place
 *
 * A distinct word of an English draft. For spelling.c alone.
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  guint n_uses;
  gboolean named;
  CsSpan first;
  CsSpan last;
} CsSpelledWord;

/** cs_spelled_words_new: O(n). Returns: (transfer full) (element-type CsSpelledWord): the words of
 *  four letters and more of all parts of the draft, as first met */
GArray *cs_spelled_words_new (CsExamContext *context);

G_END_DECLS
