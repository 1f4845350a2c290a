#pragma once

#include "../store/cs-attachment-store.h"

G_BEGIN_DECLS

/**
 * cs_attachment_read:
 * @path: a file of any kind
 * @bytes: (out): what is in it
 * @remark: (out) (nullable): why it has no text although one might be expected: a scan, a password,
 *   damage; translated
 * @cancellable: (nullable): to stop it
 * @error: %CS_ERROR_LIMIT, or as GIO reports
 *
 * Reads a file to be attached with cs_draft_store_attach(), with the text of a PDF or of a plain
 * text. Thread: any but the main one; it may take seconds.
 *
 * Returns: (transfer full): the attachment, or %NULL
 */
CsAttachment *cs_attachment_read (const char *path,
                                  GBytes **bytes,
                                  char **remark,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
