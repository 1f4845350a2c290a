/* The heads of pictures, and pictures that are small enough to be decoded. A critical message of
 * the loader counts as a crash. */

#include <stdlib.h>

#include "../../src/objects/cs-raster.h"
#include "fuzz.h"

#define MAX_POINTS (512 * 512) /* large ones take long, and find nothing more */

static GLogWriterOutput
stop_at_critical (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (level & G_LOG_LEVEL_CRITICAL)
    abort ();

  return G_LOG_WRITER_HANDLED;
}

static void
watch_messages (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      g_log_set_writer_func (stop_at_critical, NULL, NULL);
      g_once_init_leave (&done, 1);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  CsRasterFormat format = size % 2 == 0 ? CS_RASTER_JPEG : CS_RASTER_TIFF;
  CsRasterInfo info;
  g_autoptr (GBytes) converted = NULL;

  watch_messages ();
  if (cs_raster_probe ((const char *)data, size, &info) &&
      (guint64)info.width_px * info.height_px <= MAX_POINTS)
    converted = cs_raster_convert ((const char *)data, size, format, 300, 64, NULL);

  return 0;
}
