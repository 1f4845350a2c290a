#pragma once

#include "../../store/cs-library-search.h"

G_BEGIN_DECLS

/* What facets are called, in the user's language. */

/** cs_facet_get_title: Returns: (transfer none): "Office", "Priority year" */
const char *cs_facet_get_title (CsFacet facet);

/** cs_facet_values_dup_words: @values: (element-type CsFacetValue): that families must have.
 * Returns: (transfer full): "Office: CN, EP; Status: in force" */
char *cs_facet_values_dup_words (const GPtrArray *values);

G_END_DECLS
