#pragma once

#include "../language/cs-fold.h"

G_BEGIN_DECLS

/**
 * cs_sign_scan:
 * @text: (array length=n_bytes): folded text, see cs_fold()
 * @n_bytes: length of @text in bytes
 *
 * Reads one reference sign at the start of @text: at most two capitals, digits, a small letter,
 * digits, a prime: "10", "M1", "2a4", "G1a", "12'". Source: signs as filed; Rules (2023) r. 21(2).
 *
 * Returns: its length in bytes, 0 when there is none
 */
gsize cs_sign_scan (const char *text,
                    gsize n_bytes);

/**
 * cs_sign_uses_scan:
 * @folded: a claim or a paragraph, its case kept
 *
 * Finds the reference signs in brackets: "泵(1)", "pumps (2, 3a)". A bracket that holds anything
 * but signs, or that numbers a step, formula or figure (步骤(1), 式(2)), is none. Thread: any.
 *
 * Returns: (transfer full) (element-type CsSignUse): in the order of the text
 */
GArray *cs_sign_uses_scan (const CsFolded *folded);

/**
 * cs_sign_read_bracket:
 * @folded: a text
 * @open: an opening bracket in it
 * @uses: (element-type CsSignUse): where its signs are added
 *
 * As cs_sign_uses_scan(), for one bracket.
 *
 * Returns: the place of the closing bracket, 0 when there are no signs in it
 */
gsize cs_sign_read_bracket (const CsFolded *folded,
                            gsize open,
                            GArray *uses);

G_END_DECLS
