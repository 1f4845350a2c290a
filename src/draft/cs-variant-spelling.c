#include <string.h>

#include "cs-term-variants-private.h"

/* English words that no dictionary has and that differ in one letter from a word of a term: found
 * by leaving out letters, one at a time. Source: after SymSpell (Garbe 2012). */

#define LEAST_LETTERS 6 /* shorter words have too many neighbours */
#define MAX_LETTERS 40
#define LEAST_USES 4 /* of the word that is meant */

/* Word with a letter left out -> number of the whole word + 1. */
typedef struct
{
  CsVariants *variants;
  GHashTable *shortened;
} Spelling;

static const char *
get_text (const Spelling *spelling, guint word)
{
  return g_ptr_array_index (spelling->variants->atoms->words, word);
}

static guint
count_uses (const Spelling *spelling, guint word)
{
  guint n_places;

  cs_term_atoms_places (spelling->variants->atoms, word, &n_places);

  return n_places;
}

static gboolean
is_long_enough (const char *text)
{
  gsize n = strlen (text);

  return n >= LEAST_LETTERS && n <= MAX_LETTERS;
}

static char *
dup_without (const char *text, gsize letter)
{
  char *copy = g_strdup (text);

  memmove (copy + letter, copy + letter + 1, strlen (text + letter)); /* the NUL too */

  return copy;
}

/* The words of the terms that are used often. */
static void
learn_name (Spelling *spelling, const CsAtomName *name)
{
  for (guint i = 0; i < name->n_atoms; i++)
    {
      const CsAtom *atom = cs_term_atoms_get (spelling->variants->atoms, name->first + i);
      const char *text = get_text (spelling, atom->word);

      if (!is_long_enough (text) || (atom->flags & CS_ATOM_UNKNOWN) != 0 ||
          count_uses (spelling, atom->word) < LEAST_USES ||
          !g_hash_table_insert (spelling->shortened, g_strdup (text),
                                GUINT_TO_POINTER (atom->word + 1)))
        continue;
      for (gsize n = 0; n < strlen (text); n++)
        g_hash_table_insert (spelling->shortened, dup_without (text, n),
                             GUINT_TO_POINTER (atom->word + 1));
    }
}

/* The word that @text is a slip for; 0 when there is none. */
static guint
find_meant (const Spelling *spelling, const char *text)
{
  for (gsize n = 0; n <= strlen (text); n++)
    {
      g_autofree char *key = n < strlen (text) ? dup_without (text, n) : g_strdup (text);
      guint word = GPOINTER_TO_UINT (g_hash_table_lookup (spelling->shortened, key));

      if (word != 0 && cs_slip_is_likely_en (text, get_text (spelling, word - 1)) &&
          cs_words_relate (FALSE, text, get_text (spelling, word - 1)) != CS_WORDS_EXCLUDE)
        return word - 1;
    }

  return 0;
}

/* Where the word first stands, as it is written there. */
static CsSpan
find_known (const Spelling *spelling, guint word)
{
  guint n_places;
  const guint *places = cs_term_atoms_places (spelling->variants->atoms, word, &n_places);

  return cs_term_atoms_span (spelling->variants->atoms, places[0], 1);
}

static void
check_word (const Spelling *spelling, guint word)
{
  const char *text = get_text (spelling, word);
  guint n_places;
  const guint *places = cs_term_atoms_places (spelling->variants->atoms, word, &n_places);
  guint meant;

  if (n_places == 0 || n_places > 2 || !is_long_enough (text))
    return;
  if ((cs_term_atoms_get (spelling->variants->atoms, places[0])->flags &
       (CS_ATOM_UNKNOWN | CS_ATOM_CAPITAL | CS_ATOM_LABEL)) != CS_ATOM_UNKNOWN)
    return;
  meant = find_meant (spelling, text);
  if (meant == 0)
    return;

  for (guint i = 0; i < n_places; i++)
    cs_variants_add_misspelt (spelling->variants, places[i], meant, find_known (spelling, meant));
}

void
cs_variants_find_misspelt (CsVariants *variants)
{
  Spelling spelling = { variants, NULL };

  if (variants->atoms->chinese)
    return;

  spelling.shortened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < variants->names->len; i++)
    learn_name (&spelling, &g_array_index (variants->names, CsAtomName, i));
  for (guint word = 1; word < variants->atoms->n_words; word++)
    check_word (&spelling, word);
  g_hash_table_unref (spelling.shortened);
}
