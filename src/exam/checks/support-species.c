#include "support.h"

void
cs_support_check_species (CsSupportCheck *check)
{
}
