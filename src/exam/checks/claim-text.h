#pragma once

#include "../../language/cs-fold.h"
#include "cs-checks.h"

G_BEGIN_DECLS

/* The text of a claim as checks of single words and clauses read it, and for nobody else. */

/** CsClaimText: @folded belongs to the examination */
typedef struct
{
  CsExamContext *context;
  const CsClaim *claim;
  const CsFolded *folded;
  gboolean chinese;
} CsClaimText;

/** cs_claim_text_get: Returns: the text of @claim */
CsClaimText cs_claim_text_get (CsExamContext *context,
                               const CsClaim *claim);

/** cs_claim_text_fold: Returns: @range of the claim's text, in bytes of the folded text */
CsRange cs_claim_text_fold (const CsClaimText *text,
                            CsRange range);

/** cs_claim_text_unfold: Returns: where the folded bytes [@start, @end) are */
CsSpan cs_claim_text_unfold (const CsClaimText *text,
                             gsize start,
                             gsize end);

/** cs_claim_text_report: as cs_exam_report(), for the folded bytes [@start, @end) */
CsReport *cs_claim_text_report (const CsClaimText *text,
                                const char *rule,
                                CsCertainty certainty,
                                gsize start,
                                gsize end);

/** cs_claim_text_dup: Returns: (transfer full): the claim's own words for [@start, @end) folded */
char *cs_claim_text_dup (const CsClaimText *text,
                         gsize start,
                         gsize end);

/** cs_clause_start: Returns: where the clause begins in which @at is, a few hundred bytes back at
 *  most; marks are , ; : 。 and line ends */
gsize cs_clause_start (const CsFolded *folded,
                       gsize at);

/** cs_clause_end: as cs_clause_start(), the other way */
gsize cs_clause_end (const CsFolded *folded,
                     gsize at);

/** cs_stands_before: Returns: length of that of @words which ends at @at, 0 when none does */
gsize cs_stands_before (const char *text,
                        gsize at,
                        const char *const *words);

/** cs_stands_in: Returns: whether one of @words stands in [@start, @end) */
gboolean cs_stands_in (const char *text,
                       gsize start,
                       gsize end,
                       const char *const *words);

/** cs_ends_with_any: Returns: whether @text ends with one of @words */
gboolean cs_ends_with_any (const char *text,
                           const char *const *words);

G_END_DECLS
