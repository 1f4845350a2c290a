#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "../../src/base/cs-error.h"
#include "../../src/objects/cs-raster.h"

/* A head that is written down byte by byte, and what is to be read in it. */
typedef struct
{
  const char *name;
  const char *bytes;
  gsize n_bytes;
  CsRasterInfo info;
} HeadCase;

#define BYTES(text) (text), sizeof (text) - 1

#define START "\xff\xd8"
#define JFIF_300 "\xff\xe0\0\x10JFIF\0\1\1\1\1\x2c\1\x2c\0\0"
#define JFIF_PER_CM "\xff\xe0\0\x10JFIF\0\1\1\2\0\x76\0\x76\0\0"
#define EXIF_72    \
  "\xff\xe1\0\x2a" \
  "Exif\0\0MM\0*\0\0\0\x8\0\1\1\x1a\0\5\0\0\0\1\0\0\0\x1a\0\0\0\0\0\0\0\x48\0\0\0\1"
#define FRAME_GREY "\xff\xc0\0\x0b\x8\0\x10\0\x20\1\1\x11\0"
#define FRAME_COLOUR "\xff\xc2\0\x11\x8\0\x10\0\x20\3\1\x11\0\2\x11\0\3\x11\0"

#define PNG_HEAD(depth, type) \
  "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x20\0\0\0\x10" depth type "\0\0\0CRC!"
#define PNG_300 "\0\0\0\x9pHYs\0\0\x2e\x23\0\0\x2e\x23\1CRC!"
#define PNG_DATA "\0\0\0\0IDATCRC!"

#define TIFF_LITTLE              \
  "II*\0\x8\0\0\0\5\0"           \
  "\0\1\3\0\1\0\0\0\x20\0\0\0"   \
  "\1\1\4\0\1\0\0\0\x10\0\0\0"   \
  "\6\1\3\0\1\0\0\0\0\0\0\0"     \
  "\x1a\1\5\0\1\0\0\0\x4a\0\0\0" \
  "\x28\1\3\0\1\0\0\0\2\0\0\0"   \
  "\0\0\0\0\xc8\0\0\0\1\0\0\0"

#define TIFF_BIG               \
  "MM\0*\0\0\0\x8\0\4"         \
  "\1\0\0\3\0\0\0\1\0\x20\0\0" \
  "\1\1\0\3\0\0\0\1\0\x10\0\0" \
  "\1\6\0\3\0\0\0\1\0\2\0\0"   \
  "\1\x28\0\3\0\0\0\1\0\1\0\0" \
  "\0\0\0\0"

#define BMP_HEAD                                                   \
  "BM\0\0\0\0\0\0\0\0\x36\0\0\0"                                   \
  "\x28\0\0\0\x20\0\0\0\xf0\xff\xff\xff\1\0\x18\0\0\0\0\0\0\0\0\0" \
  "\x23\x2e\0\0\x23\x2e\0\0\0\0\0\0\0\0\0\0"

#define WMF_BARE                             \
  "\1\0\x9\0\0\3\x18\0\0\0\1\0\x7\0\0\0\0\0" \
  "\5\0\0\0\x0c\2\xd0\2\xa0\5"               \
  "\7\0\0\0\x1b\4\xd0\2\xa0\5\0\0\0\0"       \
  "\3\0\0\0\0\0"
#define WMF_HEAD "\xd7\xcd\xc6\x9a\0\0\0\0\0\0\xa0\5\xd0\2\xa0\5\0\0\0\0\0\0" WMF_BARE

#define EMF_HEAD                            \
  "\1\0\0\0\x58\0\0\0"                      \
  "\0\0\0\0\0\0\0\0\xc8\0\0\0\x64\0\0\0"    \
  "\0\0\0\0\0\0\0\0\xd8\x13\0\0\xec\x9\0\0" \
  " EMF\0\0\1\0"                            \
  "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"

static const HeadCase head_cases[] = {
  { "jpeg-grey", BYTES (START JFIF_300 FRAME_GREY), { CS_RASTER_JPEG, 32, 16, 300, TRUE } },
  { "jpeg-cm", BYTES (START JFIF_PER_CM FRAME_COLOUR), { CS_RASTER_JPEG, 32, 16, 299.72 } },
  { "jpeg-exif", BYTES (START EXIF_72 FRAME_COLOUR), { CS_RASTER_JPEG, 32, 16, 72 } },
  { "jpeg-padded", BYTES ("\xff\xd8\xff\xff" FRAME_COLOUR), { CS_RASTER_JPEG, 32, 16 } },
  { "png", BYTES (PNG_HEAD ("\x8", "\2") PNG_300 PNG_DATA), { CS_RASTER_PNG, 32, 16, 299.9994 } },
  { "png-grey", BYTES (PNG_HEAD ("\1", "\0") PNG_DATA), { CS_RASTER_PNG, 32, 16, 0, TRUE } },
  { "tiff-little", BYTES (TIFF_LITTLE), { CS_RASTER_TIFF, 32, 16, 200, TRUE } },
  { "tiff-big", BYTES (TIFF_BIG), { CS_RASTER_TIFF, 32, 16, 0, FALSE } },
  { "gif", BYTES ("GIF89a\x20\0\x10\0\0\0\0"), { CS_RASTER_GIF, 32, 16 } },
  { "bmp", BYTES (BMP_HEAD), { CS_RASTER_BMP, 32, 16, 299.9994 } },
  { "wmf", BYTES (WMF_HEAD), { CS_RASTER_WMF, 1440, 720, 1440 } },
  { "wmf-bare", BYTES (WMF_BARE), { CS_RASTER_WMF, 1440, 720, 1440 } },
  { "emf", BYTES (EMF_HEAD), { CS_RASTER_EMF, 200, 100, 100 } },
};

static void
test_head (gconstpointer data)
{
  const HeadCase *expected = data;
  CsRasterInfo info;

  g_assert_true (cs_raster_probe (expected->bytes, expected->n_bytes, &info));
  g_assert_cmpint (info.format, ==, expected->info.format);
  g_assert_cmpuint (info.width_px, ==, expected->info.width_px);
  g_assert_cmpuint (info.height_px, ==, expected->info.height_px);
  g_assert_cmpfloat_with_epsilon (info.dpi, expected->info.dpi, 0.001);
  g_assert_cmpint (info.is_grey, ==, expected->info.is_grey);
}

/* A head that is cut anywhere is refused, or read as far as it goes, and nothing beyond is touched:
 * each is a copy of its own for the sanitizers to watch. */
static void
test_cut (gconstpointer data)
{
  const HeadCase *expected = data;

  for (gsize n_bytes = 0; n_bytes < expected->n_bytes; n_bytes++)
    {
      g_autofree char *cut = g_memdup2 (expected->bytes, n_bytes);
      CsRasterInfo info = { .width_px = 4711 };

      if (!cs_raster_probe (cut, n_bytes, &info))
        g_assert_cmpuint (info.width_px, ==, 4711);
      if (n_bytes < 10)
        g_assert_cmpuint (info.width_px, ==, 4711);
    }
}

static void
test_no_picture (void)
{
  CsRasterInfo info;

  g_assert_false (cs_raster_probe ("", 0, &info));
  g_assert_false (cs_raster_probe (BYTES ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), &info));
  g_assert_false (cs_raster_probe (BYTES ("\xff\xd8\xff\xda\0\x8\0\0\0\0\0\0"), &info));
  g_assert_false (cs_raster_probe (BYTES ("II*\0\x8\0\0\0\xff\xff"), &info));
  g_assert_false (cs_raster_probe (BYTES ("BM is how a German car maker begins, almost"), &info));
}

static GdkPixbuf *
new_pixbuf (guint32 rgba, int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);

  gdk_pixbuf_fill (pixbuf, rgba);

  return pixbuf;
}

static GBytes *
new_picture (guint32 rgba, int width, int height, const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = new_pixbuf (rgba, width, height);
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  char *bytes;

  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, type, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, n_bytes);
}

static GBytes *
convert (GBytes *picture, CsRasterFormat format, guint max_px, GError **error)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (picture, &n_bytes);

  return cs_raster_convert (bytes, n_bytes, format, 300, max_px, error);
}

static CsRasterInfo
probe (GBytes *picture)
{
  CsRasterInfo info;
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (picture, &n_bytes);

  g_assert_true (cs_raster_probe (bytes, n_bytes, &info));

  return info;
}

static guint
first_point (GBytes *picture)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  const guint8 *pixels;

  g_assert_no_error (error);
  pixels = gdk_pixbuf_read_pixels (pixbuf);

  return pixels[0] << 16 | pixels[1] << 8 | pixels[2];
}

typedef struct
{
  const char *name;
  const char *source;
  CsRasterFormat format;
  guint32 rgba;
  guint expected;
  gboolean is_grey;
} ConvertCase;

static const ConvertCase convert_cases[] = {
  { "png-to-jpeg", "png", CS_RASTER_JPEG, 0x000000ff, 0x000000, FALSE },
  { "clear-to-white-jpeg", "png", CS_RASTER_JPEG, 0x00000000, 0xffffff, FALSE },
  { "png-to-png", "png", CS_RASTER_PNG, 0x336699ff, 0x336699, FALSE },
  { "black-to-tiff", "png", CS_RASTER_TIFF, 0x000000ff, 0x000000, TRUE },
  { "clear-to-white-tiff", "png", CS_RASTER_TIFF, 0x00000000, 0xffffff, TRUE },
  { "grey-to-tiff", "png", CS_RASTER_TIFF, 0x808080ff, 0x808080, TRUE },
  { "colour-to-tiff", "bmp", CS_RASTER_TIFF, 0x336699ff, 0x336699, FALSE },
  { "tiff-to-png", "tiff", CS_RASTER_PNG, 0x336699ff, 0x336699, FALSE },
};

static void
test_convert (gconstpointer data)
{
  const ConvertCase *expected = data;
  g_autoptr (GBytes) source = new_picture (expected->rgba, 50, 30, expected->source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) converted = convert (source, expected->format, 0, &error);
  g_autoptr (GBytes) again = convert (source, expected->format, 0, NULL);
  CsRasterInfo info;

  g_assert_no_error (error);
  info = probe (converted);
  g_assert_cmpint (info.format, ==, expected->format);
  g_assert_cmpuint (info.width_px, ==, 50);
  g_assert_cmpuint (info.height_px, ==, 30);
  g_assert_cmpfloat_with_epsilon (info.dpi, 300, 0.1);
  g_assert_cmpint (info.is_grey, ==, expected->is_grey);
  g_assert_cmphex (first_point (converted), ==, expected->expected);
  g_assert_true (g_bytes_equal (converted, again));
}

static void
test_fit (void)
{
  g_autoptr (GBytes) source = new_picture (0x000000ff, 400, 100, "png");
  g_autoptr (GBytes) smaller = convert (source, CS_RASTER_JPEG, 200, NULL);
  g_autoptr (GBytes) as_it_is = convert (source, CS_RASTER_JPEG, 400, NULL);

  g_assert_cmpuint (probe (smaller).width_px, ==, 200);
  g_assert_cmpuint (probe (smaller).height_px, ==, 50);
  g_assert_cmpuint (probe (as_it_is).width_px, ==, 400);
}

/* The points of each row survive, not only the first: group 4 codes a row by the one above. */
static void
test_bilevel_pattern (void)
{
  g_autoptr (GdkPixbuf) pixbuf = new_pixbuf (0xffffffff, 37, 5);
  g_autoptr (GdkPixbuf) spot = gdk_pixbuf_new_subpixbuf (pixbuf, 9, 2, 3, 2);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GBytes) tiff = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) direct = NULL;
  gsize n_bytes;
  char *bytes;

  gdk_pixbuf_fill (spot, 0x000000ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, "png", NULL, NULL);
  source = g_bytes_new_take (bytes, n_bytes);
  tiff = convert (source, CS_RASTER_TIFF, 0, NULL);
  back = convert (tiff, CS_RASTER_PNG, 0, NULL);
  direct = convert (source, CS_RASTER_PNG, 0, NULL);
  g_assert_true (g_bytes_equal (back, direct));
}

static void
assert_refused (const char *bytes, gsize n_bytes, CsError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) converted = cs_raster_convert (bytes, n_bytes, CS_RASTER_PNG, 300, 0, &error);

  g_assert_error (error, CS_ERROR, (int)code);
  g_assert_null (converted);
}

static void
test_refused (void)
{
  assert_refused (BYTES ("no picture"), CS_ERROR_UNSUPPORTED);
  assert_refused (BYTES (EMF_HEAD), CS_ERROR_UNSUPPORTED);
  assert_refused (BYTES ("\xff\xd8\xff\xd9"), CS_ERROR_SYNTAX);
  assert_refused (BYTES (TIFF_LITTLE), CS_ERROR_SYNTAX);
}

/* Noise, which does not pack, so that half of the file is half of the rows. */
static GBytes *
new_noise (const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 60, 80);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize n_bytes;
  char *bytes;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    pixels[i] = i * i >> 3;
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, type, NULL, NULL);

  return g_bytes_new_take (bytes, n_bytes);
}

static void
test_half (gconstpointer type)
{
  g_autoptr (GBytes) whole = new_noise (type);
  g_autoptr (GBytes) converted = convert (whole, CS_RASTER_PNG, 0, NULL);
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (whole, &n_bytes);

  g_assert_nonnull (converted);
  assert_refused (bytes, n_bytes / 2, CS_ERROR_SYNTAX);
  assert_refused (bytes, n_bytes - n_bytes / 4, CS_ERROR_SYNTAX);
}

/* 60000 by 60000 points in a hundred bytes. */
static void
test_huge (void)
{
  static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
                             "\0\0\xea\x60\0\0\xea\x60\x8\2\0\0\0CRC!"
                             "\0\0\0\0IDATCRC!";

  assert_refused (BYTES (huge), CS_ERROR_LIMIT);
}

static void
test_advice (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_raster_convert (BYTES (EMF_HEAD), CS_RASTER_PNG, 300, 0, &error));
  g_assert_nonnull (strstr (error->message, "\"emf\""));
  g_assert_nonnull (strstr (error->message, "PNG"));
}

/* An inch by half an inch. Where there is no loader, people are told what to do. */
static void
test_metafile (gconstpointer data)
{
  const HeadCase *metafile = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawn = cs_raster_convert (metafile->bytes, metafile->n_bytes, CS_RASTER_PNG,
                                                300, 0, &error);

  if (drawn == NULL)
    {
      g_assert_error (error, CS_ERROR, CS_ERROR_UNSUPPORTED);
      return;
    }
  g_assert_cmpuint (probe (drawn).width_px, ==, 300);
  g_assert_cmpuint (probe (drawn).height_px, ==, 150);
}

static void
test_extension (void)
{
  g_assert_cmpstr (cs_raster_format_get_extension (CS_RASTER_TIFF), ==, "tif");
  g_assert_cmpstr (cs_raster_format_get_extension (CS_RASTER_UNKNOWN), ==, "bin");
  g_assert_cmpstr (cs_raster_format_get_extension ((CsRasterFormat)99), ==, "bin");
}

static void
add_cases (void)
{
  static const char *const types[] = { "png", "jpeg", "tiff", "bmp" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strconcat ("/objects/raster/half/", types[i], NULL);

      g_test_add_data_func (path, types[i], test_half);
    }
  for (guint i = 0; i < G_N_ELEMENTS (head_cases); i++)
    {
      g_autofree char *head = g_strconcat ("/objects/raster/head/", head_cases[i].name, NULL);
      g_autofree char *cut = g_strconcat ("/objects/raster/cut/", head_cases[i].name, NULL);

      g_test_add_data_func (head, &head_cases[i], test_head);
      g_test_add_data_func (cut, &head_cases[i], test_cut);
      if (head_cases[i].info.format == CS_RASTER_WMF)
        {
          g_autofree char *drawn = g_strconcat ("/objects/raster/draw/", head_cases[i].name, NULL);

          g_test_add_data_func (drawn, &head_cases[i], test_metafile);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (convert_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/objects/raster/convert/", convert_cases[i].name, NULL);

      g_test_add_data_func (path, &convert_cases[i], test_convert);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ();
  g_test_add_func ("/objects/raster/no-picture", test_no_picture);
  g_test_add_func ("/objects/raster/fit", test_fit);
  g_test_add_func ("/objects/raster/bilevel-pattern", test_bilevel_pattern);
  g_test_add_func ("/objects/raster/refused", test_refused);
  g_test_add_func ("/objects/raster/huge", test_huge);
  g_test_add_func ("/objects/raster/advice", test_advice);
  g_test_add_func ("/objects/raster/extension", test_extension);

  return g_test_run ();
}
