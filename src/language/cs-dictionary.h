#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsDictionary:
 *
 * The words of a language with what is known of each, from resources/lexicons: read where it lies,
 * nothing is loaded. Immutable, never freed.
 */
typedef struct _CsDictionary CsDictionary;

/** CsWordClass: part of speech of a Chinese word, see cs_word_zh_class() */
typedef enum
{
  CS_WORD_OTHER,
  CS_WORD_NOUN,
  CS_WORD_VERB,
  CS_WORD_VERBAL_NOUN, /* 连接, 控制: either */
  CS_WORD_ADJECTIVE,
  CS_WORD_ADVERB,
  CS_WORD_PREPOSITION,
  CS_WORD_CONJUNCTION,
  CS_WORD_PARTICLE,
  CS_WORD_PRONOUN,
  CS_WORD_NUMERAL,
  CS_WORD_CLASSIFIER,
  CS_WORD_LOCATIVE, /* 上, 内, 之间 */
  CS_WORD_TIME,
  CS_WORD_IDIOM
} CsWordClass;

/** CsWordEnFlags: what an English word can be, in the low bits of its value */
typedef enum
{
  CS_WORD_EN_NOUN = 1 << 0,
  CS_WORD_EN_VERB = 1 << 1,
  CS_WORD_EN_ADJECTIVE = 1 << 2,
  CS_WORD_EN_ADVERB = 1 << 3
} CsWordEnFlags;

/** CsDictionaryWalk: a place in a dictionary, reached by the letters stepped over so far */
typedef struct
{
  const CsDictionary *dictionary;
  guint32 list;
  gunichar first; /* of the word, when one letter was stepped over */
} CsDictionaryWalk;

/**
 * cs_dictionary_get:
 * @language: "zh" or "en"
 *
 * Thread: any.
 *
 * Returns: (transfer none): the dictionary; empty when the program was built without it
 */
const CsDictionary *cs_dictionary_get (const char *language);

/** cs_dictionary_begin: Returns: a walk that has stepped over nothing yet */
CsDictionaryWalk cs_dictionary_begin (const CsDictionary *dictionary);

/**
 * cs_dictionary_step:
 * @walk: a place
 * @unit: the next character of the text
 * @value: (out): what is known of the word that ends here, 0 when none does
 *
 * To find all words that begin at a place, step until there is no way on. O(log n).
 *
 * Returns: whether any word goes on with @unit
 */
gboolean cs_dictionary_step (CsDictionaryWalk *walk,
                             gunichar unit,
                             guint *value);

/**
 * cs_dictionary_lookup:
 * @dictionary: a dictionary
 * @word: (array length=n_bytes): UTF-8; English in lower case
 * @n_bytes: its length
 *
 * Returns: what is known of @word, 0 when it is not there
 */
guint cs_dictionary_lookup (const CsDictionary *dictionary,
                            const char *word,
                            gsize n_bytes);

/** cs_word_zh_cost: Returns: from the value of a Chinese word, what it costs in a path of least
 *  cost: -128 ln of how often it is met, in steps */
guint cs_word_zh_cost (guint value);

/** cs_word_zh_class: Returns: from the value of a Chinese word, what it mostly is */
CsWordClass cs_word_zh_class (guint value);

/** cs_word_en_noun_count: Returns: from the value of an English word that can be noun and verb, the
 *  number of bits of how often it was met as a noun, 0 to 15 */
guint cs_word_en_noun_count (guint value);

/** cs_word_en_verb_count: as cs_word_en_noun_count(), as a verb */
guint cs_word_en_verb_count (guint value);

G_END_DECLS
