#pragma once

#include "cs-draft.h"

G_BEGIN_DECLS

/* A draft that was kept somewhere and is made again, exactly as it was. What kept it may have been
 * tampered with: nothing is believed. */

/**
 * cs_draft_rebuild_begin:
 * @path: name of the draft, for people to read
 *
 * Returns: (transfer full): an empty draft, whose fields are for who rebuilds it to fill; nobody
 * else may see it before cs_draft_rebuild_end()
 */
CsDraft *cs_draft_rebuild_begin (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_rebuild_end:
 * @draft: (transfer full): filled in; given up when it breaks a promise
 * @error: %CS_ERROR_LIMIT, or %CS_ERROR_SYNTAX when a field is not as #CsDraft promises
 *
 * Compares @draft with all that a #CsDraft promises: units in order and within their part, at the
 * bounds of characters, as many identities as units, spans of notes within their text, names of
 * pictures without folders. Thread: any.
 *
 * Returns: (transfer full): @draft, or %NULL
 */
CsDraft *cs_draft_rebuild_end (CsDraft *draft,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
