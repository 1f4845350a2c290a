#pragma once

#include "cs-library-search.h"

G_BEGIN_DECLS

/**
 * CsNearPassage:
 * @document: id of the document it is of, 0 when the family has nothing of the feature
 * @place: translated: where it stands: "US cl. 1", "EP [0021]"; "" when there is nothing
 * @text: the passage as one line around what is found, "" when there is nothing
 * @spans: (array length=n_spans): words of the feature in it
 * @n_spans: how many
 * @share: of the words of the feature that tell something, how many stand there: 0 to 1
 *
 * The claim, abstract or paragraph of a family that has most of a feature.
 */
typedef struct
{
  gint64 document;
  char *place;
  char *text;
  CsHitSpan *spans;
  guint n_spans;
  double share;
} CsNearPassage;

/**
 * CsNearFamily:
 * @family: its id
 * @share: how much of the features, rare words counting most, one of its documents has: 0 to 1, the
 *   mean over features. It orders, and says nothing about novelty
 * @passages: (array length=n_passages): one a feature, in their order
 * @n_passages: how many
 *
 * A family that has words of a claim.
 */
typedef struct
{
  gint64 family;
  double share;
  CsNearPassage *passages;
  guint n_passages;
} CsNearFamily;

/** cs_near_family_free: frees it with all it holds */
void cs_near_family_free (CsNearFamily *family);

/** CS_MAX_NEAR_FEATURES: features that are looked at */
#define CS_MAX_NEAR_FEATURES 40

/**
 * CsNearSearch:
 * @features: (array zero-terminated=1): of a claim, each as it stands there
 * @before: only what was published before that day, unknown for all
 * @max_families: how many are wanted
 *
 * What to look for near a claim.
 */
typedef struct
{
  const char *const *features;
  CsOfficeDate before;
  guint max_families;
} CsNearSearch;

/**
 * cs_searcher_find_near:
 * @searcher: a searcher
 * @search: the features of a claim
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @error: return location
 *
 * Looks for prior art: takes the words of each feature that tell something, weighs them by how few
 * documents have them, and ranks families by the best of their documents.
 *
 * Returns: (transfer full) (element-type CsNearFamily): the nearest first, or %NULL
 */
GPtrArray *cs_searcher_find_near (CsSearcher *searcher,
                                  const CsNearSearch *search,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_near_has_words: Returns: whether there is anything in @feature to look for: a measure has no
 * words. Thread: any */
gboolean cs_near_has_words (const char *feature);

/** cs_near_find_words: @features: (array zero-terminated=1), @text: (array length=n_bytes): of a
 * document. Returns: (transfer full) (element-type CsHitSpan): where words of @features that tell
 * something stand in it, in order, the first thousand. Thread: any */
GArray *cs_near_find_words (const char *const *features,
                            const char *text,
                            gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
