#include <string.h>

#include <glib/gi18n-lib.h>
#include <tiffio.h>

#include "../base/cs-error.h"
#include "cs-raster-private.h"

/* A file in memory, as libtiff wants it. */
typedef struct
{
  GByteArray *bytes;
  gsize at;
} Memory;

static tmsize_t
read_memory (thandle_t handle, void *buffer, tmsize_t n_bytes)
{
  Memory *memory = handle;
  gsize left = memory->at < memory->bytes->len ? memory->bytes->len - memory->at : 0;
  gsize n = MIN (left, (gsize)n_bytes);

  memcpy (buffer, memory->bytes->data + memory->at, n);
  memory->at += n;

  return n;
}

static tmsize_t
write_memory (thandle_t handle, void *buffer, tmsize_t n_bytes)
{
  Memory *memory = handle;
  guint length = memory->bytes->len;
  guint end = memory->at + n_bytes;

  if (end > length)
    {
      g_byte_array_set_size (memory->bytes, end);
      memset (memory->bytes->data + length, 0, end - length);
    }
  memcpy (memory->bytes->data + memory->at, buffer, n_bytes);
  memory->at = end;

  return n_bytes;
}

static toff_t
seek_memory (thandle_t handle, toff_t offset, int whence)
{
  Memory *memory = handle;

  if (whence == SEEK_CUR)
    offset += memory->at;
  else if (whence == SEEK_END)
    offset += memory->bytes->len;
  memory->at = offset;

  return offset;
}

static toff_t
size_of_memory (thandle_t handle)
{
  const Memory *memory = handle;

  return memory->bytes->len;
}

static int
close_memory (thandle_t handle)
{
  return 0;
}

/* How the points of a picture are kept, the plainest that holds them all. */
typedef enum
{
  POINTS_BILEVEL = 1,
  POINTS_GREY = 8,
  POINTS_COLOUR = 24
} Points;

static Points
judge_points (const GdkPixbuf *pixbuf)
{
  const guint8 *row = gdk_pixbuf_read_pixels (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf);
  Points points = POINTS_BILEVEL;

  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    {
      for (const guint8 *at = row; at < row + (gsize)width * 3; at += 3)
        {
          if (at[0] != at[1] || at[1] != at[2])
            return POINTS_COLOUR;
          if (at[0] != 0 && at[0] != 255)
            points = POINTS_GREY;
        }
      row += gdk_pixbuf_get_rowstride (pixbuf);
    }

  return points;
}

static void
set_fields (TIFF *tiff, const GdkPixbuf *pixbuf, Points points, double dpi)
{
  gboolean is_bilevel = points == POINTS_BILEVEL;

  TIFFSetField (tiff, TIFFTAG_IMAGEWIDTH, (guint32)gdk_pixbuf_get_width (pixbuf));
  TIFFSetField (tiff, TIFFTAG_IMAGELENGTH, (guint32)gdk_pixbuf_get_height (pixbuf));
  TIFFSetField (tiff, TIFFTAG_SAMPLESPERPIXEL, points == POINTS_COLOUR ? 3 : 1);
  TIFFSetField (tiff, TIFFTAG_BITSPERSAMPLE, is_bilevel ? 1 : 8);
  TIFFSetField (tiff, TIFFTAG_PHOTOMETRIC,
                points == POINTS_COLOUR ? PHOTOMETRIC_RGB : is_bilevel ? PHOTOMETRIC_MINISWHITE :
                                                                         PHOTOMETRIC_MINISBLACK);
  TIFFSetField (tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField (tiff, TIFFTAG_COMPRESSION, is_bilevel ? COMPRESSION_CCITTFAX4 : COMPRESSION_LZW);
  TIFFSetField (tiff, TIFFTAG_XRESOLUTION, dpi);
  TIFFSetField (tiff, TIFFTAG_YRESOLUTION, dpi);
  TIFFSetField (tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
  TIFFSetField (tiff, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize (tiff, 0));
}

/* One row as the file keeps it; @packed has room for 3 bytes a point. */
static void
pack_row (const guint8 *row, int width, Points points, guint8 *packed)
{
  if (points == POINTS_COLOUR)
    memcpy (packed, row, (gsize)width * 3);
  else if (points == POINTS_GREY)
    for (int x = 0; x < width; x++)
      packed[x] = row[x * 3];
  else
    {
      memset (packed, 0, ((gsize)width + 7) / 8);
      for (int x = 0; x < width; x++)
        if (row[x * 3] == 0)
          packed[x / 8] |= 0x80 >> x % 8;
    }
}

static gboolean
write_rows (TIFF *tiff, const GdkPixbuf *pixbuf, Points points)
{
  const guint8 *row = gdk_pixbuf_read_pixels (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf);
  g_autofree guint8 *packed = g_malloc ((gsize)width * 3);

  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    {
      pack_row (row, width, points, packed);
      if (TIFFWriteScanline (tiff, packed, y, 0) < 0)
        return FALSE;
      row += gdk_pixbuf_get_rowstride (pixbuf);
    }

  return TIFFWriteDirectory (tiff) == 1;
}

GBytes *
cs_raster_encode_tiff (const GdkPixbuf *pixbuf, double dpi, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Memory memory = { bytes, 0 };
  Points points = judge_points (pixbuf);
  gboolean done;
  TIFF *tiff = TIFFClientOpen ("picture", "wl", &memory, read_memory, write_memory, seek_memory,
                               close_memory, size_of_memory, NULL, NULL);

  if (tiff != NULL)
    set_fields (tiff, pixbuf, points, dpi);
  done = tiff != NULL && write_rows (tiff, pixbuf, points);
  if (tiff != NULL)
    TIFFClose (tiff);
  if (!done)
    {
      cs_error_set (error, CS_ERROR_IO, 0, _ ("the picture cannot be written as TIFF"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
