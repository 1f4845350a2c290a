#pragma once

#include "cs-store-error.h"

G_BEGIN_DECLS

/* Private files and folders, and putting a finished file in its place in one step;
 * for nobody else. */

/* Says what the system said of @path. */
void cs_store_set_errno_error (GError **error,
                               int number,
                               const char *path);

/* Makes @path and the folders above it, 0700, whatever the umask. */
gboolean cs_store_make_folder (const char *path,
                               GError **error);

/* Lets one process at a time do what must be done once in @folder. Returns: for
 * cs_store_unlock_folder() */
int cs_store_lock_folder (const char *folder);

void cs_store_unlock_folder (int lock);

/* Returns: (transfer full): path of a new empty file (0600) beside @path, or NULL */
char *cs_store_make_temporary (const char *path,
                               GError **error);

/* Deletes @path and what SQLite may have left beside it. */
void cs_store_discard (const char *path);

/* Puts the finished file @temporary, synced, in the place of @path; takes a file that is there only
 * with @replace. On failure @temporary is still there. Returns: whether it is on the disk */
gboolean cs_store_place (const char *temporary,
                         const char *path,
                         gboolean replace,
                         GError **error);

/* Returns: (transfer full): a path in @folder that is not taken: PREFIX-DATE[-N]SUFFIX */
char *cs_store_dup_dated_path (const char *folder,
                               const char *prefix,
                               const char *suffix);

/* Whether there is a file at @path with something in it. */
gboolean cs_store_has_bytes (const char *path);

G_END_DECLS
