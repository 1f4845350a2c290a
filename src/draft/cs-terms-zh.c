#include "cs-terms-scan.h"

/* Chinese. */

void
cs_terms_scan_zh (CsTermsScan *scan)
{
  g_return_if_fail (scan != NULL);
}
