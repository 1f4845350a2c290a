#include <math.h>
#include <string.h>

#include "cs-raster-private.h"

#define MM_PER_INCH 25.4

/* The head of a picture. What is read beyond its end is 0, so only what decides is checked. */
typedef struct
{
  const guint8 *bytes;
  gsize n_bytes;
  gboolean big_endian;
} Head;

static gboolean
has (const Head *head, gsize at, gsize n_bytes)
{
  return at <= head->n_bytes && n_bytes <= head->n_bytes - at;
}

static guint
get_byte (const Head *head, gsize at)
{
  return has (head, at, 1) ? head->bytes[at] : 0;
}

static guint
get_16 (const Head *head, gsize at)
{
  guint first = get_byte (head, at);
  guint second = get_byte (head, at + 1);

  return head->big_endian ? first << 8 | second : second << 8 | first;
}

static guint32
get_32 (const Head *head, gsize at)
{
  guint32 first = get_16 (head, at);
  guint32 second = get_16 (head, at + 2);

  return head->big_endian ? first << 16 | second : second << 16 | first;
}

static gboolean
has_text (const Head *head, gsize at, const char *text, gsize n_bytes)
{
  return has (head, at, n_bytes) && memcmp (head->bytes + at, text, n_bytes) == 0;
}

/* 0 for what no printer has. */
static double
plausible_dpi (double dpi)
{
  return isfinite (dpi) && dpi >= 1 && dpi <= 100000 ? dpi : 0;
}

/* TIFF 6.0 (Adobe 1992): the first directory, that of the first page. */
typedef struct
{
  guint width;
  guint height;
  guint photometric;
  guint unit; /* 1 none, 2 inch, 3 centimetre */
  double resolution;
} Directory;

enum
{
  TAG_WIDTH = 256,
  TAG_HEIGHT = 257,
  TAG_PHOTOMETRIC = 262,
  TAG_X_RESOLUTION = 282,
  TAG_RESOLUTION_UNIT = 296,

  TYPE_SHORT = 3,
  ENTRY_BYTES = 12,
};

static double
get_rational (const Head *head, gsize at)
{
  guint32 below = get_32 (head, at + 4);

  return below == 0 ? 0 : (double)get_32 (head, at) / below;
}

static void
read_entry (const Head *head, gsize at, Directory *directory)
{
  guint value = get_16 (head, at + 2) == TYPE_SHORT ? get_16 (head, at + 8) : get_32 (head, at + 8);

  switch (get_16 (head, at))
    {
    case TAG_WIDTH:
      directory->width = value;
      break;

    case TAG_HEIGHT:
      directory->height = value;
      break;

    case TAG_PHOTOMETRIC:
      directory->photometric = value;
      break;

    case TAG_X_RESOLUTION:
      directory->resolution = get_rational (head, value);
      break;

    case TAG_RESOLUTION_UNIT:
      directory->unit = value;
      break;

    default:
      break;
    }
}

static gboolean
read_directory (Head *head, Directory *directory)
{
  gsize at;
  guint n_entries;

  *directory = (Directory){ .photometric = G_MAXUINT, .unit = 2 };
  head->big_endian = get_byte (head, 0) == 'M';
  at = get_32 (head, 4);
  n_entries = get_16 (head, at);
  if (!has (head, at, 2 + (gsize)n_entries * ENTRY_BYTES))
    return FALSE;

  for (guint i = 0; i < n_entries; i++)
    read_entry (head, at + 2 + (gsize)i * ENTRY_BYTES, directory);

  return TRUE;
}

static double
directory_dpi (const Directory *directory)
{
  if (directory->unit == 1)
    return 0;

  return plausible_dpi (directory->resolution * (directory->unit == 3 ? MM_PER_INCH / 10 : 1));
}

static gboolean
probe_tiff (Head *head, CsRasterInfo *info)
{
  Directory directory;

  if (!read_directory (head, &directory))
    return FALSE;

  info->width_px = directory.width;
  info->height_px = directory.height;
  info->dpi = directory_dpi (&directory);
  info->is_grey = directory.photometric <= 1; /* black is 0, or white is */

  return directory.width > 0 && directory.height > 0;
}

/* JPEG: ISO/IEC 10918-1, annex B; JFIF: ISO/IEC 10918-5; Exif 2.3. @at: where the length of a
 * segment is, which counts itself. */
static void
read_jfif (const Head *head, gsize at, CsRasterInfo *info)
{
  double per_unit = get_16 (head, at + 10);

  if (get_byte (head, at + 9) == 1)
    info->dpi = plausible_dpi (per_unit);
  else if (get_byte (head, at + 9) == 2)
    info->dpi = plausible_dpi (per_unit * MM_PER_INCH / 10);
}

static void
read_exif (const Head *head, gsize at, gsize n_bytes, CsRasterInfo *info)
{
  Head inner = { head->bytes + at + 6, n_bytes - 6 };
  Directory directory;

  if (read_directory (&inner, &directory))
    info->dpi = directory_dpi (&directory);
}

static gboolean
is_frame (guint marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
read_frame (const Head *head, gsize at, CsRasterInfo *info)
{
  info->height_px = get_16 (head, at + 3);
  info->width_px = get_16 (head, at + 5);
  info->is_grey = get_byte (head, at + 7) == 1;

  return has (head, at, 8) && info->width_px > 0;
}

static void
read_application_segment (const Head *head, gsize at, gsize n_bytes, CsRasterInfo *info)
{
  if (has_text (head, at + 2, "JFIF", 5))
    read_jfif (head, at, info);
  else if (info->dpi <= 0 && n_bytes > 8 && has_text (head, at + 2, "Exif\0", 6))
    read_exif (head, at + 2, n_bytes - 2, info);
}

static gboolean
probe_jpeg (Head *head, CsRasterInfo *info)
{
  gsize at = 2;

  head->big_endian = TRUE;
  while (has (head, at, 4) && get_byte (head, at) == 0xff)
    {
      guint marker = get_byte (head, at + 1);
      guint n_bytes = get_16 (head, at + 2);

      if (marker == 0xff)
        {
          at++; /* padding */
          continue;
        }
      if (is_frame (marker))
        return read_frame (head, at + 2, info);
      if (marker == 0xd9 || marker == 0xda || n_bytes < 2 || !has (head, at + 2, n_bytes))
        return FALSE;
      read_application_segment (head, at + 2, n_bytes, info);
      at += 2 + n_bytes;
    }

  return FALSE;
}

/* PNG: ISO/IEC 15948:2004, 11. */
static double
find_png_dpi (const Head *head)
{
  gsize at = 8;

  while (has (head, at, 12) && !has_text (head, at + 4, "IDAT", 4))
    {
      if (has_text (head, at + 4, "pHYs", 4) && has (head, at + 8, 9) &&
          get_byte (head, at + 16) == 1)
        return plausible_dpi (get_32 (head, at + 8) * MM_PER_INCH / 1000);
      at += 12 + (gsize)get_32 (head, at);
    }

  return 0;
}

static gboolean
probe_png (Head *head, CsRasterInfo *info)
{
  head->big_endian = TRUE;
  if (!has_text (head, 12, "IHDR", 4) || !has (head, 16, 13))
    return FALSE;

  info->width_px = get_32 (head, 16);
  info->height_px = get_32 (head, 20);
  info->is_grey = (get_byte (head, 25) & 2) == 0;
  info->dpi = find_png_dpi (head);

  return info->width_px > 0 && info->height_px > 0;
}

/* GIF89a (CompuServe 1990). @flags: of a screen or a frame. Returns the bytes of its colours. */
static gsize
gif_colours (guint flags)
{
  return flags & 0x80 ? 3 * ((gsize)2 << (flags & 7)) : 0;
}

/* Returns where the sub-blocks from @at end. */
static gsize
skip_sub_blocks (const Head *head, gsize at)
{
  while (get_byte (head, at) > 0)
    at += 1 + get_byte (head, at);

  return at + 1;
}

/* A loader takes fright at a frame without points, so each is looked at. Bytes that begin no block
 * are skipped, as it does. */
static gboolean
has_points_in_all_frames (const Head *head)
{
  gsize at = 13 + gif_colours (get_byte (head, 10));

  while (has (head, at, 1) && get_byte (head, at) != ';')
    {
      if (get_byte (head, at) == '!')
        at = skip_sub_blocks (head, at + 2);
      else if (get_byte (head, at) != ',')
        at++;
      else if (get_16 (head, at + 5) == 0 || get_16 (head, at + 7) == 0)
        return FALSE;
      else
        at = skip_sub_blocks (head, at + 11 + gif_colours (get_byte (head, at + 9)));
    }

  return TRUE;
}

static gboolean
probe_gif (Head *head, CsRasterInfo *info)
{
  info->width_px = get_16 (head, 6);
  info->height_px = get_16 (head, 8);

  return has (head, 0, 13) && info->width_px > 0 && info->height_px > 0 &&
         has_points_in_all_frames (head);
}

static guint
magnitude (gint64 value)
{
  return value < 0 ? -value : value;
}

/* A loader makes room for all that lies before the points: their offset and the number of colours
 * must be true. */
static gboolean
has_whole_bmp_head (const Head *head, guint32 n_bytes)
{
  gsize n_colours = n_bytes == 12 ? 0 : get_32 (head, 46);

  return n_bytes >= 12 && has (head, 14, n_bytes) && has (head, get_32 (head, 10), 0) &&
         has (head, 14 + (gsize)n_bytes, n_colours * 4);
}

static gboolean
probe_bmp (Head *head, CsRasterInfo *info)
{
  guint32 n_bytes = get_32 (head, 14);

  if (n_bytes == 12)
    {
      info->width_px = get_16 (head, 18);
      info->height_px = get_16 (head, 20);
    }
  else
    {
      info->width_px = magnitude ((gint32)get_32 (head, 18));
      info->height_px = magnitude ((gint32)get_32 (head, 22)); /* below 0: from the top down */
      info->dpi = plausible_dpi (get_32 (head, 38) * MM_PER_INCH / 1000);
    }

  return has_whole_bmp_head (head, n_bytes) && info->width_px > 0 && info->height_px > 0;
}

/* [MS-WMF] 2.3. */
enum
{
  WMF_PLACEABLE_BYTES = 22,
  WMF_HEAD_BYTES = 18,
  WMF_PLACEABLE = (int)0x9ac6cdd7,
  META_EOF = 0,
  META_SETWINDOWEXT = 0x020c,
  TWIPS_PER_INCH = 1440,
};

/* A file that does not tell its size has that of its window, which Word counts in twips. */
static void
read_window (const Head *head, gsize record, CsRasterInfo *info)
{
  if (info->width_px > 0 || get_16 (head, record + 4) != META_SETWINDOWEXT)
    return;

  info->height_px = magnitude ((gint16)get_16 (head, record + 6));
  info->width_px = magnitude ((gint16)get_16 (head, record + 8));
  info->dpi = TWIPS_PER_INCH;
}

/* Sizes count words of two bytes. Who draws metafiles trusts the sizes in them, so all records are
 * looked at. @at: where the head is. */
static gboolean
read_records (const Head *head, gsize at, CsRasterInfo *info)
{
  gsize record = at + WMF_HEAD_BYTES;
  gsize max_bytes = (gsize)get_32 (head, at + 12) * 2;

  if (!has (head, at, max_bytes) || get_16 (head, at + 2) != WMF_HEAD_BYTES / 2)
    return FALSE;

  while (has (head, record, 6))
    {
      gsize n_bytes = (gsize)get_32 (head, record) * 2;

      if (get_16 (head, record + 4) == META_EOF)
        return TRUE;
      if (n_bytes < 6 || n_bytes > max_bytes || !has (head, record, n_bytes))
        return FALSE;
      read_window (head, record, info);
      record += n_bytes;
    }

  return FALSE;
}

static gboolean
probe_wmf (Head *head, CsRasterInfo *info)
{
  gboolean is_placeable = (int)get_32 (head, 0) == WMF_PLACEABLE;
  gint left = (gint16)get_16 (head, 6);
  gint top = (gint16)get_16 (head, 8);

  if (is_placeable)
    {
      info->width_px = magnitude ((gint16)get_16 (head, 10) - left);
      info->height_px = magnitude ((gint16)get_16 (head, 12) - top);
      info->dpi = plausible_dpi (get_16 (head, 14));
    }

  return read_records (head, is_placeable ? WMF_PLACEABLE_BYTES : 0, info) && info->dpi > 0 &&
         info->width_px > 0 && info->height_px > 0;
}

/* [MS-EMF] 2.3.4.2: bounds in points of the screen, frame in hundredths of a millimetre. */
static gboolean
probe_emf (Head *head, CsRasterInfo *info)
{
  gint64 right = (gint32)get_32 (head, 16);
  gint64 bottom = (gint32)get_32 (head, 20);
  gint64 frame_right = (gint32)get_32 (head, 32);
  double inches = (frame_right - (gint32)get_32 (head, 24)) / (100 * MM_PER_INCH);

  info->width_px = magnitude (right - (gint32)get_32 (head, 8));
  info->height_px = magnitude (bottom - (gint32)get_32 (head, 12));
  info->dpi = inches > 0 ? plausible_dpi (info->width_px / inches) : 0;

  return has (head, 0, 88);
}

typedef struct
{
  CsRasterFormat format;
  gsize at;
  const char *text;
  gsize n_bytes;
  gboolean (*probe) (Head *head, CsRasterInfo *info);
} Magic;

static const Magic magics[] = {
  { CS_RASTER_JPEG, 0, "\xff\xd8\xff", 3, probe_jpeg },
  { CS_RASTER_TIFF, 0, "II*\0", 4, probe_tiff },
  { CS_RASTER_TIFF, 0, "MM\0*", 4, probe_tiff },
  { CS_RASTER_PNG, 0, "\x89PNG\r\n\x1a\n", 8, probe_png },
  { CS_RASTER_GIF, 0, "GIF87a", 6, probe_gif },
  { CS_RASTER_GIF, 0, "GIF89a", 6, probe_gif },
  { CS_RASTER_WMF, 0, "\xd7\xcd\xc6\x9a", 4, probe_wmf },
  { CS_RASTER_WMF, 0, "\1\0\x9\0\0\3", 6, probe_wmf },
  { CS_RASTER_EMF, 40, " EMF", 4, probe_emf },
  { CS_RASTER_BMP, 0, "BM", 2, probe_bmp },
};

static const Magic *
find_magic (const Head *head)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (has_text (head, magics[i].at, magics[i].text, magics[i].n_bytes))
      return &magics[i];

  return NULL;
}

CsRasterFormat
cs_raster_guess_format (const char *bytes, gsize n_bytes)
{
  Head head = { (const guint8 *)bytes, n_bytes };
  const Magic *magic = find_magic (&head);

  return magic == NULL ? CS_RASTER_UNKNOWN : magic->format;
}

gboolean
cs_raster_probe (const char *bytes, gsize n_bytes, CsRasterInfo *info)
{
  Head head = { (const guint8 *)bytes, n_bytes };
  const Magic *magic = find_magic (&head);
  CsRasterInfo found = { CS_RASTER_UNKNOWN };

  if (magic == NULL)
    return FALSE;

  found.format = magic->format;
  if (!magic->probe (&head, &found))
    return FALSE;

  *info = found;
  return TRUE;
}
