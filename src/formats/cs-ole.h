#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_ole_get_advice:
 * @bytes: (array length=n_bytes): a compound file of before 2007 (%CS_CONTENT_OLE)
 * @n_bytes: its length
 *
 * Tells by the streams in it what such a file is, and what to do with it, since none is read: an
 * old Word document, a new one under a password, a workbook. For nobody else than src/formats.
 * Source: [MS-CFB] 2.6. Thread: any.
 *
 * Returns: (transfer none): what is wrong, translated, as an error says it
 */
const char *cs_ole_get_advice (const char *bytes,
                               gsize n_bytes);

/** cs_ole_is_workbook: Returns: whether a compound file is an Excel workbook (.xls). For nobody
 * else than src/formats. Thread: any. */
gboolean cs_ole_is_workbook (const char *bytes,
                             gsize n_bytes);

G_END_DECLS
