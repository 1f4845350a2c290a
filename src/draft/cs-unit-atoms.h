#pragma once

#include "cs-claim.h"

G_BEGIN_DECLS

/* The atoms of one claim, paragraph or name, which #CsTermAtoms puts in a row: inside the analysis
 * of term variants, for nobody else. They are kept with the reading of the unit. */

/**
 * CsAtomFlags:
 * @CS_ATOM_BEGINS: a word begins here; always in English
 * @CS_ATOM_NAME: may be part of a name; without it, a name ends before it
 * @CS_ATOM_MODIFIER: rather describes a thing than names it: 相应, larger, mounted
 * @CS_ATOM_VERB: may be a predicate too: 控制, lifts
 * @CS_ATOM_LABEL: a digit, ordinal, single letter or acronym: tells things of one name apart
 * @CS_ATOM_APART: what was taken out before it ends a name there: 的, 所述, an article, a sign
 * @CS_ATOM_DEFINITE: behind 所述, "the" or "said"
 * @CS_ATOM_INDEFINITE: behind "a", "an", 一个 or 包括
 * @CS_ATOM_UNKNOWN: an English word that no dictionary has
 * @CS_ATOM_CAPITAL: written with a capital that is not at the head of a sentence
 * @CS_ATOM_OF_WORD: has the flags of its English word too; in #CsUnitAtom alone, as those below
 * @CS_ATOM_ENDS_CLAUSE: a stop that ends a clause
 * @CS_ATOM_ENDS_SENTENCE: a stop that ends a sentence
 */
typedef enum
{
  CS_ATOM_BEGINS = 1 << 0,
  CS_ATOM_NAME = 1 << 1,
  CS_ATOM_MODIFIER = 1 << 2,
  CS_ATOM_VERB = 1 << 3,
  CS_ATOM_LABEL = 1 << 4,
  CS_ATOM_APART = 1 << 5,
  CS_ATOM_DEFINITE = 1 << 6,
  CS_ATOM_INDEFINITE = 1 << 7,
  CS_ATOM_UNKNOWN = 1 << 8,
  CS_ATOM_CAPITAL = 1 << 9,
  CS_ATOM_OF_WORD = 1 << 10,
  CS_ATOM_ENDS_CLAUSE = 1 << 11,
  CS_ATOM_ENDS_SENTENCE = 1 << 12
} CsAtomFlags;

/** CS_ATOM_SHARED: the flags that say the same in a row of atoms as in one unit */
#define CS_ATOM_SHARED (CS_ATOM_OF_WORD - 1)

/**
 * CsUnitAtom:
 * @word: a Chinese character, or 1 more than the index of an English word in #CsUnitAtoms.words; 0
 *   for a stop
 * @start: first byte in the text of the unit
 * @end: one past its last byte
 * @flags: #CsAtomFlags
 */
typedef struct
{
  guint32 word;
  guint32 start;
  guint32 end;
  guint32 flags;
} CsUnitAtom;

/** CsUnitSign: a known sign, the one of @asked; @next is the atom that stands behind it; where it
 *  stands, in bytes */
typedef struct
{
  guint32 next;
  guint32 asked;
  guint32 start;
  guint32 end;
} CsUnitSign;

/** CsAtomWord: an English word as @written, in the singular, both as places in
 *  #CsUnitAtoms.strings, and what is known of it: #CsAtomFlags */
typedef struct
{
  guint32 written;
  guint32 lemma;
  guint32 flags;
} CsAtomWord;

/** CsAskedSign: whether what reads like a sign, a place in #CsUnitAtoms.strings, was known to be
 *  one when the unit was read */
typedef struct
{
  guint32 sign;
  gboolean known;
} CsAskedSign;

/** CsAtomForm: an English word with its plural, and its number in the unit that was the @unit-th to
 *  be read */
typedef struct
{
  const char *written;
  const char *lemma;
  guint32 flags;
  guint32 unit;
  guint32 number;
} CsAtomForm;

/**
 * CsAtomRoom:
 * @forms: English word as written -> CsAtomForm
 * @form_strings: holds their strings
 * @n_units: how many units were read
 * @atoms: (element-type CsUnitAtom): of the unit at hand, as all below
 * @words: (element-type CsAtomWord)
 * @signs: (element-type CsUnitSign)
 * @asked: (element-type CsAskedSign)
 * @strings: the strings, each with its NUL
 *
 * What is needed to read one unit after the other, of one thread alone.
 */
typedef struct
{
  GHashTable *forms;
  GStringChunk *form_strings;
  guint32 n_units;
  GArray *atoms;
  GArray *words;
  GArray *signs;
  GArray *asked;
  GString *strings;
} CsAtomRoom;

/** cs_atom_room_init: prepares @room */
void cs_atom_room_init (CsAtomRoom *room);

/** cs_atom_room_clear: frees what is in @room */
void cs_atom_room_clear (CsAtomRoom *room);

/**
 * CsAtomSource:
 * @text: (array length=n_bytes): a claim, a paragraph or a name
 * @n_bytes: its length
 * @folded: the same, folded: in lower case when it is English
 * @chinese: the language
 * @bare_signs: signs stand without brackets too, as they do in descriptions
 * @first: no atom stands before it
 * @uses: (element-type CsSignUse) (nullable): the signs in its brackets
 * @known_signs: the set of known signs
 * @room: to read it in
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  const CsFolded *folded;
  gboolean chinese;
  gboolean bare_signs;
  gboolean first;
  const GArray *uses;
  GHashTable *known_signs;
  CsAtomRoom *room;
} CsAtomSource;

/**
 * CsUnitAtoms:
 * @chinese: as in #CsAtomSource, as the two below
 * @bare_signs: likewise
 * @first: likewise
 * @atoms: (array length=n_atoms): the text; it ends with a stop
 * @words: (array length=n_words): English words as written, in the order of the text
 * @signs: (array length=n_signs): known signs
 * @asked: (array length=n_asked): all signs that were asked for
 * @strings: holds their strings
 *
 * Immutable once read, and of one piece.
 */
typedef struct
{
  gboolean chinese;
  gboolean bare_signs;
  gboolean first;
  guint n_atoms;
  guint n_words;
  guint n_signs;
  guint n_asked;
  CsUnitAtom *atoms;
  const CsAtomWord *words;
  const CsUnitSign *signs;
  const CsAskedSign *asked;
  const char *strings;
} CsUnitAtoms;

/** cs_unit_atoms_new: reads @source. O(n). Returns: (transfer full): its atoms */
CsUnitAtoms *cs_unit_atoms_new (const CsAtomSource *source) G_GNUC_WARN_UNUSED_RESULT;

/** cs_unit_atoms_ref: Returns: (transfer full): @unit. Thread: any. */
CsUnitAtoms *cs_unit_atoms_ref (CsUnitAtoms *unit);

/** cs_unit_atoms_unref: Thread: any. */
void cs_unit_atoms_unref (CsUnitAtoms *unit);

/** cs_unit_atoms_are_of: Returns: whether @source, which is the same text, would be read so too */
gboolean cs_unit_atoms_are_of (const CsUnitAtoms *unit,
                               const CsAtomSource *source);

/* --- how the two languages read --- */

/** CsAtomStop: what a stop closes: a word, a clause or a sentence */
typedef enum
{
  CS_ATOM_STOP_WORD,
  CS_ATOM_STOP_CLAUSE,
  CS_ATOM_STOP_SENTENCE
} CsAtomStop;

/** cs_unit_atoms_read_zh: adds what @source says to what is in its room */
void cs_unit_atoms_read_zh (const CsAtomSource *source);

/** cs_unit_atoms_read_en: likewise */
void cs_unit_atoms_read_en (const CsAtomSource *source);

/** cs_atom_room_add_string: Returns: the place of @text in the strings */
guint32 cs_atom_room_add_string (CsAtomRoom *room,
                                 const char *text,
                                 gsize n_bytes);

/** cs_unit_atoms_add_stop: closes what came before */
void cs_unit_atoms_add_stop (const CsAtomSource *source,
                             gsize byte,
                             CsAtomStop stop);

/** cs_unit_atoms_add_sign: notes @text as a sign when it is a known one. Returns: whether it is */
gboolean cs_unit_atoms_add_sign (const CsAtomSource *source,
                                 const char *text,
                                 gsize n_bytes,
                                 CsRange range);

G_END_DECLS
