#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CS_WORD_EN_MAX 48 /* bytes; what is longer is no word and stands for itself */

/**
 * CsWordEnForm: what an English word can be here, inflection included
 * @CS_EN_NOUN: a noun, in the singular or plural
 * @CS_EN_PLURAL: as a noun, its plural
 * @CS_EN_VERB: the base form of a verb: make
 * @CS_EN_VERB_S: its third person: makes
 * @CS_EN_ING: making
 * @CS_EN_PARTICIPLE: made, connected
 * @CS_EN_ADJECTIVE: an adjective
 * @CS_EN_ADVERB: an adverb
 * @CS_EN_ACTION: names what is done: the determination, the making
 * @CS_EN_UNKNOWN: no dictionary has it: mostly a technical noun
 */
typedef enum
{
  CS_EN_NOUN = 1 << 0,
  CS_EN_PLURAL = 1 << 1,
  CS_EN_VERB = 1 << 2,
  CS_EN_VERB_S = 1 << 3,
  CS_EN_ING = 1 << 4,
  CS_EN_PARTICIPLE = 1 << 5,
  CS_EN_ADJECTIVE = 1 << 6,
  CS_EN_ADVERB = 1 << 7,
  CS_EN_UNKNOWN = 1 << 8,
  CS_EN_ACTION = 1 << 9
} CsWordEnForm;

/**
 * CsWordEnClass: lists of resources/lexicons/terms-words.en.tsv a word stands in
 * @CS_EN_DETERMINER: the, each
 * @CS_EN_PREPOSITION: of, between
 * @CS_EN_CONJUNCTION: and, wherein
 * @CS_EN_AUXILIARY: is, can
 * @CS_EN_PRONOUN: it, which
 * @CS_EN_CLOSED_ADVERB: further, thereof
 * @CS_EN_NUMBER: two, several
 * @CS_EN_COUNT: plurality, pair: counts what follows "of"
 * @CS_EN_ORDINAL: first
 * @CS_EN_PAIRED: words that are coordinated before one noun: upper and lower plates
 * @CS_EN_FREE: says nothing of its own of a thing known: the respective pump
 * @CS_EN_RESULT: the resulting mixture, which a step made
 * @CS_EN_ALWAYS: always with "the": the presence, the art
 * @CS_EN_RELATIONAL: what everything has: the length of
 * @CS_EN_BODY: what every patient has, or every lens: the retina, the telephoto end
 * @CS_EN_SUPERLATIVE: the largest, of which there is one
 * @CS_EN_GENERIC: step, process: names what was said as something done
 * @CS_EN_VERBAL: comprising, receiving: goes on to say more of a noun, hardly part of a name
 * @CS_EN_POSTPOSED: adjacent, coupled: follows its noun
 * @CS_EN_PREFIX: pre, non: joined to what follows a hyphen
 * @CS_EN_NAMED: often bears a proper name: the NOL4 gene
 * @CS_EN_CHEMICAL: what a formula shows: the phenyl ring
 * @CS_EN_DIMENSION: what is said of anything, whoever introduced it: the amount of
 * @CS_EN_LABEL: is followed by its label: the formula (I)
 * @CS_EN_LIVING: tells that a text is of biology or organic chemistry: antibody, phenyl
 * @CS_EN_ANATOMY: what a body has without being told: the reproductive tract, the iris
 * @CS_EN_MOLECULAR: what a protein or a nucleic acid has: the transactivation domain of
 */
typedef enum
{
  CS_EN_DETERMINER = 1 << 0,
  CS_EN_PREPOSITION = 1 << 1,
  CS_EN_CONJUNCTION = 1 << 2,
  CS_EN_AUXILIARY = 1 << 3,
  CS_EN_PRONOUN = 1 << 4,
  CS_EN_CLOSED_ADVERB = 1 << 5,
  CS_EN_NUMBER = 1 << 6,
  CS_EN_COUNT = 1 << 7,
  CS_EN_ORDINAL = 1 << 8,
  CS_EN_PAIRED = 1 << 9,
  CS_EN_FREE = 1 << 10,
  CS_EN_RESULT = 1 << 11,
  CS_EN_ALWAYS = 1 << 12,
  CS_EN_RELATIONAL = 1 << 13,
  CS_EN_BODY = 1 << 14,
  CS_EN_SUPERLATIVE = 1 << 15,
  CS_EN_GENERIC = 1 << 16,
  CS_EN_VERBAL = 1 << 17,
  CS_EN_POSTPOSED = 1 << 18,
  CS_EN_PREFIX = 1 << 19,
  CS_EN_NAMED = 1 << 20,
  CS_EN_CHEMICAL = 1 << 21,
  CS_EN_LABEL = 1 << 22,
  CS_EN_DIMENSION = 1 << 23,
  CS_EN_LIVING = 1 << 24,
  CS_EN_ANATOMY = 1 << 25,
  CS_EN_MOLECULAR = 1 << 26
} CsWordEnClass;

/** CS_EN_OF_LEMMA: classes that a plural has from its singular */
#define CS_EN_OF_LEMMA                                                                          \
  (CS_EN_RELATIONAL | CS_EN_GENERIC | CS_EN_NAMED | CS_EN_CHEMICAL | CS_EN_LABEL | CS_EN_BODY | \
   CS_EN_DIMENSION | CS_EN_LIVING | CS_EN_ANATOMY | CS_EN_MOLECULAR)

/** CS_EN_CLOSED: no term holds a word of these classes */
#define CS_EN_CLOSED                                                                            \
  (CS_EN_DETERMINER | CS_EN_PREPOSITION | CS_EN_CONJUNCTION | CS_EN_AUXILIARY | CS_EN_PRONOUN | \
   CS_EN_CLOSED_ADVERB)

/**
 * CsWordEn:
 * @forms: #CsWordEnForm
 * @classes: #CsWordEnClass
 * @nouns: how often it is met as a noun, in bits; see cs_word_en_noun_count()
 * @verbs: likewise as a verb
 * @lemma: the word in the singular, NUL-terminated
 * @stem: what it has in common with its relatives: "determin" for determines and determination
 */
typedef struct
{
  guint forms;
  guint classes;
  guint nouns;
  guint verbs;
  char lemma[CS_WORD_EN_MAX];
  char stem[CS_WORD_EN_MAX];
} CsWordEn;

/**
 * cs_word_en_analyse:
 * @word: (array length=n_bytes): a word in lower case
 * @n_bytes: its length
 * @info: (out caller-allocates): what is known of it
 *
 * Inflection by rule, checked against the dictionary, and by resources/lexicons/terms-forms.en.tsv
 * where no rule helps. About a microsecond. Thread: any.
 */
void cs_word_en_analyse (const char *word,
                         gsize n_bytes,
                         CsWordEn *info);

G_END_DECLS
