#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cs_private_file_write:
 * @path: a file; one that is there is replaced in one step
 * @bytes: its content
 * @cancellable: (nullable): to stop it before the file is in its place
 * @error: %CS_ERROR_IO, %G_IO_ERROR_CANCELLED
 *
 * Writes a file that nobody else may read (0600), beside its place first and synced, so that what
 * was there stays whole when anything goes wrong. Thread: any but the main one.
 *
 * Returns: whether it is on the disk
 */
gboolean cs_private_file_write (const char *path,
                                GBytes *bytes,
                                GCancellable *cancellable,
                                GError **error);

/* For what grows piece by piece: a file beside its place, to be filled by its name. */

/** cs_private_file_begin: @path: where it will be. Returns: (transfer full): path of a new empty
 * file (0600) in the same folder, or %NULL with %CS_ERROR_IO */
char *cs_private_file_begin (const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_private_file_end: @temporary: what cs_private_file_begin() gave, filled and closed. Syncs it
 * and puts it in its place. Returns: whether it is there; if not, there is no @temporary any more
 * either */
gboolean cs_private_file_end (const char *temporary,
                              const char *path,
                              GError **error);

/** cs_private_file_give_up: deletes @temporary. @error: (nullable): what it says of the file it now
 * says of @path, which is what the user knows */
void cs_private_file_give_up (const char *temporary,
                              const char *path,
                              GError *error);

G_END_DECLS
