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

/** CsZipEntry: an entry that is being unpacked */
typedef struct _CsZipEntry CsZipEntry;

/**
 * CsZipEntryFunc:
 * @data: as given to cs_zip_walk()
 * @name: path of the entry, UTF-8, without `..` and the like
 * @entry: to be read as far as it is wanted
 * @error: why not to go on
 *
 * Returns: whether to go on
 */
typedef gboolean (*CsZipEntryFunc) (gpointer data,
                                    const char *name,
                                    CsZipEntry *entry,
                                    GError **error);

/**
 * cs_zip_walk:
 * @bytes: (array length=n_bytes): a ZIP
 * @n_bytes: its length
 * @func: called for every file in it, folders left out
 * @data: for @func
 * @error: as of cs_zip_read()
 *
 * As cs_zip_read(), for entries that are not to be held in memory as a whole. Thread: any.
 *
 * Returns: whether all of it was read
 */
gboolean cs_zip_walk (const char *bytes,
                      gsize n_bytes,
                      CsZipEntryFunc func,
                      gpointer data,
                      GError **error);

/**
 * cs_zip_entry_read:
 * @entry: an entry
 * @buffer: (out caller-allocates) (array length=n_bytes): where to
 * @n_bytes: its length
 * @error: %CS_ERROR_SYNTAX for a broken ZIP, %CS_ERROR_HOSTILE for a bomb, %CS_ERROR_LIMIT beyond
 *   %CS_MAX_UNPACKED_BYTES of the whole ZIP
 *
 * Unpacks the next bytes.
 *
 * Returns: how many; less than @n_bytes at the end only, -1 on error
 */
gssize cs_zip_entry_read (CsZipEntry *entry,
                          char *buffer,
                          gsize n_bytes,
                          GError **error);

/** cs_zip_has: Returns: whether a ZIP has an entry called @name, as far as that can be told without
 * unpacking it. Thread: any */
gboolean cs_zip_has (const char *bytes,
                     gsize n_bytes,
                     const char *name);

/* --- one entry, piece by piece --- */

/**
 * CsZipPart:
 *
 * An entry of a ZIP that is unpacked as it is read, in constant memory. Thread: one at a time.
 */
typedef struct _CsZipPart CsZipPart;

/**
 * cs_zip_part_open:
 * @bytes: (array length=n_bytes): a ZIP; must outlive the entry
 * @n_bytes: its length
 * @name: path of the entry, compared whatever the case of the letters and the slashes' direction
 * @error: %CS_ERROR_EMPTY when there is no such entry, else as cs_zip_read()
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the entry, at its first byte
 */
CsZipPart *cs_zip_part_open (const char *bytes,
                             gsize n_bytes,
                             const char *name,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_zip_part_read:
 * @entry: an entry
 * @buffer: (out caller-allocates): where to put what comes next
 * @n_bytes: how much there is room for
 * @error: as cs_zip_read(); the entry may be as long as %CS_MAX_ZIP_STREAM_BYTES
 *
 * Returns: how many bytes there are now, 0 at the end, -1 on error
 */
gssize cs_zip_part_read (CsZipPart *entry,
                         char *buffer,
                         gsize n_bytes,
                         GError **error);

/** cs_zip_part_free: frees @entry */
void cs_zip_part_free (CsZipPart *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsZipPart, cs_zip_part_free)

G_END_DECLS
