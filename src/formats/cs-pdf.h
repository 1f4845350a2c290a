#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cs_pdf_read_text:
 * @bytes: a PDF
 * @n_pages: (out) (optional): how many pages it has
 * @cancellable: (nullable): to stop it
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_UNSUPPORTED for one with a password, %CS_ERROR_LIMIT
 *
 * Takes the text of a PDF in the order in which it is read, pages parted by form feeds; a scanned
 * PDF has none, which is no error. Nothing in it is run or followed. Thread: any but the main one;
 * who comes second waits.
 *
 * Returns: (transfer full): the text, maybe empty, or %NULL
 */
char *cs_pdf_read_text (GBytes *bytes,
                        guint *n_pages,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
