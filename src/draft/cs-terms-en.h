#pragma once

#include "../language/cs-word-en.h"
#include "cs-terms-scan.h"

G_BEGIN_DECLS

/* The parts of the English analysis of terms, for nobody else.
 *
 * text      claims as tokens; words and lemmas as numbers, with the places of each
 * phrase    where a noun phrase ends
 * find      whether the words of one claim name a thing, as it is called or otherwise
 * resolve   what a reference rests on, over all paths
 * mark      where introductions and references begin
 * judge     double introductions, short forms, numbers, suggestions
 */

/* --- text --- */

typedef enum
{
  CS_TOKEN_WORD,
  CS_TOKEN_NUMBER,
  CS_TOKEN_SIGN, /* a bracket with nothing but reference signs */
  CS_TOKEN_OPEN,
  CS_TOKEN_CLOSE,
  CS_TOKEN_COMMA,
  CS_TOKEN_STOP
} CsTokenKind;

typedef enum
{
  CS_TOKEN_JOINED = 1 << 0,     /* to the token before, by a hyphen or a stroke */
  CS_TOKEN_POSSESSIVE = 1 << 1, /* the user's */
  CS_TOKEN_BASELESS = 1 << 2,   /* in a reference without basis: introduces nothing */
  CS_TOKEN_CLAIM_REF = 1 << 3,  /* in "any one of claims 1 to 3" */
  CS_TOKEN_NAME = 1 << 4        /* NOL4, RAS: written like a name or a label */
} CsTokenFlags;

/* @start, @end: bytes of the claim's text. @word: of a word, its number; of an opening bracket, the
 * token that closes it. @mention: whose term it belongs to, or CS_NO_INDEX. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 word;
  guint32 mention;
  guint8 kind;
  guint8 flags;
} CsTokenEn;

/* A word as it is written. @lemma and @stem are numbers of names. */
typedef struct
{
  guint forms;
  guint classes;
  guint nouns;
  guint verbs;
  guint lemma;
  guint stem;
} CsWordEntry;

typedef struct
{
  GArray *tokens;         /* CsTokenEn: of all claims, each claim closed by a stop */
  GArray *claims;         /* guint: for each claim its first token; one more for the end */
  GArray *words;          /* CsWordEntry */
  GPtrArray *names;       /* char *: lemmas and stems, by number */
  GHashTable *word_ids;   /* char * -> number + 1 */
  GHashTable *name_ids;   /* char * -> number + 1 */
  GStringChunk *chunk;    /* holds the strings */
  GArray *lemma_places;   /* guint: tokens, by lemma */
  GArray *lemma_firsts;   /* guint: for each name its first in lemma_places; one more */
  GArray *stem_places;    /* guint: tokens, by stem */
  GArray *stem_firsts;    /* guint */
} CsTextEn;

CsTextEn *cs_text_en_new (const CsClaimSet *claims);
void cs_text_en_free (CsTextEn *text);

static inline CsTokenEn *
cs_text_en_token (const CsTextEn *text, guint index)
{
  return &g_array_index (text->tokens, CsTokenEn, index);
}

static inline const CsWordEntry *
cs_text_en_word (const CsTextEn *text, guint index)
{
  return &g_array_index (text->words, CsWordEntry, cs_text_en_token (text, index)->word);
}

static inline gboolean
cs_text_en_is_word (const CsTextEn *text, guint index)
{
  return cs_text_en_token (text, index)->kind == CS_TOKEN_WORD;
}

/* The classes of the word at @index, 0 when no word stands there. */
static inline guint
cs_text_en_classes (const CsTextEn *text, guint index)
{
  return cs_text_en_is_word (text, index) ? cs_text_en_word (text, index)->classes : 0;
}

/* Whether the lemma of the word at @index is @lemma. */
gboolean cs_text_en_reads (const CsTextEn *text,
                           guint index,
                           const char *lemma);

/* The places of @name in the tokens [@start, @end): (array length=n_places). */
const guint *cs_text_en_lemma_places (const CsTextEn *text,
                                      guint name,
                                      guint start,
                                      guint end,
                                      guint *n_places);
const guint *cs_text_en_stem_places (const CsTextEn *text,
                                     guint name,
                                     guint start,
                                     guint end,
                                     guint *n_places);

/* --- phrase --- */

#define CS_PHRASE_EN_MAX 10 /* words of a term */

/* How surely a word goes on to say something of the term before it, rather than being part of it. */
typedef enum
{
  CS_PREDICATE_NO,
  CS_PREDICATE_POSSIBLE,
  CS_PREDICATE_LIKELY,
  CS_PREDICATE_SURE
} CsPredicate;

/* The words from a place on that may be one term: @n_words of them, the term probably the first
 * @n_term. @predicates: for each word, how surely it is part of the term no more; the last entry
 * stands for what follows. */
typedef struct
{
  guint n_words;
  guint n_term;
  guint tokens[CS_PHRASE_EN_MAX];
  guint lemmas[CS_PHRASE_EN_MAX];
  CsPredicate predicates[CS_PHRASE_EN_MAX + 1];
} CsPhraseEn;

/* Reads the noun phrase at token @at, before @end. Returns: whether there is one */
gboolean cs_phrase_en_read (const CsTextEn *text,
                            guint at,
                            guint end,
                            CsPhraseEn *phrase);

/* The first token behind the first @n_words words of @phrase. */
guint cs_phrase_en_next (const CsTextEn *text,
                         const CsPhraseEn *phrase,
                         guint n_words);

/* --- find --- */

/* What is looked for. @n_free: how many words at its head say nothing of their own. */
typedef struct
{
  guint n_words;
  guint n_free;
  guint lemmas[CS_PHRASE_EN_MAX];
  guint stems[CS_PHRASE_EN_MAX];
  guint forms[CS_PHRASE_EN_MAX];
  guint classes[CS_PHRASE_EN_MAX];
} CsQueryEn;

void cs_query_en_init (CsQueryEn *query,
                       const CsTextEn *text,
                       const CsPhraseEn *phrase,
                       guint n_words);

/* How well the tokens [@start, @end) alone serve @query: found, participle, compound, modifier or
 * no-head. @place, maybe NULL, is set to the token where they do. */
CsBasis cs_query_en_find (const CsQueryEn *query,
                          const CsTextEn *text,
                          guint start,
                          guint end,
                          guint *place);

/* Whether the words stand in [@start, @end) in a reference without basis. Returns: the token, or
 * CS_NO_INDEX */
guint cs_query_en_find_baseless (const CsQueryEn *query,
                                 const CsTextEn *text,
                                 guint start,
                                 guint end);

/* --- the whole --- */

typedef struct
{
  CsTermsScan *scan;
  CsTextEn *text;
  GArray *cache;        /* see cs-terms-en-resolve.c */
  GHashTable *grades;
  GHashTable *introduced; /* terms that some claim introduces */
  GString *key;
  GArray *path;
  GArray *ancestors;
  guint ancestors_of;
} CsTermsEn;

/* Appends the mention of the first @n_words words of @phrase. Returns: its index */
guint cs_terms_en_add (CsTermsEn *en,
                       guint claim,
                       CsMentionKind kind,
                       CsRange marker,
                       const CsPhraseEn *phrase,
                       guint n_words);

/* Finds the introductions of all claims. */
void cs_terms_en_introduce (CsTermsEn *en);

/* Finds and resolves the references of all claims. */
void cs_terms_en_refer (CsTermsEn *en);

/* Resolves one reference that begins at token @marker. */
void cs_terms_en_resolve (CsTermsEn *en,
                          guint claim,
                          guint marker,
                          const CsPhraseEn *phrase);

G_END_DECLS
