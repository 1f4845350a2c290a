#pragma once

#include "cs-claim-set.h"
#include "cs-description.h"
#include "cs-unit-atoms.h"

G_BEGIN_DECLS

/* Claims and description as one row of atoms in which names can be compared, whatever the language:
 * inside the analysis of term variants, for nobody else. */

/**
 * CsAtom:
 * @word: equal for equal atoms: a Chinese character, or the number of an English word in the
 *   singular; 0 for a stop
 * @start: first byte in the text of its unit
 * @end: one past its last byte
 * @unit: index in #CsTermAtoms.units
 * @sentence: counts sentences over all units
 * @clause: counts what commas part; in English sentences, for commas part what is listed there
 * @flags: #CsAtomFlags
 */
typedef struct
{
  guint32 word;
  guint32 start;
  guint32 end;
  guint32 unit;
  guint32 sentence;
  guint32 clause;
  guint32 flags;
} CsAtom;

/** CsAtomUnit: a claim or paragraph */
typedef struct
{
  CsPart part;
  guint index;
} CsAtomUnit;

/**
 * CsAtomSign:
 * @next: the atom that stands behind it, or would: it may be the last of the text
 * @unit: which of the units it stands in
 * @sign: (transfer none): as printed
 * @range: where, in the text of that unit
 */
typedef struct
{
  guint next;
  guint unit;
  const char *sign;
  CsRange range;
} CsAtomSign;

/**
 * CsAtomName:
 * @first: its first atom
 * @n_atoms: how many
 * @name: (transfer none): as written
 * @sign: (nullable) (transfer none): the sign it bears
 * @claimed: it is a term of the claims
 * @where: where it was found
 */
typedef struct
{
  guint first;
  guint n_atoms;
  const char *name;
  const char *sign;
  gboolean claimed;
  CsSpan where;
} CsAtomName;

/**
 * CsTermAtoms:
 * @draft: (transfer none): what it is of
 * @chinese: the language
 * @atoms: (element-type CsAtom): the text; behind @n_text, the names
 * @text_words: (array length=n_text): the words of the text alone, for those that search it
 * @n_text: how many atoms are text
 * @n_words: one more than the largest number of a word in the text
 * @sentence: of the next atom
 * @clause: of the next atom
 * @read: (element-type CsUnitAtoms): what it is put together of; holds the words
 * @room: to read units in
 * @units: (element-type CsAtomUnit)
 * @signs: (element-type CsAtomSign): known signs, in the order of the text
 * @known_signs: sign -> itself
 * @words: (element-type utf8): English words, by number
 * @word_ids: English word, in any form -> its number
 * @word_flags: (element-type guint32): #CsAtomFlags of English words, by number
 * @strings: holds the strings
 * @places: (array): atoms by word
 * @firsts: for each word its first in @places; one more for the end
 */
typedef struct
{
  const CsDraft *draft;
  gboolean chinese;
  GArray *atoms;
  guint32 *text_words;
  guint n_text;
  guint n_words;
  guint sentence;
  guint clause;
  GPtrArray *read;
  CsAtomRoom room;
  GArray *units;
  GArray *signs;
  GHashTable *known_signs;
  GPtrArray *words;
  GHashTable *word_ids;
  GArray *word_flags;
  GStringChunk *strings;
  guint *places;
  guint *firsts;
} CsTermAtoms;

/** cs_term_atoms_new: reads claims and description. O(n). Returns: (transfer full): their atoms */
CsTermAtoms *cs_term_atoms_new (const CsClaimSet *claims,
                                const CsDescription *description) G_GNUC_WARN_UNUSED_RESULT;

/** cs_term_atoms_free: frees @atoms */
void cs_term_atoms_free (CsTermAtoms *atoms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTermAtoms, cs_term_atoms_free)

/** cs_term_atoms_add_name: reads a name behind the text. Returns: where it stands; borrows @name */
CsAtomName cs_term_atoms_add_name (CsTermAtoms *atoms,
                                   const char *name);

/** cs_term_atoms_get: Returns: the atom at @index */
static inline const CsAtom *
cs_term_atoms_get (const CsTermAtoms *atoms, guint index)
{
  return &g_array_index (atoms->atoms, CsAtom, index);
}

/** cs_term_atoms_places: @n_places: (out). Returns: (array length=n_places): where @word stands */
const guint *cs_term_atoms_places (const CsTermAtoms *atoms,
                                   guint word,
                                   guint *n_places);

/** cs_term_atoms_equal: Returns: whether the text at @at reads like @name */
gboolean cs_term_atoms_equal (const CsTermAtoms *atoms,
                              guint at,
                              const CsAtomName *name);

/** cs_term_atoms_count: @places: (nullable) (element-type guint): filled with where. Returns: how
 *  often the text has @name */
guint cs_term_atoms_count (const CsTermAtoms *atoms,
                           const CsAtomName *name,
                           GArray *places);

/** cs_term_atoms_dup_words: Returns: (transfer full): @n_atoms from @at on, in the form in which
 *  they are compared */
char *cs_term_atoms_dup_words (const CsTermAtoms *atoms,
                               guint at,
                               guint n_atoms);

/** cs_term_atoms_span: Returns: where @n_atoms from @at on stand */
CsSpan cs_term_atoms_span (const CsTermAtoms *atoms,
                           guint at,
                           guint n_atoms);

/** cs_term_atoms_ends_before: Returns: whether a name that stands before @at ends there for sure */
gboolean cs_term_atoms_ends_before (const CsTermAtoms *atoms,
                                    guint at);

G_END_DECLS
