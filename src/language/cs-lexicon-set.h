#pragma once

#include "cs-lexicon.h"

G_BEGIN_DECLS

/**
 * CsLexiconSet:
 *
 * Several lists that are looked for in the same texts: one walk finds the words of all. Immutable.
 */
typedef struct _CsLexiconSet CsLexiconSet;

/**
 * cs_lexicon_set_new:
 * @lexicons: (array length=n_lexicons) (transfer none): the lists
 * @n_lexicons: how many
 *
 * Thread: any.
 *
 * Returns: (transfer full): the set
 */
CsLexiconSet *cs_lexicon_set_new (const CsLexicon *const *lexicons,
                                  guint n_lexicons) G_GNUC_WARN_UNUSED_RESULT;

/** cs_lexicon_set_free: frees @set; its lists stay */
void cs_lexicon_set_free (CsLexiconSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLexiconSet, cs_lexicon_set_free)

/** CsLexiconSetHit: @hit is a word of list number @list of the set */
typedef struct
{
  guint list;
  CsLexiconHit hit;
} CsLexiconSetHit;

/**
 * cs_lexicon_set_find:
 * @set: some lists
 * @folded: text folded with %CS_FOLD_CASE
 *
 * Of each list, what cs_lexicon_find() finds. O(n). Thread: any.
 *
 * Returns: (transfer full) (element-type CsLexiconSetHit): in the order of the text
 */
GArray *cs_lexicon_set_find (const CsLexiconSet *set,
                             const CsFolded *folded) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
