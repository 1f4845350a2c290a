#pragma once

#include "../../draft/cs-claim.h"

G_BEGIN_DECLS

/** CsClaimMarkKind: what stands out in a claim */
typedef enum
{
  CS_CLAIM_MARK_REFERENCE,
  CS_CLAIM_MARK_TRANSITION,
  CS_CLAIM_MARK_SIGN
} CsClaimMarkKind;

/**
 * CsClaimMark:
 * @kind: what it is
 * @start: first code point, from the start of the claim's text
 * @end: one past the last
 * @number: of a reference: the number referred to, the first of a range
 */
typedef struct
{
  CsClaimMarkKind kind;
  guint start;
  guint end;
  guint number;
} CsClaimMark;

/**
 * cs_claim_marks_list:
 * @claim: a claim
 * @max_marks: no more than that
 *
 * Lists what an editor makes visible in @claim. A phrase with several references gives one mark
 * after the other, so that each place knows its claim. O(n log n) in marks, linear in the text.
 *
 * Returns: (transfer full) (element-type CsClaimMark): in the order of the text
 */
GArray *cs_claim_marks_list (const CsClaim *claim,
                             guint max_marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
