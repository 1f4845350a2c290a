#include "corpus.h"

#include <string.h>

static void
find_in_text (const char *text, const char *name, GPtrArray *found)
{
  g_autofree char *open = g_strconcat ("<", name, NULL);
  g_autofree char *close = g_strconcat ("</", name, ">", NULL);
  const char *at = text;

  while ((at = strstr (at, open)) != NULL)
    {
      const char *end = strstr (at, close);

      if (end == NULL)
        return;
      if (strchr ("> ", at[strlen (open)]) == NULL)
        {
          at += strlen (open);
          continue;
        }
      g_ptr_array_add (found, g_strndup (at, end - at + strlen (close)));
      at = end;
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
find_in_folder (const char *folder, const char *name, GPtrArray *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (entry, ".xml"))
      g_ptr_array_add (files, g_build_filename (folder, entry, NULL));
  g_ptr_array_sort (files, compare_names);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (files->pdata[i], &text, NULL, NULL))
        find_in_text (text, name, found);
    }
}

GPtrArray *
corpus_find (const char *name)
{
  static const char *const folders[] = { "us-xml", "ep-xml" };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  GPtrArray *found;

  if (corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return NULL;
    }

  found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (corpus, folders[i], NULL);

      find_in_folder (folder, name, found);
    }

  return found;
}
