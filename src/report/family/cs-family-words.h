#pragma once

#include "../../family/cs-family.h"

G_BEGIN_DECLS

/* What files call families and their states, in the user's language. */

/** cs_legal_state_get_word: Returns: (transfer none): "in force", ... */
const char *cs_legal_state_get_word (CsLegalState state);

/** cs_family_status_get_word: Returns: (transfer none): "part in force", ... */
const char *cs_family_status_get_word (CsFamilyStatus status);

/** cs_family_source_get_word: @source: as in #CsRecord. Returns: (transfer none): what people call
 * it: "EPO OPS" */
const char *cs_family_source_get_word (const char *source);

/** cs_family_rule_dup_words: Returns: (transfer full): by which definition @family is one, and
 * whether that was given or computed here: "DOCDB simple family 40799763, as given" */
char *cs_family_rule_dup_words (const CsFamily *family);

/** cs_application_dup_reason_words: Returns: (transfer full): by which event, and by whose word,
 * its state is known: "GRNT Patent granted · 2012-03-06 · DOCDB" */
char *cs_application_dup_reason_words (const CsApplication *application);

G_END_DECLS
