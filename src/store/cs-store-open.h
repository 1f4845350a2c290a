#pragma once

#include "cs-store-sql.h"

G_BEGIN_DECLS

/* Connections to files of stores; for nobody else. */

#define CS_STORE_FILE "drafts.db"
#define CS_STORE_BACKUPS "backups"

/* Returns: (transfer full): a connection to @path with our settings; nothing is read yet */
CsDraftStore *cs_store_connect (const char *path,
                                int flags,
                                GError **error);

/* Returns: (transfer full): a connection that writes nothing, not even beside the file */
CsDraftStore *cs_store_connect_read_only (const char *path,
                                          GError **error);

/* Puts into a new store what it is to begin with. */
typedef gboolean (*CsStoreFill) (CsDraftStore *store, gpointer data, GError **error);

/* Makes a store in the private file @path, which is there and empty; a single file, without a log.
 * @fill: (nullable) */
gboolean cs_store_make_file (const char *path,
                             CsStoreFill fill,
                             gpointer data,
                             GError **error);

/* Marks the finished file @path as one that is written with a log, before anybody else opens it:
 * afterwards those who have it open would have to wait for each other. */
gboolean cs_store_mark_logged (const char *path,
                               GError **error);

/* Makes the store of @folder, where there is none; it comes to its place whole, so that an empty
 * file there is always a damaged store. @fill: (nullable) */
gboolean cs_store_make (const char *folder,
                        CsStoreFill fill,
                        gpointer data,
                        GError **error);

/* Stops what @store does when @cancellable is cancelled; with NULL no longer. */
void cs_store_watch (CsDraftStore *store,
                     GCancellable *cancellable);

/* Keeps a copy of @store in the folder of backups; of those with the same @reason the three newest
 * are kept. */
gboolean cs_store_keep_backup (CsDraftStore *store,
                               const char *reason,
                               GError **error);

G_END_DECLS
