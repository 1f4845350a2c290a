#include "cs-raster.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-raster-private.h"

#define JPEG_QUALITY "92" /* thin lines without a halo */

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

static gboolean
is_too_large (double width, double height)
{
  return width * height > CS_MAX_IMAGE_PIXELS;
}

static void
set_limit_error (GError **error)
{
  cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the picture has more than %d million points"),
                CS_MAX_IMAGE_PIXELS >> 20);
}

/* What the loader must know, and what it found. */
typedef struct
{
  const CsRasterInfo *info;
  double dpi;
  int top; /* of the rows that came */
  int bottom;
  gboolean too_large;
} Load;

/* What is not made of points gets the size it is to be printed in. */
static double
drawn_px (guint units, const Load *load)
{
  return MAX (1, round (units * load->dpi / load->info->dpi));
}

/* The head has been read before, by us; a loader may still see another size in it. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Load *load = data;

  if (load->info->format == CS_RASTER_WMF)
    {
      gdk_pixbuf_loader_set_size (loader, drawn_px (load->info->width_px, load),
                                  drawn_px (load->info->height_px, load));
      return;
    }

  load->too_large = is_too_large (width, height);
  if (load->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* gives up */
}

static void
on_area_updated (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer data)
{
  Load *load = data;

  load->top = MIN (load->top, y);
  load->bottom = MAX (load->bottom, y + height);
}

/* A JPEG that was cut gets grey rows from its loader, and no word of it. Within the points, the two
 * bytes of the end mark cannot be; thumbnails have theirs at the front. */
static gboolean
has_end_mark (const char *bytes, gsize n_bytes)
{
  for (gsize at = n_bytes; at > n_bytes / 2 + 1; at--)
    if (bytes[at - 2] == '\xff' && bytes[at - 1] == '\xd9')
      return TRUE;

  return FALSE;
}

/* Loaders are content with half a file. */
static gboolean
has_all_rows (const Load *load, const GdkPixbuf *pixbuf)
{
  return load->info->format == CS_RASTER_WMF ||
         (load->top == 0 && load->bottom >= gdk_pixbuf_get_height (pixbuf));
}

static const char *
get_loader_name (CsRasterFormat format)
{
  static const char *const names[] = {
    NULL,
    "jpeg",
    "tiff",
    "png",
    "gif",
    "bmp",
    "wmf",
    NULL,
  };

  return names[format];
}

static GdkPixbufLoader *
new_loader (CsRasterFormat format, GError **error)
{
  const char *name = get_loader_name (format);
  GdkPixbufLoader *loader = name == NULL ? NULL : gdk_pixbuf_loader_new_with_type (name, NULL);

  if (loader == NULL && format == CS_RASTER_UNKNOWN)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("is not a picture of a known kind"));
  else if (loader == NULL)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                  _ ("pictures of the kind \"%s\" cannot be drawn here: open the file in Word, "
                     "right-click the picture, save it as PNG and put that in its place"),
                  cs_raster_format_get_extension (format));

  return loader;
}

/* Whether the loader took all of it; it must be closed in any case. */
static gboolean
feed (GdkPixbufLoader *loader, const char *bytes, gsize n_bytes, GError **error)
{
  if (!gdk_pixbuf_loader_write (loader, (const guchar *)bytes, n_bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return FALSE;
    }

  return gdk_pixbuf_loader_close (loader, error);
}

/* Puts before a metafile the head that tells its size ([MS-WMF] 2.3.2.3), if it has none: without
 * it the loader makes up a size. */
static GBytes *
dup_placeable (const char *bytes, gsize n_bytes, const CsRasterInfo *info)
{
  static const guint8 magic[] = { 0xd7, 0xcd, 0xc6, 0x9a };
  guint16 words[11] = { 0 };
  GByteArray *whole = g_byte_array_new ();

  if (memcmp (bytes, magic, sizeof magic) != 0)
    {
      memcpy (words, magic, sizeof magic);
      words[5] = GUINT16_TO_LE (MIN (info->width_px, G_MAXINT16));
      words[6] = GUINT16_TO_LE (MIN (info->height_px, G_MAXINT16));
      words[7] = GUINT16_TO_LE ((guint16)info->dpi);
      for (guint i = 0; i < 10; i++)
        words[10] ^= words[i];
      g_byte_array_append (whole, (const guint8 *)words, sizeof words);
    }
  g_byte_array_append (whole, (const guint8 *)bytes, n_bytes);

  return g_byte_array_free_to_bytes (whole);
}

static GdkPixbuf *
flatten (GdkPixbuf *pixbuf, GError **error)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  int width = gdk_pixbuf_get_width (upright);
  int height = gdk_pixbuf_get_height (upright);
  g_autoptr (GdkPixbuf) flat = NULL;

  if (!gdk_pixbuf_get_has_alpha (upright))
    return g_steal_pointer (&upright);

  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    {
      set_limit_error (error);
      return NULL;
    }
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (upright, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);

  return g_steal_pointer (&flat);
}

/* Runs the loader over the file. Returns: (transfer none): what came of it, when it is whole */
static GdkPixbuf *
load_pixbuf (GdkPixbufLoader *loader, const char *bytes, gsize n_bytes, Load *load, GError **error)
{
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), load);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_area_updated), load);
  if (!feed (loader, bytes, n_bytes, error) || load->too_large)
    return NULL;
  if (load->info->format == CS_RASTER_JPEG && !has_end_mark (bytes, n_bytes))
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL && has_all_rows (load, pixbuf) ? pixbuf : NULL;
}

/* Its points, on white and upright. */
static GdkPixbuf *
decode (const char *bytes,
        gsize n_bytes,
        const CsRasterInfo *info,
        double dpi,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = new_loader (info->format, error);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) trouble = NULL;
  Load load = { info, dpi, .top = G_MAXINT };
  GdkPixbuf *pixbuf = NULL;

  if (loader == NULL)
    return NULL;

  if (info->format == CS_RASTER_WMF)
    {
      load.too_large = is_too_large (drawn_px (info->width_px, &load),
                                     drawn_px (info->height_px, &load));
      whole = dup_placeable (bytes, n_bytes, info);
      bytes = g_bytes_get_data (whole, &n_bytes);
    }
  if (load.too_large)
    gdk_pixbuf_loader_close (loader, NULL);
  else
    pixbuf = load_pixbuf (loader, bytes, n_bytes, &load, &trouble);
  if (load.too_large)
    set_limit_error (error);
  else if (pixbuf == NULL)
    cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("the picture is damaged: %s"),
                  trouble == NULL ? _ ("part of it is missing") : trouble->message);

  return pixbuf == NULL ? NULL : flatten (pixbuf, error);
}

static GdkPixbuf *
fit (GdkPixbuf *pixbuf, guint max_px)
{
  double width = gdk_pixbuf_get_width (pixbuf);
  double height = gdk_pixbuf_get_height (pixbuf);
  double scale = max_px / MAX (width, height);

  if (max_px == 0 || scale >= 1)
    return g_object_ref (pixbuf);

  return gdk_pixbuf_scale_simple (pixbuf, MAX (1, round (width * scale)),
                                  MAX (1, round (height * scale)), GDK_INTERP_BILINEAR);
}

static GBytes *
encode (GdkPixbuf *pixbuf, CsRasterFormat format, double dpi, GError **error)
{
  gboolean is_jpeg = format == CS_RASTER_JPEG;
  g_autofree char *density = g_strdup_printf ("%.0f", CLAMP (round (dpi), 1, 65535));
  g_autoptr (GError) trouble = NULL;
  gsize n_bytes;
  char *bytes;

  if (format == CS_RASTER_TIFF)
    return cs_raster_encode_tiff (pixbuf, dpi, error);

  /* The list of options ends at the first NULL: only a JPEG has a quality. */
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, is_jpeg ? "jpeg" : "png", &trouble,
                                  "x-dpi", density, "y-dpi", density, is_jpeg ? "quality" : NULL,
                                  JPEG_QUALITY, NULL))
    {
      cs_error_set (error, CS_ERROR_IO, 0, _ ("the picture cannot be written: %s"),
                    trouble->message);
      return NULL;
    }

  return g_bytes_new_take (bytes, n_bytes);
}

GBytes *
cs_raster_convert (const char *bytes,
                   gsize n_bytes,
                   CsRasterFormat format,
                   double dpi,
                   guint max_px,
                   GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) fitted = NULL;
  CsRasterInfo info = { cs_raster_guess_format (bytes, n_bytes) };

  if (info.format != CS_RASTER_UNKNOWN && !cs_raster_probe (bytes, n_bytes, &info))
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("the head of the picture is damaged"));
      return NULL;
    }
  if (info.format != CS_RASTER_WMF && is_too_large (info.width_px, info.height_px))
    {
      set_limit_error (error);
      return NULL;
    }

  pixbuf = decode (bytes, n_bytes, &info, dpi, error);
  if (pixbuf == NULL)
    return NULL;

  fitted = fit (pixbuf, max_px);
  if (fitted == NULL)
    {
      set_limit_error (error);
      return NULL;
    }

  return encode (fitted, format, dpi, error);
}
