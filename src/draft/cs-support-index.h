#pragma once

#include "cs-description.h"
#include "cs-support.h"

G_BEGIN_DECLS

/* Which paragraphs hold which grams (cs-grams.h): inside cs-support.c, for nobody else. */

#define CS_NO_GRAM G_MAXUINT32

/** CsSupportIndex: an inverted index over the paragraphs of a description. Immutable. */
typedef struct _CsSupportIndex CsSupportIndex;

/** CsGramPlaces: paragraphs that hold a gram, ascending; @places: of all of them, bits */
typedef struct
{
  const guint32 *paragraphs;
  guint n_paragraphs;
  guint places;
} CsGramPlaces;

/** cs_support_index_new: O(n) in the length of the description. Returns: (transfer full): it */
CsSupportIndex *cs_support_index_new (const CsDraft *draft,
                                      const CsDescription *description) G_GNUC_WARN_UNUSED_RESULT;

/** cs_support_index_free: frees @index */
void cs_support_index_free (CsSupportIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSupportIndex, cs_support_index_free)

/** cs_support_index_get: Returns: where @key stands; no paragraph when nowhere */
CsGramPlaces cs_support_index_get (const CsSupportIndex *index,
                                   guint64 key);

/** cs_support_index_get_place: Returns: what kind of section @paragraph stands in */
CsSupportPlace cs_support_index_get_place (const CsSupportIndex *index,
                                           guint paragraph);

/** cs_support_index_get_n_paragraphs: Returns: how many paragraphs the description has */
guint cs_support_index_get_n_paragraphs (const CsSupportIndex *index);

G_END_DECLS
