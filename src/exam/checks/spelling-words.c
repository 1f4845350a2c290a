#include "spelling-words.h"

#include <string.h>

#define MIN_LETTERS 4
#define MAX_LETTERS 30 /* longer ones are names of chemicals and sequences */
#define MAX_WORDS 65536

/* Words with their place in an open hash table: g_str_hash and a copy of each would take longer
 * than all the rest. */
typedef struct
{
  GArray *words;
  guint32 *slots; /* index of a word + 1, 0 when free */
  guint n_slots;
} Index;

static guint32
hash_word (const char *text, gsize n_bytes)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guchar)text[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

static guint32 *
find_slot (const Index *index, const char *text, gsize n_bytes)
{
  guint32 at = hash_word (text, n_bytes) & (index->n_slots - 1);

  while (index->slots[at] != 0)
    {
      const CsSpelledWord *word =
          &g_array_index (index->words, CsSpelledWord, index->slots[at] - 1);

      if (word->n_bytes == n_bytes && memcmp (word->text, text, n_bytes) == 0)
        break;
      at = (at + 1) & (index->n_slots - 1);
    }

  return &index->slots[at];
}

static gboolean
has_capital (const char *source, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (g_ascii_isupper (source[i]))
      return TRUE;

  return FALSE;
}

/* Part of a formula, a code, an address or a foreign word: 2-methyl, v(x), p53abc, café. */
static gboolean
is_joined (const char *text, gsize start, gsize end)
{
  guchar before = start == 0 ? ' ' : text[start - 1];
  guchar behind = text[end];

  if (before >= 0x80 || behind >= 0x80)
    return TRUE;
  if (g_ascii_isdigit (before) || g_ascii_isdigit (behind) ||
      strchr ("_@/\\=&#$<>+*^~{}", before) ||
      (behind != '\0' && strchr ("_@\\=&#$<>+*^~{}(", behind)))
    return TRUE;
  if (before == '-' && (start < 2 || !g_ascii_isalpha (text[start - 2])))
    return TRUE;
  if ((before == '.' && start > 1 && text[start - 2] != ' ') ||
      (before == ')' || before == ']'))
    return TRUE;
  if (behind == '-' && (!g_ascii_isalpha (text[end + 1]) || text[end - 1] == 'o')) /* physico- */
    return TRUE;
  if (behind == '\'' && g_ascii_isalpha (text[end + 1])) /* wouldn't */
    return TRUE;

  return behind == '.' && g_ascii_isalnum (text[end + 1]);
}

/* "E. coli", "Pichia pastoris": what follows a name of a genus is of no English dictionary. */
static gboolean
follows_genus (const CsProse *prose, gsize start)
{
  const char *text = prose->folded->text;
  gsize at = start;

  if (at < 3 || text[at - 1] != ' ')
    return FALSE;
  if (text[at - 2] == '.' && (at == 3 || !g_ascii_isalpha (text[at - 4])))
    return g_ascii_isupper (*cs_prose_source (prose, at - 3));
  for (at--; at > 0 && g_ascii_isalpha (text[at - 1]);)
    at--;

  return at > 1 && text[at - 1] == ' ' && text[at - 2] != '.' &&
         g_ascii_isupper (*cs_prose_source (prose, at));
}

static void
add_word (const CsProse *prose, Index *index, gsize start, gsize end)
{
  const char *text = prose->folded->text + start;
  guint32 *slot = find_slot (index, text, end - start);
  CsSpelledWord *word;

  if (*slot == 0)
    {
      CsSpelledWord fresh = { .text = text,
                              .n_bytes = end - start,
                              .first = cs_prose_span (prose, start, end) };

      if (index->words->len >= MAX_WORDS)
        return;
      g_array_append_val (index->words, fresh);
      *slot = index->words->len;
    }

  word = &g_array_index (index->words, CsSpelledWord, *slot - 1);
  word->n_uses++;
  word->last = cs_prose_span (prose, start, end);
  word->named = word->named || has_capital (cs_prose_source (prose, start), end - start) ||
                is_joined (prose->folded->text, start, end) || follows_genus (prose, start);
}

static void
read_unit (const CsProse *prose, gpointer data)
{
  const char *text = prose->folded->text;

  for (gsize at = 0; at < prose->folded->n_bytes;)
    {
      gsize start = at;

      while (g_ascii_isalpha (text[at]))
        at++;
      if (at - start >= MIN_LETTERS && at - start <= MAX_LETTERS)
        add_word (prose, data, start, at);
      if (at == start)
        at++;
    }
}

GArray *
cs_spelled_words_new (CsExamContext *context)
{
  Index index = { .n_slots = 2 * MAX_WORDS };

  index.words = g_array_new (FALSE, FALSE, sizeof (CsSpelledWord));
  index.slots = g_new0 (guint32, index.n_slots);
  cs_prose_walk (context, CS_PROSE_ALL, read_unit, &index);
  g_free (index.slots);

  return index.words;
}
