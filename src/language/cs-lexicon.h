#pragma once

#include "cs-fold.h"

G_BEGIN_DECLS

/**
 * CsLexicon:
 *
 * A list of words with a class and maybe a condition for each, from resources/lexicons. The class
 * "stop" holds terms that contain a listed word and mean something else (约束, thin film).
 * Immutable, made once, never freed.
 */
typedef struct _CsLexicon CsLexicon;

/**
 * CsLexiconHit:
 * @kind: (transfer none): class of the word
 * @condition: (transfer none): its condition, empty when there is none
 * @start: first byte in the folded text
 * @end: one past its last byte
 */
typedef struct
{
  const char *kind;
  const char *condition;
  gsize start;
  gsize end;
} CsLexiconHit;

/**
 * cs_lexicon_get:
 * @name: base name of a list without its suffix, "claim-wording.zh"
 *
 * Thread: any.
 *
 * Returns: (transfer none): the list; empty when the program was built without it
 */
const CsLexicon *cs_lexicon_get (const char *name);

/**
 * cs_lexicon_find:
 * @lexicon: a list
 * @folded: text folded with %CS_FOLD_CASE
 *
 * Finds listed words from left to right, the longest at each place first; none overlaps another,
 * and what lies inside a stop term is not found. English words count whole only. O(n).
 *
 * Returns: (transfer full) (element-type CsLexiconHit): in the order of the text, without the stops
 */
GArray *cs_lexicon_find (const CsLexicon *lexicon,
                         const CsFolded *folded);

/**
 * cs_lexicon_match:
 * @lexicon: a list
 * @folded: text folded with %CS_FOLD_CASE
 * @at: where to look
 * @hit: (out): the longest term that stands there
 *
 * For what may follow a letter or a digit without a space, as units do: 5mm.
 *
 * Returns: whether a term that is no stop stands at @at and ends where a word may end
 */
gboolean cs_lexicon_match (const CsLexicon *lexicon,
                           const CsFolded *folded,
                           gsize at,
                           CsLexiconHit *hit);

/**
 * cs_lexicon_dup_terms:
 * @lexicon: a list
 *
 * For a list of which only whole words are looked up. Thread: any.
 *
 * Returns: (transfer full): its terms, in lower case, each to its class (transfer none)
 */
GHashTable *cs_lexicon_dup_terms (const CsLexicon *lexicon);

G_END_DECLS
