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

/**
 * cs_lexicon_set_find:
 * @set: some lists
 * @folded: text folded with %CS_FOLD_CASE
 * @hits: (element-type CsLexiconHit): an array for each list, in the order of the set
 *
 * Adds to each of @hits what cs_lexicon_find() finds of its list. O(n). Thread: any.
 */
void cs_lexicon_set_find (const CsLexiconSet *set,
                          const CsFolded *folded,
                          GArray *const *hits);

G_END_DECLS
