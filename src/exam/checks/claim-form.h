#pragma once

#include "../../language/cs-fold.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"

G_BEGIN_DECLS

/* What the files of the check claim-form share; for nobody else. */

/* One claim and its folded text, in which all searching is done. */
typedef struct
{
  CsExamContext *context;
  const CsClaim *claim;
  const CsFolded *folded;
  gboolean chinese;
} CsClaimForm;

/* Reports bytes [start, end) of the folded text. */
CsReport *cs_claim_form_report (const CsClaimForm *form,
                                const char *rule,
                                CsCertainty certainty,
                                gsize start,
                                gsize end);

/* First of @words from @at on; its length in @length. Returns the end of the text when there is
 * none. */
gsize cs_claim_form_find (const CsClaimForm *form,
                          gsize at,
                          const char *const *words,
                          gsize *length);

/* Whether one of @words stands in @text. */
gboolean cs_claim_form_contains (const char *text,
                                 gsize n_bytes,
                                 const char *const *words);

/* What of the drawings and the description a claim relies on: "如图2所示", pictures, "as described
 * herein". */
void cs_claim_form_check_figures (const CsClaimForm *form);

G_END_DECLS
