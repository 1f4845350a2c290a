#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_country_is_known:
 * @code: a word
 *
 * Source: WIPO Standard ST.3, Annex A: states, other entities and intergovernmental organisations.
 * Thread: any.
 *
 * Returns: whether @code is one of its two-letter codes, in capitals
 */
gboolean cs_country_is_known (const char *code);

G_END_DECLS
