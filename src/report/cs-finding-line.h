#pragma once

#include "../exam/cs-exam.h"

G_BEGIN_DECLS

/* What is said of a finding besides its message, for people to read; for nobody else. */

/* Returns: (transfer full): the clauses of @item with edition and state, "" for none */
char *cs_finding_line_dup_basis (const CsItem *item, const char *language);

/* Returns: (transfer full): "7 → 5", by the printed numbers of the claims */
char *cs_finding_line_dup_path (const GArray *path, const CsExamResult *result);

/* Returns: (transfer full): "accepted, NAME: REASON" */
char *cs_finding_line_dup_decision (const CsDecision *decision, const char *language);

/* Returns: (transfer none): what stands between a label and what it is of */
const char *cs_finding_line_get_colon (const char *language);

G_END_DECLS
