#include <string.h>

#include "cs-terms-en.h"

/* What "the" may stand before though nothing was introduced: what there is only one of, what has a
 * name, what everything has, what the words behind define. */

static guint
token_flags (const CsTextEn *text, guint at)
{
  return cs_text_en_token (text, at)->flags;
}

static gboolean
is_kind (const CsTextEn *text, guint at, CsTokenKind kind)
{
  return cs_text_en_token (text, at)->kind == kind;
}

/* "the formula (I)", "the step 2", "the value p1" */
static gboolean
is_labelled (const CsTextEn *text, guint head, guint next)
{
  return (cs_text_en_classes (text, head) & CS_EN_LABEL) != 0 &&
         (is_kind (text, next, CS_TOKEN_NUMBER) || is_kind (text, next, CS_TOKEN_SIGN) ||
          is_kind (text, next, CS_TOKEN_OPEN) || (token_flags (text, next) & CS_TOKEN_NAME) != 0);
}

/* "the NOL4 gene", "the Caspase family" */
static gboolean
is_named (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint names = 0;

  for (guint i = 0; i + 1 < n_words; i++)
    names |= token_flags (text, phrase->tokens[i]) & (CS_TOKEN_NAME | CS_TOKEN_CAPITAL);

  return names != 0 &&
         (cs_text_en_classes (text, phrase->tokens[n_words - 1]) & CS_EN_NAMED) != 0;
}

static gboolean
is_superlative (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if ((cs_text_en_classes (text, phrase->tokens[i]) & CS_EN_SUPERLATIVE) != 0)
      return TRUE;

  return FALSE;
}

/* A letter or two: "t", "n1". */
static gboolean
is_letter (const CsTextEn *text, guint at)
{
  const CsTokenEn *token = cs_text_en_token (text, at);

  return token->end - token->start <= 2;
}

gboolean
cs_phrase_en_is_listed (const CsTextEn *text, guint marker)
{
  static const char *const lists[] = { "group", "class", "consisting", NULL };
  static const char *const verbs[] = { "is", "are", NULL };

  if (marker < 2)
    return FALSE;
  if (cs_text_en_reads (text, marker - 1, "of"))
    return cs_text_en_reads_any (text, marker - 2, lists);

  return cs_text_en_reads_any (text, marker - 1, verbs) &&
         ((token_flags (text, marker - 2) & CS_TOKEN_NAME) != 0 || is_letter (text, marker - 2));
}

gboolean
cs_phrase_en_is_definite (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint head = phrase->tokens[n_words - 1];
  const CsWordEntry *word = cs_text_en_word (text, head);
  static const char *const measured[] = { "of", "between", NULL };

  if (n_words == 1 && ((word->classes & (CS_EN_ALWAYS | CS_EN_BODY)) != 0 ||
                       (word->forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == CS_EN_ADJECTIVE))
    return TRUE;
  if (n_words > 1 && (cs_text_en_classes (text, phrase->tokens[0]) & CS_EN_RESULT) != 0)
    return TRUE;

  if ((word->classes & CS_EN_DIMENSION) != 0 &&
      cs_text_en_reads_any (text, cs_phrase_en_next (phrase, n_words), measured))
    return TRUE;
  if (n_words > 1 && cs_text_en_reads (text, head, "direction") &&
      (cs_text_en_classes (text, phrase->tokens[0]) & CS_EN_PAIRED) != 0)
    return TRUE; /* the vertical direction */
  if (n_words == 1 &&
      ((word->forms & CS_EN_UNKNOWN) != 0 || (token_flags (text, head) & CS_TOKEN_NAME) != 0) &&
      is_kind (text, head - 1, CS_TOKEN_NUMBER))
    return TRUE; /* the 800 MHz */

  return is_labelled (text, head, cs_phrase_en_next (phrase, n_words)) ||
         is_named (text, phrase, n_words) || is_superlative (text, phrase, n_words);
}

/* "the force resistible by a housing" */
static gboolean
is_able (const CsTextEn *text, guint at)
{
  const CsWordEntry *word = cs_text_en_word (text, at);
  const char *name = g_ptr_array_index (text->names, word->lemma);
  static const char *const links[] = { "by", "to", "from", NULL };

  return (word->forms & CS_EN_ADJECTIVE) != 0 &&
         (g_str_has_suffix (name, "able") || g_str_has_suffix (name, "ible")) &&
         cs_text_en_reads_any (text, at + 1, links);
}

gboolean
cs_phrase_en_is_identified (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  static const char *const places[] = { "above", "below", "before", "herein", NULL };
  guint next = cs_phrase_en_next (phrase, n_words);

  if (!cs_text_en_is_word (text, next))
    return FALSE;
  if (cs_text_en_reads (text, next, "thereof") ||
      (cs_text_en_reads (text, next, "to") && cs_text_en_reads (text, next + 1, "be")))
    return TRUE;
  if ((cs_text_en_classes (text, next) & CS_EN_PREPOSITION) != 0)
    return cs_text_en_reads (text, next + 1, "which");
  if ((cs_text_en_word (text, next)->forms & CS_EN_PARTICIPLE) == 0)
    return FALSE;

  return cs_text_en_reads_any (text, next + 1, places) ||
         (cs_text_en_reads (text, next + 1, "by") &&
          cs_text_en_reads (text, next + 3, "following"));
}

gboolean
cs_phrase_en_is_defined (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  static const char *const makers[] = { "by", "from", NULL };
  guint next = cs_phrase_en_next (phrase, n_words);
  const CsWordEntry *word;

  if (!cs_text_en_is_word (text, next))
    return FALSE;
  if (cs_phrase_en_is_identified (text, phrase, n_words))
    return TRUE;

  word = cs_text_en_word (text, next);
  if ((word->classes & CS_EN_PRONOUN) != 0) /* the atom they are bonded to */
    return (cs_text_en_classes (text, next + 1) & CS_EN_AUXILIARY) != 0;

  return cs_text_en_reads (text, next, "corresponding") || is_able (text, next) ||
         ((word->forms & CS_EN_PARTICIPLE) != 0 && (word->classes & CS_EN_POSTPOSED) == 0 &&
          cs_text_en_reads_any (text, next + 1, makers));
}

gboolean
cs_phrase_en_is_owned (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint next = cs_phrase_en_next (phrase, n_words);

  return n_words > 1 &&
         (cs_text_en_classes (text, phrase->tokens[0]) & CS_EN_RELATIONAL) != 0 &&
         cs_text_en_reads (text, next, "of") &&
         (cs_text_en_classes (text, next + 1) & CS_EN_DETERMINER) != 0;
}

gboolean
cs_phrase_en_is_collective (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint head = phrase->tokens[n_words - 1];

  return n_words == 1 && (cs_text_en_word (text, head)->forms & CS_EN_PLURAL) != 0 &&
         (token_flags (text, head) & CS_TOKEN_UPPER) == 0 &&
         !is_kind (text, cs_phrase_en_next (phrase, n_words), CS_TOKEN_SIGN) &&
         cs_text_en_reads (text, head - 1, "the");
}

/* The token behind a gloss or behind what is coordinated with the phrase: "the thickness (nm) of",
 * "the treatment or prevention of". */
static guint
skip_added (const CsTextEn *text, guint next)
{
  if (is_kind (text, next, CS_TOKEN_OPEN))
    return cs_text_en_token (text, next)->word + 1;
  if (!cs_text_en_is_conjunction (text, next))
    return next;

  next++;
  for (guint n = 0; n < 4 && cs_text_en_is_word (text, next); n++, next++)
    if (cs_text_en_reads (text, next, "of"))
      break;

  return next;
}

/* A noun made of a verb or an adjective: the formation, the presence, the mixing. */
static gboolean
is_abstract (const CsTextEn *text, guint at)
{
  static const char *const endings[] = { "tion", "sion", "ance", "ence", "ity", "ness", NULL };
  const CsWordEntry *word = cs_text_en_word (text, at);

  if ((word->forms & CS_EN_ING) != 0)
    return TRUE;
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (g_ptr_array_index (text->names, word->lemma), endings[i]))
      return TRUE;

  return FALSE;
}

/* "the meaning given in", "the position that" */
static gboolean
is_said_more_of (const CsTextEn *text, guint next)
{
  static const char *const relatives[] = { "which", "that", NULL };

  if (!cs_text_en_is_word (text, next))
    return FALSE;
  if (cs_text_en_reads_any (text, next, relatives))
    return TRUE;

  return (cs_text_en_word (text, next)->forms & CS_EN_PARTICIPLE) != 0 &&
         ((cs_text_en_classes (text, next + 1) & CS_EN_PREPOSITION) != 0 ||
          cs_text_en_reads (text, next + 1, "forth"));
}

gboolean
cs_phrase_en_is_inherent (const CsTextEn *text,
                          const CsPhraseEn *phrase,
                          guint n_words,
                          gboolean unknown)
{
  guint head = phrase->tokens[n_words - 1];
  guint next = skip_added (text, cs_phrase_en_next (phrase, n_words));
  guint classes = cs_text_en_classes (text, head);
  guint first = cs_text_en_classes (text, phrase->tokens[0]);
  static const char *const links[] = { "of", "between", "in", "at", "to",
                                       "on", "from", "for", "within", NULL };

  if ((first & CS_EN_BODY) != 0)
    return TRUE;
  if ((classes & CS_EN_RELATIONAL) != 0 &&
      (cs_text_en_reads_any (text, next, links) ||
       cs_text_en_reads (text, next, "thereof") || is_said_more_of (text, next)))
    return TRUE;
  if ((classes & CS_EN_CHEMICAL) != 0 &&
      (cs_text_en_reads (text, next, "of") || cs_phrase_en_is_defined (text, phrase, n_words)))
    return TRUE;

  return cs_text_en_reads (text, next, "of") &&
         (is_abstract (text, head) || (unknown && (first & CS_EN_ORDINAL) != 0));
}
