#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsZipWriter:
 *
 * Writes a ZIP in memory: entries in the order they are added, dated 1980-01-01, so that the same
 * content gives the same bytes. Thread: one at a time.
 */
typedef struct _CsZipWriter CsZipWriter;

/** cs_zip_writer_new: Returns: (transfer full): an empty one */
CsZipWriter *cs_zip_writer_new (void);

/** cs_zip_writer_free: drops @writer */
void cs_zip_writer_free (CsZipWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsZipWriter, cs_zip_writer_free)

/**
 * cs_zip_writer_add:
 * @writer: a writer
 * @name: path of the entry, with `/`
 * @data: (array length=n_bytes): its content
 * @n_bytes: its length
 * @stored: not packed, as the `mimetype` of some formats must be; pictures gain nothing by packing
 *
 * An error is kept for cs_zip_writer_end().
 */
void cs_zip_writer_add (CsZipWriter *writer,
                        const char *name,
                        const void *data,
                        gsize n_bytes,
                        gboolean stored);

/** cs_zip_writer_end: @writer: (transfer full). @error: %CS_ERROR_IO, %CS_ERROR_LIMIT. Returns:
 * (transfer full): the ZIP, or %NULL */
GBytes *cs_zip_writer_end (CsZipWriter *writer,
                           GError **error);

G_END_DECLS
