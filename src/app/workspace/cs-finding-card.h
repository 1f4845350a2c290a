#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsFindingCard:
 *
 * One finding in full: excerpt, why, path, how sure, by which rule, what was decided, and what
 * can be done. Actions have the prefix `finding.`.
 */
#define CS_TYPE_FINDING_CARD (cs_finding_card_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingCard, cs_finding_card, CS, FINDING_CARD, GtkBox)

/** cs_finding_card_new: Returns: (transfer floating): a card of @document that shows nothing */
GtkWidget *cs_finding_card_new (CsDocument *document);

/** cs_finding_card_show: @view: (nullable): kept; @entry: (nullable): of @view. Shows it; what is
 * being typed as a reason stays when it is the same finding */
void cs_finding_card_show (CsFindingCard *card,
                           CsFindingView *view,
                           const CsFindingEntry *entry);

/** cs_finding_card_set_stale: @stale: the text has changed: it can no longer be fixed */
void cs_finding_card_set_stale (CsFindingCard *card,
                                gboolean stale);

/** cs_finding_card_set_author: @author: (nullable): in whose name one decides, shown */
void cs_finding_card_set_author (CsFindingCard *card,
                                 const char *author);

/** cs_finding_card_waive: opens what asks for the reason */
void cs_finding_card_waive (CsFindingCard *card);

G_END_DECLS
