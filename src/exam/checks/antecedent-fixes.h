#pragma once

#include "cs-checks.h"

G_BEGIN_DECLS

/* Ready changes for terms, for the check antecedent-basis and nobody else. */

/* A mention is named by its index among those of the terms, @at. */

/** cs_antecedent_fix_introduce: "introduce": "the spring" becomes "a spring", 所述弹簧 becomes
 *  弹簧, where all that repeat it then rest on it */
void cs_antecedent_fix_introduce (CsExamContext *context,
                                  CsReport *report,
                                  guint at);

/** cs_antecedent_fix_refer: "refer": "a spring" becomes "the spring", and
 *  一个弹簧 becomes 所述弹簧 */
void cs_antecedent_fix_refer (CsExamContext *context,
                              CsReport *report,
                              const CsMention *mention);

/** cs_antecedent_fix_replace: "replace": the name of @term takes the place of the one marked, here
 *  and where it is repeated, when the one is plainly meant for the other */
void cs_antecedent_fix_replace (CsExamContext *context,
                                CsReport *report,
                                guint at,
                                guint term);

/** cs_antecedent_fix_target: "point-to": the claim on which this one should perhaps depend, and a
 *  few more that hold the term, for the same subject, when this one refers to a single claim */
void cs_antecedent_fix_target (CsExamContext *context,
                               CsReport *report,
                               const CsMention *mention);

G_END_DECLS
