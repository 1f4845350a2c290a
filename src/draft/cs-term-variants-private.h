#pragma once

#include "cs-term-atoms.h"
#include "cs-term-variants.h"

G_BEGIN_DECLS

/* The parts of the comparison of names, for nobody else.
 *
 * atoms      claims and description in a form in which names can be compared
 * words      which words exclude each other, and which are used for each other
 * signs      names that stand before a sign of another name
 * names      names that differ from a known one in one word
 * slips      characters and words that are easily written for each other
 * spelling   words that differ from a known one in one letter or character
 */

/* One comparison. @names: CsAtomName: those of the table of signs, then the terms of the claims.
 * @taken: for each atom of the text, whether something is said of it already. @counts: how often
 * the stretches asked about stand in the text. */
typedef struct
{
  CsTermAtoms *atoms;
  const CsDraft *draft;
  const CsTerms *terms;
  GArray *names;
  GArray *found; /* CsTermVariant */
  guint8 *taken;
  GHashTable *counts;
} CsVariants;

#define CS_VARIANTS_MAX_NAMES 4000 /* more are not compared */

/* How often the @n_atoms from @at on stand in the text. */
guint cs_variants_count (const CsVariants *variants,
                         guint at,
                         guint n_atoms);

/* The text at @where, for as long as the comparison. */
const char *cs_variants_keep_text (const CsVariants *variants,
                                   const CsSpan *where);

/* Adds what is found at the @n_atoms from @at on; nothing where something was found already. */
void cs_variants_add (CsVariants *variants,
                      CsVariantKind kind,
                      guint at,
                      guint n_atoms,
                      const CsTermVariant *found);

/* Adds a word that is misspelt at @at, in English in the form in which it stands there. */
void cs_variants_add_misspelt (CsVariants *variants,
                               guint at,
                               guint word,
                               CsSpan known_at);

/* Whether the article and the number of the @n_atoms from @at on suit @known too. */
gboolean cs_variants_suits (const CsVariants *variants,
                            guint at,
                            guint n_atoms,
                            const char *known);

void cs_variants_find_signs (CsVariants *variants);
void cs_variants_find_names (CsVariants *variants);
void cs_variants_find_misspelt (CsVariants *variants);

/* Whether the two words, as they stand in resources/lexicons/variant-words, are said of different
 * things (upper, lower) or of the same (curing, hardening). */
typedef enum
{
  CS_WORDS_UNRELATED,
  CS_WORDS_EXCLUDE,
  CS_WORDS_SAME
} CsWordRelation;

CsWordRelation cs_words_relate (gboolean chinese,
                                const char *one,
                                const char *other);

/* Whether a thing of any name can be meant with @word, or numbers of its own follow it. */
gboolean cs_word_is_generic (gboolean chinese,
                             const char *word);

/* Whether the character or word is easily written for the other one. */
gboolean cs_slip_is_likely_zh (gunichar written,
                               gunichar meant);
gboolean cs_slip_is_likely_en (const char *written,
                               const char *meant);

/* How many slips of a letter lie between two words. */
guint cs_slip_count_letters (const char *one,
                             const char *other);

G_END_DECLS
