#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../objects/cs-object-picture.h"
#include "cs-cnipa-write-private.h"

/* What the office takes: JPG or TIF of 72 to 300 dpi on an A4 page with its margins. Source: the
 * office's Word-to-XML converter V4.3 and its manual, by a study of others. */
#define MIN_DPI 72
#define MAX_DPI 300
#define MAX_WIDTH_MM 170
#define MAX_HEIGHT_MM 255

#define SCREEN_DPI 96 /* of a picture that does not tell its own */
#define MM_PER_INCH 25.4
#define EMU_PER_MM 36000 /* ISO/IEC 29500-1, 20.1.2.1 */
#define SAME_SIZE 0.02   /* the part by which sizes in whole millimetres may differ */

/* How a picture is to be printed. */
typedef struct
{
  double width_mm;
  double height_mm;
  double dpi;
  gboolean is_fitted; /* smaller than it was meant to be */
} Fit;

/* The number behind @key in @payload, 0 when there is none. */
static double
find_number (const char *payload, const char *key, const char **end)
{
  const char *found = payload == NULL ? NULL : strstr (payload, key);

  return found == NULL ? 0 : g_ascii_strtod (found + strlen (key), (char **)end);
}

/* How wide an object is meant to be printed: as offices tell it, or Word. */
static double
object_width (const CsInlineObject *object)
{
  const char *unit = "";
  double millimetres = find_number (object->payload, " wi=\"", &unit);

  if (millimetres <= 0)
    millimetres = find_number (object->payload, "<wp:extent cx=\"", &unit) / EMU_PER_MM;
  if (millimetres <= 0)
    {
      double points = find_number (object->payload, "style=\"width:", &unit);

      millimetres = g_str_has_prefix (unit, "pt") ? points * MM_PER_INCH / 72 : 0;
    }

  return millimetres > 0 && millimetres < 10 * MAX_WIDTH_MM ? millimetres : 0;
}

static double
wanted_width (const CsCnipaPicture *picture, const CsRasterInfo *info)
{
  double dpi = info->dpi > 0 ? info->dpi : SCREEN_DPI;
  double natural = info->width_px * MM_PER_INCH / dpi;
  double wanted = picture->width_mm;

  if (picture->object != NULL && !picture->is_drawn)
    wanted = object_width (picture->object);
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

/* What people may know @picture by. */
static const char *
name_of (const CsCnipaPicture *picture)
{
  static const char *const kinds[CS_N_OBJECT_KINDS] = {
    N_ ("a picture"),
    N_ ("a formula"),
    N_ ("a table"),
    N_ ("a chemical structure"),
    N_ ("an object"),
    N_ ("a footnote"),
  };

  if (picture->file != NULL)
    return picture->file;

  return picture->object == NULL ? picture->label : _ (kinds[picture->object->kind]);
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
tell_of_change (CsCnipaBook *book, const CsCnipaPicture *picture, gboolean is_fitted)
{
  if (is_fitted)
    cs_write_notes_add (book->package->notes, CS_WRITE_CHANGED, "picture-fitted",
                        name_of (picture), &picture->span);
  else if (!picture->is_drawn)
    cs_write_notes_add (book->package->notes, CS_WRITE_CHANGED, "picture-converted",
                        name_of (picture), &picture->span);
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
  tell_of_change (book, picture, fit.is_fitted);

  return cs_raster_convert (data, n_bytes, format, round (fit.dpi), max_px, error);
}

/* What an object is a picture of, drawn: its own preview cannot be taken. */
static GBytes *
draw (CsCnipaBook *book, const CsCnipaPicture *picture, GError **error)
{
  CsCnipaPicture drawn = { .object = picture->object, .is_drawn = TRUE, .span = picture->span };
  g_autoptr (GBytes) png =
      cs_object_dup_picture (picture->object, NULL, CS_RASTER_PNG, MAX_DPI, error);

  return png == NULL ? NULL : convert (book, &drawn, png, error);
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

/* The first reason is the better one: why the file could not be taken. */
static GBytes *
make_picture (CsCnipaBook *book, const CsCnipaPicture *picture, GError **error)
{
  g_autoptr (GBytes) bytes = load_file (book, picture->file);
  g_autoptr (GError) trouble = NULL;
  GBytes *made = NULL;

  if (bytes != NULL)
    made = convert (book, picture, bytes, &trouble);
  else if (picture->file != NULL || picture->object == NULL)
    cs_error_set (&trouble, CS_ERROR_IO, 0, _ ("the picture is not there"));
  if (made == NULL && picture->object != NULL)
    made = draw (book, picture, trouble == NULL ? &trouble : NULL);
  if (made == NULL)
    g_propagate_error (error, g_steal_pointer (&trouble));

  return made;
}

void
cs_cnipa_book_add_picture (CsCnipaBook *book, const CsCnipaPicture *picture)
{
  g_autoptr (GBytes) made = NULL;
  GError *trouble = NULL;

  if (g_cancellable_is_cancelled (book->package->job->cancellable))
    return;

  made = make_picture (book, picture, &trouble);
  if (made != NULL)
    put (book, made);
  else if (g_error_matches (trouble, CS_ERROR, CS_ERROR_IO))
    give_up (book, picture, "picture-missing", trouble);
  else if (g_error_matches (trouble, CS_ERROR, CS_ERROR_LIMIT))
    give_up (book, picture, "picture-too-large", trouble);
  else
    give_up (book, picture, "picture-unreadable", trouble);
  tell_progress (book->package);
}
