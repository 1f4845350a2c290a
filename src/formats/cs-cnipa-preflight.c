#include "cs-cnipa-preflight.h"

void
cs_cnipa_preflight (CsDraft *draft, GArray *notes)
{
}
