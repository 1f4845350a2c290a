#pragma once

#include "cs-claim-set.h"
#include "cs-description.h"

G_BEGIN_DECLS

/**
 * CsSignEntry:
 * @sign: as printed, "10", "M1", "2a4", "12'"
 * @name: (nullable): what it marks: by the list of signs, else what stands before it most often;
 *   %NULL when nothing ever does
 * @first: where the list, else the draft first gives it
 * @claimed: a claim has it in brackets
 * @n_listed: lines of the list of signs that give it
 * @n_claims: mentions in claims
 * @n_abstract: mentions in the abstract
 * @n_text: mentions in the description outside of the list; those within a range (12 to 15) count
 *
 * One reference sign (附图标记) of the draft.
 */
typedef struct
{
  const char *sign;
  const char *name;
  CsSpan first;
  gboolean claimed;
  guint n_listed;
  guint n_claims;
  guint n_abstract;
  guint n_text;
} CsSignEntry;

/**
 * CsSignMention:
 * @entry: index of its sign
 * @span: the sign, without brackets
 * @name: the name right before it, in the same unit; empty when there is none or several signs
 *   share it
 * @names: index of the entry whose name the words before it end with, the longest such name;
 *   %CS_NO_INDEX when there is none, several signs have it, or several signs share the name
 * @exact: the name before it is no longer than that one
 * @agrees: the words before it end with the name of its own sign
 * @bracketed: it stands in brackets
 * @shared: one of several signs behind one name: "the plates (12, 13)"
 *
 * One place where a sign stands.
 */
typedef struct
{
  guint entry;
  CsSpan span;
  CsRange name;
  guint names;
  gboolean exact;
  gboolean agrees;
  gboolean bracketed;
  gboolean shared;
} CsSignMention;

/**
 * CsSignBracket:
 * @span: from the bracket to the end of the sign
 *
 * A bracket before a known sign that is never closed: "(8，放散".
 */
typedef struct
{
  CsSpan span;
} CsSignBracket;

/**
 * CsSigns:
 *
 * The reference signs of a whole draft: list, claims, description and abstract. Immutable.
 */
typedef struct _CsSigns CsSigns;

/**
 * cs_signs_new:
 * @claims: the claims
 * @description: the description, with its list of signs; a reference to the draft is kept
 *
 * A number is a sign when the list gives it, when it stands in brackets of its own in a claim, or
 * when the description says it twice behind the same name and no word tells otherwise. Steps
 * (S101), quantities, dates, figures and claims are none. Total. Linear in the length of the text.
 * Thread: any.
 *
 * Source: Rules (2023) r. 21(2); 37 CFR 1.84(p); EPC r. 43(7).
 *
 * Returns: (transfer full): the signs
 */
CsSigns *cs_signs_new (const CsClaimSet *claims,
                       const CsDescription *description) G_GNUC_WARN_UNUSED_RESULT;

/** cs_signs_free: frees @signs. Thread: any. */
void cs_signs_free (CsSigns *signs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSigns, cs_signs_free)

/** cs_signs_get_entries: Returns: (transfer none) (element-type CsSignEntry): those of the list in
 *  its order, then the others in the order met */
const GArray *cs_signs_get_entries (const CsSigns *signs);

/** cs_signs_get_mentions: Returns: (transfer none) (element-type CsSignMention): by place */
const GArray *cs_signs_get_mentions (const CsSigns *signs);

/** cs_signs_get_brackets: Returns: (transfer none) (element-type CsSignBracket): by place */
const GArray *cs_signs_get_brackets (const CsSigns *signs);

/** cs_signs_find: Returns: index of the entry of @sign, %CS_NO_INDEX when the draft has none */
guint cs_signs_find (const CsSigns *signs,
                     const char *sign);

/** cs_sign_is_common: Returns: whether many parts of a thing are called @name: side, portion, 端部 */
gboolean cs_sign_is_common (gboolean chinese,
                            const char *name);

G_END_DECLS
