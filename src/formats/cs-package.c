#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-content.h"
#include "cs-package.h"
#include "cs-zip.h"

#define MAX_FOLDER_DEPTH 8 /* a package has two levels */

static void
package_file_free (gpointer data)
{
  CsPackageFile *file = data;

  g_free (file->name);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_pointer (&file->image, cs_image_free);
  g_free (file);
}

CsPackage *
cs_package_new (void)
{
  CsPackage *package = g_new0 (CsPackage, 1);

  package->files = g_ptr_array_new_with_free_func (package_file_free);
  package->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return package;
}

void
cs_package_free (CsPackage *package)
{
  g_hash_table_unref (package->images);
  g_ptr_array_unref (package->files);
  g_free (package);
}

gboolean
cs_package_is_book_name (const char *base_name)
{
  static const char *const codes[] = { "100001", "100002", "100003",
                                       "100004", "100005", "110101" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (base_name, codes[i]) && !g_ascii_isdigit (base_name[6]))
      return TRUE;

  return FALSE;
}

static gboolean
has_book_name (const char *name)
{
  for (const char *at = name; at != NULL; at = strchr (at, '/'))
    {
      if (*at == '/')
        at++;
      if (cs_package_is_book_name (at))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  CsPackage *package;
  const char *zip; /* name of the ZIP whose entries are added */
} NestedZip;

/* Adds one file that is not opened further. */
static gboolean
add_plain (CsPackage *package, const char *name, GBytes *bytes, GError **error)
{
  CsPackageFile *file;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  CsContent content = cs_content_guess (data, n_bytes);

  if (package->files->len >= CS_MAX_ZIP_ENTRIES)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the package has more than %d files"),
                    CS_MAX_ZIP_ENTRIES);
      return FALSE;
    }

  file = g_new0 (CsPackageFile, 1);
  file->name = g_strdup (name);
  if (content == CS_CONTENT_XML || content == CS_CONTENT_IMAGE)
    file->bytes = g_bytes_ref (bytes);
  if (content == CS_CONTENT_IMAGE)
    {
      file->image = cs_image_new (data, n_bytes);
      g_hash_table_insert (package->images, g_ascii_strdown (name, -1), file);
    }
  g_ptr_array_add (package->files, file);
  package->is_named = package->is_named || has_book_name (name);

  return TRUE;
}

static gboolean
add_nested (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  NestedZip *nested = data;
  g_autofree char *full = g_strdup_printf ("%s/%s", nested->zip, name);

  return add_plain (nested->package, full, bytes, error);
}

gboolean
cs_package_add (CsPackage *package, const char *name, GBytes *bytes, GError **error)
{
  NestedZip nested = { package, name };
  g_autoptr (GError) trouble = NULL;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (cs_content_guess (data, n_bytes) != CS_CONTENT_ZIP)
    return add_plain (package, name, bytes, error);

  package->is_named = package->is_named || has_book_name (name);
  if (cs_zip_read (data, n_bytes, &package->n_bytes, add_nested, &nested, &trouble))
    return TRUE;
  if (g_error_matches (trouble, CS_ERROR, CS_ERROR_HOSTILE) ||
      g_error_matches (trouble, CS_ERROR, CS_ERROR_LIMIT))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&trouble), "\"%s\": ", name);
      return FALSE;
    }

  return add_plain (package, name, bytes, error);
}

/* A folder on the way through a package. */
typedef struct
{
  CsPackage *package;
  GCancellable *cancellable;
  GFile *folder;
  const char *prefix; /* its path within the package, ending in a slash */
  guint depth;
} Walk;

static gboolean
add_file (const Walk *walk, GFile *file, const char *name, goffset size, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  walk->package->n_bytes += size;
  if (walk->package->n_bytes > CS_MAX_FILE_BYTES)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the package is larger than %d MB"),
                    CS_MAX_FILE_BYTES >> 20);
      return FALSE;
    }

  bytes = g_file_load_bytes (file, walk->cancellable, NULL, error);
  return bytes != NULL && cs_package_add (walk->package, name, bytes, error);
}

static gboolean add_entries (const Walk *walk, GError **error);

static gboolean
add_entry (const Walk *walk, GFileInfo *info, GError **error)
{
  const char *base_name = g_file_info_get_name (info);
  g_autoptr (GFile) file = g_file_get_child (walk->folder, base_name);
  g_autofree char *shown = g_utf8_make_valid (base_name, -1);
  g_autofree char *name = g_strconcat (walk->prefix, shown, NULL);
  g_autofree char *inside = g_strconcat (name, "/", NULL);
  Walk below = { walk->package, walk->cancellable, file, inside, walk->depth + 1 };

  if (*base_name == '.')
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return walk->depth == MAX_FOLDER_DEPTH || add_entries (&below, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return TRUE;

  return add_file (walk, file, name, g_file_info_get_size (info), error);
}

static gboolean
add_entries (const Walk *walk, GError **error)
{
  static const char attributes[] = G_FILE_ATTRIBUTE_STANDARD_NAME
      "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE;
  g_autoptr (GFileEnumerator) entries =
      g_file_enumerate_children (walk->folder, attributes, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                 walk->cancellable, error);
  GFileInfo *info;

  if (entries == NULL)
    return FALSE;

  while (g_file_enumerator_iterate (entries, &info, NULL, walk->cancellable, error))
    {
      if (info == NULL)
        return TRUE;
      if (!add_entry (walk, info, error))
        return FALSE;
    }

  return FALSE;
}

gboolean
cs_package_add_folder (CsPackage *package,
                       const char *path,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  Walk walk = { package, cancellable, folder, "", 0 };

  return add_entries (&walk, error);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const CsPackageFile *const *left = a;
  const CsPackageFile *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

void
cs_package_sort (CsPackage *package)
{
  g_ptr_array_sort (package->files, compare_files);
}

const CsPackageFile *
cs_package_find_image (const CsPackage *package, const char *beside, const char *name)
{
  const char *slash = strrchr (beside, '/');
  g_autofree char *folder = g_strndup (beside, slash == NULL ? 0 : slash + 1 - beside);
  g_autofree char *path = g_strconcat (folder, name, NULL);
  g_autofree char *key = g_ascii_strdown (path, -1);

  return g_hash_table_lookup (package->images, key);
}
