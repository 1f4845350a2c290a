#pragma once

#include "cs-claim.h"

G_BEGIN_DECLS

/**
 * CsAnchorKind:
 * @CS_ANCHOR_AMOUNT: a number in digits, with its unit: 5 mm, 20至70℃, 0,2 mm
 * @CS_ANCHOR_SIGN: a reference sign in brackets: (12)
 * @CS_ANCHOR_SYMBOL: a formula or abbreviation: SiO2, LED, PID
 * @CS_ANCHOR_COUNT: a number or an ordinal in words: two, 两个, third, 第三, zweite
 * @CS_ANCHOR_WORD: any other word in Latin letters, by its first ones: Polymer, polymère
 *
 * What a claim says that stands in a translation too.
 */
typedef enum
{
  CS_ANCHOR_AMOUNT,
  CS_ANCHOR_SIGN,
  CS_ANCHOR_SYMBOL,
  CS_ANCHOR_COUNT,
  CS_ANCHOR_WORD
} CsAnchorKind;

/**
 * CsAnchor:
 * @kind: what it is
 * @key: equal for what is compared as equal, of one table of keys; an amount by its number alone
 * @number: of an amount, as written
 * @value: of an amount, in the base unit of @dimension
 * @dimension: of an amount: equal for units that can be compared; 0 without a unit
 * @range: bytes of the text of the claim
 */
typedef struct
{
  CsAnchorKind kind;
  guint key;
  double number;
  double value;
  guint dimension;
  CsRange range;
} CsAnchor;

/**
 * CsClaimAnchors:
 * @all: (element-type CsAnchor): in the order of the text
 * @parents: (element-type guint): printed numbers of the claims it refers to, ascending
 * @n_letters: how long it is without reference signs: a Chinese character counts as much as the
 *   letters that a translation takes for it
 * @category: of its subject
 * @has_signs: whether it has reference signs in brackets
 *
 * What of a claim does not depend on its language.
 */
typedef struct
{
  GArray *all;
  GArray *parents;
  double n_letters;
  CsCategory category;
  gboolean has_signs;
} CsClaimAnchors;

/** cs_claim_category_scan_foreign: Returns: the category of a claim in German or French, by the
 *  words that begin it: Verfahren, procédé, Verwendung; %CS_CATEGORY_UNKNOWN without such a word */
CsCategory cs_claim_category_scan_foreign (const CsFolded *folded);

/** CS_LETTERS_OF_HAN: letters of English that say as much as one Chinese character; measured on
 *  own translations of claims */
#define CS_LETTERS_OF_HAN 3.0

/** cs_anchor_keys_new: Returns: (transfer full): a table for anchors that are compared with each
 *  other */
GHashTable *cs_anchor_keys_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_anchors_new:
 * @claim: a claim in any language
 * @keys: made by cs_anchor_keys_new(); new ones are added
 *
 * Reads numbers and references of German and French too, which the rest of the program does not
 * know. Source of words taken for one by their first four letters: M. Simard, G. F. Foster, P.
 * Isabelle, "Using cognates to align sentences in bilingual corpora", TMI 1992. Linear in the
 * length of the claim. Thread: any.
 *
 * Returns: (transfer full): its anchors
 */
CsClaimAnchors *cs_claim_anchors_new (const CsClaim *claim,
                                      GHashTable *keys) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_anchors_free: frees @anchors and all it holds */
void cs_claim_anchors_free (CsClaimAnchors *anchors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimAnchors, cs_claim_anchors_free)

/** cs_anchor_equal: Returns: whether both say the same: 5 mm and 0.5 cm do, and so do 2 and two */
gboolean cs_anchor_equal (const CsAnchor *a,
                          const CsAnchor *b);

/** cs_text_count_letters: Returns: how long @text is, as in #CsClaimAnchors */
double cs_text_count_letters (const char *text,
                              gsize n_bytes);

/**
 * cs_claim_refs_scan_foreign:
 * @folded: a claim folded with %CS_FOLD_CASE, in a language that cs_claim_refs_read() does not know
 * @claim: number of the claim itself, as for cs_claim_refs_scan()
 *
 * Finds references in German, French, Italian, Spanish and Japanese, for pairing claims only:
 * "nach einem der Ansprüche 1 bis 3", "selon la revendication 2", 請求項1.
 *
 * Returns: (transfer full) (element-type CsClaimRef): in the order of the text, without groups
 */
GArray *cs_claim_refs_scan_foreign (const CsFolded *folded,
                                    guint claim) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
