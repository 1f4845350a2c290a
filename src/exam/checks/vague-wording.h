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

/** CS_NO_NUMBER: where none stands */
#define CS_NO_NUMBER G_MAXSIZE

/** cs_vague_wording_find_number: Returns: the first digit of the number that follows @at, maybe
 *  behind a word or a sign that belongs to it, in @folded; %CS_NO_NUMBER when none does */
gsize cs_vague_wording_find_number (const CsFolded *folded,
                                    gsize at);

/** CsApproximations: which values the description of an English draft gives with "about" or the
 *  like, and whether it says what the word means; read when it is first asked */
typedef struct _CsApproximations CsApproximations;

/** cs_approximations_new: @lexicon lists the words; Returns: (transfer full): nothing read yet */
CsApproximations *cs_approximations_new (CsExamContext *context,
                                         const CsLexicon *lexicon);

/** cs_approximations_free: frees @approximations */
void cs_approximations_free (CsApproximations *approximations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsApproximations, cs_approximations_free)

/** cs_approximations_find_rule: Returns: (nullable): the rule for @hit, a word before a number in a
 *  claim: "approximation" where it makes a bound vague or the description does not give the value
 *  so, "usual-approximation" where it does, %NULL where it also says what the word means */
const char *cs_approximations_find_rule (CsApproximations *approximations,
                                         const CsFolded *claim,
                                         const CsLexiconHit *hit);

G_END_DECLS
