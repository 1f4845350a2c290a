#pragma once

#include "../language/cs-fold.h"

G_BEGIN_DECLS

/* The least pieces by which texts are compared: pairs of characters in Chinese, stems of words in
 * English. Inside the analysis of support, for nobody else. */

/**
 * CsGram:
 * @key: equal for equal pieces; never 0
 * @start: first byte in the text scanned
 * @end: one past its last byte
 */
typedef struct
{
  guint64 key;
  guint32 start;
  guint32 end;
} CsGram;

/** CsGramKind: what a text is: English; Chinese that is looked into; Chinese that is looked for */
typedef enum
{
  CS_GRAMS_EN,
  CS_GRAMS_ZH,
  CS_GRAMS_ZH_CONTENT
} CsGramKind;

/**
 * cs_grams_scan:
 * @text: (array length=n_bytes): a claim, a paragraph or a piece of one
 * @n_bytes: its length
 * @kind: its language, and whether it is looked for or looked into
 * @grams: (element-type CsGram): cleared, then filled in the order of the text
 *
 * Leaves out what says nothing of its own: 所述, 的, articles and other closed words, numbers and
 * reference signs. No pair of characters spans a mark or what is left out. Of a Chinese text that
 * is looked for, pairs with a word of grammar (与, 位于, 一个) are left out too: they change with the
 * sentence. O(n).
 */
void cs_grams_scan (const char *text,
                    gsize n_bytes,
                    CsGramKind kind,
                    GArray *grams);

/** cs_grams_read: as cs_grams_scan(), of a text folded with %CS_FOLD_CASE */
void cs_grams_read (const CsFolded *folded,
                    CsGramKind kind,
                    GArray *grams);

/** cs_gram_of_word: Returns: key of an English word in lower case, the same for its relatives:
 *  connect, connected, connection */
guint64 cs_gram_of_word (const char *word,
                         gsize n_bytes);

G_END_DECLS
