#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/* A draft as JSON, for files in which a matter travels. */

/**
 * cs_draft_dup_json:
 * @draft: a draft
 *
 * All of a draft but its path and index: texts with their runs (bytes from the start of the part)
 * and objects, units (a line each: start of its number, start, end, number, kind), their
 * identities, filing sheet, figures and reading notes. Thread: any.
 *
 * Returns: (transfer full): one JSON object, the same for the same draft
 */
char *cs_draft_dup_json (const CsDraft *draft);

/**
 * cs_draft_new_from_json:
 * @json: as cs_draft_dup_json() gave it; may have been tampered with
 * @path: name of the draft, for people to read
 *
 * Makes the very draft again. Thread: any.
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL when @json breaks any promise of a draft
 */
CsDraft *cs_draft_new_from_json (const char *json,
                                 const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_dup_checksum: Returns: (transfer full): SHA-256 over all of @draft but its path and
 * index, hexadecimal, as the store keeps it; cs_draft_dup_sha256() is over its letters alone */
char *cs_draft_dup_checksum (const CsDraft *draft);

G_END_DECLS
