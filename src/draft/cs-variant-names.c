#include <string.h>

#include "cs-term-variants-private.h"

/* Names that differ from a known one in one word or character, where the text says that the same
 * thing is meant. */

#define MAX_PLACES 2000 /* a word that stands in more is no help to find a name by */
#define MAX_CONTEXTS 40 /* places of the known name that a context is compared with */
#define MAX_CONTEXT 12  /* atoms to each side */
#define MAX_USES 2      /* of a name that is taken for a variant */
#define LEAST_USES 5    /* of a name that is often used */
#define LEAST_CONTEXT 8 /* that must be the same around names of which nothing else is known */

/* A stretch of text that reads like @name but for @n_changed atoms from @changed on. @before,
 * @after: how many atoms around it stand around the name too, at best. */
typedef struct
{
  const CsAtomName *name;
  guint at;
  guint changed;
  guint n_changed;
  guint before;
  guint after;
} Candidate;

typedef struct
{
  CsVariants *variants;
  GHashTable *known; /* atoms of a name, as text -> itself */
  GArray *places;    /* guint: of the name at hand */
} Search;

static const CsAtom *
atom_at (const Search *search, guint at)
{
  return cs_term_atoms_get (search->variants->atoms, at);
}

/* --- is it a name of its own --- */

/* Names that go on beyond the candidate are other names, unless the known name stood so too. */
static gboolean
is_whole (const Search *search, const Candidate *candidate)
{
  guint end = candidate->at + candidate->name->n_atoms;
  const CsAtom *first = atom_at (search, candidate->at);

  for (guint i = 1; i < candidate->name->n_atoms; i++)
    if ((atom_at (search, candidate->at + i)->flags & CS_ATOM_APART) != 0)
      return FALSE;
  if (candidate->before == 0 &&
      ((first->flags & CS_ATOM_BEGINS) == 0 ||
       ((first->flags & CS_ATOM_APART) == 0 && candidate->at > 0 &&
        (atom_at (search, candidate->at - 1)->flags & (CS_ATOM_NAME | CS_ATOM_VERB)) ==
            CS_ATOM_NAME)))
    return FALSE;

  return candidate->after > 0 || cs_term_atoms_ends_before (search->variants->atoms, end) ||
         (atom_at (search, end)->flags & CS_ATOM_VERB) != 0;
}

/* Whether the changed words say that it is something else: upper, 第二, 输出. */
static CsWordRelation
get_relation (const Search *search, const Candidate *candidate)
{
  gboolean chinese = search->variants->atoms->chinese;
  guint left = candidate->name->first + candidate->changed;
  guint right = candidate->at + candidate->changed;
  guint before = chinese ? MIN (candidate->changed, 1) : 0;
  guint after = chinese && candidate->changed + candidate->n_changed < candidate->name->n_atoms;
  CsWordRelation best = CS_WORDS_UNRELATED;

  for (guint i = 0; i < candidate->n_changed; i++)
    if (((atom_at (search, left + i)->flags | atom_at (search, right + i)->flags) &
         CS_ATOM_LABEL) != 0)
      return CS_WORDS_EXCLUDE;

  for (guint b = 0; b <= before; b++)
    for (guint a = 0; a <= after; a++)
      {
        guint n = candidate->n_changed + a + b;
        g_autofree char *one = cs_term_atoms_dup_words (search->variants->atoms, left - b, n);
        g_autofree char *other = cs_term_atoms_dup_words (search->variants->atoms, right - b, n);
        CsWordRelation relation = cs_words_relate (chinese, one, other);

        if (relation == CS_WORDS_SAME)
          return relation;
        best = MAX (best, relation);
      }

  return best;
}

/* --- is it the same thing --- */

/* How near the known name comes to the candidate. */
typedef enum
{
  APART,
  IN_SENTENCE,
  IN_CLAUSE
} Nearness;

static Nearness
get_nearness (const Search *search, guint at)
{
  const CsAtom *own = atom_at (search, at);
  Nearness nearest = APART;

  for (guint i = 0; i < search->places->len; i++)
    {
      const CsAtom *other = atom_at (search, g_array_index (search->places, guint, i));

      if (other->clause == own->clause)
        return IN_CLAUSE;
      if (other->sentence == own->sentence)
        nearest = IN_SENTENCE;
    }

  return nearest;
}

/* How many atoms before, and behind, two stretches of @n atoms are the same. */
static guint
compare_before (const Search *search, guint one, guint other)
{
  guint same = 0;

  while (same < MAX_CONTEXT && same < MIN (one, other) &&
         atom_at (search, one - same - 1)->word != 0 &&
         atom_at (search, one - same - 1)->word == atom_at (search, other - same - 1)->word)
    same++;

  return same;
}

static guint
compare_behind (const Search *search, guint one, guint other)
{
  guint same = 0;

  while (same < MAX_CONTEXT && atom_at (search, one + same)->word != 0 &&
         atom_at (search, one + same)->word == atom_at (search, other + same)->word)
    same++;

  return same;
}

static void
find_context (const Search *search, Candidate *candidate)
{
  guint n = candidate->name->n_atoms;

  candidate->before = candidate->after = 0;
  for (guint i = 0; i < MIN (search->places->len, MAX_CONTEXTS); i++)
    {
      guint at = g_array_index (search->places, guint, i);
      guint before = compare_before (search, candidate->at, at);
      guint after = compare_behind (search, candidate->at + n, at + n);

      if (before + after > candidate->before + candidate->after)
        {
          candidate->before = before;
          candidate->after = after;
        }
    }
}

/* Whether the one changed character or word is a slip for the one of the name: all else, and in
 * English something around it if it is a word, stands there too. */
static gboolean
is_slip (const Search *search, const Candidate *candidate)
{
  const CsTermAtoms *atoms = search->variants->atoms;
  guint context = candidate->before + candidate->after;
  const CsAtom *written = atom_at (search, candidate->at + candidate->changed);
  const CsAtom *meant = atom_at (search, candidate->name->first + candidate->changed);
  const char *left;
  const char *right;

  if (candidate->n_changed != 1 || search->places->len < 3)
    return FALSE;
  if (atoms->chinese)
    return cs_slip_is_likely_zh (written->word, meant->word);

  left = g_ptr_array_index (atoms->words, written->word);
  right = g_ptr_array_index (atoms->words, meant->word);
  if ((written->flags & CS_ATOM_UNKNOWN) == 0 && context < (strlen (right) < 6 ? 4 : 2))
    return FALSE;

  return cs_slip_is_likely_en (left, right) ||
         (context >= 8 && strlen (right) >= 7 && cs_slip_count_letters (left, right) == 2);
}

static gboolean
is_activity (const Search *search, guint at)
{
  const GPtrArray *words = search->variants->atoms->words;

  return g_str_has_suffix (g_ptr_array_index (words, atom_at (search, at)->word), "ing");
}

/* Whether the changed stretches have a character in common or are one; in English, that neither
 * says what is done with the thing. */
static gboolean
is_related (const Search *search, const Candidate *candidate)
{
  const CsTermAtoms *atoms = search->variants->atoms;
  guint left = candidate->name->first + candidate->changed;
  guint right = candidate->at + candidate->changed;

  if (!atoms->chinese)
    return !is_activity (search, left) && !is_activity (search, right);
  if (candidate->n_changed == 1)
    return TRUE;

  return atom_at (search, left)->word == atom_at (search, right + 1)->word ||
         atom_at (search, left + 1)->word == atom_at (search, right)->word;
}

/* 导流板 for 导流罩: in a description, one character of an often used name. */
static gboolean
is_one_character (const Search *search, const Candidate *candidate)
{
  const CsTermAtoms *atoms = search->variants->atoms;

  return atoms->chinese && candidate->n_changed == 1 &&
         search->places->len >= LEAST_USES &&
         cs_term_atoms_span (atoms, candidate->at, 1).part == CS_PART_DESCRIPTION;
}

/* Whether it is named like something known: in English, with "the". */
static gboolean
is_spoken_of (const Search *search, const CsAtom *first)
{
  return search->variants->atoms->chinese || (first->flags & CS_ATOM_DEFINITE) != 0;
}

/* In English, a verb before a name says what is done with the thing. */
static gboolean
is_done (const Search *search, const CsAtom *atom)
{
  return !search->variants->atoms->chinese && (atom->flags & CS_ATOM_VERB) != 0;
}

/* A name that is not on the lists is taken for another one of the same thing only where much around
 * it is the same, and nothing introduces it. */
static gboolean
is_same_thing (const Search *search, const Candidate *candidate, CsWordRelation relation)
{
  guint context = candidate->before + candidate->after;
  Nearness nearness = get_nearness (search, candidate->at);
  const CsAtom *first = atom_at (search, candidate->at);
  const CsAtom *last = first + candidate->name->n_atoms - 1;
  const CsAtom *written = atom_at (search, candidate->at + candidate->changed);

  if (nearness == IN_CLAUSE)
    return FALSE;
  if (relation == CS_WORDS_SAME)
    return context >= 2 || (nearness == APART && is_spoken_of (search, first));

  if (is_one_character (search, candidate))
    return context >= LEAST_CONTEXT / 2;

  return nearness == APART && context >= LEAST_CONTEXT &&
         (first->flags & CS_ATOM_INDEFINITE) == 0 &&
         (written->flags & CS_ATOM_MODIFIER) == 0 && !is_done (search, written) &&
         !is_done (search, last) &&
         is_related (search, candidate);
}

/* Whether all words of it can be part of a name, and the last one is the name of a thing. */
static gboolean
reads_like_name (const Search *search, guint at, guint n)
{
  for (guint i = 0; i < n; i++)
    if ((atom_at (search, at + i)->flags & CS_ATOM_NAME) == 0)
      return FALSE;

  return search->variants->atoms->chinese ||
         (atom_at (search, at + n - 1)->flags & CS_ATOM_MODIFIER) == 0;
}

static void
add_slip (const Search *search, const Candidate *candidate)
{
  CsVariants *variants = search->variants;
  const CsAtomName *name = candidate->name;
  CsTermVariant found = { .known = (char *)name->name, .known_at = name->where, .plain = TRUE };

  if (variants->atoms->chinese)
    cs_variants_add (variants, CS_VARIANT_MISSPELT, candidate->at, name->n_atoms, &found);
  else
    cs_variants_add_misspelt (variants, candidate->at + candidate->changed,
                              atom_at (search, name->first + candidate->changed)->word,
                              name->where);
}

static void
add_variant (const Search *search, const Candidate *candidate, CsWordRelation relation)
{
  CsVariants *variants = search->variants;
  const CsAtomName *name = candidate->name;
  CsTermVariant found = { .known = (char *)name->name, .known_at = name->where };

  found.plain = relation == CS_WORDS_SAME &&
                cs_variants_suits (variants, candidate->at, name->n_atoms, name->name);
  cs_variants_add (variants, CS_VARIANT_NAME, candidate->at, name->n_atoms, &found);
}

/* Whether the name is rare beside the known one; without a word in the lists to go by, it stands
 * once and is no term of the claims itself. */
static gboolean
is_rare (const Search *search, const Candidate *candidate, CsWordRelation relation)
{
  const CsTermAtoms *atoms = search->variants->atoms;
  guint n_atoms = candidate->name->n_atoms;
  guint n = cs_variants_count (search->variants, candidate->at, n_atoms);
  g_autofree char *text = NULL;

  if (n > MAX_USES || search->places->len < n * 2)
    return FALSE;
  if (relation == CS_WORDS_SAME)
    return TRUE;
  text = cs_term_atoms_dup_words (atoms, candidate->at, n_atoms);

  return n == 1 && !g_hash_table_contains (search->known, text);
}

static void
judge (const Search *search, Candidate *candidate)
{
  CsWordRelation relation;

  if (!is_rare (search, candidate, CS_WORDS_SAME))
    return;
  relation = get_relation (search, candidate);
  if (relation == CS_WORDS_EXCLUDE ||
      (relation != CS_WORDS_SAME &&
       !reads_like_name (search, candidate->at, candidate->name->n_atoms)))
    return;
  find_context (search, candidate);
  if (!is_whole (search, candidate))
    return;

  if (is_slip (search, candidate))
    add_slip (search, candidate);
  else if (is_rare (search, candidate, relation) && is_same_thing (search, candidate, relation))
    add_variant (search, candidate, relation);
}

/* --- finding --- */

/* Compares the name with the text at @at. */
static void
try_place (const Search *search, const CsAtomName *name, guint at)
{
  const CsTermAtoms *atoms = search->variants->atoms;
  const guint32 *words = atoms->text_words + at;
  const CsAtom *known = atom_at (search, name->first);
  guint max = atoms->chinese && name->n_atoms > 3 ? 2 : 1;
  Candidate candidate = { .name = name, .at = at, .changed = CS_NO_INDEX };

  for (guint i = 0; i < name->n_atoms; i++)
    {
      if (words[i] == 0)
        return;
      if (words[i] == known[i].word)
        continue;
      if (candidate.changed == CS_NO_INDEX)
        candidate.changed = i;
      candidate.n_changed = i - candidate.changed + 1;
      if (candidate.n_changed > max)
        return;
    }
  if (candidate.n_changed > 0)
    judge (search, &candidate);
}

/* Whether the atom of the text at @at is the one of @name at @index. */
static gboolean
agrees (const Search *search, const CsAtomName *name, guint at, guint index)
{
  return search->variants->atoms->text_words[at] == atom_at (search, name->first + index)->word;
}

/* All that may differ stands in a row, of two at most: where the last atom agrees, so does the one
 * before it, or the first; where the last does not, the second does. */
static gboolean
may_resemble (const Search *search, const CsAtomName *name, guint at, gboolean from_end)
{
  guint last = name->n_atoms - 1;

  if (name->n_atoms < 3)
    return TRUE;

  return from_end ? agrees (search, name, at + last - 1, last - 1) || agrees (search, name, at, 0) :
                    agrees (search, name, at + 1, 1);
}

static void
search_name (Search *search, const CsAtomName *name)
{
  const CsTermAtoms *atoms = search->variants->atoms;
  guint last_word = atom_at (search, name->first + name->n_atoms - 1)->word;
  guint n_places;
  const guint *places = cs_term_atoms_places (atoms, last_word, &n_places);

  g_array_set_size (search->places, 0);
  if (cs_term_atoms_count (atoms, name, search->places) < 2)
    return;

  for (guint i = 0; i < n_places && n_places <= MAX_PLACES; i++)
    if (places[i] + 1 >= name->n_atoms &&
        may_resemble (search, name, places[i] + 1 - name->n_atoms, TRUE))
      try_place (search, name, places[i] + 1 - name->n_atoms);

  places = cs_term_atoms_places (atoms, atom_at (search, name->first)->word, &n_places);
  for (guint i = 0; i < n_places && n_places <= MAX_PLACES; i++)
    if (places[i] + name->n_atoms < atoms->n_text &&
        may_resemble (search, name, places[i], FALSE) &&
        atom_at (search, places[i] + name->n_atoms - 1)->word != last_word)
      try_place (search, name, places[i]);
}

/* Searches for each name once, whatever number of claims and signs it stands for. */
static void
search_all (Search *search)
{
  const CsVariants *variants = search->variants;
  g_autoptr (GHashTable) searched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint least = variants->atoms->chinese ? 3 : 2;

  for (guint i = 0; i < variants->names->len; i++)
    {
      const CsAtomName *name = &g_array_index (variants->names, CsAtomName, i);

      if (name->n_atoms >= least && reads_like_name (search, name->first, name->n_atoms) &&
          g_hash_table_add (searched, cs_term_atoms_dup_words (variants->atoms, name->first,
                                                               name->n_atoms)))
        search_name (search, name);
    }
}

void
cs_variants_find_names (CsVariants *variants)
{
  Search search = { variants, NULL, NULL };

  search.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < variants->names->len; i++)
    {
      const CsAtomName *name = &g_array_index (variants->names, CsAtomName, i);

      g_hash_table_add (search.known, cs_term_atoms_dup_words (variants->atoms, name->first,
                                                               name->n_atoms));
    }
  search_all (&search);
  g_array_unref (search.places);
  g_hash_table_unref (search.known);
}
