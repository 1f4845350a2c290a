#pragma once

#include "../draft/cs-draft.h"
#include "../language/cs-lexicon.h"

G_BEGIN_DECLS

/**
 * CsListedWords:
 *
 * The words of the lists that checks look for in whole applications, found in one walk over the
 * texts instead of one for each list. Immutable.
 */
typedef struct _CsListedWords CsListedWords;

/** CsLexiconHits: @n_hits of one list in one unit, in the order of the text */
typedef struct
{
  const CsLexiconHit *hits;
  guint n_hits;
} CsLexiconHits;

/**
 * cs_listed_words_new:
 * @draft: an application
 *
 * Finds the words of all these lists in title, abstract, claims and description. O(n). Thread: any.
 *
 * Returns: (transfer full): what was found
 */
CsListedWords *cs_listed_words_new (const CsDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/** cs_listed_words_free: frees @words */
void cs_listed_words_free (CsListedWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsListedWords, cs_listed_words_free)

/**
 * cs_listed_words_get:
 * @words: what was found
 * @list: base name of a list without language: "typos", "brands"; it must be one of those that are
 *   looked for in drafts of the language
 * @part: title, abstract, claims or description
 * @index: a unit of it
 *
 * Returns: (transfer none): the words of the list in the unit, as long as @words
 */
CsLexiconHits cs_listed_words_get (const CsListedWords *words,
                                   const char *list,
                                   CsPart part,
                                   guint index);

G_END_DECLS
