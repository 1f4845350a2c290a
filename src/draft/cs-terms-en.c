#include "cs-terms-scan.h"

/* English. */

void
cs_terms_scan_en (CsTermsScan *scan)
{
  g_return_if_fail (scan != NULL);
}
