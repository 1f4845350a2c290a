#include <string.h>

#include <gio/gio.h>

#include "cs-lexicon-private.h"
#include "cs-scan.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/lexicons/"

typedef struct
{
  char *term;
  gsize n_bytes;
  const char *kind; /* interned */
  const char *condition;
} Entry;

#define N_HEADS 65536

/* The head of a term is its first word of letters, else its first character. */
struct _CsLexicon
{
  GHashTable *by_head;       /* hash of a head -> GArray of Entry, the longest first */
  guint8 heads[N_HEADS / 8]; /* bits for heads and pairs: most begin no term */
};

/* A hash of the head of @text; of how many bytes it is goes to @n_bytes. */
static guint32
hash_head (const char *text, gsize *n_bytes)
{
  guint32 hash = 2166136261u; /* FNV-1a */
  gsize n = 0;

  for (; g_ascii_isalpha (text[n]); n++)
    hash = (hash ^ (guchar)text[n]) * 16777619u;
  *n_bytes = n > 0 ? n : (gsize)g_utf8_skip[(guchar)*text];

  return n > 0 ? hash ^ hash >> 16 : cs_scan_char (text, 0);
}

/* A hash of the first two characters, for a head that is one: of what is Chinese most begin a
 * term. */
static guint32
hash_pair (guint32 head, const char *behind)
{
  return head * 31 + cs_scan_char (behind, 0);
}

static void
set_bit (CsLexicon *lexicon, guint32 hash)
{
  lexicon->heads[hash % N_HEADS / 8] |= 1u << (hash % 8);
}

static gboolean
has_bit (const CsLexicon *lexicon, guint32 hash)
{
  return (lexicon->heads[hash % N_HEADS / 8] & (1u << (hash % 8))) != 0;
}

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

/* A word that is there already changes its class: the last word is the house's. */
static gboolean
change_entry (GArray *entries, const Entry *entry)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *old = &g_array_index (entries, Entry, i);

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
  gsize head_bytes;
  guint32 hash = hash_head (folded->text, &head_bytes);
  gpointer head = GUINT_TO_POINTER (hash);
  GArray *entries = g_hash_table_lookup (lexicon->by_head, head);
  Entry entry = { g_strdup (folded->text), folded->n_bytes, g_intern_string (kind),
                  g_intern_string (condition) };

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (entries, entry_clear);
      g_hash_table_insert (lexicon->by_head, head, entries);
    }
  if (g_ascii_isalpha (*folded->text) || folded->text[head_bytes] == '\0')
    set_bit (lexicon, hash);
  else
    set_bit (lexicon, hash_pair (hash, folded->text + head_bytes));
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

  g_hash_table_iter_init (&iter, lexicon->by_head);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    g_array_sort (entries, compare_entries);
}

CsLexicon *
cs_lexicon_load_shipped (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".tsv", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  CsLexicon *lexicon = g_new0 (CsLexicon, 1);

  lexicon->by_head = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  if (bytes != NULL)
    cs_lexicon_read (lexicon, g_bytes_get_data (bytes, NULL));

  return lexicon;
}

void
cs_lexicon_free (CsLexicon *lexicon)
{
  g_hash_table_unref (lexicon->by_head);
  g_free (lexicon);
}

const char **
cs_lexicon_list_kinds (const CsLexicon *lexicon)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer entries;

  g_hash_table_iter_init (&iter, lexicon->by_head);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    for (guint i = 0; i < ((GArray *)entries)->len; i++)
      g_hash_table_add (kinds, (gpointer)g_array_index ((GArray *)entries, Entry, i).kind);

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

/* --- finding --- */

static gboolean
begins_word (const char *text, gsize start)
{
  return !g_ascii_isalpha (text[start]) || start == 0 || !g_ascii_isalnum (text[start - 1]);
}

static gboolean
ends_word (const char *text, gsize end)
{
  return !g_ascii_isalpha (text[end - 1]) || !g_ascii_isalnum (text[end]);
}

static gboolean
stands_at (const Entry *entry, const CsFolded *folded, gsize at)
{
  const char *text = folded->text + at;
  gsize n_bytes = entry->n_bytes;

  return n_bytes <= folded->n_bytes - at && text[n_bytes - 1] == entry->term[n_bytes - 1] &&
         memcmp (text, entry->term, n_bytes) == 0 && ends_word (folded->text, at + n_bytes);
}

/* The longest term that stands at @at, where a head of that hash does, and ends there as a word. */
static const Entry *
longest_at (const CsLexicon *lexicon, const CsFolded *folded, gsize at, guint32 hash)
{
  const char *text = folded->text + at;
  const GArray *entries;

  if (!has_bit (lexicon, hash) &&
      (g_ascii_isalpha (text[0]) ||
       !has_bit (lexicon, hash_pair (hash, text + g_utf8_skip[(guchar)text[0]]))))
    return NULL;

  entries = g_hash_table_lookup (lexicon->by_head, GUINT_TO_POINTER (hash));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (stands_at (&g_array_index (entries, Entry, i), folded, at))
      return &g_array_index (entries, Entry, i);

  return NULL;
}

static gboolean
is_stop (const Entry *entry)
{
  static const char *stop;

  if (g_once_init_enter (&stop))
    g_once_init_leave (&stop, g_intern_static_string ("stop"));

  return entry->kind == stop;
}

static CsLexiconHit
make_hit (const Entry *entry, gsize at)
{
  return (CsLexiconHit){ entry->kind, entry->condition, at, at + entry->n_bytes };
}

/* No term begins within a word of letters: from head to head. */
GArray *
cs_lexicon_find (const CsLexicon *lexicon, const CsFolded *folded)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CsLexiconHit));
  gsize head_bytes;

  for (gsize at = 0; at < folded->n_bytes;)
    {
      guint32 hash = hash_head (folded->text + at, &head_bytes);
      const Entry *entry =
          begins_word (folded->text, at) ? longest_at (lexicon, folded, at, hash) : NULL;

      if (entry != NULL && !is_stop (entry))
        {
          CsLexiconHit hit = make_hit (entry, at);

          g_array_append_val (hits, hit);
        }
      at += entry != NULL ? entry->n_bytes : head_bytes;
    }

  return hits;
}

gboolean
cs_lexicon_match (const CsLexicon *lexicon, const CsFolded *folded, gsize at, CsLexiconHit *hit)
{
  gsize head_bytes;
  guint32 hash = hash_head (folded->text + at, &head_bytes);
  const Entry *entry = longest_at (lexicon, folded, at, hash);

  if (entry == NULL || is_stop (entry))
    return FALSE;

  *hit = make_hit (entry, at);

  return TRUE;
}

GHashTable *
cs_lexicon_dup_terms (const CsLexicon *lexicon)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer entries;

  g_hash_table_iter_init (&iter, lexicon->by_head);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    for (guint i = 0; i < ((GArray *)entries)->len; i++)
      {
        const Entry *entry = &g_array_index ((GArray *)entries, Entry, i);

        g_hash_table_insert (words, g_strdup (entry->term), (gpointer)entry->kind);
      }

  return words;
}
