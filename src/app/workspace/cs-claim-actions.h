#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/* What people do with claims as a whole, as steps of the history of a document. Indexes are those
 * of the draft as it is now, %CS_NO_INDEX where a claim may be missing. Each fails with
 * %CS_ERROR_UNSUPPORTED and words for people when the document cannot be edited, or the claim
 * cannot be where it is wanted. Thread: main. */

/** cs_claim_actions_insert: a new claim after claim @after, depending on @parent; the cursor goes
 * to where one goes on writing. Returns: whether it was done */
gboolean cs_claim_actions_insert (CsDocument *document,
                                  guint after,
                                  guint parent,
                                  GError **error);

/** cs_claim_actions_delete: deletes claim @index. Returns: whether it was done */
gboolean cs_claim_actions_delete (CsDocument *document,
                                  guint index,
                                  GError **error);

/** cs_claim_actions_move: puts claim @index before claim @before; the number of claims for the end.
 * Returns: whether it was done */
gboolean cs_claim_actions_move (CsDocument *document,
                                guint index,
                                guint before,
                                GError **error);

/** cs_claim_actions_step: moves claim @index one place up (@step -1) or down (@step 1). Returns:
 * whether it was done; quietly not at the ends */
gboolean cs_claim_actions_step (CsDocument *document,
                                guint index,
                                int step,
                                GError **error);

/** cs_claim_actions_set_parent: lets claim @index depend on @parent. Returns: whether done */
gboolean cs_claim_actions_set_parent (CsDocument *document,
                                      guint index,
                                      guint parent,
                                      GError **error);

/** cs_claim_actions_indent: as cs_claim_edit_indent(). Returns: whether it was done */
gboolean cs_claim_actions_indent (CsDocument *document,
                                  guint index,
                                  gboolean outdent,
                                  GError **error);

/** cs_claim_actions_renumber: numbers the claims from 1. Returns: whether it was done */
gboolean cs_claim_actions_renumber (CsDocument *document,
                                    GError **error);

/** cs_claim_actions_get_current: Returns: the claim with the cursor, %CS_NO_INDEX when the cursor
 * is in another part */
guint cs_claim_actions_get_current (CsDocument *document);

G_END_DECLS
