/* The heads of pictures, and pictures that are small enough to be decoded. */

#include "../../src/objects/cs-raster.h"
#include "fuzz.h"

#define MAX_POINTS (512 * 512) /* large ones take long, and find nothing more */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  CsRasterInfo info;
  g_autoptr (GBytes) converted = NULL;

  if (!cs_raster_probe ((const char *)data, size, &info) ||
      (guint64)info.width_px * info.height_px > MAX_POINTS || info.format == CS_RASTER_WMF)
    return 0;

  converted = cs_raster_convert ((const char *)data, size, size % 2 ? CS_RASTER_TIFF : CS_RASTER_JPEG,
                                 300, 64, NULL);

  return 0;
}
