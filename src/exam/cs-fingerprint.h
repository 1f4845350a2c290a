#pragma once

#include "cs-finding.h"

G_BEGIN_DECLS

/**
 * cs_fingerprint_all:
 * @findings: (element-type CsFinding): of one examination, sorted
 * @draft: what was examined
 * @claims: its claims
 *
 * Gives each finding its fingerprint: 16 hexadecimal digits of SHA-256 over version, check, rule,
 * folded text of the marked span, folded text of its claim or paragraph without number, references
 * and signs, and the ordinal among equals of the same item. It stays the same when claims are
 * renumbered, moved or re-pointed, so that a decision finds its finding again. That a question was
 * answered no is told from other such findings by the item that asks.
 */
void cs_fingerprint_all (GArray *findings,
                         CsDraft *draft,
                         const CsClaimSet *claims);

/**
 * cs_fingerprint_dup_text:
 * @draft: a draft
 * @where: a place in it
 *
 * Returns: (transfer full): the marked text as fingerprints and decisions compare it: folded,
 * without white space and brackets
 */
char *cs_fingerprint_dup_text (const CsDraft *draft,
                               const CsSpan *where);

G_END_DECLS
