#pragma once

#include "../base/cs-span.h"
#include "../language/cs-fold.h"

G_BEGIN_DECLS

/**
 * CsRefList:
 * @CS_REF_LIST_SINGLE: one claim
 * @CS_REF_LIST_ALTERNATIVE: several in the alternative (或, 任一项, any one of, or)
 * @CS_REF_LIST_CUMULATIVE: several joined by "and" (和, 及, 与) with no word of choice
 * @CS_REF_LIST_BARE: a range or list with no word at all ("权利要求1-5所述", "claims 1-3")
 *
 * How the claims of one reference phrase are joined.
 */
typedef enum
{
  CS_REF_LIST_SINGLE,
  CS_REF_LIST_ALTERNATIVE,
  CS_REF_LIST_CUMULATIVE,
  CS_REF_LIST_BARE
} CsRefList;

/**
 * CsClaimRef:
 * @first: the printed number referred to
 * @last: the same, or the last of a range; never less than @first
 * @start: first byte of the number or range, from the start of the claim's text
 * @end: one past its last byte
 * @group: index of the #CsRefGroup it belongs to
 *
 * One number or range of a reference: "claims 1, 3 to 5" holds two.
 */
typedef struct
{
  guint first;
  guint last;
  gsize start;
  gsize end;
  guint group;
} CsClaimRef;

/**
 * CsRefGroup:
 * @start: first byte of the phrase ("根据权利要求1至3中任一项所述的", "any one of claims 1 to 3")
 * @anchor: first byte of its anchor ("权利要求", "claims")
 * @end: one past its last byte
 * @first_ref: index of its first #CsClaimRef
 * @n_refs: how many follow; 0 for a phrase that names no claim we can read
 * @list: how they are joined
 * @preceding: it says "any preceding claim" in some form rather than numbers
 * @misprint: the anchor is misspelt (权要求, 权力要求, 权利要去) or doubled
 *
 * One reference phrase. Numbers in one group are alternatives or a list; several groups of one
 * claim are conjunctive ("a kit comprising the composition of claim 1 and the device of claim 5").
 */
typedef struct
{
  gsize start;
  gsize anchor;
  gsize end;
  guint first_ref;
  guint n_refs;
  CsRefList list;
  gboolean preceding;
  gboolean misprint;
} CsRefGroup;

/**
 * CsClaimRefs:
 * @refs: (element-type CsClaimRef): in the order of the text
 * @groups: (element-type CsRefGroup): in the order of the text
 * @unreadable: a stretch that opens the claim like a reference and does not read as one
 *   ("根据前面所述的装置" with no claim named, "如权利所述的"); empty when there is none
 *
 * All references of one claim.
 */
typedef struct
{
  GArray *refs;
  GArray *groups;
  CsRange unreadable;
} CsClaimRefs;

/**
 * cs_claim_refs_scan:
 * @text: (array length=n_bytes): UTF-8 text of one claim, without its number
 * @n_bytes: length of @text in bytes
 * @claim: number of the claim itself; "any preceding claim" means 1 .. @claim - 1
 *
 * Finds every claim that @text refers to, by one hand-written scanner for Chinese and English:
 * O(n), no regular expression. Total: any text gives an answer. This is the only place in the
 * program where claim references are read.
 *
 * Source: Rules (2023) r. 25; EPC r. 43(4); 37 CFR 1.75(c); forms in tests/draft/refs.zh, refs.en.
 * Thread: any.
 *
 * Returns: (transfer full): the references, maybe none
 */
CsClaimRefs *cs_claim_refs_scan (const char *text,
                                 gsize n_bytes,
                                 guint claim) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_refs_read: as cs_claim_refs_scan(), of a claim folded with %CS_FOLD_CASE */
CsClaimRefs *cs_claim_refs_read (const CsFolded *folded,
                                 guint claim) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_refs_free: frees @refs and all it holds */
void cs_claim_refs_free (CsClaimRefs *refs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClaimRefs, cs_claim_refs_free)

G_END_DECLS
