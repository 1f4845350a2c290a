#include <math.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../objects/cs-raster.h"
#include "cs-cnipa-write-private.h"

/* What the office takes: JPG or TIF of 72 to 300 dpi on an A4 page with its margins. Source: the
 * office's Word-to-XML converter V4.3 and its manual, by a study of others. */
#define MIN_DPI 72
#define MAX_DPI 300
#define MAX_WIDTH_MM 170
#define MAX_HEIGHT_MM 255

#define SCREEN_DPI 96 /* of a picture that does not tell its own */
#define MM_PER_INCH 25.4
#define SAME_SIZE 0.02 /* the part by which sizes in whole millimetres may differ */

/* How a picture is to be printed. */
typedef struct
{
  double width_mm;
  double height_mm;
  double dpi;
  gboolean is_fitted; /* smaller than it was meant to be */
} Fit;

static double
wanted_width (const CsCnipaPicture *picture, const CsRasterInfo *info)
{
  double dpi = info->dpi > 0 ? info->dpi : SCREEN_DPI;
  double natural = info->width_px * MM_PER_INCH / dpi;
  double wanted = picture->width_mm;

  if (wanted <= 0)
    wanted = picture->height_mm * info->width_px / info->height_px;
  if (wanted <= 0 || (info->dpi > 0 && fabs (wanted - natural) < natural * SAME_SIZE))
    return natural;

  return wanted;
}

static Fit
fit_picture (const CsCnipaPicture *picture, const CsRasterInfo *info)
{
  double width = wanted_width (picture, info);
  double height = width * info->height_px / info->width_px;
  double scale = MIN (1, MIN (MAX_WIDTH_MM / width, MAX_HEIGHT_MM / height));
  double dpi = info->width_px * MM_PER_INCH / (width * scale);
  Fit fit = { .is_fitted = scale < 1 - SAME_SIZE };

  if (info->format == CS_RASTER_WMF)
    dpi = MAX_DPI; /* drawn as finely as may be */
  if (dpi < MIN_DPI)
    {
      scale *= dpi / MIN_DPI;
      dpi = MIN_DPI;
      fit.is_fitted = TRUE;
    }
  fit.width_mm = width * scale;
  fit.height_mm = height * scale;
  fit.dpi = MIN (dpi, MAX_DPI);

  return fit;
}

/* Whether the file can be taken as it is: nothing gets better by packing it again. */
static gboolean
is_good (const CsRasterInfo *info, const Fit *fit)
{
  double width_mm = info->width_px * MM_PER_INCH / info->dpi;
  double height_mm = info->height_px * MM_PER_INCH / info->dpi;
  double dpi = info->width_px * MM_PER_INCH / fit->width_mm;

  return (info->format == CS_RASTER_JPEG || info->format == CS_RASTER_TIFF) &&
         info->dpi >= MIN_DPI && info->dpi <= MAX_DPI && dpi <= MAX_DPI * (1 + SAME_SIZE) &&
         width_mm <= MAX_WIDTH_MM * (1 + SAME_SIZE) && height_mm <= MAX_HEIGHT_MM * (1 + SAME_SIZE);
}

static GBytes *
load_file (CsCnipaBook *book, const char *name)
{
  const CsWriteJob *job = book->package->job;

  if (name == NULL || job->load_image == NULL)
    return NULL;

  return job->load_image (name, job->image_data);
}

static gboolean
probe (GBytes *bytes, CsRasterInfo *info)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return cs_raster_probe (data, n_bytes, info);
}

static const char *
name_of (const CsCnipaPicture *picture)
{
  return picture->file == NULL ? "" : picture->file;
}

/* Notes why @picture is not in the package, and keeps the first reason: what is not whole is not
 * written. */
static void
give_up (CsCnipaBook *book, const CsCnipaPicture *picture, const char *code, GError *reason)
{
  CsCnipaPackage *package = book->package;

  cs_write_notes_add (package->notes, CS_WRITE_REFUSED, code, name_of (picture), &picture->span);
  if (package->trouble == NULL)
    {
      package->trouble = reason;
      g_prefix_error (&package->trouble, "\"%s\": ", name_of (picture));
    }
  else
    g_error_free (reason);
}

static void
give_up_missing (CsCnipaBook *book, const CsCnipaPicture *picture)
{
  GError *reason = NULL;

  cs_error_set (&reason, CS_ERROR_IO, 0, _ ("the picture is not there"));
  give_up (book, picture, "picture-missing", reason);
}

/* The picture as the office takes it. */
static GBytes *
convert (CsCnipaBook *book, const CsCnipaPicture *picture, GBytes *bytes, GError **error)
{
  CsRasterInfo info = { 0 };
  CsRasterFormat format = CS_RASTER_JPEG;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  Fit fit = { .dpi = MAX_DPI };
  guint max_px = 0;

  if (cs_raster_probe (data, n_bytes, &info) && info.width_px > 0 && info.height_px > 0)
    {
      fit = fit_picture (picture, &info);
      max_px = round (MAX (fit.width_mm, fit.height_mm) * fit.dpi / MM_PER_INCH);
      if (is_good (&info, &fit))
        return g_bytes_ref (bytes);
    }
  if (info.format == CS_RASTER_TIFF)
    format = CS_RASTER_TIFF; /* mostly a scan in black and white, which JPEG would smear */
  if (fit.is_fitted)
    cs_write_notes_add (book->package->notes, CS_WRITE_CHANGED, "picture-fitted",
                        name_of (picture), &picture->span);
  else
    cs_write_notes_add (book->package->notes, CS_WRITE_CHANGED, "picture-converted",
                        name_of (picture), &picture->span);

  return cs_raster_convert (data, n_bytes, format, round (fit.dpi), max_px, error);
}

/* The attributes as in real packages, those of a scan (top, left) left out. Sizes are whole
 * millimetres, as there. */
static void
append_img (CsCnipaBook *book, const CsRasterInfo *info, const char *file)
{
  double width = info->width_px * MM_PER_INCH / info->dpi;
  double height = info->height_px * MM_PER_INCH / info->dpi;

  g_string_append_printf (book->xml,
                          "<img id=\"%s%04u\" file=\"%s\" wi=\"%.0f\" he=\"%.0f\" "
                          "img-content=\"drawing\" img-format=\"%s\" orientation=\"portrait\" "
                          "inline=\"no\"/>",
                          book->image_id, book->n_images, file, MAX (1, width), MAX (1, height),
                          cs_raster_format_get_extension (info->format));
}

static void
put (CsCnipaBook *book, GBytes *bytes)
{
  CsCnipaPackage *package = book->package;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  CsRasterInfo info = { 0 };
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  probe (bytes, &info);
  book->n_images++;
  file = g_strdup_printf ("%s_%u.%s", book->code, book->n_images,
                          cs_raster_format_get_extension (info.format));
  path = g_strdup_printf ("%s/%s", book->code, file);
  append_img (book, &info, file);
  if (package->zip != NULL)
    cs_zip_writer_add (package->zip, path, data, n_bytes, FALSE);
}

static void
tell_progress (CsCnipaPackage *package)
{
  const CsWriteJob *job = package->job;

  package->n_done++;
  if (job->progress != NULL)
    job->progress ((double)package->n_done / MAX (package->n_pictures, package->n_done),
                   job->progress_data);
}

void
cs_cnipa_book_add_picture (CsCnipaBook *book, const CsCnipaPicture *picture)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) converted = NULL;
  GError *trouble = NULL;

  if (g_cancellable_is_cancelled (book->package->job->cancellable))
    return;

  bytes = load_file (book, picture->file);
  if (bytes != NULL)
    converted = convert (book, picture, bytes, &trouble);
  if (converted != NULL)
    put (book, converted);
  else if (bytes == NULL)
    give_up_missing (book, picture);
  else
    give_up (book, picture, "picture-unreadable", trouble);
  tell_progress (book->package);
}
