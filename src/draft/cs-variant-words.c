#include <string.h>

#include <gio/gio.h>

#include "cs-term-variants-private.h"

/* The lists variant-words: each word with the lines it stands on. */

#define FOLDER "/io/github/claimsmith/lexicons/"
#define APART 0   /* the line of all words that make another thing of whatever they are said */
#define GENERIC 1 /* the line of the words for anything at all */

typedef struct
{
  GHashTable *lines; /* word -> GArray of guint: lines it stands on, ascending */
  GArray *same;      /* gboolean: for each line, whether its words are used for each other */
} Words;

static void
add_word (Words *words, char *word, guint line)
{
  GArray *lines = g_hash_table_lookup (words->lines, word);

  if (lines == NULL)
    {
      lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (words->lines, g_strdup (word), lines);
    }
  g_array_append_val (lines, line);
}

static void
add_line (Words *words, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", 2);
  g_auto (GStrv) parts = NULL;
  gboolean same;
  guint line;

  if (text[0] == '#' || g_strv_length (cells) < 2)
    return;

  same = g_str_equal (cells[0], "same");
  line = g_str_equal (cells[0], "apart")   ? APART :
         g_str_equal (cells[0], "generic") ? GENERIC :
                                             words->same->len;
  if (line > GENERIC)
    g_array_append_val (words->same, same);
  parts = g_strsplit (cells[1], " | ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_word (words, g_strstrip (parts[i]), line);
}

static Words *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  Words *words = g_new0 (Words, 1);
  g_auto (GStrv) lines = NULL;

  words->lines = g_hash_table_new (g_str_hash, g_str_equal);
  words->same = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (words->same, GENERIC + 1);
  if (bytes == NULL)
    return words;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (words, lines[i]);

  return words;
}

static const Words *
get_words (gboolean chinese)
{
  static gsize zh, en;
  gsize *words = chinese ? &zh : &en;

  if (g_once_init_enter (words))
    g_once_init_leave (words, (gsize)load (chinese ? "variant-words.zh.tsv" :
                                                     "variant-words.en.tsv"));

  return (const Words *)*words;
}

static gboolean
has_line (const GArray *lines, guint line)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (g_array_index (lines, guint, i) == line)
      return TRUE;

  return FALSE;
}

gboolean
cs_word_is_generic (gboolean chinese, const char *word)
{
  return has_line (g_hash_table_lookup (get_words (chinese)->lines, word), GENERIC);
}

CsWordRelation
cs_words_relate (gboolean chinese, const char *one, const char *other)
{
  const Words *words = get_words (chinese);
  const GArray *left = g_hash_table_lookup (words->lines, one);
  const GArray *right = g_hash_table_lookup (words->lines, other);
  CsWordRelation relation = CS_WORDS_UNRELATED;

  for (guint i = 0; left != NULL && right != NULL && i < left->len; i++)
    for (guint n = 0; n < right->len; n++)
      {
        guint line = g_array_index (left, guint, i);

        if (line != g_array_index (right, guint, n) || line <= GENERIC)
          continue;
        if (g_array_index (words->same, gboolean, line))
          return CS_WORDS_SAME;
        relation = CS_WORDS_EXCLUDE;
      }

  return has_line (left, APART) || has_line (right, APART) ? CS_WORDS_EXCLUDE : relation;
}
