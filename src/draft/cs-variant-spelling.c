#include <string.h>

#include "cs-term-variants-private.h"

void
cs_variants_find_misspelt (CsVariants *variants)
{
}
