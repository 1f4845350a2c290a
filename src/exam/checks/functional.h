#pragma once

#include "claim-text.h"

G_BEGIN_DECLS

/* The check of functional features in two files, and for nobody else. */

/** cs_functional_check_chinese: reports the functional features of a Chinese claim */
void cs_functional_check_chinese (const CsClaimText *text);

/** cs_functional_report_place: reports [@start, @end) as @rule, once there is a @report as one more
 *  place of it */
void cs_functional_report_place (const CsClaimText *text,
                                 CsReport **report,
                                 const char *rule,
                                 gsize start,
                                 gsize end);

/** cs_functional_report_structure: says that no structure is described for [@start, @end) */
void cs_functional_report_structure (const CsClaimText *text,
                                     gsize start,
                                     gsize end);

G_END_DECLS
