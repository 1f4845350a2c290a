#pragma once

#include "../language/cs-fold.h"
#include "cs-draft.h"

G_BEGIN_DECLS

/**
 * CsPassages:
 *
 * The description of a draft, folded as one text, to find words in. Immutable.
 */
typedef struct _CsPassages CsPassages;

/**
 * cs_passages_new:
 * @draft: (transfer none): a draft, with or without a description
 *
 * O(n). Thread: any.
 *
 * Returns: (transfer full): its passages
 */
CsPassages *cs_passages_new (const CsDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/** cs_passages_free: frees @passages and all it holds */
void cs_passages_free (CsPassages *passages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPassages, cs_passages_free)

/** cs_passages_are_empty: Returns: whether there is no description */
gboolean cs_passages_are_empty (const CsPassages *passages);

/** cs_passages_get_text: Returns: (transfer none): the folded text, a line per paragraph */
const CsFolded *cs_passages_get_text (const CsPassages *passages);

/**
 * cs_passages_find:
 * @passages: the passages
 * @words: folded with %CS_FOLD_CASE
 * @from: byte of the folded text from which to look
 *
 * A Latin word counts whole at its beginning: "net" is not in "magnet", and is in "nets".
 *
 * Returns: the byte of the folded text at which @words stand next, -1 when nowhere
 */
gssize cs_passages_find (const CsPassages *passages,
                         const char *words,
                         gsize from);

G_END_DECLS
