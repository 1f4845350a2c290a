#include "cs-user-speller.h"

#include "../base/cs-data-folder.h"

#define FILE_NAME "dictionary.en.txt"
#define MAX_BYTES (16 * 1024 * 1024) /* of the user's words: more is another file */

static char **
load_words (void)
{
  g_autofree char *path = cs_data_folder_dup (FILE_NAME);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize n_bytes;

  if (!g_file_get_contents (path, &text, &n_bytes, NULL) || n_bytes > MAX_BYTES)
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);

  return g_steal_pointer (&lines);
}

CsSpeller *
cs_user_speller_get (void)
{
  static GMutex mutex;
  static gboolean tried;
  static CsSpeller *speller; /* for the life of the process */
  g_auto (GStrv) words = NULL;

  g_mutex_lock (&mutex);
  if (!tried)
    {
      words = load_words ();
      speller = cs_speller_new (NULL, (const char *const *)words);
      tried = TRUE;
    }
  g_mutex_unlock (&mutex);

  return speller;
}
