#pragma once

#include "cs-checks.h"

G_BEGIN_DECLS

/* Ready changes to references, for the checks claim-reference and multiple-dependency; for nobody
 * else. Each adds a fix to @report where the change is plain, and nothing where it is not. */

/** cs_reference_fix_list: "alternative": "权利要求1和2所述" becomes "1或2", "claims 1-5" becomes
 *  "any one of claims 1-5" */
void cs_reference_fix_list (CsExamContext *context,
                            CsReport *report,
                            const CsClaim *claim,
                            const CsRefGroup *group);

/** cs_reference_fix_spelling: "respell": 权力要求 becomes 权利要求 */
void cs_reference_fix_spelling (CsReport *report,
                                const CsClaim *claim,
                                const CsRefGroup *group);

/** cs_reference_fix_target: "point-to-previous" and "point-to-independent": the claim before, and
 *  the claim it rests on in the end, where they are for the same subject */
void cs_reference_fix_target (CsExamContext *context,
                              CsReport *report,
                              const CsClaim *claim,
                              const CsClaimRef *ref);

G_END_DECLS
