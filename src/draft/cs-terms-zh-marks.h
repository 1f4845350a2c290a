#pragma once

#include "../language/cs-fold.h"

G_BEGIN_DECLS

/* What begins and ends names in Chinese claims: part of the analysis of terms, for nobody else. */

/** cs_zh_marker_length: @text: folded. Returns: length in bytes of 所述, 上述的, 该 or their like at
 *  @at, 0 when none stands there (应该, 该端, 所述的一种) */
gsize cs_zh_marker_length (const char *text,
                           gsize at);

/** cs_zh_bare_sign_length: Returns: length in bytes of a reference sign without brackets at @at:
 *  壳体1; 0 when none stands there, or digits that count or number something */
gsize cs_zh_bare_sign_length (const CsFolded *folded,
                              gsize at);

G_END_DECLS
