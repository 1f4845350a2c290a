#pragma once

#include "cs-draft.h"

G_BEGIN_DECLS

/* The readings of the units of a part, and what the claims as a whole were found to say: shared by
 * all drafts that have the part as it is. For the analyses of this folder alone. */

/** cs_readings_unref: Thread: any. */
void cs_readings_unref (CsReadings *readings);

/** CsKept: what is kept of the claims: analyses that know no draft and no description */
typedef enum
{
  CS_KEPT_CLAIMS,
  CS_KEPT_FEATURES,
  CS_KEPT_FEATURE_WORDS,
  CS_KEPT_TERMS,
  CS_N_KEPT
} CsKept;

/** cs_draft_dup_kept: Returns: (transfer full) (nullable): what was last kept of the claims of
 *  @draft in its language. Thread: any. */
gpointer cs_draft_dup_kept (const CsDraft *draft,
                            CsKept what);

/**
 * cs_draft_keep:
 * @draft: a draft
 * @what: what is kept
 * @value: (transfer full): made by g_atomic_rc_box_new0(); not changed any more, and without a
 *   reference to a draft, which would never be freed
 * @unref: releases it
 *
 * Keeps @value with the claims, in the place of another. Thread: any.
 */
void cs_draft_keep (const CsDraft *draft,
                    CsKept what,
                    gpointer value,
                    GDestroyNotify unref);

/** cs_draft_forget_readings: for tests: as if nothing of @draft, which nobody else has, had been
 *  read */
void cs_draft_forget_readings (CsDraft *draft);

G_END_DECLS
