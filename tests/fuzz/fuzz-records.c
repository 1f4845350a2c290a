/* Records of publications: XML of offices and ZIPs of it, told apart by content. */

#include "../records/collect.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (Collected) all = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  all = collect_bytes ((const char *)data, size);
  g_assert_cmpuint (all->records->len + all->faults->len, >, 0);

  return 0;
}
