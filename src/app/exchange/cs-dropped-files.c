#include "cs-dropped-files.h"

static const struct
{
  const char *suffix;
  CsDroppedKind kind;
} suffixes[] = {
  { ".docx", CS_DROPPED_APPLICATION },
  { ".doc", CS_DROPPED_APPLICATION },
  { ".xml", CS_DROPPED_APPLICATION },
  { ".zip", CS_DROPPED_APPLICATION },
  { ".txt", CS_DROPPED_APPLICATION },
  { ".csmatter", CS_DROPPED_MATTER },
  { ".pdf", CS_DROPPED_ATTACHMENT },
};

CsDroppedKind
cs_dropped_file_guess (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i].suffix))
      return suffixes[i].kind;

  return g_file_test (path, G_FILE_TEST_IS_DIR) ? CS_DROPPED_APPLICATION : CS_DROPPED_OTHER;
}

char **
cs_dropped_files_list (GSList *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (GSList *at = files; at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path != NULL && cs_dropped_file_guess (path) != CS_DROPPED_OTHER)
        g_strv_builder_add (paths, path);
    }

  return g_strv_builder_end (paths);
}

char **
cs_dropped_files_pick (const char *const *paths, CsDroppedKind kind)
{
  g_autoptr (GStrvBuilder) picked = g_strv_builder_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (cs_dropped_file_guess (paths[i]) == kind)
      g_strv_builder_add (picked, paths[i]);

  return g_strv_builder_end (picked);
}
