#include <string.h>

#include "cs-lexicon-private.h"
#include "cs-lexicon-set.h"
#include "cs-scan.h"

/* Finding the terms of one list in a text, or of several at once. */

static guint32
hash_pair (gunichar first, gunichar second)
{
  guint32 hash = (first * 31 + second) * 2654435769u; /* Knuth's factor */

  return hash ^ hash >> 16;
}

static inline CsLexiconStart
read_start (const char *text)
{
  guint32 hash = 2166136261u; /* FNV-1a */
  CsLexiconStart start = { 0 };

  for (; g_ascii_isalpha (text[start.n_bytes]); start.n_bytes++)
    hash = (hash ^ (guchar)text[start.n_bytes]) * 16777619u;
  if (start.n_bytes > 0)
    {
      start.longer = start.shorter = hash ^ hash >> 16;
      return start;
    }

  start.n_bytes = g_utf8_skip[(guchar)*text];
  hash = cs_scan_char (text, 0);
  start.longer = hash_pair (hash, hash == 0 ? 0 : cs_scan_char (text, start.n_bytes));
  start.shorter = hash_pair (hash, 0);

  return start;
}

CsLexiconStart
cs_lexicon_read_start (const char *text)
{
  return read_start (text);
}

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
stands_at (const CsLexiconEntry *entry, const CsFolded *folded, gsize at)
{
  const char *text = folded->text + at;
  gsize n_bytes = entry->n_bytes;

  return n_bytes <= folded->n_bytes - at && text[n_bytes - 1] == entry->term[n_bytes - 1] &&
         memcmp (text, entry->term, n_bytes) == 0 && ends_word (folded->text, at + n_bytes);
}

/* The longest term that stands at @at of those that begin so, and ends there as a word. */
static const CsLexiconEntry *
longest_of (const CsLexicon *lexicon, const CsFolded *folded, gsize at, guint32 hash)
{
  const GArray *entries = g_hash_table_lookup (lexicon->by_start, GUINT_TO_POINTER (hash));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (stands_at (&g_array_index (entries, CsLexiconEntry, i), folded, at))
      return &g_array_index (entries, CsLexiconEntry, i);

  return NULL;
}

/* The longest term that stands at @at, where the text begins with @start. */
static const CsLexiconEntry *
longest_at (const CsLexicon *lexicon, const CsFolded *folded, gsize at, const CsLexiconStart *start)
{
  const CsLexiconEntry *longest = NULL;

  if (cs_lexicon_has_bit (lexicon->bits, start->longer))
    longest = longest_of (lexicon, folded, at, start->longer);
  if (longest == NULL && start->shorter != start->longer &&
      cs_lexicon_has_bit (lexicon->bits, start->shorter))
    longest = longest_of (lexicon, folded, at, start->shorter);

  return longest;
}

static gboolean
is_stop (const CsLexiconEntry *entry)
{
  static const char *stop;

  if (g_once_init_enter (&stop))
    g_once_init_leave (&stop, g_intern_static_string ("stop"));

  return entry->kind == stop;
}

static CsLexiconHit
make_hit (const CsLexiconEntry *entry, gsize at)
{
  return (CsLexiconHit){ entry->kind, entry->condition, at, at + entry->n_bytes };
}

/* No term begins within a word of letters: from start to start. */
GArray *
cs_lexicon_find (const CsLexicon *lexicon, const CsFolded *folded)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CsLexiconHit));

  for (gsize at = 0; at < folded->n_bytes;)
    {
      CsLexiconStart start = read_start (folded->text + at);
      const CsLexiconEntry *entry =
          begins_word (folded->text, at) ? longest_at (lexicon, folded, at, &start) : NULL;

      if (entry != NULL && !is_stop (entry))
        {
          CsLexiconHit hit = make_hit (entry, at);

          g_array_append_val (hits, hit);
        }
      at += entry != NULL ? entry->n_bytes : start.n_bytes;
    }

  return hits;
}

gboolean
cs_lexicon_match (const CsLexicon *lexicon, const CsFolded *folded, gsize at, CsLexiconHit *hit)
{
  CsLexiconStart start = read_start (folded->text + at);
  const CsLexiconEntry *entry = longest_at (lexicon, folded, at, &start);

  if (entry == NULL || is_stop (entry))
    return FALSE;

  *hit = make_hit (entry, at);

  return TRUE;
}

/* --- several lists at once --- */

typedef struct
{
  const CsLexiconEntry *entry;
  guint list;
} SetEntry;

struct _CsLexiconSet
{
  guint n_lists;
  GHashTable *by_start; /* hash of a start -> GArray of SetEntry, list by list as they have them */
  guint8 bits[CS_LEXICON_BITS / 8];
};

static void
add_list (CsLexiconSet *set, const CsLexicon *lexicon, guint list)
{
  GHashTableIter iter;
  gpointer start;
  gpointer entries;

  g_hash_table_iter_init (&iter, lexicon->by_start);
  while (g_hash_table_iter_next (&iter, &start, &entries))
    {
      GArray *joint = g_hash_table_lookup (set->by_start, start);

      if (joint == NULL)
        {
          joint = g_array_new (FALSE, FALSE, sizeof (SetEntry));
          g_hash_table_insert (set->by_start, start, joint);
        }
      for (guint i = 0; i < ((GArray *)entries)->len; i++)
        {
          SetEntry entry = { &g_array_index ((GArray *)entries, CsLexiconEntry, i), list };

          g_array_append_val (joint, entry);
        }
    }
  for (guint i = 0; i < sizeof set->bits; i++)
    set->bits[i] |= lexicon->bits[i];
}

CsLexiconSet *
cs_lexicon_set_new (const CsLexicon *const *lexicons, guint n_lexicons)
{
  CsLexiconSet *set = g_new0 (CsLexiconSet, 1);

  set->n_lists = n_lexicons;
  set->by_start = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < n_lexicons; i++)
    add_list (set, lexicons[i], i);

  return set;
}

void
cs_lexicon_set_free (CsLexiconSet *set)
{
  g_hash_table_unref (set->by_start);
  g_free (set);
}

/* Adds what stands at @at of the terms that begin so. @free_from: for each list, where its last
 * term ends, and the next may begin. */
static void
add_hits (const CsLexiconSet *set,
          const CsFolded *folded,
          gsize at,
          guint32 hash,
          gsize *free_from,
          GArray *hits)
{
  const GArray *entries = g_hash_table_lookup (set->by_start, GUINT_TO_POINTER (hash));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SetEntry *joint = &g_array_index (entries, SetEntry, i);
      CsLexiconSetHit hit = { .list = joint->list };

      if (at < free_from[joint->list] || !stands_at (joint->entry, folded, at))
        continue;
      hit.hit = make_hit (joint->entry, at);
      free_from[joint->list] = hit.hit.end;
      if (!is_stop (joint->entry))
        g_array_append_val (hits, hit);
    }
}

/* Every term begins, and ends, where a start does: each list finds what it would find alone. */
GArray *
cs_lexicon_set_find (const CsLexiconSet *set, const CsFolded *folded)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CsLexiconSetHit));
  g_autofree gsize *free_from = g_new0 (gsize, set->n_lists);
  CsLexiconStart start;

  for (gsize at = 0; at < folded->n_bytes; at += start.n_bytes)
    {
      start = read_start (folded->text + at);
      if (!begins_word (folded->text, at))
        continue;
      if (cs_lexicon_has_bit (set->bits, start.longer))
        add_hits (set, folded, at, start.longer, free_from, hits);
      if (start.shorter != start.longer && cs_lexicon_has_bit (set->bits, start.shorter))
        add_hits (set, folded, at, start.shorter, free_from, hits);
    }

  return hits;
}
