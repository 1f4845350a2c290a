#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsImage:
 * @sha256: of its bytes, hexadecimal
 * @format: (nullable): "jpg", "tif", "png", "gif" or "bmp" by its first bytes; %NULL for others
 *
 * What a draft keeps of a picture.
 */
typedef struct
{
  char *sha256;
  const char *format;
} CsImage;

/**
 * cs_image_new:
 * @bytes: (array length=n_bytes): the picture's file
 * @n_bytes: its length
 *
 * Returns: (transfer full): the picture's identity
 */
CsImage *cs_image_new (const char *bytes,
                       gsize n_bytes);

/** cs_image_free: frees @image */
void cs_image_free (CsImage *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsImage, cs_image_free)

/** cs_image_guess_format: Returns: (nullable): as #CsImage.format, from the first bytes */
const char *cs_image_guess_format (const char *bytes,
                                   gsize n_bytes);

/**
 * CsImageFolder:
 * @find: returns: (transfer full) (nullable): the picture of base name @name, %NULL when it is not
 *   there
 * @data: for @find
 *
 * Where the pictures of a document are. Without one (standard input) nothing is known of them.
 */
typedef struct
{
  CsImage *(*find) (gpointer data, const char *name);
  gpointer data;
} CsImageFolder;

/**
 * cs_image_find_beside:
 * @path: name of a file, as a pointer for #CsImageFolder.find
 * @name: base name of a picture in the same folder
 *
 * Returns: (transfer full) (nullable): the picture, %NULL when it is not there
 */
CsImage *cs_image_find_beside (gpointer path,
                               const char *name);

G_END_DECLS
