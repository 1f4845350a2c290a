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

/* A letter or two: "t", "n1". */
static gboolean
is_letter (const CsTextEn *text, guint at)
{
  const CsTokenEn *token = cs_text_en_token (text, at);

  return token->end - token->start <= 2;
}

/* Whether a label or a symbol of a formula stands there: "b", "p1", "Naa". */
static gboolean
is_symbol (const CsTextEn *text, guint at)
{
  const CsTokenEn *token = cs_text_en_token (text, at);
  guint length = token->end - token->start;

  if (token->kind != CS_TOKEN_WORD || (cs_text_en_classes (text, at) & CS_EN_CLOSED) != 0)
    return FALSE;

  return (token->flags & CS_TOKEN_NAME) != 0 || length == 1 || cs_text_en_is_roman (text, at) ||
         (length <= 3 && (cs_text_en_word (text, at)->forms & CS_EN_UNKNOWN) != 0);
}

/* "the formula (I)", "the step 2", "the value p1", "the elements ai(n)" */
static gboolean
is_labelled (const CsTextEn *text, guint head, guint next)
{
  if (is_kind (text, next, CS_TOKEN_WORD) && is_letter (text, next) &&
      is_kind (text, next + 1, CS_TOKEN_OPEN))
    return (cs_text_en_classes (text, next) & CS_EN_CLOSED) == 0;

  return (cs_text_en_classes (text, head) & CS_EN_LABEL) != 0 &&
         (is_kind (text, next, CS_TOKEN_NUMBER) || is_kind (text, next, CS_TOKEN_SIGN) ||
          is_kind (text, next, CS_TOKEN_OPEN) || is_symbol (text, next));
}

/* "the τ", "the ST11": written like a symbol, which a formula, a drawing or a gloss defines. An
 * acronym such as "the UE" is a name as others are. */
static gboolean
is_bare_symbol (const CsTextEn *text, guint at)
{
  const CsTokenEn *token = cs_text_en_token (text, at);
  const char *name = g_ptr_array_index (text->names, cs_text_en_word (text, at)->lemma);

  return g_utf8_strlen (name, 2) == 1 ||
         ((token->flags & CS_TOKEN_NAME) != 0 && strpbrk (name, "0123456789") != NULL);
}

/* "the N-terminal", "the C terminus": every chain of amino acids has them. */
static gboolean
is_chain_end (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  static const char *const letters[] = { "n", "c", NULL };
  static const char *const ends[] = { "terminal", "terminus", NULL };

  return n_words > 1 && cs_text_en_reads_any (text, phrase->tokens[0], letters) &&
         cs_text_en_reads_any (text, phrase->tokens[1], ends);
}

/* "the family Enterobacteriaceae", "the species Corylus avellana", "the Y. pestis cell" */
static gboolean
is_taxon (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  static const char *const ranks[] = { "kingdom", "phylum", "class", "order", "family",
                                       "tribe", "genus", "species", "strain", NULL };
  guint first = phrase->tokens[0];
  guint second = n_words > 1 ? phrase->tokens[1] : cs_phrase_en_next (phrase, 1);

  if (!cs_text_en_is_word (text, second))
    return FALSE;
  if (cs_text_en_reads_any (text, first, ranks))
    return (token_flags (text, second) & CS_TOKEN_CAPITAL) != 0;

  for (guint i = 0; i < n_words; i++)
    if ((token_flags (text, phrase->tokens[i]) & CS_TOKEN_GENUS) != 0)
      return TRUE;

  return FALSE;
}

/* "the NOL4 gene", "the Caspase family" */
static gboolean
is_named (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint names = 0;

  if (is_taxon (text, phrase, n_words) || is_chain_end (text, phrase, n_words))
    return TRUE;
  for (guint i = 0; i + 1 < n_words; i++)
    names |= token_flags (text, phrase->tokens[i]) &
             (CS_TOKEN_NAME | CS_TOKEN_CAPITAL | CS_TOKEN_UPPER);

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

/* "for the treatment or prevention of asthma", "for predicting the outcome of" */
static gboolean
is_purpose (const CsTextEn *text, guint marker)
{
  static const char *const purposes[] = { "treatment", "prevention", "prophylaxis", "diagnosis",
                                          "detection", "production", "preparation",
                                          "manufacture", NULL };

  if (marker < 2 || !cs_text_en_is_word (text, marker - 1))
    return FALSE;
  if (cs_text_en_reads (text, marker - 1, "for"))
    return cs_text_en_reads_any (text, marker + 1, purposes);

  return (cs_text_en_word (text, marker - 1)->forms & CS_EN_ING) != 0 &&
         cs_text_en_reads (text, marker - 2, "for") &&
         (cs_text_en_classes (text, marker + 1) & CS_EN_RELATIONAL) != 0 &&
         cs_text_en_reads (text, marker + 2, "of");
}

/* "has the structure:", before a drawing or a list of letters */
static gboolean
is_drawn (const CsTextEn *text, guint marker)
{
  static const char *const verbs[] = { "has", "have", "having", NULL };
  static const char *const drawings[] = { "structure", "formula", "sequence", NULL };

  return marker > 0 && cs_text_en_reads_any (text, marker - 1, verbs) &&
         cs_text_en_reads_any (text, marker + 1, drawings) &&
         is_kind (text, marker + 2, CS_TOKEN_STOP);
}

gboolean
cs_phrase_en_is_listed (const CsTextEn *text, guint marker)
{
  static const char *const lists[] = { "group", "class", "consisting", NULL };
  static const char *const verbs[] = { "is", "are", NULL };

  if (cs_text_en_reads (text, marker + 1, "number") && cs_text_en_reads (text, marker + 2, "of"))
    return cs_text_en_is_word (text, marker + 3) &&
           (cs_text_en_classes (text, marker + 3) & CS_EN_DETERMINER) == 0;
  if (marker < 2)
    return FALSE;
  if (is_purpose (text, marker) || is_drawn (text, marker))
    return TRUE;
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
  static const char *const measured[] = { "of", "between", "present", NULL };

  if (n_words == 1 && ((word->classes & (CS_EN_ALWAYS | CS_EN_BODY)) != 0 ||
                       (word->forms & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == CS_EN_ADJECTIVE ||
                       is_bare_symbol (text, head)))
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
  static const char *const places[] = { "above", "below", "before", "herein", "therein",
                                        "thereto", "therefrom", "thereby", "therewith", NULL };
  static const char *const tables[] = { "seq", "table", "formula", "figure", "fig", "claim", NULL };
  guint next = cs_phrase_en_next (phrase, n_words);

  if (!cs_text_en_is_word (text, next))
    return FALSE;
  if (cs_text_en_reads (text, next, "thereof") ||
      (cs_text_en_reads (text, next, "to") && cs_text_en_reads (text, next + 1, "be")))
    return TRUE;
  if (cs_text_en_reads (text, next, "as"))
    next++; /* as defined in claim 3 */
  if ((cs_text_en_classes (text, next) & CS_EN_PREPOSITION) != 0)
    return cs_text_en_reads (text, next + 1, "which");
  if (!cs_text_en_is_word (text, next))
    return FALSE;
  if ((cs_text_en_word (text, next)->forms & CS_EN_PARTICIPLE) == 0)
    return FALSE;

  return cs_text_en_reads_any (text, next + 1, places) ||
         cs_text_en_reads (text, next, "encoded") ||
         cs_text_en_reads_any (text, next + 2, tables) ||
         (cs_text_en_reads (text, next + 1, "by") &&
          cs_text_en_reads (text, next + 3, "following"));
}

/* "of the subject", "in the individual", "on S100A9" */
static gboolean
has_owner (const CsTextEn *text, guint next)
{
  static const char *const links[] = { "of", "in", "on", "from", "at", NULL };

  return cs_text_en_reads_any (text, next, links);
}

gboolean
cs_phrase_en_is_organic (const CsTextEn *text,
                         const CsPhraseEn *phrase,
                         guint n_words,
                         gboolean unknown)
{
  static const char *const families[] = { "family", "superfamily", "promoter", NULL };
  guint next = cs_phrase_en_next (phrase, n_words);
  guint classes = cs_text_en_classes (text, phrase->tokens[n_words - 1]);

  if (!text->is_living || is_kind (text, next, CS_TOKEN_SIGN))
    return FALSE;
  if (unknown && ((classes & CS_EN_ANATOMY) != 0 ||
                  (n_words > 1 && cs_text_en_reads_any (text, next - 1, families))))
    return TRUE;

  return (classes & (CS_EN_ANATOMY | CS_EN_MOLECULAR)) != 0 && has_owner (text, next) &&
         (cs_text_en_classes (text, phrase->tokens[0]) & CS_EN_ORDINAL) == 0;
}

gboolean
cs_phrase_en_is_defined (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  static const char *const makers[] = { "by", "from", NULL };
  static const char *const links[] = { "corresponding", "according", NULL };
  guint next = cs_phrase_en_next (phrase, n_words);
  const CsWordEntry *word;

  if (!cs_text_en_is_word (text, next))
    return FALSE;
  if (cs_phrase_en_is_identified (text, phrase, n_words))
    return TRUE;

  word = cs_text_en_word (text, next);
  if ((word->classes & CS_EN_PRONOUN) != 0) /* the atom they are bonded to */
    return (cs_text_en_classes (text, next + 1) & CS_EN_AUXILIARY) != 0;

  return cs_text_en_reads_any (text, next, links) || is_able (text, next) ||
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

/* A lone letter: "p". */
static gboolean
is_single (const CsTextEn *text, guint at)
{
  const CsTokenEn *token = cs_text_en_token (text, at);

  return token->end - token->start == 1;
}

/* "first", "i-th" */
static gboolean
is_ordinal (const CsTextEn *text, guint at)
{
  return (cs_text_en_classes (text, at) & CS_EN_ORDINAL) != 0 ||
         (is_letter (text, at) && cs_text_en_reads (text, at + 1, "th"));
}

/* "the first row of", "the second element in the sequence", "the first p elements" */
static gboolean
has_series (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  static const char *const links[] = { "of", "in", NULL };

  return cs_text_en_reads_any (text, skip_added (text, cs_phrase_en_next (phrase, n_words)),
                               links) ||
         (n_words > 1 && is_single (text, phrase->tokens[1]));
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
  static const char *const members[] = { "element", "term", "entry", "item",
                                         "bit", "digit", "character", NULL };

  if ((first & CS_EN_BODY) != 0)
    return TRUE;
  if ((classes & CS_EN_RELATIONAL) != 0 &&
      (cs_text_en_reads_any (text, next, links) ||
       cs_text_en_reads (text, next, "thereof") || is_said_more_of (text, next)))
    return TRUE;
  if ((classes & CS_EN_CHEMICAL) != 0 &&
      (cs_text_en_reads (text, next, "of") || cs_phrase_en_is_defined (text, phrase, n_words)))
    return TRUE;

  if (is_ordinal (text, phrase->tokens[0]) && has_series (text, phrase, n_words) &&
      (unknown || (n_words <= 3 && cs_text_en_reads_any (text, head, members))))
    return TRUE;
  if (unknown && cs_phrase_en_is_organic (text, phrase, n_words, TRUE))
    return TRUE;

  return cs_text_en_reads (text, next, "of") && is_abstract (text, head);
}
