#pragma once

#include "../workspace/cs-document.h"
#include "cs-near-row.h"

G_BEGIN_DECLS

/**
 * CsNearPane:
 *
 * Prior art near a claim, beside the draft: what nothing in the library has, the families that have
 * most, of each feature the best passage; of a family its passages and claims, with the words
 * marked. It searches when it is asked to, not while one writes.
 *
 * Signals: `leave`: shows the findings again. Actions: `near.back`, `near.stop`. The button that
 * opens a family activates `win.open-family` with its id (x).
 */
#define CS_TYPE_NEAR_PANE (cs_near_pane_get_type ())

G_DECLARE_FINAL_TYPE (CsNearPane, cs_near_pane, CS, NEAR_PANE, GtkBox)

/** cs_near_pane_new: Returns: (transfer floating): a pane that asks @library about @document */
GtkWidget *cs_near_pane_new (CsDocument *document,
                             CsLibraryService *library);

/** cs_near_pane_find: looks for what is near claim @claim, an index of cs_document_get_draft() */
void cs_near_pane_find (CsNearPane *pane,
                        guint claim);

/** cs_near_pane_get_claim: Returns: the claim that was looked at last, %CS_NO_INDEX for none */
guint cs_near_pane_get_claim (CsNearPane *pane);

/** cs_near_pane_get_list: Returns: (transfer none): what was found */
CsNearList *cs_near_pane_get_list (CsNearPane *pane);

G_END_DECLS
