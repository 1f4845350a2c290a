#pragma once

#include <gio/gio.h>

#include "../draft/cs-draft.h"
#include "../objects/cs-raster.h"

G_BEGIN_DECLS

/**
 * CsImage:
 * @sha256: of its bytes, hexadecimal
 * @format: (nullable): "jpg", "tif", "png", "gif" or "bmp" by its first bytes; %NULL for others
 * @raster: what its head says
 *
 * What a draft keeps of a picture. For nobody else than src/formats.
 */
typedef struct
{
  char *sha256;
  const char *format;
  CsRasterInfo raster;
} CsImage;

/**
 * cs_image_new:
 * @bytes: (array length=n_bytes): the picture's file
 * @n_bytes: its length
 *
 * Thread: any.
 *
 * Returns: (transfer full): the picture's identity
 */
CsImage *cs_image_new (const char *bytes,
                       gsize n_bytes);

/** cs_image_describe: fills in what @image tells of @figure: points, resolution, colour */
void cs_image_describe (const CsImage *image,
                        CsFigure *figure);

/** cs_image_free: frees @image */
void cs_image_free (CsImage *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsImage, cs_image_free)

/** cs_image_guess_format: Returns: (nullable): as #CsImage.format, from the first bytes */
const char *cs_image_guess_format (const char *bytes,
                                   gsize n_bytes);

/**
 * cs_image_is_base_name:
 * @name: what a document calls a picture
 *
 * Returns: whether it is a name and no way out of the folder
 */
gboolean cs_image_is_base_name (const char *name);

/**
 * CsImageFolder:
 * @find: returns: (transfer none) (nullable): the picture of base name @name, %NULL when it is not
 *   there; called for every mention, so it must be quick
 * @load: returns: (transfer full) (nullable): the bytes of that picture
 * @data: for @find and @load
 *
 * Where the pictures of a document are. Without one (standard input) nothing is known of them.
 */
typedef struct _CsImageFolder
{
  const CsImage *(*find) (gpointer data, const char *name);
  GBytes *(*load) (gpointer data, const char *name);
  gpointer data;
} CsImageFolder;

/**
 * CsImagesBeside:
 *
 * The pictures in the folder of a file; each is looked at once, however often it is mentioned.
 */
typedef struct _CsImagesBeside CsImagesBeside;

/** cs_images_beside_new: @path: name of a file. Returns: (transfer full): the pictures beside it */
CsImagesBeside *cs_images_beside_new (const char *path);

/** cs_images_beside_free: frees @images and what was found */
void cs_images_beside_free (CsImagesBeside *images);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsImagesBeside, cs_images_beside_free)

/** cs_images_beside_find: @images: a #CsImagesBeside; for #CsImageFolder.find */
const CsImage *cs_images_beside_find (gpointer images,
                                      const char *name);

/** cs_images_beside_load: @images: a #CsImagesBeside; for #CsImageFolder.load. Reads it anew. */
GBytes *cs_images_beside_load (gpointer images,
                               const char *name);

G_END_DECLS
