#include "cs-raster.h"

const char *
cs_raster_format_get_extension (CsRasterFormat format)
{
  static const char *const extensions[] = {
    "bin",
    "jpg",
    "tif",
    "png",
    "gif",
    "bmp",
    "wmf",
    "emf",
  };

  return format < G_N_ELEMENTS (extensions) ? extensions[format] : extensions[0];
}
