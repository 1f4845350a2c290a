#pragma once

#include "cs-claim-ref.h"

G_BEGIN_DECLS

/**
 * CsCategory:
 *
 * What kind of thing a claim protects. A storage medium or a program product is a product.
 * Source: Guidelines 2023 part 2 ch. 2, 3.1.1; 35 U.S.C. 101.
 */
typedef enum
{
  CS_CATEGORY_UNKNOWN,
  CS_CATEGORY_PRODUCT,
  CS_CATEGORY_METHOD,
  CS_CATEGORY_USE
} CsCategory;

/**
 * CsTransition:
 *
 * Whether the claim is open to further elements. Source: Guidelines 2023 part 2 ch. 2, 3.3;
 * MPEP 2111.03.
 */
typedef enum
{
  CS_TRANSITION_NONE,
  CS_TRANSITION_OPEN,    /* 包括, comprising */
  CS_TRANSITION_PARTLY,  /* consisting essentially of, 基本上由……组成 */
  CS_TRANSITION_CLOSED,  /* 由……组成, consisting of */
  CS_TRANSITION_TWO_PART /* 其特征在于, characterised in that: with no other one after it */
} CsTransition;

/**
 * CsSignUse:
 * @start: first byte of the sign itself, without brackets, from the start of the unit's text
 * @end: one past its last byte
 * @bracketed: it stands in brackets
 *
 * One use of a reference sign (附图标记).
 */
typedef struct
{
  gsize start;
  gsize end;
  gboolean bracketed;
} CsSignUse;

/**
 * CsClaim:
 * @index: 0-based place
 * @number: printed number, 0 when there is none
 * @text: (array length=n_bytes): its text without the number, not NUL-terminated
 * @n_bytes: length of @text
 * @folded: the same, folded with %CS_FOLD_CASE
 * @cased: the same, folded with its case kept
 * @cancelled: its text only says that it was cancelled
 * @dependent: it depends on another claim (从属权利要求)
 * @multiple: it depends on more than one (多项从属权利要求)
 * @broken: claim whose unresolved reference leaves this claim without a chain: its own index, an
 *   ancestor's, or %CS_NO_INDEX when the chain is whole
 * @root: the claim at the end of its chain of (first) dependencies: itself when independent
 * @category: of its subject
 * @transition_kind: of @transition
 * @subject: what it claims (主题名称), without article, 一种 and reference part
 * @reference: the reference part at its head, up to the subject; empty when there is none
 * @preamble: up to the transitional phrase
 * @transition: the transitional phrase
 * @refs: every reference in it
 * @depends: (element-type guint): indexes of the claims it depends on, resolved, ascending
 * @quotes: (element-type guint): indexes of claims it only quotes (independent in substance)
 * @features: (element-type CsRange): its limitations after the transition, in order
 * @signs: (element-type CsSignUse)
 *
 * One claim, analysed. All ranges are bytes from the start of @text. Category decides whether a
 * reference makes a claim dependent, not the opening words: a use of the product of claim 1 is
 * independent in substance. Source: Rules (2023) r. 23-25; Guidelines 2023 part 2 ch. 2, 3.1.2.
 */
typedef struct
{
  guint index;
  guint number;
  const char *text;
  gsize n_bytes;
  const CsFolded *folded;
  const CsFolded *cased;
  gboolean cancelled;
  gboolean dependent;
  gboolean multiple;
  guint broken;
  guint root;
  CsCategory category;
  CsTransition transition_kind;
  CsRange subject;
  CsRange reference;
  CsRange preamble;
  CsRange transition;
  CsClaimRefs *refs;
  GArray *depends;
  GArray *quotes;
  GArray *features;
  GArray *signs;
} CsClaim;

/** cs_category_get_name: Returns: (transfer none): "product", "method", "use", "unknown" */
const char *cs_category_get_name (CsCategory category);

/**
 * cs_claim_dup_range:
 * @claim: a claim
 * @range: a range of its text
 *
 * Returns: (transfer full): that text
 */
char *cs_claim_dup_range (const CsClaim *claim,
                          CsRange range);

G_END_DECLS
