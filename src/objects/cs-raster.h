#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CsRasterFormat: what a picture file is, by its first bytes. */
typedef enum
{
  CS_RASTER_UNKNOWN,
  CS_RASTER_JPEG,
  CS_RASTER_TIFF,
  CS_RASTER_PNG,
  CS_RASTER_GIF,
  CS_RASTER_BMP,
  CS_RASTER_WMF,
  CS_RASTER_EMF
} CsRasterFormat;

/**
 * CsRasterInfo:
 * @format: what it is
 * @width_px: 0 when its head does not tell
 * @height_px: likewise
 * @dpi: printed resolution across, 0 when not told
 * @is_grey: no colours, as far as the head tells
 *
 * What the head of a picture says, before anything is unpacked.
 */
typedef struct
{
  CsRasterFormat format;
  guint width_px;
  guint height_px;
  double dpi;
  gboolean is_grey;
} CsRasterInfo;

/**
 * cs_raster_probe:
 * @bytes: (array length=n_bytes): a picture file
 * @n_bytes: its length
 * @info: (out caller-allocates): what its head says
 *
 * Reads the head of a picture and nothing else, so that a picture of a billion points costs
 * nothing. Thread: any.
 *
 * Returns: whether it is a picture of a known kind, and its head is whole
 */
gboolean cs_raster_probe (const char *bytes,
                          gsize n_bytes,
                          CsRasterInfo *info);

/** cs_raster_format_get_extension: Returns: "jpg", "tif", "png", ... or "bin" */
const char *cs_raster_format_get_extension (CsRasterFormat format);

/**
 * cs_raster_convert:
 * @bytes: (array length=n_bytes): a picture of any kind
 * @n_bytes: its length
 * @format: JPEG, TIFF or PNG
 * @dpi: resolution to write into it, in dots per inch
 * @max_px: neither side is longer afterwards; 0 for no limit
 * @error: %CS_ERROR_UNSUPPORTED for kinds nobody can draw (EMF), %CS_ERROR_LIMIT above
 *   %CS_MAX_IMAGE_PIXELS, %CS_ERROR_SYNTAX for a broken picture
 *
 * Decodes a picture and writes it anew, on white where it was transparent. Thread: any.
 *
 * Returns: (transfer full): the new file, or %NULL
 */
GBytes *cs_raster_convert (const char *bytes,
                           gsize n_bytes,
                           CsRasterFormat format,
                           double dpi,
                           guint max_px,
                           GError **error);

G_END_DECLS
