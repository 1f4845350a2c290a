#pragma once

#include "cs-terms.h"

G_BEGIN_DECLS

/* Where the name of a term stands in a draft; for cs-term-rename.c, for nobody else. */

/* One place. @start, @end: bytes of the part. */
typedef struct
{
  CsPart part;
  gsize start;
  gsize end;
  gboolean plural;
} CsTermPlace;

/* Finds the places of @term, in the order of parts and text, disjoint. @n_unlike: (out): mentions
 * of it in other words. Returns: (transfer full) (element-type CsTermPlace) */
GArray *cs_term_places_find (const CsClaimSet *claims,
                             const CsDescription *description,
                             const CsTerms *terms,
                             guint term,
                             guint *n_unlike);

G_END_DECLS
