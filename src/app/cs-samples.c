#include "cs-samples.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define SAMPLES "/io/github/claimsmith/samples/"

static const char *const names[] = { "sample-cn.txt", "sample-us.txt" };

static char *
write_one (const char *folder, const char *name, GError **error)
{
  g_autofree char *resource = g_strconcat (SAMPLES, name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return NULL;

  return g_steal_pointer (&path);
}

char **
cs_samples_write (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-XXXXXX", error);
  g_auto (GStrv) files = g_new0 (char *, G_N_ELEMENTS (names) + 1);

  if (folder == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      files[i] = write_one (folder, names[i], error);
      if (files[i] == NULL)
        {
          cs_samples_remove ((const char *const *)files);
          return NULL;
        }
    }

  return g_steal_pointer (&files);
}

void
cs_samples_remove (const char *const *files)
{
  g_autofree char *folder = NULL;

  if (files == NULL || files[0] == NULL)
    return;

  folder = g_path_get_dirname (files[0]);
  for (guint i = 0; files[i] != NULL; i++)
    g_unlink (files[i]);
  g_rmdir (folder);
}
