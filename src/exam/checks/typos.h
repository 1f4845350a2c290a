#pragma once

#include "prose.h"

G_BEGIN_DECLS

/* Parts of the check "typos", for typos.c alone. Each reports what it finds in one unit. */

/** cs_typos_check_brackets: brackets and quotation marks that have no other half */
void cs_typos_check_brackets (const CsProse *prose);

/** cs_typos_check_widths: marks of a Latin keyboard between Chinese characters, and marks that
 *  follow each other */
void cs_typos_check_widths (const CsProse *prose);

/** cs_typos_check_english: the the, an semiconductor, two commas */
void cs_typos_check_english (const CsProse *prose);

G_END_DECLS
