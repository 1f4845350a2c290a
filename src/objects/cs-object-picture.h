#pragma once

#include "../base/cs-text.h"
#include "cs-raster.h"

G_BEGIN_DECLS

/**
 * cs_object_dup_picture:
 * @object: an inline object
 * @preview: (nullable): the file of its preview
 * @format: JPEG, TIFF or PNG
 * @dpi: dots per inch
 * @error: %CS_ERROR_UNSUPPORTED when it has neither a preview that can be drawn nor a source that
 *   can be read; %CS_ERROR_LIMIT
 *
 * An object as a picture: its preview, else its formula or table drawn. Thread: any.
 *
 * Returns: (transfer full): a picture file, or %NULL
 */
GBytes *cs_object_dup_picture (const CsInlineObject *object,
                               GBytes *preview,
                               CsRasterFormat format,
                               double dpi,
                               GError **error);

/** cs_object_dup_text: Returns: (transfer full) (nullable): @object as plain text, a formula in one
 * line, a table with tabs, a footnote's words; %NULL when that cannot be told */
char *cs_object_dup_text (const CsInlineObject *object);

G_END_DECLS
