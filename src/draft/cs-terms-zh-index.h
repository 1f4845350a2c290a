#pragma once

#include "cs-terms-zh-text.h"

G_BEGIN_DECLS

/* Where strings stand in Chinese claims: part of the analysis of terms, for nobody else. */

/** CsZhIndex: the places of every character and of every two that follow each other */
typedef struct _CsZhIndex CsZhIndex;

/** cs_zh_index_new: O(n). @text must outlive it. Returns: (transfer full): the index */
CsZhIndex *cs_zh_index_new (const CsZhText *text) G_GNUC_WARN_UNUSED_RESULT;

/** cs_zh_index_free: frees @index */
void cs_zh_index_free (CsZhIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsZhIndex, cs_zh_index_free)

/**
 * cs_zh_index_find:
 * @index: an index
 * @at: a character; it and the next are looked for
 * @n_units: 1 to look for it alone
 * @from: first place that counts
 * @to: end of the places that count
 * @n_places: (out): how many candidates there are
 *
 * Returns: (transfer none) (array length=n_places): places in [@from, @to), ascending; other
 * characters may stand at some of them
 */
const guint32 *cs_zh_index_find (const CsZhIndex *index,
                                 guint at,
                                 guint n_units,
                                 guint from,
                                 guint to,
                                 guint *n_places);

/** cs_zh_text_match: Returns: how many characters from @a on are those from @b on, at most @max */
guint cs_zh_text_match (const CsZhText *text,
                        guint a,
                        guint b,
                        guint max);

G_END_DECLS
