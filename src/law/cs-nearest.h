#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_nearest_name:
 * @name: a name that is not known
 * @known: (array zero-terminated=1): names that are
 *
 * Finds what the writer probably meant: the fewest letters to change. Thread: any.
 *
 * Returns: (transfer none) (nullable): one of @known, %NULL when none is at all like @name
 */
const char *cs_nearest_name (const char *name,
                             const char *const *known);

/**
 * cs_nearest_dup_hint:
 * @name: a name that is not known
 * @known: (array zero-terminated=1): names that are
 *
 * Returns: (transfer full): "; did you mean \"…\"?", or "" when none is near
 */
char *cs_nearest_dup_hint (const char *name,
                           const char *const *known);

G_END_DECLS
