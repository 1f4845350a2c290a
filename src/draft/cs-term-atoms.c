#include "cs-term-atoms.h"

#include <string.h>

#include "cs-sign.h"

#define N_CHINESE_WORDS 0x10000 /* characters are their own numbers */

static void
add_known_sign (CsTermAtoms *atoms, const char *text, gsize n_bytes)
{
  char *sign = g_string_chunk_insert_len (atoms->strings, text, n_bytes);

  g_hash_table_add (atoms->known_signs, sign);
}

/* Signs are those that the claims or the table know; other numbers are not looked at. */
static void
gather_signs (CsTermAtoms *atoms, const CsClaimSet *claims, const CsDescription *description)
{
  const GArray *table = cs_description_get_signs (description);

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      for (guint n = 0; n < claim->signs->len; n++)
        {
          const CsSignUse *use = &g_array_index (claim->signs, CsSignUse, n);

          add_known_sign (atoms, claim->text + use->start, use->end - use->start);
        }
    }
  for (guint i = 0; i < table->len; i++)
    {
      const char *sign = g_array_index (table, CsSign, i).sign;

      add_known_sign (atoms, sign, strlen (sign));
    }
}

/* How the texts are folded: an English word is the same at the head of a sentence. */
static CsFoldFlags
get_flags (const CsTermAtoms *atoms)
{
  return atoms->chinese ? CS_FOLD_DEFAULT : CS_FOLD_CASE;
}

/* --- putting units in a row --- */

/* The number of an English word, the same for its plural. */
static guint32
number_of (CsTermAtoms *atoms, const CsUnitAtoms *unit, const CsAtomWord *word)
{
  const char *written = unit->strings + word->written;
  const char *lemma = unit->strings + word->lemma;
  gpointer known = g_hash_table_lookup (atoms->word_ids, written);

  if (known != NULL)
    return GPOINTER_TO_UINT (known);

  known = g_hash_table_lookup (atoms->word_ids, lemma);
  if (known == NULL)
    {
      known = GUINT_TO_POINTER (atoms->words->len);
      g_ptr_array_add (atoms->words, (gpointer)lemma);
      g_array_append_val (atoms->word_flags, word->flags);
      g_hash_table_insert (atoms->word_ids, (gpointer)lemma, known);
    }
  g_hash_table_insert (atoms->word_ids, (gpointer)written, known);

  return GPOINTER_TO_UINT (known);
}

/* The numbers of the words of a unit, by their numbers in it; NULL in Chinese. */
static guint32 *
dup_numbers (CsTermAtoms *atoms, const CsUnitAtoms *unit)
{
  guint32 *numbers = unit->chinese ? NULL : g_new0 (guint32, unit->n_words + 1);

  for (guint i = 0; i < unit->n_words; i++)
    numbers[i + 1] = number_of (atoms, unit, &unit->words[i]);

  return numbers;
}

static void
append_atoms (CsTermAtoms *atoms, const CsUnitAtoms *unit, guint index)
{
  g_autofree guint32 *numbers = dup_numbers (atoms, unit);
  guint first = atoms->atoms->len;

  g_array_set_size (atoms->atoms, first + unit->n_atoms);
  for (guint i = 0; i < unit->n_atoms; i++)
    {
      const CsUnitAtom *of_unit = &unit->atoms[i];
      CsAtom *atom = &g_array_index (atoms->atoms, CsAtom, first + i);

      *atom = (CsAtom){ numbers == NULL ? of_unit->word : numbers[of_unit->word],
                        of_unit->start, of_unit->end, index, atoms->sentence, atoms->clause,
                        of_unit->flags & CS_ATOM_SHARED };
      if ((of_unit->flags & CS_ATOM_OF_WORD) != 0)
        atom->flags |= g_array_index (atoms->word_flags, guint32, atom->word);
      atoms->clause += (of_unit->flags & CS_ATOM_ENDS_CLAUSE) != 0;
      atoms->sentence += (of_unit->flags & CS_ATOM_ENDS_SENTENCE) != 0;
    }
}

static void
append_unit (CsTermAtoms *atoms, CsUnitAtoms *unit, guint index)
{
  for (guint i = 0; i < unit->n_signs; i++)
    {
      const CsUnitSign *of_unit = &unit->signs[i];
      CsAtomSign sign = { atoms->atoms->len + of_unit->next,
                          index,
                          unit->strings + unit->asked[of_unit->asked].sign,
                          { of_unit->start, of_unit->end } };

      g_array_append_val (atoms->signs, sign);
    }
  append_atoms (atoms, unit, index);
  g_ptr_array_add (atoms->read, unit);
}

/* Adds the atoms of @source, which is that unit, as they were kept or as they are read now. */
static void
add_source (CsTermAtoms *atoms, CsAtomSource *source, CsPart part, guint index)
{
  CsAtomUnit place = { part, index };
  CsReading *reading = cs_draft_get_reading (atoms->draft, part, index);
  CsUnitAtoms *unit = cs_reading_dup_atoms (reading);

  source->chinese = atoms->chinese;
  source->first = atoms->atoms->len == 0;
  source->known_signs = atoms->known_signs;
  source->room = &atoms->room;
  if (unit == NULL || !cs_unit_atoms_are_of (unit, source))
    {
      g_clear_pointer (&unit, cs_unit_atoms_unref);
      unit = cs_unit_atoms_new (source);
      cs_reading_set_atoms (reading, unit);
    }
  append_unit (atoms, unit, atoms->units->len);
  g_array_append_val (atoms->units, place);
}

static void
read_claims (CsTermAtoms *atoms, const CsClaimSet *claims)
{
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      CsAtomSource source = { .text = claim->text,
                              .n_bytes = claim->n_bytes,
                              .folded = atoms->chinese ? claim->cased : claim->folded,
                              .uses = claim->signs };

      add_source (atoms, &source, CS_PART_CLAIMS, i);
    }
}

/* The table of signs is no use of them. */
static gboolean
is_in_table (const CsDescription *description, guint paragraph)
{
  const GArray *table = cs_description_get_signs (description);

  for (guint i = 0; i < table->len; i++)
    if (g_array_index (table, CsSign, i).span.index == paragraph)
      return TRUE;

  return FALSE;
}

static void
read_description (CsTermAtoms *atoms, const CsDescription *description)
{
  const CsDraft *draft = atoms->draft;

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    {
      CsAtomSource source = { .bare_signs = TRUE };

      if (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i)->kind == CS_UNIT_HEADING ||
          is_in_table (description, i))
        continue;
      source.text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, i, &source.n_bytes);
      source.folded = cs_draft_get_folded (draft, CS_PART_DESCRIPTION, i, get_flags (atoms));
      source.uses = cs_reading_get_sign_uses (cs_draft_get_reading (draft, CS_PART_DESCRIPTION, i));
      add_source (atoms, &source, CS_PART_DESCRIPTION, i);
    }
}

/* Sorts the atoms of the text by word. */
static void
build_places (CsTermAtoms *atoms)
{
  g_autofree guint *next = NULL;
  guint at = 0;

  atoms->n_words = atoms->chinese ? N_CHINESE_WORDS : atoms->words->len;
  atoms->firsts = g_new0 (guint, atoms->n_words + 1);
  atoms->places = g_new (guint, atoms->n_text + 1);
  atoms->text_words = g_new (guint32, atoms->n_text + 1);
  for (guint i = 0; i < atoms->n_text; i++)
    atoms->text_words[i] = cs_term_atoms_get (atoms, i)->word;
  for (guint i = 0; i < atoms->n_text; i++)
    atoms->firsts[atoms->text_words[i]]++;
  for (guint word = 0; word <= atoms->n_words; word++)
    {
      guint n = atoms->firsts[word];

      atoms->firsts[word] = at;
      at += n;
    }
  next = g_memdup2 (atoms->firsts, (atoms->n_words + 1) * sizeof (guint));
  for (guint i = 0; i < atoms->n_text; i++)
    atoms->places[next[atoms->text_words[i]]++] = i;
}

CsTermAtoms *
cs_term_atoms_new (const CsClaimSet *claims, const CsDescription *description)
{
  CsTermAtoms *atoms = g_new0 (CsTermAtoms, 1);

  atoms->draft = cs_claim_set_get_draft (claims);
  atoms->chinese = strcmp (atoms->draft->language, "zh") == 0;
  atoms->read = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_unit_atoms_unref);
  cs_atom_room_init (&atoms->room);
  atoms->atoms = g_array_new (FALSE, FALSE, sizeof (CsAtom));
  atoms->units = g_array_new (FALSE, FALSE, sizeof (CsAtomUnit));
  atoms->signs = g_array_new (FALSE, FALSE, sizeof (CsAtomSign));
  atoms->known_signs = g_hash_table_new (g_str_hash, g_str_equal);
  atoms->words = g_ptr_array_new ();
  g_ptr_array_add (atoms->words, (gpointer) ""); /* word 0 is a stop */
  atoms->word_ids = g_hash_table_new (g_str_hash, g_str_equal);
  atoms->word_flags = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (atoms->word_flags, 1);
  atoms->strings = g_string_chunk_new (4096);

  gather_signs (atoms, claims, description);
  read_claims (atoms, claims);
  read_description (atoms, description);
  atoms->n_text = atoms->atoms->len;
  build_places (atoms);

  return atoms;
}

void
cs_term_atoms_free (CsTermAtoms *atoms)
{
  g_array_unref (atoms->atoms);
  g_ptr_array_unref (atoms->read);
  cs_atom_room_clear (&atoms->room);
  g_array_unref (atoms->units);
  g_array_unref (atoms->signs);
  g_hash_table_unref (atoms->known_signs);
  g_hash_table_unref (atoms->word_ids);
  g_array_unref (atoms->word_flags);
  g_ptr_array_unref (atoms->words);
  g_string_chunk_free (atoms->strings);
  g_free (atoms->text_words);
  g_free (atoms->places);
  g_free (atoms->firsts);
  g_free (atoms);
}

CsAtomName
cs_term_atoms_add_name (CsTermAtoms *atoms, const char *name)
{
  CsAtomName added = { .first = atoms->atoms->len, .name = name };
  g_autoptr (CsFolded) folded = cs_fold (name, strlen (name), get_flags (atoms));
  CsAtomSource source = { .text = name,
                          .n_bytes = strlen (name),
                          .folded = folded,
                          .chinese = atoms->chinese,
                          .first = atoms->atoms->len == 0,
                          .known_signs = atoms->known_signs,
                          .room = &atoms->room };
  guint n_signs = atoms->signs->len;

  append_unit (atoms, cs_unit_atoms_new (&source), CS_NO_INDEX);
  g_array_set_size (atoms->signs, n_signs); /* one within a name stands nowhere in the text */
  while (added.first + added.n_atoms < atoms->atoms->len &&
         cs_term_atoms_get (atoms, added.first + added.n_atoms)->word != 0)
    added.n_atoms++;

  return added;
}

const guint *
cs_term_atoms_places (const CsTermAtoms *atoms, guint word, guint *n_places)
{
  if (word >= atoms->n_words) /* only a name has it */
    {
      *n_places = 0;
      return atoms->places;
    }
  *n_places = atoms->firsts[word + 1] - atoms->firsts[word];

  return atoms->places + atoms->firsts[word];
}

/* Whether the words from @words on are those of @name. */
static inline gboolean
are_words_of (const guint32 *words, const CsAtom *name, guint n_atoms)
{
  for (guint i = 0; i < n_atoms; i++)
    if (words[i] != name[i].word)
      return FALSE;

  return TRUE;
}

gboolean
cs_term_atoms_equal (const CsTermAtoms *atoms, guint at, const CsAtomName *name)
{
  return at + name->n_atoms <= atoms->n_text &&
         are_words_of (atoms->text_words + at, cs_term_atoms_get (atoms, name->first),
                       name->n_atoms);
}

/* The atom of @name whose word stands in the fewest places. */
static guint
find_rarest (const CsTermAtoms *atoms, const CsAtomName *name)
{
  guint rarest = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < name->n_atoms; i++)
    {
      guint n_places;

      cs_term_atoms_places (atoms, cs_term_atoms_get (atoms, name->first + i)->word, &n_places);
      if (n_places < least)
        {
          least = n_places;
          rarest = i;
        }
    }

  return rarest;
}

guint
cs_term_atoms_count (const CsTermAtoms *atoms, const CsAtomName *name, GArray *places)
{
  const CsAtom *known = cs_term_atoms_get (atoms, name->first);
  guint rarest = find_rarest (atoms, name);
  guint n_places;
  guint n = 0;
  const guint *candidates =
      cs_term_atoms_places (atoms, cs_term_atoms_get (atoms, name->first + rarest)->word,
                            &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      guint at = candidates[i] - rarest;

      if (candidates[i] < rarest || at + name->n_atoms > atoms->n_text ||
          !are_words_of (atoms->text_words + at, known, name->n_atoms))
        continue;
      n++;
      if (places != NULL)
        g_array_append_val (places, at);
    }

  return n;
}

static char *
dup_characters (const CsTermAtoms *atoms, guint at, guint n_atoms)
{
  char *text = g_malloc (n_atoms * 4 + 1); /* no character of Unicode has more */
  char *end = text;

  for (guint i = 0; i < n_atoms; i++)
    end += g_unichar_to_utf8 (cs_term_atoms_get (atoms, at + i)->word, end);
  *end = '\0';

  return text;
}

char *
cs_term_atoms_dup_words (const CsTermAtoms *atoms, guint at, guint n_atoms)
{
  GString *text;

  if (atoms->chinese)
    return dup_characters (atoms, at, n_atoms);

  text = g_string_sized_new (32);
  for (guint i = 0; i < n_atoms; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, g_ptr_array_index (atoms->words,
                                                cs_term_atoms_get (atoms, at + i)->word));
    }

  return g_string_free (text, FALSE);
}

CsSpan
cs_term_atoms_span (const CsTermAtoms *atoms, guint at, guint n_atoms)
{
  const CsAtom *first = cs_term_atoms_get (atoms, at);
  const CsAtom *last = cs_term_atoms_get (atoms, at + n_atoms - 1);
  const CsAtomUnit *unit = &g_array_index (atoms->units, CsAtomUnit, first->unit);

  return (CsSpan){ unit->part, unit->index, first->start, last->end };
}

gboolean
cs_term_atoms_ends_before (const CsTermAtoms *atoms, guint at)
{
  const CsAtom *atom = cs_term_atoms_get (atoms, at);

  if (atom->word == 0 || (atom->flags & CS_ATOM_APART) != 0)
    return TRUE;

  return (atom->flags & CS_ATOM_BEGINS) != 0 && (atom->flags & CS_ATOM_NAME) == 0;
}
