#pragma once

#include "../../store/cs-library.h"

G_BEGIN_DECLS

/** cs_library_dup_day: Returns: (transfer full) (nullable): local day of the last import:
 * "2026-11-20"; %NULL before the first, and with @error set when it cannot be read */
char *cs_library_dup_day (CsLibrary *library,
                          GError **error);

G_END_DECLS
