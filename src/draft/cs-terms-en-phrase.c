#include "cs-terms-en.h"

/* Where a noun phrase ends: at a mark, at a word no term holds, or at a word that goes on to say
 * something of the noun before it. "The supports" may be a noun, or "the arm supports a roller" a
 * verb: number agreement and the word behind tell mostly. */

/* A word as it may be read. */
typedef struct
{
  guint forms;
  guint classes;
  guint nouns;
  guint verbs;
  gboolean is_word;
} Look;

/* A word behind a noun, and what is around it. @begins: a new phrase begins right behind it. @of:
 * "of" stands there. @next_joined: a hyphen is there. */
typedef struct
{
  Look last;
  Look word;
  Look next;
  gboolean after_plural;
  gboolean begins;
  gboolean of;
  gboolean next_joined;
} Place;

static Look
look (const CsTextEn *text, guint at, guint end)
{
  const CsWordEntry *word;

  if (at >= end || !cs_text_en_is_word (text, at))
    return (Look){ 0 };

  word = cs_text_en_word (text, at);

  return (Look){ word->forms, word->classes, word->nouns, word->verbs, TRUE };
}

static gboolean
is_closed (Look seen)
{
  return (seen.classes & CS_EN_CLOSED) != 0;
}

static gboolean
is_open_word (Look seen)
{
  return seen.is_word && !is_closed (seen);
}

static gboolean
is_preposition (Look seen)
{
  return (seen.classes & CS_EN_PREPOSITION) != 0;
}

/* Whether a new phrase begins there: "a", "the", "it", "3 rollers". A bare number is a sign. */
static gboolean
begins_phrase (const CsTextEn *text, guint at, guint end)
{
  Look seen = look (text, at, end);

  if (at < end && cs_text_en_token (text, at)->kind == CS_TOKEN_NUMBER)
    return is_open_word (look (text, at + 1, end));

  return (seen.classes & (CS_EN_DETERMINER | CS_EN_PRONOUN | CS_EN_NUMBER)) != 0 &&
         !is_preposition (seen);
}

/* A word that can stand in a name: noun, adjective or a form that can be one. */
static gboolean
can_be_named (Look seen)
{
  return is_open_word (seen) &&
         ((seen.forms & (CS_EN_NOUN | CS_EN_ADJECTIVE | CS_EN_ING | CS_EN_UNKNOWN)) != 0 ||
          (seen.classes & CS_EN_ORDINAL) != 0);
}

/* A word that can only be a verb: "comprises", "rotate". */
static gboolean
is_only_verb (Look seen)
{
  return (seen.forms & (CS_EN_VERB | CS_EN_VERB_S)) != 0 &&
         (seen.forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == 0;
}

static CsPredicate
judge_adverb (const Place *place)
{
  return is_open_word (place->next) && (place->next.forms & CS_EN_NOUN) != 0 &&
                 (place->next.forms & CS_EN_PARTICIPLE) == 0 ?
             CS_PREDICATE_LIKELY :
             CS_PREDICATE_SURE;
}

static gboolean
is_mostly_noun (const Look *word)
{
  return (word->forms & CS_EN_NOUN) != 0 && word->nouns > word->verbs;
}

static gboolean
is_mostly_verb (const Look *word)
{
  return word->verbs > word->nouns;
}

/* "the device coupled to", "the motor driven shaft" */
static CsPredicate
judge_participle (const Place *place)
{
  const Look *next = &place->next;

  if (!is_open_word (*next))
    return is_mostly_noun (&place->word) ? CS_PREDICATE_POSSIBLE : CS_PREDICATE_SURE;
  if ((next->forms & (CS_EN_ADVERB | CS_EN_VERB_S)) != 0 && (next->forms & CS_EN_NOUN) == 0)
    return CS_PREDICATE_SURE;
  if (((place->word.classes | next->classes) & CS_EN_POSTPOSED) != 0)
    return CS_PREDICATE_LIKELY;

  return can_be_named (*next) ? CS_PREDICATE_POSSIBLE : CS_PREDICATE_LIKELY;
}

/* "the layer containing oxygen", "the signal processing unit" */
static CsPredicate
judge_ing (const Place *place)
{
  const Look *next = &place->next;
  gboolean noun = (place->word.forms & CS_EN_NOUN) != 0;
  gboolean verbal = (place->word.classes & CS_EN_VERBAL) != 0;

  if (place->begins || (verbal && !noun) || (next->classes & CS_EN_CLOSED_ADVERB) != 0)
    return CS_PREDICATE_SURE;
  if (verbal && is_open_word (*next))
    return CS_PREDICATE_LIKELY;
  if (!next->is_word || (next->classes & (CS_EN_AUXILIARY | CS_EN_CONJUNCTION)) != 0)
    return noun ? CS_PREDICATE_NO : CS_PREDICATE_POSSIBLE;
  if (is_preposition (*next) && verbal && !place->of)
    return CS_PREDICATE_LIKELY;
  if (is_preposition (*next) && noun)
    return place->of ? CS_PREDICATE_NO : CS_PREDICATE_POSSIBLE;
  if (is_preposition (*next))
    return CS_PREDICATE_SURE;

  return is_closed (*next) ? CS_PREDICATE_LIKELY : CS_PREDICATE_POSSIBLE;
}

/* A preposition behind what may be noun or verb: "the arm supports on", "the supports of". */
static CsPredicate
judge_before_preposition (const Place *place)
{
  if (place->of)
    return CS_PREDICATE_NO;

  if (!place->after_plural && place->word.verbs > place->word.nouns)
    return CS_PREDICATE_LIKELY;

  return CS_PREDICATE_POSSIBLE;
}

/* "the arm supports a roller", "the roller supports": only a singular noun goes with such a verb,
 * unless it is "one of the rollers". */
static CsPredicate
judge_verb_s (const Place *place)
{
  const Look *next = &place->next;

  if ((place->word.forms & CS_EN_NOUN) == 0)
    return CS_PREDICATE_SURE;
  if (is_preposition (*next))
    return judge_before_preposition (place);
  if (place->after_plural && (next->is_word || !is_mostly_verb (&place->word)))
    return CS_PREDICATE_NO;
  if (place->after_plural) /* "the plurality of blades turns." */
    return CS_PREDICATE_POSSIBLE;
  if (place->begins)
    return CS_PREDICATE_SURE;
  if (!next->is_word)
    return is_mostly_verb (&place->word) ? CS_PREDICATE_LIKELY : CS_PREDICATE_POSSIBLE;
  if ((next->classes & CS_EN_AUXILIARY) != 0 || is_only_verb (*next))
    return CS_PREDICATE_NO;
  if ((next->classes & CS_EN_CLOSED_ADVERB) != 0 || (next->forms & CS_EN_ADVERB) != 0)
    return CS_PREDICATE_LIKELY;
  if ((next->classes & CS_EN_CONJUNCTION) != 0 || (next->forms & CS_EN_PARTICIPLE) != 0)
    return CS_PREDICATE_POSSIBLE;

  return CS_PREDICATE_LIKELY; /* a plural hardly stands before another noun */
}

/* "the rollers support a belt", "the devices receive": only a plural goes with such a verb, or
 * several singulars: "the conduit and the reservoir form a circuit". */
static CsPredicate
judge_verb (const Place *place)
{
  if (is_only_verb (place->word))
    return CS_PREDICATE_SURE;
  if (!place->after_plural)
    {
      if (place->begins)
        return CS_PREDICATE_LIKELY;
      if (is_preposition (place->next) && !place->of && place->word.verbs > place->word.nouns)
        return CS_PREDICATE_POSSIBLE;

      return CS_PREDICATE_NO;
    }
  if (place->begins)
    return CS_PREDICATE_SURE;

  return place->word.verbs >= place->word.nouns ? CS_PREDICATE_LIKELY : CS_PREDICATE_POSSIBLE;
}

/* "the surface adjacent the wall", "the housing upper part" */
static CsPredicate
judge_adjective (const Place *place)
{
  gboolean postposed = (place->word.classes & CS_EN_POSTPOSED) != 0;

  if (postposed && !place->next.is_word)
    return CS_PREDICATE_POSSIBLE; /* "leaves the valve open," */
  if ((place->word.forms & CS_EN_NOUN) != 0 &&
      (!postposed || (!is_preposition (place->next) && !place->begins)))
    return CS_PREDICATE_NO;
  if (can_be_named (place->next))
    return postposed ? CS_PREDICATE_POSSIBLE : CS_PREDICATE_NO;
  if (postposed)
    return CS_PREDICATE_SURE;

  return place->begins || place->next.is_word ? CS_PREDICATE_LIKELY : CS_PREDICATE_POSSIBLE;
}

/* A plural as verbs see it: media goes with singular verbs too. */
static gboolean
is_plural (const CsTextEn *text, guint at)
{
  return (cs_text_en_word (text, at)->forms & CS_EN_PLURAL) != 0 &&
         (cs_text_en_token (text, at)->flags & CS_TOKEN_UPPER) == 0 &&
         !cs_text_en_reads (text, at, "medium");
}

/* "the genes NOL4 and", "the formula DE", "the value pi" have a label. */
static CsPredicate
judge_label (const CsTextEn *text, guint before, guint at, const Place *place)
{
  const CsTokenEn *token = cs_text_en_token (text, at);
  guint length = token->end - token->start;
  gboolean takes_label = (place->last.classes & (CS_EN_LABEL | CS_EN_GENERIC)) != 0;

  if (cs_text_en_reads (text, at, "seq"))
    return CS_PREDICATE_SURE; /* the sequence SEQ ID NO: 1 */
  if ((is_open_word (place->next) && !place->next_joined) ||
      (cs_text_en_token (text, before)->flags & CS_TOKEN_NAME) != 0)
    return CS_PREDICATE_NO;
  if (takes_label && length <= 3 &&
      ((place->word.forms & CS_EN_UNKNOWN) != 0 || length == 1 || cs_text_en_is_roman (text, at)))
    return CS_PREDICATE_SURE;
  if (length <= 2 && cs_text_en_token (text, at + 1)->kind == CS_TOKEN_OPEN)
    return CS_PREDICATE_SURE; /* the elements ai(n) */
  if ((token->flags & CS_TOKEN_NAME) == 0)
    return CS_PREDICATE_NO;
  if (takes_label || place->after_plural || length <= 2)
    return CS_PREDICATE_SURE;

  return CS_PREDICATE_POSSIBLE;
}

static CsPredicate
judge_forms (const Place *place)
{
  guint forms = place->word.forms;
  CsPredicate predicate = CS_PREDICATE_NO;

  if ((forms & CS_EN_ADVERB) != 0 && (forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == 0)
    return judge_adverb (place);

  if ((forms & CS_EN_VERB_S) != 0)
    predicate = judge_verb_s (place);
  else if ((forms & CS_EN_ING) != 0)
    predicate = judge_ing (place);
  else if ((forms & CS_EN_PARTICIPLE) != 0)
    predicate = judge_participle (place);
  else if ((forms & CS_EN_VERB) != 0)
    predicate = judge_verb (place);
  if ((forms & CS_EN_ADJECTIVE) != 0 || (place->word.classes & CS_EN_POSTPOSED) != 0)
    predicate = MAX (predicate, judge_adjective (place));

  return predicate;
}

/* How surely the word at @at does not belong to the term that the words up to @before make. */
static CsPredicate
judge (const CsTextEn *text, guint before, guint at, guint end)
{
  Place place = { look (text, before, end), look (text, at, end), look (text, at + 1, end) };
  CsPredicate label;

  if ((cs_text_en_token (text, at)->flags & CS_TOKEN_JOINED) != 0 ||
      (place.last.forms & (CS_EN_NOUN | CS_EN_UNKNOWN | CS_EN_ING)) == 0)
    return CS_PREDICATE_NO;

  if (place.next.is_word)
    place.next_joined = (cs_text_en_token (text, at + 1)->flags & CS_TOKEN_JOINED) != 0;
  place.after_plural = is_plural (text, before);
  place.begins = begins_phrase (text, at + 1, end);
  place.of = place.next.is_word && cs_text_en_reads (text, at + 1, "of");
  label = judge_label (text, before, at, &place);

  return label != CS_PREDICATE_NO ? label : judge_forms (&place);
}

/* Skips a gloss: "user equipment (UE) identifier". Returns: the token to go on with */
static guint
skip_gloss (const CsTextEn *text, guint at, guint end)
{
  const CsTokenEn *token = cs_text_en_token (text, at);
  guint behind;

  if (at >= end || token->kind != CS_TOKEN_OPEN || token->word + 1 >= end ||
      (cs_text_en_classes (text, at - 1) & CS_EN_LABEL) != 0)
    return at;

  behind = token->word + 1;

  return token->word - at <= 5 && can_be_named (look (text, behind, end)) ? behind : at;
}

/* The end of the term: before the first word that is likely no part of it. */
static void
cut_term (CsPhraseEn *phrase)
{
  guint n = 1;

  while (n < phrase->n_words && phrase->predicates[n] < CS_PREDICATE_LIKELY)
    n++;
  phrase->n_term = n;
}

/* Whether a word that no term holds is part of one here: "add-on", "the inside surface". */
static gboolean
is_modifier (const CsTextEn *text, guint at, guint end, gboolean after_noun)
{
  Look next = look (text, at + 1, end);

  if (at + 1 < end && (cs_text_en_token (text, at + 1)->flags & CS_TOKEN_JOINED) != 0)
    return TRUE;

  return !after_noun && (cs_text_en_classes (text, at) & CS_EN_PAIRED) != 0 &&
         is_open_word (next) && (next.forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) != 0;
}

gboolean
cs_phrase_en_read (const CsTextEn *text, guint at, guint end, CsPhraseEn *phrase)
{
  guint n = 0;

  while (at < end && n < CS_PHRASE_EN_MAX && cs_text_en_is_word (text, at))
    {
      const CsWordEntry *word = cs_text_en_word (text, at);
      gboolean joined = (cs_text_en_token (text, at)->flags & CS_TOKEN_JOINED) != 0;
      gboolean after_noun =
          n > 0 && (cs_text_en_word (text, phrase->tokens[n - 1])->forms & CS_EN_NOUN) != 0;

      if ((word->classes & CS_EN_CLOSED) != 0 && !joined &&
          !is_modifier (text, at, end, after_noun))
        break;
      if ((word->classes & cs_text_en_classes (text, at + 1) & CS_EN_AUXILIARY) != 0)
        break; /* "the membrane is/are" */
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
  phrase->n_shared = 0;
  phrase->predicates[n] = CS_PREDICATE_SURE;
  cut_term (phrase);
  if (at < end && cs_text_en_token (text, at)->kind == CS_TOKEN_SIGN)
    phrase->n_term = n; /* a reference sign ends a term exactly */

  return TRUE;
}

guint
cs_phrase_en_next (const CsPhraseEn *phrase, guint n_words)
{
  return phrase->tokens[n_words - 1] + 1;
}

/* Whether all words of @phrase are such as stand before a noun: "first", "upper". */
static gboolean
is_all_paired (const CsTextEn *text, const CsPhraseEn *phrase)
{
  for (guint i = 0; i < phrase->n_words; i++)
    if ((cs_text_en_word (text, phrase->tokens[i])->classes & CS_EN_PAIRED) == 0)
      return FALSE;

  return TRUE;
}

/* Gives @phrase the words of @last behind its own paired ones. */
static void
share_head (const CsTextEn *text, CsPhraseEn *phrase, const CsPhraseEn *last)
{
  guint first = 0;

  while (first < last->n_term &&
         (cs_text_en_word (text, last->tokens[first])->classes & CS_EN_PAIRED) != 0)
    first++;
  for (; first < last->n_term && phrase->n_words < CS_PHRASE_EN_MAX; first++)
    {
      phrase->tokens[phrase->n_words] = last->tokens[first];
      phrase->lemmas[phrase->n_words] = last->lemmas[first];
      phrase->predicates[phrase->n_words] = CS_PREDICATE_NO;
      phrase->n_words++;
      phrase->n_shared++;
    }
  phrase->n_term = phrase->n_words;
  phrase->predicates[phrase->n_words] = CS_PREDICATE_SURE;
}

static gboolean
is_same_word (const CsTextEn *text, guint a, guint b)
{
  return cs_text_en_is_word (text, a) && cs_text_en_is_word (text, b) &&
         cs_text_en_token (text, a)->word == cs_text_en_token (text, b)->word;
}

guint
cs_phrase_en_read_all (const CsTextEn *text, guint at, guint end, CsPhraseEn *phrases)
{
  guint first = at > 0 ? at - 1 : at;
  guint n = 0;

  while (n < CS_PHRASES_EN_MAX && cs_phrase_en_read (text, at, end, &phrases[n]))
    {
      gboolean comma;

      at = cs_phrase_en_next (&phrases[n], phrases[n].n_words);
      n++;
      if (at >= end || !is_all_paired (text, &phrases[n - 1]))
        break;
      comma = cs_text_en_token (text, at)->kind == CS_TOKEN_COMMA;
      if (comma)
        at++;
      if (cs_text_en_is_conjunction (text, at))
        at++;
      else if (!comma)
        break;
      if (at < end && is_same_word (text, at, first))
        at++; /* "the first and the second rollers" */
      if ((cs_text_en_classes (text, at) & CS_EN_PAIRED) == 0)
        break;
    }
  if (n > 1 && !is_all_paired (text, &phrases[n - 1]))
    {
      for (guint i = 0; i + 1 < n; i++)
        share_head (text, &phrases[i], &phrases[n - 1]);
      return n;
    }

  return MIN (n, 1);
}
