#pragma once

#include "cs-draft.h"

G_BEGIN_DECLS

/* A draft that is being written: its parts are text, and what is a claim or a paragraph follows
 * from the text alone. */

/**
 * cs_draft_compose:
 * @previous: (nullable): the draft as it was; what stands in no text (figures, name, reading notes)
 *   is taken from it, and the identities of its units are carried over
 * @texts: (array fixed-size=CS_N_PARTS) (nullable elements): the parts as they are now
 * @request: (nullable) (transfer none): the filing sheet, %NULL for that of @previous
 * @error: %CS_ERROR_LIMIT
 *
 * Makes a draft of texts: claims by cs_claim_split(), paragraphs by lines; a line is a heading when
 * it reads as one or bears %CS_RUN_HEADING. The texts are kept as they are, byte for byte. Each
 * unit has an identity: a unit with the same words keeps it, wherever it is now; then one whose
 * words differ only in numbers and references; then one between the same neighbours; the rest is
 * new. Unchanged parts cost next to nothing. Thread: any.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CsDraft *cs_draft_compose (CsDraft *previous,
                           CsText *const *texts,
                           const CsRequest *request,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_new_editable:
 * @draft: a draft as a reader gave it
 * @error: %CS_ERROR_LIMIT
 *
 * The same application in the form in which it is written: every claim bears its number in its text
 * ("1. "), what a format marked as a heading bears %CS_RUN_HEADING, a part that was missing is
 * empty. Composing its texts gives the same claims, paragraphs and headings. What cannot be kept
 * (the printed number of a paragraph that stood in no text) belongs to no text of the author's.
 * Thread: any.
 *
 * Returns: (transfer full): the draft, with identities, or %NULL
 */
CsDraft *cs_draft_new_editable (CsDraft *draft,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_new_template:
 * @office: where to
 * @type: what right
 * @language: "zh" or "en"
 *
 * An application to begin with: the headings of the description in the order of the office, one
 * empty claim. Source: Rules (2023) r. 20; 37 CFR 1.77(b); EPC r. 42; PCT r. 5.1. Thread: any.
 *
 * Returns: (transfer full): the draft, with identities
 */
CsDraft *cs_draft_new_template (CsOffice office,
                                CsRightType type,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_find_unit:
 * @draft: a draft with identities
 * @part: one of its parts
 * @id: an identity
 *
 * Returns: index of the unit, %CS_NO_INDEX when it is gone
 */
guint cs_draft_find_unit (const CsDraft *draft,
                          CsPart part,
                          guint64 id);

/**
 * cs_draft_get_unit_id:
 * @draft: a draft
 * @part: one of its parts
 * @index: a unit of it, or %CS_NO_INDEX
 *
 * Returns: its identity, 0 when it has none
 */
guint64 cs_draft_get_unit_id (const CsDraft *draft,
                              CsPart part,
                              guint index);

G_END_DECLS
