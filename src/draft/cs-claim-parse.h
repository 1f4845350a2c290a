#pragma once

#include "../language/cs-fold.h"
#include "cs-claim.h"

G_BEGIN_DECLS

/* The two halves of the claim analysis that know a language; for cs-claim-set.c alone. */

/**
 * CsClaimParse:
 * @folded: the folded text of the claim
 * @head: index of the reference group at the head of the claim, -1 when it opens with none
 * @linked: between the subject and that group stands more than a subject: "a method of making the
 *   device of claim 1" speaks of the device, and claims a method
 *
 * What the parse of one claim knows beyond #CsClaim.
 */
typedef struct
{
  const CsFolded *folded;
  int head;
  gboolean linked;
} CsClaimParse;

/* Fill in subject, reference, preamble, transition, transition_kind, category and features of
 * @claim, whose refs are known, and @parse. Ranges are in bytes of the source. */
void cs_claim_parse_chinese (CsClaim *claim,
                             CsClaimParse *parse);
void cs_claim_parse_english (CsClaim *claim,
                             CsClaimParse *parse);

/* Whether @claim, which opens with a reference, depends on @parent rather than quotes it. */
gboolean cs_claim_depends_chinese (const CsClaim *claim,
                                   const CsClaim *parent);
gboolean cs_claim_depends_english (const CsClaim *claim,
                                   const CsClaimParse *parse,
                                   const CsClaim *parent);

/* --- pieces --- */

/* The range of the source for bytes [start, end) of the folded text, without spaces at its ends. */
CsRange cs_claim_parse_range (const CsFolded *folded,
                              gsize start,
                              gsize end);

/* Cuts [start, end) of the folded text into features at semicolons, line ends and before the NULL
 * terminated @words. */
void cs_claim_parse_features (CsClaim *claim,
                              const CsFolded *folded,
                              gsize start,
                              gsize end,
                              const char *const *words);

G_END_DECLS
