#pragma once

#include "cs-description.h"

G_BEGIN_DECLS

/**
 * cs_told_find:
 * @draft: a draft
 * @description: its description
 *
 * Where the summary of the invention tells which problem is solved and with what effects:
 * paragraphs with a word of the classes "problem" and "effects" of resources/lexicons/triggers, and
 * those that follow one on effects, which go on to list them. Linear in the length of the summary.
 * Thread: any.
 *
 * Returns: (transfer full) (element-type guint): indexes of paragraphs of the description,
 * ascending
 */
GArray *cs_told_find (const CsDraft *draft,
                      const CsDescription *description) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
