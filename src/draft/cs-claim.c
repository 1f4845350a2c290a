#include "cs-claim.h"

const char *
cs_category_get_name (CsCategory category)
{
  static const char *const names[] = { "unknown", "product", "method", "use" };

  g_return_val_if_fail (category < G_N_ELEMENTS (names), names[0]);

  return names[category];
}

char *
cs_claim_dup_range (const CsClaim *claim, CsRange range)
{
  g_return_val_if_fail (range.start <= range.end && range.end <= claim->n_bytes, g_strdup (""));

  return g_strndup (claim->text + range.start, range.end - range.start);
}
