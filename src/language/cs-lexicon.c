#include <string.h>

#include <gio/gio.h>

#include "cs-lexicon.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/lexicons/"

typedef struct
{
  char *term;
  gsize n_bytes;
  const char *kind; /* interned */
  const char *condition;
} Entry;

#define N_HEADS 65536 /* what is beyond is looked up */

struct _CsLexicon
{
  GHashTable *by_head;       /* first character -> GArray of Entry, the longest first */
  guint8 heads[N_HEADS / 8]; /* a bit for each first character: most begin no term */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->term);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  if (left->n_bytes != right->n_bytes)
    return left->n_bytes > right->n_bytes ? -1 : 1;

  return strcmp (left->term, right->term);
}

static void
add_entry (CsLexicon *lexicon, const char *kind, const char *term, const char *condition)
{
  g_autoptr (CsFolded) folded = cs_fold (term, strlen (term), CS_FOLD_CASE);
  gunichar c = g_utf8_get_char (folded->text);
  gpointer head = GUINT_TO_POINTER (c);
  GArray *entries = g_hash_table_lookup (lexicon->by_head, head);
  Entry entry = { .n_bytes = folded->n_bytes };

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (entries, entry_clear);
      g_hash_table_insert (lexicon->by_head, head, entries);
    }
  if (c < N_HEADS)
    lexicon->heads[c / 8] |= 1u << (c % 8);
  entry.term = g_strdup (folded->text);
  entry.kind = g_intern_string (kind);
  entry.condition = g_intern_string (condition);
  g_array_append_val (entries, entry);
}

/* A line is: class, tab, terms separated by spaced bars, maybe a tab and a condition. */
static void
add_line (CsLexicon *lexicon, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 3);
  g_auto (GStrv) terms = NULL;

  if (line[0] == '#' || g_strv_length (cells) < 2)
    return;

  terms = g_strsplit (cells[1], " | ", -1);
  for (guint i = 0; terms[i] != NULL; i++)
    if (*g_strstrip (terms[i]) != '\0')
      add_entry (lexicon, cells[0], terms[i], cells[2] == NULL ? "" : cells[2]);
}

static CsLexicon *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".tsv", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  CsLexicon *lexicon = g_new0 (CsLexicon, 1);
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  gpointer entries;

  lexicon->by_head = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  if (bytes == NULL)
    return lexicon;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (lexicon, lines[i]);
  g_hash_table_iter_init (&iter, lexicon->by_head);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    g_array_sort (entries, compare_entries);

  return lexicon;
}

const CsLexicon *
cs_lexicon_get (const char *name)
{
  static GMutex mutex;
  static GHashTable *loaded; /* name -> CsLexicon, for the life of the process */
  CsLexicon *lexicon;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon = g_hash_table_lookup (loaded, name);
  if (lexicon == NULL)
    {
      lexicon = load (name);
      g_hash_table_insert (loaded, (gpointer)g_intern_string (name), lexicon);
    }
  g_mutex_unlock (&mutex);

  return lexicon;
}

static gboolean
is_whole_word (const char *text, gsize start, gsize end)
{
  if (g_ascii_isalpha (text[start]) && start > 0 && g_ascii_isalnum (text[start - 1]))
    return FALSE;

  return !g_ascii_isalpha (text[end - 1]) || !g_ascii_isalnum (text[end]);
}

static const Entry *
longest_at (const CsLexicon *lexicon, const CsFolded *folded, gsize at)
{
  const char *text = folded->text;
  gunichar head = g_utf8_get_char (text + at);
  const GArray *entries;

  if (head < N_HEADS && (lexicon->heads[head / 8] & (1u << (head % 8))) == 0)
    return NULL;

  entries = g_hash_table_lookup (lexicon->by_head, GUINT_TO_POINTER (head));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (strncmp (text + at, entry->term, entry->n_bytes) == 0 &&
          is_whole_word (text, at, at + entry->n_bytes))
        return entry;
    }

  return NULL;
}

/* No term begins within a word of letters. */
static gsize
step (const char *text, gsize at)
{
  gsize end = at;

  while (g_ascii_isalpha (text[end]) && g_ascii_isalpha (text[end + 1]))
    end++;

  return end - at + g_utf8_skip[(guchar)text[end]];
}

GArray *
cs_lexicon_find (const CsLexicon *lexicon, const CsFolded *folded)
{
  static const char *stop;
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CsLexiconHit));

  if (g_once_init_enter (&stop))
    g_once_init_leave (&stop, g_intern_static_string ("stop"));

  for (gsize at = 0; at < folded->n_bytes;)
    {
      const Entry *entry = longest_at (lexicon, folded, at);

      if (entry != NULL && entry->kind != stop)
        {
          CsLexiconHit hit = { entry->kind, entry->condition, at, at + entry->n_bytes };

          g_array_append_val (hits, hit);
        }
      at += entry != NULL ? entry->n_bytes : step (folded->text, at);
    }

  return hits;
}
