#pragma once

#include "../family/query/cs-query.h"
#include "cs-library.h"

G_BEGIN_DECLS

/**
 * CsSearcher:
 *
 * Searches one library. Keeps what counting needs in memory: 12 bytes a document and 27 a family,
 * 7 more a document and 8 more a family once a search asks for it, at most 54 MB for a million of
 * both; read when it is first needed and again when the library has changed. Thread: that of its
 * library. Errors are as in cs-library.h.
 */
typedef struct _CsSearcher CsSearcher;

/** cs_searcher_new: @library: lives longer than the searcher. Returns: (transfer full): one that
 * searches @library, or %NULL */
CsSearcher *cs_searcher_new (CsLibrary *library,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_searcher_free: frees it with all it keeps */
void cs_searcher_free (CsSearcher *searcher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearcher, cs_searcher_free)

/** cs_searcher_get_size: Returns: bytes of what it keeps in memory */
gsize cs_searcher_get_size (const CsSearcher *searcher);

/**
 * CsHitOrder:
 * @CS_HITS_BEST: by relevance up to %CS_MAX_RANKED_HITS families, above that, and where there are
 *   no words to go by, by date
 * @CS_HITS_BY_RELEVANCE: what suits the words best first (BM25; titles count most)
 * @CS_HITS_BY_DATE: by the youngest publication that fits
 * @CS_HITS_BY_PRIORITY: by earliest priority
 * @CS_HITS_BY_APPLICANT: by name
 * @CS_HITS_BY_SIZE: by number of members
 * @CS_HITS_BY_TITLE: by title
 *
 * How hits are sorted. What is not known comes last.
 */
typedef enum
{
  CS_HITS_BEST,
  CS_HITS_BY_RELEVANCE,
  CS_HITS_BY_DATE,
  CS_HITS_BY_PRIORITY,
  CS_HITS_BY_APPLICANT,
  CS_HITS_BY_SIZE,
  CS_HITS_BY_TITLE
} CsHitOrder;

/** CS_MAX_RANKED_HITS: families that are sorted by relevance */
#define CS_MAX_RANKED_HITS 10000

/**
 * CsFacet:
 * @CS_FACET_OFFICE: offices of its members
 * @CS_FACET_YEAR: of its earliest priority
 * @CS_FACET_APPLICANT: all applicants and owners of its members
 * @CS_FACET_CLASS: all subclasses of IPC and CPC of its members
 * @CS_FACET_STATUS: #CsFamilyStatus
 * @CS_FACET_TAG: of the user
 * @CS_FACET_POOL: of the user: in which they lie
 *
 * By what families are counted.
 */
typedef enum
{
  CS_FACET_OFFICE,
  CS_FACET_YEAR,
  CS_FACET_APPLICANT,
  CS_FACET_CLASS,
  CS_FACET_STATUS,
  CS_FACET_TAG,
  CS_FACET_POOL,
  CS_N_FACETS
} CsFacet;

/**
 * CsFacetValue:
 * @facet: of which facet
 * @key: what it is told by: "CN", "2019", id of a name, "H01M", number of a #CsFamilyStatus, a tag,
 *   a pool
 * @label: what is shown: as @key, but name of the applicant and cs_family_status_get_name()
 * @count: families that have it
 *
 * A value of a facet.
 */
typedef struct
{
  CsFacet facet;
  char *key;
  char *label;
  guint count;
} CsFacetValue;

/** cs_facet_value_copy: Returns: (transfer full): the same */
CsFacetValue *cs_facet_value_copy (const CsFacetValue *value);

/** cs_facet_value_free: frees it with all it holds */
void cs_facet_value_free (CsFacetValue *value);

/**
 * CsSearch:
 * @query: what to look for; empty for all there is
 * @filters: (element-type CsFacetValue) (nullable): values that the families must have; of the same
 *   facet any of them; the hits keep a reference
 * @order: how to sort
 * @reverse: from the other end: the default is what suits best, is youngest, largest, or first in
 *   the alphabet
 *
 * What to search for.
 */
typedef struct
{
  const CsQuery *query;
  GPtrArray *filters;
  CsHitOrder order;
  gboolean reverse;
} CsSearch;

/**
 * CsHits:
 * @query: that was asked
 * @filters: (element-type CsFacetValue) (nullable): values that were asked for
 * @families: (array length=n_families): ids of simple families, in order
 * @documents: (array length=n_families): of each the document that suits best, or is youngest
 * @n_families: how many
 * @n_documents: publications that fit
 * @order: by which they are sorted: never %CS_HITS_BEST
 * @elapsed_us: how long it took
 *
 * What was found: one row a family, however many of its publications fit. Immutable.
 */
typedef struct
{
  CsQuery *query;
  GPtrArray *filters;
  const gint64 *families;
  const gint64 *documents;
  guint n_families;
  guint n_documents;
  CsHitOrder order;
  gint64 elapsed_us;
} CsHits;

#define CS_TYPE_HITS (cs_hits_get_type ())

GType cs_hits_get_type (void) G_GNUC_CONST;

/** cs_hits_ref: Returns: (transfer full): @hits. Thread: any. */
CsHits *cs_hits_ref (CsHits *hits);

/** cs_hits_unref: Thread: any. */
void cs_hits_unref (CsHits *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsHits, cs_hits_unref)

/**
 * cs_searcher_search:
 * @searcher: a searcher
 * @search: what to search for; its query has no fault
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @error: return location
 *
 * Returns: (transfer full): what was found, or %NULL
 */
CsHits *cs_searcher_search (CsSearcher *searcher,
                            const CsSearch *search,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** CS_MAX_FACET_VALUES: of a facet, those with the highest counts are listed */
#define CS_MAX_FACET_VALUES 200

/**
 * cs_searcher_count_facets:
 * @searcher: a searcher
 * @hits: that it found
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @error: return location
 *
 * Returns: (transfer full) (element-type CsFacetValue): in the order of facets, the years from the
 * youngest, of the others the most frequent first; or %NULL
 */
GPtrArray *cs_searcher_count_facets (CsSearcher *searcher,
                                     const CsHits *hits,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** CsHitSpan: @start_byte, @end_byte: of a text, what to mark */
typedef struct
{
  guint start_byte;
  guint end_byte;
} CsHitSpan;

/**
 * CsHitRow:
 * @family: its id
 * @document: the one that suits best
 * @number: of @document as printed
 * @title: of @document, the wording that the query is found in, or the first
 * @title_spans: (array length=n_title_spans): where the query is found in it
 * @n_title_spans: how many
 * @snippet: what the query is found in beside the title: a piece of one line, "" when there is none
 * @snippet_spans: (array length=n_snippet_spans): where in it
 * @n_snippet_spans: how many
 * @place: translated: where the snippet stands: "US cl. 1", "CN abstract", "EP [0021]"; "" without
 * @applicant: the first one
 * @offices: of its members: "CN EP US"
 * @earliest: its earliest priority or filing
 * @status: what its states come to
 * @n_members: its applications
 *
 * A family in a list of hits.
 */
typedef struct
{
  gint64 family;
  gint64 document;
  char *number;
  char *title;
  CsHitSpan *title_spans;
  guint n_title_spans;
  char *snippet;
  CsHitSpan *snippet_spans;
  guint n_snippet_spans;
  char *place;
  char *applicant;
  char *offices;
  CsOfficeDate earliest;
  CsFamilyStatus status;
  guint n_members;
} CsHitRow;

/** cs_hit_row_free: frees @row (nullable) with all it holds */
void cs_hit_row_free (CsHitRow *row);

/**
 * cs_searcher_load_rows:
 * @searcher: a searcher
 * @hits: what was found
 * @first: index of the first family
 * @n_rows: how many are wanted
 * @error: return location
 *
 * Returns: (transfer full) (element-type CsHitRow): those from @first on that there are; one whose
 * family is gone has an empty title; or %NULL
 */
GPtrArray *cs_searcher_load_rows (CsSearcher *searcher,
                                  const CsHits *hits,
                                  guint first,
                                  guint n_rows,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
