#pragma once

#include "../store/cs-draft-store.h"

G_BEGIN_DECLS

/**
 * cs_store_retake:
 * @store: a store
 * @name: own number, name or id of a matter
 * @path: an edited file, or "-"
 * @cancellable: stops the reading
 * @error: #CsError, #CsStoreError, %G_IO_ERROR_CANCELLED
 *
 * Makes the one application in @path the text of the matter, and says so.
 *
 * Returns: whether it is on the disk
 */
gboolean cs_store_retake (CsDraftStore *store,
                          const char *name,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
