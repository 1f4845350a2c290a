#include <string.h>

#include <gio/gio.h>

#include "cs-lexicon-private.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/lexicons/"

static void
entry_clear (gpointer data)
{
  CsLexiconEntry *entry = data;

  g_free (entry->term);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const CsLexiconEntry *left = a;
  const CsLexiconEntry *right = b;

  if (left->n_bytes != right->n_bytes)
    return left->n_bytes > right->n_bytes ? -1 : 1;

  return strcmp (left->term, right->term);
}

/* A word that is there already changes its class: the last word is the house's. */
static gboolean
change_entry (GArray *entries, const CsLexiconEntry *entry)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CsLexiconEntry *old = &g_array_index (entries, CsLexiconEntry, i);

      if (strcmp (old->term, entry->term) != 0)
        continue;
      old->kind = entry->kind;
      old->condition = entry->condition;
      return TRUE;
    }

  return FALSE;
}

static void
add_entry (CsLexicon *lexicon, const char *kind, const char *term, const char *condition)
{
  g_autoptr (CsFolded) folded = cs_fold (term, strlen (term), CS_FOLD_CASE);
  guint32 hash = cs_lexicon_read_start (folded->text).longer; /* behind one character: NUL */
  GArray *entries = g_hash_table_lookup (lexicon->by_start, GUINT_TO_POINTER (hash));
  CsLexiconEntry entry = { g_strdup (folded->text), folded->n_bytes, g_intern_string (kind),
                           g_intern_string (condition) };

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (CsLexiconEntry));
      g_array_set_clear_func (entries, entry_clear);
      g_hash_table_insert (lexicon->by_start, GUINT_TO_POINTER (hash), entries);
    }
  lexicon->bits[hash % CS_LEXICON_BITS / 8] |= 1u << (hash % 8);
  if (change_entry (entries, &entry))
    g_free (entry.term);
  else
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

void
cs_lexicon_read (CsLexicon *lexicon, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (lexicon, lines[i]);
}

void
cs_lexicon_settle (CsLexicon *lexicon)
{
  GHashTableIter iter;
  gpointer entries;

  g_hash_table_iter_init (&iter, lexicon->by_start);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    g_array_sort (entries, compare_entries);
}

CsLexicon *
cs_lexicon_load_shipped (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".tsv", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  CsLexicon *lexicon = g_new0 (CsLexicon, 1);

  lexicon->by_start = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  if (bytes != NULL)
    cs_lexicon_read (lexicon, g_bytes_get_data (bytes, NULL));

  return lexicon;
}

void
cs_lexicon_free (CsLexicon *lexicon)
{
  g_hash_table_unref (lexicon->by_start);
  g_free (lexicon);
}

const char **
cs_lexicon_list_kinds (const CsLexicon *lexicon)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer entries;

  g_hash_table_iter_init (&iter, lexicon->by_start);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    for (guint i = 0; i < ((GArray *)entries)->len; i++)
      g_hash_table_add (kinds, (gpointer)g_array_index ((GArray *)entries, CsLexiconEntry, i).kind);

  return (const char **)g_hash_table_get_keys_as_array (kinds, NULL);
}

/* --- those in use --- */

static GMutex mutex;
static GHashTable *in_use; /* name -> CsLexicon, for the life of the process */

static GHashTable *
get_in_use (void)
{
  if (in_use == NULL)
    in_use = g_hash_table_new (g_str_hash, g_str_equal);

  return in_use;
}

gboolean
cs_lexicon_keep (const char *name, CsLexicon *lexicon)
{
  gboolean is_new;

  g_mutex_lock (&mutex);
  is_new = !g_hash_table_contains (get_in_use (), name);
  if (is_new)
    {
      cs_lexicon_settle (lexicon);
      g_hash_table_insert (in_use, (gpointer)g_intern_string (name), lexicon);
    }
  g_mutex_unlock (&mutex);

  return is_new;
}

const CsLexicon *
cs_lexicon_get (const char *name)
{
  CsLexicon *lexicon;

  g_mutex_lock (&mutex);
  lexicon = g_hash_table_lookup (get_in_use (), name);
  if (lexicon == NULL)
    {
      lexicon = cs_lexicon_load_shipped (name);
      cs_lexicon_settle (lexicon);
      g_hash_table_insert (in_use, (gpointer)g_intern_string (name), lexicon);
    }
  g_mutex_unlock (&mutex);

  return lexicon;
}

GHashTable *
cs_lexicon_dup_terms (const CsLexicon *lexicon)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer entries;

  g_hash_table_iter_init (&iter, lexicon->by_start);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    for (guint i = 0; i < ((GArray *)entries)->len; i++)
      {
        const CsLexiconEntry *entry = &g_array_index ((GArray *)entries, CsLexiconEntry, i);

        g_hash_table_insert (words, g_strdup (entry->term), (gpointer)entry->kind);
      }

  return words;
}
