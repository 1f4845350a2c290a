#pragma once

#include "../language/cs-word-en.h"
#include "cs-terms-scan.h"

G_BEGIN_DECLS

/* The parts of the English analysis of terms, for nobody else.
 *
 * text      claims as tokens; words and lemmas as numbers, with the places of each
 * words     single words of them, and what all of them tell
 * phrase    where a noun phrase ends
 * implicit  what needs no introduction
 * derive    things known by other forms of their words: "the scanning direction"
 * find      whether the words of one claim name a thing, as it is called or otherwise
 * respell   the same words written otherwise
 * mention   phrases as mentions of terms; what is named without article
 * resolve   what a reference rests on, over all paths
 * mark      where introductions and references begin
 * judge     double introductions, short forms, numbers
 * suggest   what was perhaps meant
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
  CS_TOKEN_NAME = 1 << 4,       /* NOL4, RAS: written like a name or a label */
  CS_TOKEN_CAPITAL = 1 << 5,    /* Caspase, within a claim */
  CS_TOKEN_UPPER = 1 << 6,      /* its last letter is a capital: PDMS is no plural */
  CS_TOKEN_GENUS = 1 << 7       /* E. coli: a letter that stands for a name */
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
  GArray *tokens;       /* CsTokenEn: of all claims, each claim closed by a stop */
  GArray *claims;       /* guint: for each claim its first token; one more for the end */
  GArray *words;        /* CsWordEntry */
  GPtrArray *names;     /* char *: lemmas and stems, by number */
  GHashTable *word_ids; /* char * -> number + 1 */
  GHashTable *name_ids; /* char * -> number + 1 */
  GStringChunk *chunk;  /* holds the strings */
  GArray *lemma_places; /* guint: tokens, by lemma */
  GArray *lemma_firsts; /* guint: for each name its first in lemma_places; one more */
  GArray *stem_places;  /* guint: tokens, by stem */
  GArray *stem_firsts;  /* guint */
  gboolean is_living;   /* of biology or organic chemistry */
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

/* Whether a word stands there; none does behind the last token, which is always a stop. */
static inline gboolean
cs_text_en_is_word (const CsTextEn *text, guint index)
{
  return index < text->tokens->len && cs_text_en_token (text, index)->kind == CS_TOKEN_WORD;
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

/* Whether it is one of the NULL-terminated @lemmas. */
gboolean cs_text_en_reads_any (const CsTextEn *text,
                               guint index,
                               const char *const *lemmas);

/* Whether "and" or "or" stands there. */
gboolean cs_text_en_is_conjunction (const CsTextEn *text,
                                    guint index);

/* Whether a small Roman number stands there: "iii". */
gboolean cs_text_en_is_roman (const CsTextEn *text,
                              guint index);

/* Whether several words of biology or organic chemistry occur. */
gboolean cs_text_en_is_about_life (const CsTextEn *text);

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

/* How surely a word says something of the term before it, rather than being part of it. */
typedef enum
{
  CS_PREDICATE_NO,
  CS_PREDICATE_POSSIBLE,
  CS_PREDICATE_LIKELY,
  CS_PREDICATE_SURE
} CsPredicate;

/* The words from a place on that may be one term: @n_words of them, the term probably the first
 * @n_term. @n_shared: how many at its end stand with another phrase: "first (and second) rollers".
 * @predicates: for each word, how surely it is part of the term no more; the last entry
 * stands for what follows. */
typedef struct
{
  guint n_words;
  guint n_term;
  guint n_shared;
  guint tokens[CS_PHRASE_EN_MAX];
  guint lemmas[CS_PHRASE_EN_MAX];
  CsPredicate predicates[CS_PHRASE_EN_MAX + 1];
} CsPhraseEn;

/* Reads the noun phrase at token @at, before @end. Returns: whether there is one */
gboolean cs_phrase_en_read (const CsTextEn *text,
                            guint at,
                            guint end,
                            CsPhraseEn *phrase);

#define CS_PHRASES_EN_MAX 4

/* Reads the noun phrases that share one head there: "first, second and third rollers", "upper and
 * lower plates"; mostly it is one. @phrases: room for CS_PHRASES_EN_MAX. Returns: how many */
guint cs_phrase_en_read_all (const CsTextEn *text,
                             guint at,
                             guint end,
                             CsPhraseEn *phrases);

/* The first token behind the first @n_words words of @phrase. */
guint cs_phrase_en_next (const CsPhraseEn *phrase,
                         guint n_words);

/* --- implicit --- */

/* Whether the first @n_words of @phrase need no introduction by any claim: "the presence", "the
 * NOL4 gene", "the largest value". */
gboolean cs_phrase_en_is_definite (const CsTextEn *text,
                                   const CsPhraseEn *phrase,
                                   guint n_words);

/* Whether a reference at token @marker, to something never named, stands in a list, a definition or
 * a purpose: "selected from the group of the alcohols", "wherein t is the thickness", "a method for
 * the treatment of", "the number of copies". */
gboolean cs_phrase_en_is_listed (const CsTextEn *text,
                                 guint marker);

/* Whether they need none unless a claim introduces them: "the length of", "the formation of"; if
 * @unknown, nothing like them was named: "the first row of". */
gboolean cs_phrase_en_is_inherent (const CsTextEn *text,
                                   const CsPhraseEn *phrase,
                                   guint n_words,
                                   gboolean unknown);

/* Whether it is a part that a living thing or one of its molecules has, in texts of such things:
 * "the transactivation domain of"; if @unknown, nothing like it was named: "the reproductive
 * tract". */
gboolean cs_phrase_en_is_organic (const CsTextEn *text,
                                  const CsPhraseEn *phrase,
                                  guint n_words,
                                  gboolean unknown);

/* Whether what follows says which one is meant: "the force applied by", "the region which". */
gboolean cs_phrase_en_is_defined (const CsTextEn *text,
                                  const CsPhraseEn *phrase,
                                  guint n_words);

/* Whether it says so beyond doubt, whatever other claims introduce: "the atom to which", "the
 * metals to be used", "the radicals mentioned above", "the terminals thereof". */
gboolean cs_phrase_en_is_identified (const CsTextEn *text,
                                     const CsPhraseEn *phrase,
                                     guint n_words);

/* Whether it is said whose part it is, of a kind that everything has: "the surface material of the
 * blank". Source: MPEP 2173.05(e), inherent components. */
gboolean cs_phrase_en_is_owned (const CsTextEn *text,
                                const CsPhraseEn *phrase,
                                guint n_words);

/* Whether a reference that has nothing to rest on may sum up what was listed, or what a known thing
 * has many of: "the reactants", "the husks". */
gboolean cs_phrase_en_is_collective (const CsTextEn *text,
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
 * no-head. @place is set to the token where they do, CS_NO_INDEX when nowhere. */
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

/* Where the words of @query stand one after the other in [@start, @end), or CS_NO_INDEX. */
guint cs_query_en_find_words (const CsQueryEn *query,
                              const CsTextEn *text,
                              guint start,
                              guint end);

/* --- respell --- */

/* As cs_query_en_find_words(), for "side wall" written "sidewall", "quick relay table host" written
 * "QRT host", or the other way round. */
guint cs_query_en_find_respelt (const CsQueryEn *query,
                                const CsTextEn *text,
                                guint start,
                                guint end);

/* --- derive --- */

/* Whether the tokens [@start, @end) hold all words of @query, some of them as another form of a
 * verb: "is scanned" for "the scanning direction". @place is set to the token of that form. */
gboolean cs_query_en_is_derived (const CsQueryEn *query,
                                 const CsTextEn *text,
                                 guint start,
                                 guint end,
                                 guint *place);

/* --- the whole --- */

typedef struct
{
  CsTermsScan *scan;
  CsTextEn *text;
  GArray *introductions;  /* guint: mentions, by claim and place */
  GHashTable *introduced; /* terms that some claim introduces */
  GHashTable *named;      /* terms that have a mention */
  GHashTable *grades;     /* of a term in a claim, see cs-terms-en-resolve.c */
  GString *key;           /* scratch */
  GArray *path;           /* guint: scratch */
  GArray *ancestors;      /* guint: of the claim @ancestors_of */
  guint ancestors_of;
} CsTermsEn;

static inline CsMention *
cs_terms_en_mention (const CsTermsEn *en, guint index)
{
  return &g_array_index (en->scan->mentions, CsMention, index);
}

/* What makes the words [@first, @end) of @phrase a term: valid until the next call. */
const char *cs_terms_en_key (CsTermsEn *en,
                             const CsPhraseEn *phrase,
                             guint first,
                             guint end);

/* Appends the mention of the first @n_words words of @phrase. Returns: its index */
guint cs_terms_en_add (CsTermsEn *en,
                       guint claim,
                       CsMentionKind kind,
                       CsRange marker,
                       const CsPhraseEn *phrase,
                       guint n_words);

/* The number of the term that the first @n_words words of @phrase make. */
guint cs_terms_en_term (CsTermsEn *en,
                        guint claim,
                        const CsPhraseEn *phrase,
                        guint n_words);

/* The claims @claim builds upon, ascending: (element-type guint), valid until asked of another. */
const GArray *cs_terms_en_ancestors (CsTermsEn *en,
                                     guint claim);

/* Whether @claim builds upon @above, or is it. */
gboolean cs_terms_en_is_above (CsTermsEn *en,
                               guint claim,
                               guint above);

/* Finds the introductions of all claims. */
void cs_terms_en_introduce (CsTermsEn *en);

/* Finds and resolves the references of all claims. */
void cs_terms_en_refer (CsTermsEn *en);

/* Resolves one reference that begins at token @marker, which is its own if @marked. Returns: its
 * mention */
guint cs_terms_en_resolve (CsTermsEn *en,
                           guint claim,
                           guint marker,
                           gboolean marked,
                           const CsPhraseEn *phrase);

/* Finds what is named without article and is a term elsewhere. */
void cs_terms_en_use (CsTermsEn *en);

/* The term in scope that @reference perhaps meant, CS_NO_INDEX when none is near. */
guint cs_terms_en_suggest (CsTermsEn *en,
                           const CsMention *reference);

/* Sets the flags of all mentions and the suggestions for references without basis. */
void cs_terms_en_judge (CsTermsEn *en);

G_END_DECLS
