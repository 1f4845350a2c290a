#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_claim_number_scan:
 * @text: (array length=n_bytes): UTF-8, one line or the text of one claim
 * @n_bytes: length of @text in bytes
 * @number: (out): the printed number
 *
 * Reads the number in front of a claim: "1. ", "１、", "12．", "权利要求3:", "Claim 4." and the doubled
 * "6. 8. The method", of which the inner number counts. "1.5 mm" is no claim number.
 *
 * Returns: bytes up to the text of the claim, 0 when no number stands there
 */
gsize cs_claim_number_scan (const char *text,
                            gsize n_bytes,
                            guint *number);

/**
 * cs_claim_split:
 * @text: (array length=n_bytes): UTF-8, the claims as plain text
 * @n_bytes: length of @text in bytes
 *
 * Finds the claims in plain text. A line that begins with a claim number begins a claim when the
 * number is the expected one, or when it plainly reads as a claim (so that gaps, repetitions and
 * cancelled ranges are seen as what they are); other lines go on with the claim above them.
 * Thread: any.
 *
 * Returns: (transfer full) (element-type CsUnit): the claims, maybe none
 */
GArray *cs_claim_split (const char *text,
                        gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_claim_split_all:
 * @text: (array length=n_bytes): UTF-8, the claims as plain text
 * @n_bytes: length of @text in bytes
 *
 * As cs_claim_split(), but a text that bears no claim number at all is one claim. Thread: any.
 *
 * Returns: (transfer full) (element-type CsUnit): the claims, none of a blank text
 */
GArray *cs_claim_split_all (const char *text,
                            gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
