#pragma once

#include "cs-exam.h"

G_BEGIN_DECLS

/* Which decision belongs to which finding; for cs-exam.c alone. */

/* Gives the findings of @result, which have their fingerprints, the decisions that belong to them,
 * counts what is waived of each item, and lists what belongs to nothing. */
void cs_decision_match_all (CsExamResult *result);

G_END_DECLS
