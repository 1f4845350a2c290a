#pragma once

#include <gtk/gtk.h>

#include "../../family/cs-legal-code.h"
#include "../../service/library/cs-family-view.h"

G_BEGIN_DECLS

/* What the window calls legal states, events and families, and by which shapes it shows them. */

/** cs_legal_state_show: @image: where. Shows the shape of @state in its colour; the word stands
 * beside it */
void cs_legal_state_show (GtkImage *image,
                          CsLegalState state);

/** cs_legal_effect_get_label: Returns: (transfer none): what an event does: "granted", ...; "" for
 * what changes nothing */
const char *cs_legal_effect_get_label (CsLegalEffect effect);

/** cs_family_dup_rule: Returns: (transfer full): by which definition, and whether it was given or
 * computed here: "DOCDB simple family, as given" */
char *cs_family_dup_rule (CsFamilyRule rule,
                          const char *source);

/** cs_family_choice_dup_label: Returns: (transfer full): the same of a choice, with its size */
char *cs_family_choice_dup_label (const CsFamilyChoice *choice);

G_END_DECLS
