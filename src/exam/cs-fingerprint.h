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
 * renumbered, moved or re-pointed, so that a decision finds its finding again.
 */
void cs_fingerprint_all (GArray *findings,
                         CsDraft *draft,
                         const CsClaimSet *claims);

G_END_DECLS
