#pragma once

#include "cs-draft-store.h"
#include "cs-store-connect.h"

G_BEGIN_DECLS

/* Files of stores of drafts; for nobody else. */

#define CS_STORE_FILE "drafts.db"
#define CS_STORE_BACKUPS "backups"

/* Puts into a new store what it is to begin with. */
typedef gboolean (*CsStoreFill) (CsDraftStore *store, gpointer data, GError **error);

/* Makes a store in the private file @path, which is there and empty; a single file, without a log.
 * @fill: (nullable) */
gboolean cs_store_make_file (const char *path,
                             CsStoreFill fill,
                             gpointer data,
                             GError **error);

/* Makes the store of @folder, where there is none; it comes to its place whole, so that an empty
 * file there is always a damaged store. @fill: (nullable) */
gboolean cs_store_make (const char *folder,
                        CsStoreFill fill,
                        gpointer data,
                        GError **error);

/* Keeps a copy of @store in the folder of backups; of those with the same @reason the three newest
 * are kept. */
gboolean cs_store_keep_backup (CsDraftStore *store,
                               const char *reason,
                               GError **error);

G_END_DECLS
