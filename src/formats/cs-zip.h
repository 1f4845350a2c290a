#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsZipFunc:
 * @data: as given to cs_zip_read()
 * @name: path of the entry, UTF-8, without `..` and the like
 * @bytes: its content
 * @error: why not to go on
 *
 * Returns: whether to go on
 */
typedef gboolean (*CsZipFunc) (gpointer data,
                               const char *name,
                               GBytes *bytes,
                               GError **error);

/**
 * cs_zip_read:
 * @bytes: (array length=n_bytes): a ZIP
 * @n_bytes: its length
 * @unpacked: (inout): bytes unpacked so far, with those of ZIPs read before
 * @func: called for every file in it, folders left out
 * @data: for @func
 * @error: %CS_ERROR_SYNTAX for what is no ZIP or a broken one, %CS_ERROR_UNSUPPORTED for an
 * encrypted one, %CS_ERROR_HOSTILE for paths that lead out, links, and ZIP bombs, %CS_ERROR_LIMIT
 *
 * Reads every file of a ZIP in memory. Nothing is ever written to disk. Thread: any.
 *
 * Returns: whether all of it was read
 */
gboolean cs_zip_read (const char *bytes,
                      gsize n_bytes,
                      guint64 *unpacked,
                      CsZipFunc func,
                      gpointer data,
                      GError **error);

/** cs_zip_has: Returns: whether a ZIP has an entry called @name, as far as that can be told without
 * unpacking it. Thread: any */
gboolean cs_zip_has (const char *bytes,
                     gsize n_bytes,
                     const char *name);

G_END_DECLS
