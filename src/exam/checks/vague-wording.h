#pragma once

#include "../../language/cs-fold.h"
#include "../../language/cs-lexicon.h"
#include "cs-checks.h"

G_BEGIN_DECLS

/* What the files of the check vague-wording share; for nobody else. */

/**
 * CsRemoval:
 * @name: (transfer none) (nullable): name of the fix; %NULL when nothing can be taken out
 * @range: bytes of the folded text to take out
 * @insert: (transfer none): what stays of them
 *
 * What of a claim goes with a vague word.
 */
typedef struct
{
  const char *name;
  CsRange range;
  const char *insert;
} CsRemoval;

/** cs_vague_wording_find_removal: Returns: what can be taken out for @hit so that the rest still
 *  reads well, by the words around it: the word alone ("delete"), all but its verb ("reword"), or
 *  an example or a preference as a whole ("delete-clause") */
CsRemoval cs_vague_wording_find_removal (const CsFolded *folded,
                                         const CsLexiconHit *hit,
                                         gboolean chinese);

G_END_DECLS
