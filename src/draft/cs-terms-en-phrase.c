#include "cs-terms-en.h"

/* Where a noun phrase ends: at a mark, at a word no term holds, or at a word that goes on to say
 * something of the noun before it. "The supports" may be a noun, or "the arm supports a roller" a
 * verb: number agreement and the word behind tell mostly. */

typedef struct
{
  guint forms;
  guint classes;
  gboolean is_word;
} Look;

static Look
look (const CsTextEn *text, guint at, guint end)
{
  Look seen = { 0, 0, FALSE };

  if (at < end && cs_text_en_is_word (text, at))
    {
      const CsWordEntry *word = cs_text_en_word (text, at);

      seen = (Look){ word->forms, word->classes, TRUE };
    }

  return seen;
}

static gboolean
is_closed (Look seen)
{
  return (seen.classes & CS_EN_CLOSED) != 0;
}

/* Whether a new phrase begins there: "a", "the", "two", "it". */
static gboolean
begins_phrase (const CsTextEn *text, guint at, guint end)
{
  Look seen = look (text, at, end);

  if (at < end && cs_text_en_token (text, at)->kind == CS_TOKEN_NUMBER)
    return TRUE;

  return (seen.classes & (CS_EN_DETERMINER | CS_EN_PRONOUN | CS_EN_NUMBER)) != 0 &&
         (seen.classes & CS_EN_PREPOSITION) == 0;
}

/* A word that can stand in a name: noun, adjective or a form that can be one. */
static gboolean
can_be_named (Look seen)
{
  return seen.is_word && !is_closed (seen) &&
         ((seen.forms & (CS_EN_NOUN | CS_EN_ADJECTIVE | CS_EN_ING | CS_EN_UNKNOWN)) != 0 ||
          (seen.classes & CS_EN_ORDINAL) != 0);
}

static CsPredicate
judge_adverb (Look next)
{
  return next.is_word && !is_closed (next) && (next.forms & CS_EN_NOUN) != 0 &&
                 (next.forms & CS_EN_PARTICIPLE) == 0
             ? CS_PREDICATE_LIKELY
             : CS_PREDICATE_SURE;
}

/* "the device coupled to", "the motor driven shaft" */
static CsPredicate
judge_participle (Look word, Look next)
{
  if (!next.is_word || is_closed (next))
    return (word.forms & CS_EN_NOUN) != 0 ? CS_PREDICATE_POSSIBLE : CS_PREDICATE_SURE;
  if ((next.forms & (CS_EN_ADVERB | CS_EN_VERB_S)) != 0 && (next.forms & CS_EN_NOUN) == 0)
    return CS_PREDICATE_SURE;

  return can_be_named (next) ? CS_PREDICATE_POSSIBLE : CS_PREDICATE_LIKELY;
}

/* "the layer containing oxygen", "the signal processing unit" */
static CsPredicate
judge_ing (const CsTextEn *text, guint at, guint end, Look word, Look next)
{
  gboolean noun = (word.forms & CS_EN_NOUN) != 0;

  if (begins_phrase (text, at + 1, end))
    return CS_PREDICATE_SURE;
  if ((next.classes & CS_EN_CLOSED_ADVERB) != 0)
    return CS_PREDICATE_SURE;
  if (!next.is_word || (next.classes & (CS_EN_AUXILIARY | CS_EN_CONJUNCTION)) != 0)
    return noun ? CS_PREDICATE_NO : CS_PREDICATE_POSSIBLE;
  if ((next.classes & CS_EN_PREPOSITION) != 0)
    return noun ? (cs_text_en_reads (text, at + 1, "of") ? CS_PREDICATE_NO : CS_PREDICATE_POSSIBLE)
                : CS_PREDICATE_SURE;
  if (is_closed (next))
    return CS_PREDICATE_LIKELY;
  if ((word.classes & CS_EN_VERBAL) != 0)
    return CS_PREDICATE_LIKELY;

  return CS_PREDICATE_POSSIBLE;
}

/* "the arm supports a roller", "the roller supports": only a singular noun goes with such a verb. */
static CsPredicate
judge_verb_s (const CsTextEn *text, guint at, guint end, gboolean after_plural, Look next)
{
  const CsWordEntry *entry = cs_text_en_word (text, at);

  if ((entry->forms & CS_EN_NOUN) == 0)
    return CS_PREDICATE_SURE;
  if (after_plural)
    return CS_PREDICATE_NO;
  if (begins_phrase (text, at + 1, end))
    return CS_PREDICATE_SURE;
  if (!next.is_word)
    return CS_PREDICATE_NO;
  if ((next.classes & CS_EN_AUXILIARY) != 0 || (next.forms & (CS_EN_VERB_S | CS_EN_NOUN)) == CS_EN_VERB_S)
    return CS_PREDICATE_NO;
  if ((next.classes & CS_EN_PREPOSITION) != 0)
    return cs_text_en_reads (text, at + 1, "of") ? CS_PREDICATE_NO
           : entry->verbs > entry->nouns         ? CS_PREDICATE_LIKELY
                                                 : CS_PREDICATE_POSSIBLE;
  if ((next.classes & CS_EN_CLOSED_ADVERB) != 0 || (next.forms & CS_EN_ADVERB) != 0)
    return CS_PREDICATE_LIKELY;
  if ((next.classes & CS_EN_CONJUNCTION) != 0)
    return CS_PREDICATE_POSSIBLE;
  if ((next.forms & CS_EN_PARTICIPLE) != 0)
    return CS_PREDICATE_POSSIBLE;

  return CS_PREDICATE_LIKELY; /* a plural hardly stands before another noun */
}

/* "the rollers support a belt", "the devices receive": only a plural goes with such a verb. */
static CsPredicate
judge_verb (const CsTextEn *text, guint at, guint end, gboolean after_plural, Look word)
{
  const CsWordEntry *entry = cs_text_en_word (text, at);

  if ((word.forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == 0)
    return CS_PREDICATE_SURE;
  if (!after_plural)
    return CS_PREDICATE_NO;
  if (begins_phrase (text, at + 1, end))
    return CS_PREDICATE_SURE;

  return entry->verbs >= entry->nouns ? CS_PREDICATE_LIKELY : CS_PREDICATE_POSSIBLE;
}

/* "the surface adjacent the wall", "the housing upper part" */
static CsPredicate
judge_adjective (const CsTextEn *text, guint at, guint end, Look word, Look next)
{
  if ((word.forms & CS_EN_NOUN) != 0 && (word.classes & CS_EN_POSTPOSED) == 0)
    return CS_PREDICATE_NO;
  if ((word.forms & CS_EN_NOUN) != 0 && (next.classes & CS_EN_PREPOSITION) == 0)
    return CS_PREDICATE_NO;
  if (next.is_word && !is_closed (next) && can_be_named (next))
    return (word.classes & CS_EN_POSTPOSED) != 0 ? CS_PREDICATE_POSSIBLE : CS_PREDICATE_NO;
  if ((word.classes & CS_EN_POSTPOSED) != 0)
    return CS_PREDICATE_SURE;

  return begins_phrase (text, at + 1, end) || next.is_word ? CS_PREDICATE_LIKELY
                                                           : CS_PREDICATE_POSSIBLE;
}

/* How surely the word at @at does not belong to the term that the words before it make. */
static CsPredicate
judge (const CsTextEn *text, guint before, guint at, guint end)
{
  Look last = look (text, before, end);
  Look word = look (text, at, end);
  Look next = look (text, at + 1, end);
  gboolean after_noun = (last.forms & (CS_EN_NOUN | CS_EN_UNKNOWN | CS_EN_ING)) != 0;
  gboolean after_plural = (last.forms & CS_EN_PLURAL) != 0;
  CsPredicate predicate = CS_PREDICATE_NO;

  if ((cs_text_en_token (text, at)->flags & CS_TOKEN_JOINED) != 0 || !after_noun)
    return CS_PREDICATE_NO;

  /* "the genes NOL4 and", "the formula DE": a label. "the signal RF unit" has none. */
  if ((cs_text_en_token (text, at)->flags & CS_TOKEN_NAME) != 0 && (cs_text_en_token (text, before)->flags & CS_TOKEN_NAME) == 0 &&
      (!next.is_word || is_closed (next)))
    return (last.classes & CS_EN_LABEL) != 0 || after_plural || (word.forms & CS_EN_UNKNOWN) == 0 ? CS_PREDICATE_SURE : CS_PREDICATE_POSSIBLE;
  if ((word.forms & CS_EN_ADVERB) != 0 && (word.forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == 0)
    return judge_adverb (next);
  if ((word.forms & CS_EN_VERB_S) != 0)
    predicate = judge_verb_s (text, at, end, after_plural, next);
  else if ((word.forms & CS_EN_ING) != 0)
    predicate = judge_ing (text, at, end, word, next);
  else if ((word.forms & CS_EN_PARTICIPLE) != 0)
    predicate = judge_participle (word, next);
  else if ((word.forms & CS_EN_VERB) != 0)
    predicate = judge_verb (text, at, end, after_plural, word);
  if ((word.forms & CS_EN_ADJECTIVE) != 0 || (word.classes & CS_EN_POSTPOSED) != 0)
    predicate = MAX (predicate, judge_adjective (text, at, end, word, next));

  return predicate;
}

/* Skips a gloss: "user equipment (UE) identifier". Returns: the token to go on with */
static guint
skip_gloss (const CsTextEn *text, guint at, guint end)
{
  const CsTokenEn *token = cs_text_en_token (text, at);
  guint behind;

  if (at >= end || token->kind != CS_TOKEN_OPEN || token->word + 1 >= end)
    return at;

  behind = token->word + 1;

  return token->word - at <= 5 && can_be_named (look (text, behind, end)) ? behind : at;
}

/* The end of the term: before the first word that is likely no part of it. */
static void
cut_term (const CsTextEn *text, CsPhraseEn *phrase)
{
  guint n = 1;

  while (n < phrase->n_words && phrase->predicates[n] < CS_PREDICATE_LIKELY)
    n++;
  phrase->n_term = n;
}

gboolean
cs_phrase_en_read (const CsTextEn *text, guint at, guint end, CsPhraseEn *phrase)
{
  guint n = 0;

  while (at < end && n < CS_PHRASE_EN_MAX && cs_text_en_is_word (text, at))
    {
      const CsWordEntry *word = cs_text_en_word (text, at);
      gboolean joined = (cs_text_en_token (text, at)->flags & CS_TOKEN_JOINED) != 0;

      if ((word->classes & CS_EN_CLOSED) != 0 && !joined &&
          !(at + 1 < end && (cs_text_en_token (text, at + 1)->flags & CS_TOKEN_JOINED) != 0))
        break;
      phrase->tokens[n] = at;
      phrase->lemmas[n] = word->lemma;
      phrase->predicates[n] =
          n == 0 ? CS_PREDICATE_NO : judge (text, phrase->tokens[n - 1], at, end);
      n++;
      if ((cs_text_en_token (text, at)->flags & CS_TOKEN_POSSESSIVE) != 0)
        break;
      at = skip_gloss (text, at + 1, end);
    }
  if (n == 0)
    return FALSE;

  phrase->n_words = n;
  phrase->predicates[n] = CS_PREDICATE_SURE;
  cut_term (text, phrase);

  return TRUE;
}

guint
cs_phrase_en_next (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  return phrase->tokens[n_words - 1] + 1;
}
