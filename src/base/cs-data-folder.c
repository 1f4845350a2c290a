#include "cs-data-folder.h"

char *
cs_data_folder_dup (const char *name)
{
  const char *folder = g_getenv ("CLAIMSMITH_DATA_DIR");

  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, name, NULL);

  return g_build_filename (g_get_user_data_dir (), "claimsmith", name, NULL);
}
