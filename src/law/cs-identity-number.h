#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_identity_number_is_resident:
 * @number: number of a Chinese resident identity card
 *
 * Source: GB 11643-1999: 17 digits and a check character, ISO 7064 MOD 11-2. Thread: any.
 *
 * Returns: whether its length, characters and check character are right
 */
gboolean cs_identity_number_is_resident (const char *number);

/**
 * cs_identity_number_is_credit_code:
 * @number: unified social credit code of an organisation
 *
 * Source: GB 32100-2015: 17 characters and a check character, modulus 31. Thread: any.
 *
 * Returns: whether its length, characters and check character are right
 */
gboolean cs_identity_number_is_credit_code (const char *number);

G_END_DECLS
