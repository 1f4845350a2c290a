#include <string.h>

#include <gio/gio.h>

#include "cs-signs-private.h"

/* The lists sign-words: each word with its classes. */

#define FOLDER "/io/github/claimsmith/lexicons/"

static guint
class_of (const char *name)
{
  static const char *const names[] = { "numbered", "unit", "measure", "clear", "common" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return 1u << i;

  return 0;
}

static void
add_line (GHashTable *words, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", 2);
  g_auto (GStrv) parts = NULL;

  if (text[0] == '#' || g_strv_length (cells) < 2)
    return;

  parts = g_strsplit (cells[1], " | ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = g_strstrip (parts[i]);
      guint classes = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));

      g_hash_table_replace (words, g_strdup (word),
                            GUINT_TO_POINTER (classes | class_of (cells[0])));
    }
}

static GHashTable *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return words;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (words, lines[i]);

  return words;
}

guint
cs_sign_word_find (gboolean chinese, const char *word, gsize n_bytes)
{
  static gsize zh, en;
  gsize *words = chinese ? &zh : &en;
  char key[CS_SIGN_WORD_MAX + 1];

  if (g_once_init_enter (words))
    g_once_init_leave (words, (gsize)load (chinese ? "sign-words.zh.tsv" : "sign-words.en.tsv"));
  if (n_bytes == 0 || n_bytes > CS_SIGN_WORD_MAX)
    return 0;

  memcpy (key, word, n_bytes);
  key[n_bytes] = '\0';

  return GPOINTER_TO_UINT (g_hash_table_lookup ((GHashTable *)*words, key));
}

gboolean
cs_sign_is_common (gboolean chinese, const char *name)
{
  return (cs_sign_word_find (chinese, name, strlen (name)) & CS_SIGN_WORD_COMMON) != 0;
}
