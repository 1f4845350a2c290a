#pragma once

#include "cs-exam.h"

G_BEGIN_DECLS

/** cs_answer_match_all: gives the items of @result that ask something the answers that hold, and
 *  what comes of them; findings have their fingerprints */
void cs_answer_match_all (CsExamResult *result);

G_END_DECLS
