#include "cs-picture.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "cs-pen.h"

#define MIN_WIDTH 120.0
#define MAX_WIDTH 20000.0
#define MARGIN 12.0           /* around a picture in a file */
#define PNG_SCALE 2.0         /* pixels of a PNG for one of ours */
#define MAX_PNG_PIXELS 30000  /* Cairo takes 32767 in a row */
#define POINTS_PER_PIXEL 0.75 /* 96 pixels are an inch, as 72 points */

struct _CsPicture
{
  CsPictureDraw draw;
  gpointer data;
  GDestroyNotify free_data;
};

/* --- style --- */

/* 0xRRGGBB, light and dark, by ink. Those with a meaning are those of the window; they reach a
 * contrast of 4.5:1 on their paper. */
static const guint32 palette[CS_N_PICTURE_INKS][2] = {
  [CS_PICTURE_INK] = { 0x2e2e2e, 0xf2f2f2 },
  [CS_PICTURE_DIM] = { 0x6b6a70, 0x9a9996 },
  [CS_PICTURE_LINE] = { 0xdcdcdc, 0x434343 },
  [CS_PICTURE_PAPER] = { 0xfafafa, 0x242424 },
  [CS_PICTURE_SHADE] = { 0xf2f2f2, 0x2d2d2d },
  [CS_PICTURE_SELECTED] = { 0xe6eefb, 0x2b3a50 },
  [CS_PICTURE_ACCENT] = { 0x1c71d8, 0x99c1f1 },
  [CS_PICTURE_TINT] = { 0xd6e6fa, 0x2a4566 },
  [CS_PICTURE_GOOD] = { 0x1e7f4f, 0x7fe0a6 },
  [CS_PICTURE_BAD] = { 0xc01c28, 0xff8d7e },
  [CS_PICTURE_WARN] = { 0xa86200, 0xf5c44e },
  [CS_PICTURE_DOUBT] = { 0x813d9c, 0xdc8add },
  [CS_PICTURE_SERIES] = { 0x1c71d8, 0x78aeed },
  [CS_PICTURE_SERIES + 1] = { 0x1e7f4f, 0x6fcf97 },
  [CS_PICTURE_SERIES + 2] = { 0xa86200, 0xf5c44e },
  [CS_PICTURE_SERIES + 3] = { 0x813d9c, 0xdc8add },
  [CS_PICTURE_SERIES + 4] = { 0x0f7f80, 0x5bc8c8 },
  [CS_PICTURE_SERIES + 5] = { 0xb5426b, 0xf29bb8 },
  [CS_PICTURE_SERIES + 6] = { 0x6b6a70, 0xb0afac },
  [CS_PICTURE_SERIES + 7] = { 0x4a4fb5, 0xa3a7f5 },
};

void
cs_picture_style_init (CsPictureStyle *style, gboolean is_dark)
{
  *style = (CsPictureStyle){ .font_family = "Sans", .font_size = 13, .language = "en" };
  for (guint i = 0; i < CS_N_PICTURE_INKS; i++)
    {
      guint32 rgb = palette[i][is_dark ? 1 : 0];

      style->colors[i] = (CsPictureColor){ (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                                           (rgb & 0xff) / 255.0, 1 };
    }
}

/* --- picks --- */

static void
pick_free (gpointer data)
{
  CsPick *pick = data;

  g_free (pick->id);
  g_free (pick->text);
  g_free (pick);
}

GPtrArray *
cs_picks_new (void)
{
  return g_ptr_array_new_with_free_func (pick_free);
}

const CsPick *
cs_picks_find (const GPtrArray *picks, double x, double y)
{
  for (guint i = picks->len; i > 0; i--)
    {
      const CsPick *pick = picks->pdata[i - 1];

      if (x >= pick->x && x < pick->x + pick->width && y >= pick->y && y < pick->y + pick->height)
        return pick;
    }
  return NULL;
}

/* How far @pick lies from @from in the direction (@dx, @dy); negative when it does not. What lies
 * aside counts more. */
static double
get_distance (const CsPick *from, const CsPick *pick, int dx, int dy)
{
  double x = pick->x + pick->width / 2 - from->x - from->width / 2;
  double y = pick->y + pick->height / 2 - from->y - from->height / 2;
  double ahead = dx * x + dy * y;
  double aside = fabs (dx != 0 ? y : x);

  return ahead > 1 ? ahead + 2 * aside : -1;
}

const CsPick *
cs_picks_walk (const GPtrArray *picks, const CsPick *from, int dx, int dy)
{
  const CsPick *best = NULL;
  double nearest = G_MAXDOUBLE;

  if (from == NULL)
    return picks->len > 0 ? picks->pdata[0] : NULL;

  for (guint i = 0; i < picks->len; i++)
    {
      const CsPick *pick = picks->pdata[i];
      double distance = get_distance (from, pick, dx, dy);

      if (distance < 0 || distance >= nearest || g_strcmp0 (pick->id, from->id) == 0)
        continue;
      nearest = distance;
      best = pick;
    }
  return best;
}

/* --- pictures --- */

CsPicture *
cs_picture_new (CsPictureDraw draw, gpointer data, GDestroyNotify free_data)
{
  CsPicture *picture = g_atomic_rc_box_new0 (CsPicture);

  picture->draw = draw;
  picture->data = data;
  picture->free_data = free_data;
  return picture;
}

static void
picture_clear (gpointer data)
{
  CsPicture *picture = data;

  picture->free_data (picture->data);
}

CsPicture *
cs_picture_ref (CsPicture *picture)
{
  return g_atomic_rc_box_acquire (picture);
}

void
cs_picture_unref (CsPicture *picture)
{
  g_atomic_rc_box_release_full (picture, picture_clear);
}

void
cs_picture_draw (const CsPicture *picture,
                 const CsPictureStyle *style,
                 cairo_t *cairo,
                 double width,
                 GPtrArray *picks)
{
  CsPen pen;

  cairo_save (cairo);
  cs_pen_begin (&pen, cairo, style, CLAMP (width, MIN_WIDTH, MAX_WIDTH));
  pen.picks = picks;
  picture->draw (picture->data, &pen);
  cs_pen_end (&pen);
  cairo_restore (cairo);
}

void
cs_picture_measure (const CsPicture *picture,
                    const CsPictureStyle *style,
                    double *width,
                    double *height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cairo = cairo_create (surface);
  CsPen pen;

  cs_pen_begin (&pen, cairo, style, CLAMP (*width, MIN_WIDTH, MAX_WIDTH));
  picture->draw (picture->data, &pen);
  *width = pen.width;
  *height = pen.height;
  cs_pen_end (&pen);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* --- files --- */

static cairo_status_t
append_bytes (void *bytes, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (bytes, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

typedef enum
{
  FORMAT_PNG,
  FORMAT_SVG,
  FORMAT_PDF,
  N_FORMATS
} Format;

static gboolean
find_format (const char *path, Format *format)
{
  static const char *const ends[N_FORMATS] = { ".png", ".svg", ".pdf" };
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (*format = 0; *format < N_FORMATS; (*format)++)
    if (g_str_has_suffix (folded, ends[*format]))
      return TRUE;
  return FALSE;
}

static double
scale_of (Format format, double width, double height)
{
  if (format == FORMAT_PNG)
    return MIN (PNG_SCALE, MAX_PNG_PIXELS / MAX (width, height));
  return POINTS_PER_PIXEL;
}

/* @width, @height: in the units of the file. */
static cairo_surface_t *
create_surface (Format format, double width, double height, GByteArray *bytes)
{
  if (format == FORMAT_SVG)
    return cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  if (format == FORMAT_PDF)
    return cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)width, (int)height);
}

static cairo_status_t
paint (const CsPicture *picture, const CsPictureStyle *style, cairo_t *cairo, double width)
{
  const CsPictureColor *paper = &style->colors[CS_PICTURE_PAPER];

  cairo_set_source_rgb (cairo, paper->red, paper->green, paper->blue);
  cairo_paint (cairo);
  cairo_translate (cairo, MARGIN, MARGIN);
  cs_picture_draw (picture, style, cairo, width, NULL);
  return cairo_status (cairo);
}

static cairo_status_t
fill_bytes (const CsPicture *picture,
            const CsPictureStyle *style,
            double width,
            Format format,
            GByteArray *bytes)
{
  cairo_surface_t *surface;
  cairo_t *cairo;
  cairo_status_t status;
  double height;
  double scale;

  cs_picture_measure (picture, style, &width, &height);
  width += 2 * MARGIN;
  height += 2 * MARGIN;
  scale = scale_of (format, width, height);
  surface = create_surface (format, width * scale, height * scale, bytes);
  cairo = cairo_create (surface);
  cairo_scale (cairo, scale, scale);
  status = paint (picture, style, cairo, width - 2 * MARGIN);
  cairo_destroy (cairo);
  if (status == CAIRO_STATUS_SUCCESS && format == FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

GBytes *
cs_picture_dup_file (const CsPicture *picture,
                     const CsPictureStyle *style,
                     double width,
                     const char *path,
                     GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;
  Format format;

  if (!find_format (path, &format))
    {
      g_autofree char *name = g_filename_display_basename (path);

      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("\"%s\": pictures are written as .png, .svg or .pdf"), name);
      return NULL;
    }
  status = fill_bytes (picture, style, width, format, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      cs_error_set (error, CS_ERROR_IO, 0, "%s", cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
