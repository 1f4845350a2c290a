#pragma once

#include <gio/gio.h>

#include "cs-image.h"

G_BEGIN_DECLS

/**
 * CsPackageFile:
 * @name: path within the package, with `/`
 * @bytes: (nullable): its content when it is XML or a picture
 * @image: (nullable): what it is when it is a picture
 *
 * One file of a package; neither XML nor picture when it cannot be read.
 */
typedef struct
{
  char *name;
  GBytes *bytes;
  CsImage *image;
} CsPackageFile;

/**
 * CsPackage:
 * @files: (element-type CsPackageFile): sorted by name once complete
 * @images: name in small letters -> #CsPackageFile of @files that is a picture
 * @is_named: a file or folder in it bears the code of a book, 100001 to 100005 or 110101
 * @n_bytes: of all that was unpacked so far
 *
 * The files of one application, from a folder or a ZIP. For nobody else than
 * src/formats.
 */
typedef struct
{
  GPtrArray *files;
  GHashTable *images;
  gboolean is_named;
  guint64 n_bytes;
} CsPackage;

/** cs_package_new: Returns: (transfer full): an empty package. Thread: one at a time */
CsPackage *cs_package_new (void);

/** cs_package_free: frees @package and its files */
void cs_package_free (CsPackage *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPackage, cs_package_free)

/**
 * cs_package_add:
 * @package: a package
 * @name: (transfer none): path within the package
 * @bytes: (transfer none): content; a ZIP in it is opened, once
 * @error: %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE
 *
 * Adds a file. Something that cannot be read is added as such and is no error; what is hostile is.
 *
 * Returns: whether to go on
 */
gboolean cs_package_add (CsPackage *package,
                         const char *name,
                         GBytes *bytes,
                         GError **error);

/**
 * cs_package_add_folder:
 * @package: a package
 * @path: a folder
 * @cancellable: (nullable): to stop it
 * @error: %CS_ERROR_IO, %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE
 *
 * Adds all files of a folder and of the folders in it. Links and hidden files are left out.
 *
 * Returns: whether it went well
 */
gboolean cs_package_add_folder (CsPackage *package,
                                const char *path,
                                GCancellable *cancellable,
                                GError **error);

/** cs_package_sort: sorts the files by name, which ends the adding */
void cs_package_sort (CsPackage *package);

/**
 * cs_package_find_image:
 * @package: a package
 * @beside: name of a file in it
 * @name: base name of a picture, in any case of letters
 *
 * Returns: (transfer none) (nullable): the picture in the same folder as @beside
 */
const CsPackageFile *cs_package_find_image (const CsPackage *package,
                                            const char *beside,
                                            const char *name);

/** cs_package_is_book_name: Returns: whether @base_name begins with the code of a book */
gboolean cs_package_is_book_name (const char *base_name);

G_END_DECLS
