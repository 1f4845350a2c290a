#pragma once

/* For nobody else: shared by the files of cs-raster. */

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "cs-raster.h"

G_BEGIN_DECLS

/** cs_raster_guess_format: Returns: what the first bytes say */
CsRasterFormat cs_raster_guess_format (const char *bytes,
                                       gsize n_bytes);

/**
 * cs_raster_encode_tiff:
 * @pixbuf: opaque points
 * @dpi: resolution to write into it
 * @error: %CS_ERROR_IO
 *
 * Black and white as CCITT group 4, as the office's own scans are; all else packed by LZW, with one
 * byte a point when it has no colours.
 *
 * Returns: (transfer full): a TIFF file, or %NULL
 */
GBytes *cs_raster_encode_tiff (const GdkPixbuf *pixbuf,
                               double dpi,
                               GError **error);

G_END_DECLS
