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

G_END_DECLS
