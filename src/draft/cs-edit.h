#pragma once

#include "cs-draft.h"

G_BEGIN_DECLS

/**
 * CsEdit:
 * @part: title, abstract, claims or description
 * @start: first byte to be replaced, in the text of the part
 * @end: one past the last byte; equal to @start to insert
 * @text: what takes its place
 *
 * A change to a draft as a value. Every change that the program itself makes (a fix, moving a
 * claim, renaming a term) is an array of them: sorted, disjoint, meant for one draft, done as one
 * step.
 */
typedef struct
{
  CsPart part;
  gsize start;
  gsize end;
  CsText *text;
} CsEdit;

/** cs_edits_new: Returns: (transfer full) (element-type CsEdit): no edits yet */
GArray *cs_edits_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** cs_edits_add: adds an edit that puts the plain text @insert in the place of [@start, @end) */
void cs_edits_add (GArray *edits,
                   CsPart part,
                   gsize start,
                   gsize end,
                   const char *insert);

/** cs_edits_add_text: the same with runs and objects; @insert: (transfer none) */
void cs_edits_add_text (GArray *edits,
                        CsPart part,
                        gsize start,
                        gsize end,
                        CsText *insert);

/**
 * cs_edits_normalise:
 * @edits: (element-type CsEdit): edits of @draft in any order
 * @draft: what they are meant for
 *
 * Sorts by part and place and drops edits that change nothing.
 *
 * Returns: whether they can be done: inside their parts, on the bounds of characters, disjoint
 */
gboolean cs_edits_normalise (GArray *edits,
                             const CsDraft *draft);

/**
 * cs_draft_apply_edits:
 * @draft: a draft
 * @edits: (element-type CsEdit): normalised for @draft
 * @error: %CS_ERROR_LIMIT
 *
 * Returns: (transfer full): the draft afterwards, with identities carried over; %NULL when it would
 * break a limit
 */
CsDraft *cs_draft_apply_edits (CsDraft *draft,
                               const GArray *edits,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
