#pragma once

#include "cs-claim-set.h"
#include "cs-description.h"
#include "cs-term-list.h"

G_BEGIN_DECLS

/**
 * CsBasis:
 * @CS_BASIS_FOUND: introduced before, on every dependency path
 * @CS_BASIS_IMPLICIT: not introduced, and needs no introduction: the length, 所述表面 of a known part
 * @CS_BASIS_PARTICIPLE: its words stood there in another form: "husks attached to", "the attached
 *   husks"
 * @CS_BASIS_COMPOUND: made of known parts, but never named so
 * @CS_BASIS_AMBIGUOUS: where the term ends cannot be told, and its beginning is known
 * @CS_BASIS_MODIFIER: its head noun is known, not with these words before it
 * @CS_BASIS_NO_HEAD: nothing like it was named before
 *
 * What a reference rests on, from good to bad.
 */
typedef enum
{
  CS_BASIS_FOUND,
  CS_BASIS_IMPLICIT,
  CS_BASIS_PARTICIPLE,
  CS_BASIS_COMPOUND,
  CS_BASIS_AMBIGUOUS,
  CS_BASIS_MODIFIER,
  CS_BASIS_NO_HEAD
} CsBasis;

/** CsMentionKind: @CS_MENTION_INTRODUCTION: 一种泵, a pump, first named; @CS_MENTION_REFERENCE: 所述泵,
 *  the pump; @CS_MENTION_USE: named again with neither */
typedef enum
{
  CS_MENTION_INTRODUCTION,
  CS_MENTION_REFERENCE,
  CS_MENTION_USE
} CsMentionKind;

/**
 * CsMentionFlags:
 * @CS_MENTION_DOUBLE: an introduction of what is introduced already on this path; @other is that
 * @CS_MENTION_SHORT: a reference by a short form that fits several terms in scope (所述模块); @other
 *   and @second are two of them
 * @CS_MENTION_NUMBER: a reference in the singular to what was introduced as several, or the other
 *   way round, or with another count; @other is the introduction
 * @CS_MENTION_PREAMBLE: a reference in the body to what only the preamble names as something that
 *   the invention works with; @other is that
 * @CS_MENTION_REPEATED: a reference that fails like one reported before, in this claim or above
 * @CS_MENTION_SILENT: its author wants no report, or it cannot be told
 * @CS_MENTION_JOINED: a reference that fails because a claim depends on the wrong one, which is
 *   reported elsewhere
 */
typedef enum
{
  CS_MENTION_DOUBLE = 1 << 0,
  CS_MENTION_SHORT = 1 << 1,
  CS_MENTION_NUMBER = 1 << 2,
  CS_MENTION_PREAMBLE = 1 << 3,
  CS_MENTION_REPEATED = 1 << 4,
  CS_MENTION_SILENT = 1 << 5,
  CS_MENTION_JOINED = 1 << 6
} CsMentionFlags;

/**
 * CsMention:
 * @claim: index of the claim
 * @kind: introduction, reference or use
 * @marker: 所述, "the", "said", or the article or count of an introduction; may be empty
 * @range: the term without marker and quantity, bytes of the claim's text
 * @sign: the reference sign right after it, without brackets; empty when there is none
 * @term: index of its term
 * @basis: what a reference rests on, on its worst path
 * @partial: it does rest on something on another path
 * @path: (element-type guint) (nullable): the worst path, from @claim upwards, of a reference that
 *   rests on nothing there
 * @other: the mention that @flags speak of; for a reference with basis, the introduction (or first
 *   naming) that it rests on; %CS_NO_INDEX when there is none
 * @second: see %CS_MENTION_SHORT; for %CS_MENTION_REPEATED and %CS_MENTION_JOINED the mention
 *   reported; else %CS_NO_INDEX
 * @suggested: index of the term in scope that was perhaps meant, %CS_NO_INDEX when none is near
 * @target: index of the claim on which this one should perhaps depend, %CS_NO_INDEX for none
 * @flags: further faults
 *
 * One place in the claims where a term stands.
 */
typedef struct
{
  guint claim;
  CsMentionKind kind;
  CsRange marker;
  CsRange range;
  CsRange sign;
  guint term;
  CsBasis basis;
  gboolean partial;
  GArray *path;
  guint other;
  guint second;
  guint suggested;
  guint target;
  CsMentionFlags flags;
} CsMention;

/**
 * CsTerm:
 * @name: its name as first written, without marker, quantity and sign
 * @key: what makes it one term: folded, in English the singular; for comparison only
 * @sign: (nullable): its reference sign, from the claims or the table of signs
 * @first: index of its first mention
 * @n_uses: how many mentions
 * @confirmed: its author said that it is a term
 *
 * A thing the claims name.
 */
typedef struct
{
  char *name;
  char *key;
  char *sign;
  guint first;
  guint n_uses;
  gboolean confirmed;
} CsTerm;

/**
 * CsTerms:
 *
 * The terms of the claims: where each is introduced, where it is meant again, and what each
 * reference rests on. Immutable.
 */
typedef struct _CsTerms CsTerms;

#define CS_TYPE_TERMS (cs_terms_get_type ())

GType cs_terms_get_type (void) G_GNUC_CONST;

/**
 * cs_terms_new:
 * @claims: (transfer none): the claims; a reference is kept
 * @description: (transfer none): the description, for its table of signs
 * @list: (nullable) (transfer none): what the author confirmed
 *
 * Total: any text gives an answer. About linear in the length of the claims and the references
 * among them. Thread: any.
 *
 * Source: Law art. 26(4), Guidelines 2023 part 2 ch. 2, 3.2.2; 35 U.S.C. 112(b), MPEP 2173.05(e).
 *
 * Returns: (transfer full): the terms
 */
CsTerms *cs_terms_new (CsClaimSet *claims,
                       CsDescription *description,
                       const CsTermList *list) G_GNUC_WARN_UNUSED_RESULT;

/** cs_terms_ref: Returns: (transfer full): @terms. Thread: any. */
CsTerms *cs_terms_ref (CsTerms *terms);

/** cs_terms_unref: Thread: any. */
void cs_terms_unref (CsTerms *terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTerms, cs_terms_unref)

/** cs_terms_get_claims: Returns: (transfer none): the claims they are in */
const CsClaimSet *cs_terms_get_claims (const CsTerms *terms);

/** cs_terms_get_terms: Returns: (transfer none) (element-type CsTerm): in the order first named */
const GArray *cs_terms_get_terms (const CsTerms *terms);

/** cs_terms_get_mentions: Returns: (transfer none) (element-type CsMention): by claim and place */
const GArray *cs_terms_get_mentions (const CsTerms *terms);

/**
 * cs_terms_get_claim_mentions:
 * @terms: the terms
 * @claim: index of a claim
 * @end: (out): one past its last mention
 *
 * Returns: index of the first mention in @claim
 */
guint cs_terms_get_claim_mentions (const CsTerms *terms,
                                   guint claim,
                                   guint *end);

/**
 * cs_terms_find_mention:
 * @terms: the terms
 * @claim: index of a claim
 * @byte: a place in its text
 *
 * O(log n).
 *
 * Returns: index of the mention whose marker or term holds @byte, %CS_NO_INDEX when none does
 */
guint cs_terms_find_mention (const CsTerms *terms,
                             guint claim,
                             gsize byte);

/**
 * cs_terms_get_uses:
 * @terms: the terms
 * @term: index of a term
 * @n_uses: (out): how many
 *
 * Returns: (array length=n_uses) (transfer none): indexes of its mentions, in the order of the text
 */
const guint *cs_terms_get_uses (const CsTerms *terms,
                                guint term,
                                guint *n_uses);

/**
 * cs_terms_find_introduction:
 * @terms: the terms
 * @term: index of a term
 *
 * Returns: index of the first mention that makes the term known: not a reference that itself rests
 * on nothing; %CS_NO_INDEX when there is none
 */
guint cs_terms_find_introduction (const CsTerms *terms,
                                  guint term);

/**
 * cs_terms_dup_in_scope:
 * @terms: the terms
 * @claim: index of a claim
 * @byte: a place in its text
 *
 * Returns: (transfer container) (element-type guint): indexes of the terms that a reference at that
 * place could rest on, on every path, the nearest introduced first
 */
GArray *cs_terms_dup_in_scope (const CsTerms *terms,
                               guint claim,
                               gsize byte);

/**
 * cs_terms_dup_claims_with:
 * @terms: the terms
 * @term: index of a term
 *
 * Returns: (transfer container) (element-type guint): indexes of the claims in which it stands,
 * ascending: where a reference without basis is introduced instead
 */
GArray *cs_terms_dup_claims_with (const CsTerms *terms,
                                  guint term);

/** cs_basis_get_name: Returns: (transfer none): "found", "implicit", "participle", "compound",
 *  "ambiguous", "modifier", "no-head" */
const char *cs_basis_get_name (CsBasis basis);

G_END_DECLS
