#pragma once

#include "cs-store-sql.h"

G_BEGIN_DECLS

/* Connections to files of stores; for nobody else. */

/* Nothing in a file is trusted, not even in our own: only its rows are wanted. */
void cs_store_distrust (sqlite3 *db);

/* Returns: (transfer full): a connection to @path with our settings; nothing is read yet */
CsDatabase *cs_store_connect (const char *path,
                              int flags,
                              GError **error);

/* Returns: (transfer full): a connection that writes nothing, not even beside the file */
CsDatabase *cs_store_connect_read_only (const char *path,
                                        GError **error);

/* Marks the finished file @path as one that is written with a log, before anybody else opens it:
 * afterwards those who have it open would have to wait for each other. */
gboolean cs_store_mark_logged (const char *path,
                               GError **error);

/* Stops what @store does when @cancellable is cancelled; with NULL no longer. */
void cs_store_watch (CsDatabase *store,
                     GCancellable *cancellable);

G_END_DECLS
