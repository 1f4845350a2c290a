#pragma once

#include "cs-claim-paths.h"
#include "cs-terms.h"

G_BEGIN_DECLS

/* How the two languages hand in what they find: inside the analysis of terms, for nobody else.
 * cs-terms.c makes the tables of it, sorts, counts and joins. */

/**
 * CsTermsScan:
 * @claims: what to read
 * @parents: what each claim builds upon
 * @list: (nullable): what the author confirmed
 * @terms: (element-type CsTerm): the terms so far
 * @by_key: key of a term (transfer none) to its index + 1
 * @mentions: (element-type CsMention): where a language adds what it finds, in any order; @term
 *   and @suggested come from cs_terms_scan_term(); @other and @second are indexes into this array,
 *   put right when it is sorted
 *
 * One analysis under way.
 */
typedef struct
{
  const CsClaimSet *claims;
  const CsClaimParents *parents;
  const CsTermList *list;
  GArray *terms;
  GHashTable *by_key;
  GArray *mentions;
} CsTermsScan;

/**
 * cs_terms_scan_term:
 * @scan: an analysis
 * @key: what makes it one term
 * @name: (array length=n_bytes): how it is written here
 * @n_bytes: length of @name
 *
 * Returns: index of the term with that key, a new one when there was none
 */
guint cs_terms_scan_term (CsTermsScan *scan,
                          const char *key,
                          const char *name,
                          gsize n_bytes);

/** cs_terms_scan_zh: finds and judges every mention in Chinese claims */
void cs_terms_scan_zh (CsTermsScan *scan);

/** cs_terms_scan_en: finds and judges every mention in English claims */
void cs_terms_scan_en (CsTermsScan *scan);

G_END_DECLS
