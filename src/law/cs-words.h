#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsWords:
 * @en: (nullable): in English
 * @zh: (nullable): in Chinese
 *
 * Words for people that are data, not interface: a title, a message, the name of a law. A report in
 * English can be printed from a Chinese window, so they do not go through gettext.
 */
typedef struct
{
  char *en;
  char *zh;
} CsWords;

/**
 * cs_words_get:
 * @words: words
 * @language: "zh", "en" or %NULL for English
 *
 * Returns: (transfer none) (nullable): the words, in the other language when this one has none
 */
const char *cs_words_get (const CsWords *words,
                          const char *language);

/** cs_words_set: @text: (transfer full): takes the place of what @words had in @language */
void cs_words_set (CsWords *words,
                   const char *language,
                   char *text);

/** cs_words_is_empty: Returns: whether there is nothing in any language */
gboolean cs_words_is_empty (const CsWords *words);

/** cs_words_clear: frees what @words holds */
void cs_words_clear (CsWords *words);

/** cs_words_free: frees @words and all it holds */
void cs_words_free (CsWords *words);

/** CsWordsLookup: Returns: (transfer full) (nullable): the value that stands for @name */
typedef char *(*CsWordsLookup) (const char *name,
                                gpointer data);

/**
 * cs_words_fill:
 * @pattern: text with `{name}` in it; what stands between `[` and `]` is left out when a name in it
 *   has no value
 * @lookup: (scope call): gives the values
 * @data: for @lookup
 * @complete: (out) (optional): whether every name outside brackets had a value; one that has none
 *   stays as it is
 *
 * Puts values in the place of names. Brackets do not nest. Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *cs_words_fill (const char *pattern,
                     CsWordsLookup lookup,
                     gpointer data,
                     gboolean *complete);

G_END_DECLS
