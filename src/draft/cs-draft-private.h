#pragma once

#include "../base/cs-text-splice.h"
#include "cs-draft.h"

G_BEGIN_DECLS

/* What makes drafts, shared by the builder and the editor; for nobody else. */

/* "zh" or "en" by the letters of claims, description, abstract, title, in this order; %NULL when
 * there are none. */
const char *cs_draft_guess_language (const CsDraft *draft);

/* The errors for a part over %CS_MAX_PART_BYTES, and for one with too many units. */
void cs_draft_set_too_large (GError **error,
                             CsPart part);
void cs_draft_set_too_many (GError **error,
                            CsPart part);

/* Makes a draft of @texts as cs_draft_compose() does. @maps, maybe NULL, holds for some parts where
 * the places of the previous text are now: identities go by them before they go by words, and such
 * a part is read afresh even if its text is the same. */
CsDraft *cs_draft_rebuild (CsDraft *previous,
                           CsText *const *texts,
                           const CsRequest *request,
                           CsSpliceMap *const *maps,
                           GError **error);

/* cs_draft_apply_edits(), which with @afresh finds the units of every part anew. */
CsDraft *cs_draft_apply (CsDraft *draft,
                         const GArray *edits,
                         gboolean afresh,
                         GError **error);

/* Identities that no unit has had before. (element-type guint64) */
GArray *cs_unit_ids_new (guint n_units);

/* The identities of @units, which are those of @text, carried over from @part of @previous. @map:
 * see cs_draft_rebuild(). (element-type guint64) */
GArray *cs_unit_ids_carry (const CsDraft *previous,
                           CsPart part,
                           const CsText *text,
                           const GArray *units,
                           const CsSpliceMap *map);

/* Has @copy, made of the same texts, share with @draft the readings of @part, if there are any. */
void cs_draft_share_readings (CsDraft *copy,
                              const CsDraft *draft,
                              CsPart part);

/* Takes over the readings of @part of @previous for the units of @draft that are as they were. */
void cs_draft_carry_readings (CsDraft *draft,
                              const CsDraft *previous,
                              CsPart part);

/* A draft with nothing in it but @path and an empty filing sheet. */
CsDraft *cs_draft_new_blank (const char *path);

/* An empty array of CsReadNote that frees what they hold. */
GArray *cs_read_notes_new (void);

G_END_DECLS
