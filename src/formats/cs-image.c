#include <string.h>

#include "../base/cs-limits.h"
#include "cs-image.h"

struct _CsImagesBeside
{
  char *folder;
  GHashTable *found; /* name -> CsImage, or NULL for what is not there */
};

typedef struct
{
  const char *start;
  gsize n_bytes;
  const char *format;
} Magic;

static const Magic magics[] = {
  { "\xff\xd8\xff", 3, "jpg" },
  { "II*\0", 4, "tif" },
  { "MM\0*", 4, "tif" },
  { "\x89PNG", 4, "png" },
  { "GIF8", 4, "gif" },
  { "BM", 2, "bmp" },
};

const char *
cs_image_guess_format (const char *bytes, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n_bytes >= magics[i].n_bytes && memcmp (bytes, magics[i].start, magics[i].n_bytes) == 0)
      return magics[i].format;

  return NULL;
}

CsImage *
cs_image_new (const char *bytes, gsize n_bytes)
{
  CsImage *image = g_new0 (CsImage, 1);

  image->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, n_bytes);
  image->format = cs_image_guess_format (bytes, n_bytes);
  if (!cs_raster_probe (bytes, n_bytes, &image->raster))
    image->raster = (CsRasterInfo){ .is_grey = TRUE };

  return image;
}

void
cs_image_describe (const CsImage *image, CsFigure *figure)
{
  figure->width_px = image->raster.width_px;
  figure->height_px = image->raster.height_px;
  figure->dpi = image->raster.dpi;
  figure->coloured = !image->raster.is_grey;
}

void
cs_image_free (CsImage *image)
{
  g_free (image->sha256);
  g_free (image);
}

static void
image_free_or_none (gpointer image)
{
  if (image != NULL)
    cs_image_free (image);
}

CsImagesBeside *
cs_images_beside_new (const char *path)
{
  CsImagesBeside *images = g_new0 (CsImagesBeside, 1);

  images->folder = g_path_get_dirname (path);
  images->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, image_free_or_none);

  return images;
}

void
cs_images_beside_free (CsImagesBeside *images)
{
  g_hash_table_unref (images->found);
  g_free (images->folder);
  g_free (images);
}

gboolean
cs_image_is_base_name (const char *name)
{
  return *name != '\0' && strpbrk (name, "/\\") == NULL && strcmp (name, ".") != 0 &&
         strcmp (name, "..") != 0;
}

/* A link may lead anywhere, so it is none of the pictures beside. */
static GMappedFile *
map_image (const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GMappedFile) mapped = NULL;

  if (!cs_image_is_base_name (name) || !g_file_test (file, G_FILE_TEST_IS_REGULAR) ||
      g_file_test (file, G_FILE_TEST_IS_SYMLINK))
    return NULL;

  mapped = g_mapped_file_new (file, FALSE, NULL);
  if (mapped == NULL || g_mapped_file_get_length (mapped) > CS_MAX_ZIP_ENTRY_BYTES)
    return NULL;

  return g_steal_pointer (&mapped);
}

static CsImage *
load_image (const char *folder, const char *name)
{
  g_autoptr (GMappedFile) mapped = map_image (folder, name);

  if (mapped == NULL)
    return NULL;

  return cs_image_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
}

/* Copied: the file may change or go while the picture is used. */
GBytes *
cs_images_beside_load (gpointer data, const char *name)
{
  const CsImagesBeside *images = data;
  g_autoptr (GMappedFile) mapped = map_image (images->folder, name);

  if (mapped == NULL)
    return NULL;

  return g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
}

const CsImage *
cs_images_beside_find (gpointer data, const char *name)
{
  CsImagesBeside *images = data;
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (images->found, name, NULL, &found))
    {
      found = load_image (images->folder, name);
      g_hash_table_insert (images->found, g_strdup (name), found);
    }

  return found;
}
