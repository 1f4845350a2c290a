#include "cs-user-speller.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../base/cs-error.h"
#include "cs-private-file.h"

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

/* --- the user's words --- */

/* A file that cannot be read is not written anew: its words would be lost. */
static gboolean
load_text (const char *path, GString *text, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *content = NULL;
  gsize n_bytes;

  if (g_file_get_contents (path, &content, &n_bytes, &own))
    {
      g_string_append_len (text, content, (gssize)n_bytes);
      if (n_bytes > 0 && content[n_bytes - 1] != '\n')
        g_string_append_c (text, '\n');
      return TRUE;
    }
  if (g_error_matches (own, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;

  cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" cannot be read: %s"), FILE_NAME, own->message);
  return FALSE;
}

static void
learn_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static GMutex mutex; /* one word after the other */
  const char *word = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  g_autofree char *path = cs_data_folder_dup (FILE_NAME);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (load_text (path, text, &error))
    {
      g_string_append_printf (text, "%s\n", word);
      bytes = g_bytes_new (text->str, text->len);
      cs_private_file_write (path, bytes, NULL, &error);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
cs_user_speller_learn (const char *word, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  CsSpeller *speller = cs_user_speller_get ();

  if (speller != NULL)
    cs_speller_learn (speller, word);
  g_task_set_task_data (task, g_strdup (word), g_free);
  g_task_run_in_thread (task, learn_in_thread);
}

gboolean
cs_user_speller_learn_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
