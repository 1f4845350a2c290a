#include "../cs-library-search.h"

#include <stdlib.h>

#include "../cs-store-connect.h"
#include "cs-search-run.h"

/* --- the searcher --- */

CsSearcher *
cs_searcher_new (CsLibrary *library, GError **error)
{
  CsSearcher *searcher;

  if (!cs_search_register_functions (library->file, error))
    return NULL;

  searcher = g_new0 (CsSearcher, 1);
  searcher->library = library;

  return searcher;
}

void
cs_searcher_free (CsSearcher *searcher)
{
  g_clear_pointer (&searcher->places, cs_search_places_free);
  g_free (searcher);
}

gsize
cs_searcher_get_size (const CsSearcher *searcher)
{
  return searcher->places == NULL ? 0 : cs_search_places_get_size (searcher->places);
}

/* Others' writes show in the version of the data, our own in the number of changes. */
static gboolean
get_stamp (CsSearcher *searcher, gint64 *stamp, GError **error)
{
  gint64 version = 0;

  if (!cs_store_query_int (searcher->library->file, "PRAGMA data_version", &version, error))
    return FALSE;

  *stamp = version << 32 ^ sqlite3_total_changes64 (searcher->library->file->db);
  return TRUE;
}

gboolean
cs_searcher_begin (CsSearcher *searcher, CsTransaction *reading, GError **error)
{
  gint64 stamp = 0;

  if (!cs_transaction_begin_read (reading, searcher->library->file, error) ||
      !get_stamp (searcher, &stamp, error))
    return FALSE;
  if (searcher->places != NULL && searcher->stamp == stamp)
    return TRUE;

  g_clear_pointer (&searcher->places, cs_search_places_free);
  searcher->places = cs_search_places_load (searcher->library, error);
  searcher->stamp = stamp;

  return searcher->places != NULL;
}

/* --- families of documents --- */

CsSearchSet *
cs_search_fold (const CsSearchPlaces *places, const CsSearchSet *documents)
{
  CsSearchSet *families = cs_search_set_new (places->n_families);

  for (guint at = cs_search_set_next (documents, 0); at < documents->n;
       at = cs_search_set_next (documents, at + 1))
    if (places->family_of[at] != CS_SEARCH_NOWHERE)
      cs_search_set_add (families, places->family_of[at]);

  return families;
}

void
cs_search_unfold (const CsSearchPlaces *places,
                  const CsSearchSet *families,
                  CsSearchSet *documents)
{
  for (guint i = 0; i < places->n_documents; i++)
    if (places->family_of[i] != CS_SEARCH_NOWHERE &&
        cs_search_set_has (families, places->family_of[i]))
      cs_search_set_add (documents, i);
}

/* --- order --- */

/* Hits in the making. */
typedef struct
{
  CsSearcher *searcher;
  const CsSearch *search;
  CsSearchSet *documents;
  CsSearchScores *scores; /* (nullable): of what the query found, before filters */
  guint n_evaluated;
  guint n_families;
  guint32 *families;
  guint32 *of_family; /* the document of each */
  CsHitOrder order;
} Found;

static void
clear_found (Found *found)
{
  g_clear_pointer (&found->documents, cs_search_set_free);
  g_clear_pointer (&found->scores, cs_search_scores_free);
  g_free (found->families);
  g_free (found->of_family);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, clear_found)

/* Lists families by their youngest document, those of @left, taking each out. */
static void
list_by_date (Found *found, CsSearchSet *left)
{
  const CsSearchPlaces *places = found->searcher->places;
  guint n = MIN (cs_search_set_count (left), cs_search_set_count (found->documents));

  found->families = g_new (guint32, n + 1);
  found->of_family = g_new (guint32, n + 1);
  for (guint at = cs_search_set_previous (found->documents, found->documents->n);
       at < found->documents->n && found->n_families < n;
       at = cs_search_set_previous (found->documents, at))
    {
      guint family = places->family_of[at];

      if (family == CS_SEARCH_NOWHERE || !cs_search_set_has (left, family))
        continue;
      cs_search_set_remove (left, family);
      found->families[found->n_families] = family;
      found->of_family[found->n_families++] = at;
    }
}

typedef struct
{
  guint64 key;
  guint32 family;
  guint32 document;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *first = a;
  const Keyed *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return second->document > first->document ? 1 : second->document < first->document ? -1 :
                                                                                       0;
}

#define UNKNOWN_KEY G_MAXUINT64

/* What families are sorted by, from low to high; UNKNOWN_KEY when there is nothing to go by. */
static guint64
get_key (const CsSearchPlaces *places, CsHitOrder order, guint family)
{
  guint32 rank;

  switch (order)
    {
    case CS_HITS_BY_PRIORITY:
      return places->earliest[family] == 0 ? UNKNOWN_KEY : G_MAXUINT32 - places->earliest[family];
    case CS_HITS_BY_SIZE:
      return G_MAXUINT16 - places->sizes[family];
    case CS_HITS_BY_TITLE:
    case CS_HITS_BY_APPLICANT:
      rank = places->ranks[order == CS_HITS_BY_TITLE ? CS_SEARCH_RANK_TITLE :
                                                       CS_SEARCH_RANK_APPLICANT][family];
      return rank == G_MAXUINT32 ? UNKNOWN_KEY : rank;
    case CS_HITS_BEST:
    case CS_HITS_BY_RELEVANCE:
    case CS_HITS_BY_DATE:
    default:
      return 0;
    }
}

static void
sort_keyed (Found *found, Keyed *keyed)
{
  if (found->search->reverse)
    for (guint i = 0; i < found->n_families; i++)
      keyed[i].key = keyed[i].key == UNKNOWN_KEY ? UNKNOWN_KEY : UNKNOWN_KEY - 1 - keyed[i].key;
  qsort (keyed, found->n_families, sizeof *keyed, compare_keyed);
  for (guint i = 0; i < found->n_families; i++)
    {
      found->families[i] = keyed[i].family;
      found->of_family[i] = keyed[i].document;
    }
}

static gboolean
sort_by_key (Found *found, GError **error)
{
  CsSearchPlaces *places = found->searcher->places;
  g_autofree Keyed *keyed = g_new (Keyed, found->n_families + 1);
  CsSearchRank rank =
      found->order == CS_HITS_BY_TITLE ? CS_SEARCH_RANK_TITLE : CS_SEARCH_RANK_APPLICANT;

  if ((found->order == CS_HITS_BY_TITLE || found->order == CS_HITS_BY_APPLICANT) &&
      !cs_search_places_load_ranks (places, rank, found->searcher->library, error))
    return FALSE;

  for (guint i = 0; i < found->n_families; i++)
    keyed[i] = (Keyed){ get_key (places, found->order, found->families[i]), found->families[i],
                        found->of_family[i] };
  sort_keyed (found, keyed);

  return TRUE;
}

/* Takes of each family the document with the highest score. */
static void
take_best (Found *found, const float *scores)
{
  const CsSearchPlaces *places = found->searcher->places;
  g_autofree guint32 *best = g_new0 (guint32, places->n_families);

  for (guint i = 0; i < found->n_families; i++)
    best[found->families[i]] = found->of_family[i];
  for (guint at = cs_search_set_next (found->documents, 0); at < found->documents->n;
       at = cs_search_set_next (found->documents, at + 1))
    {
      guint family = places->family_of[at];

      if (family != CS_SEARCH_NOWHERE && scores[at] > scores[best[family]])
        best[family] = at;
    }
  for (guint i = 0; i < found->n_families; i++)
    found->of_family[i] = best[found->families[i]];
}

#define SCORE_STEPS 1e6

static gboolean
sort_by_relevance (Found *found, GError **error)
{
  g_autofree Keyed *keyed = g_new (Keyed, found->n_families + 1);
  g_autofree float *scores = g_new0 (float, found->searcher->places->n_documents);

  if (found->scores != NULL && cs_search_scores_are_known (found->scores))
    cs_search_scores_add_up (found->scores, found->n_evaluated, scores);
  else if (!cs_search_score (found->searcher, found->search->query, found->documents, scores,
                             error))
    return FALSE;

  take_best (found, scores);
  for (guint i = 0; i < found->n_families; i++)
    {
      float score = scores[found->of_family[i]];

      keyed[i] = (Keyed){ (guint64)G_MAXUINT32 * 1000 - (guint64)(MAX (score, 0) * SCORE_STEPS),
                          found->families[i], found->of_family[i] };
    }
  sort_keyed (found, keyed);

  return TRUE;
}

static void
reverse (guint32 *values, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      guint32 value = values[i];

      values[i] = values[n - 1 - i];
      values[n - 1 - i] = value;
    }
}

static CsHitOrder
choose_order (const Found *found)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();
  CsHitOrder wanted = found->search->order;

  if (wanted != CS_HITS_BEST && wanted != CS_HITS_BY_RELEVANCE)
    return wanted;
  if (found->search->query->root != NULL)
    cs_search_list_terms (found->search->query->root, terms);

  return terms->len == 0 || found->n_families > CS_MAX_RANKED_HITS ? CS_HITS_BY_DATE :
                                                                     CS_HITS_BY_RELEVANCE;
}

static gboolean
sort (Found *found, GError **error)
{
  found->order = choose_order (found);
  if (found->order == CS_HITS_BY_RELEVANCE)
    return sort_by_relevance (found, error);
  if (found->order != CS_HITS_BY_DATE)
    return sort_by_key (found, error);

  if (found->search->reverse)
    {
      reverse (found->families, found->n_families);
      reverse (found->of_family, found->n_families);
    }

  return TRUE;
}

/* --- searching --- */

/* Documents of whose scores note is taken on the way: more are seldom few families. */
#define MAX_NOTED (2 * CS_MAX_RANKED_HITS)

static CsSearchSet *
make_full (guint n)
{
  CsSearchSet *all = cs_search_set_new (n);

  cs_search_set_add_range (all, 0, n);

  return all;
}

static gboolean
find_documents (Found *found, GError **error)
{
  const CsQueryNode *root = found->search->query->root;
  CsHitOrder order = found->search->order;
  guint n = found->searcher->places->n_documents;

  if (order == CS_HITS_BEST || order == CS_HITS_BY_RELEVANCE)
    found->scores = cs_search_scores_new (MAX_NOTED, n);
  found->documents =
      root == NULL ? make_full (n) :
                     cs_search_evaluate_scored (found->searcher, root, found->scores, error);
  if (found->documents != NULL)
    found->n_evaluated = cs_search_set_count (found->documents);

  return found->documents != NULL;
}

/* Drops documents whose families were filtered out. */
static void
drop_documents (Found *found, const CsSearchSet *families)
{
  const CsSearchPlaces *places = found->searcher->places;
  CsSearchSet *documents = found->documents;

  for (guint at = cs_search_set_next (documents, 0); at < documents->n;
       at = cs_search_set_next (documents, at + 1))
    if (places->family_of[at] == CS_SEARCH_NOWHERE ||
        !cs_search_set_has (families, places->family_of[at]))
      cs_search_set_remove (documents, at);
}

/* Lists families of the documents, by date. */
static gboolean
list_families (Found *found, GError **error)
{
  CsSearcher *searcher = found->searcher;
  g_autoptr (CsSearchSet) families = NULL;

  if (found->search->filters == NULL)
    families = make_full (searcher->places->n_families);
  else
    {
      families = cs_search_fold (searcher->places, found->documents);
      if (!cs_search_filter (searcher, found->search, families, error))
        return FALSE;
      drop_documents (found, families);
    }
  list_by_date (found, families);

  return TRUE;
}

static CsHits *
search_now (Found *found, GError **error)
{
  g_auto (CsTransaction) reading = { 0 };
  CsHits hits = { 0 };

  if (!cs_searcher_begin (found->searcher, &reading, error) || !find_documents (found, error) ||
      !list_families (found, error) || !sort (found, error))
    return NULL;

  hits.query = (CsQuery *)found->search->query;
  hits.filters = found->search->filters;
  hits.n_families = found->n_families;
  hits.n_documents = cs_search_set_count (found->documents);
  hits.order = found->order;
  return cs_hits_new (found->searcher->places, &hits, g_steal_pointer (&found->families),
                      g_steal_pointer (&found->of_family));
}

CsHits *
cs_searcher_search (CsSearcher *searcher,
                    const CsSearch *search,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Found) found = { searcher, search };
  gint64 began = g_get_monotonic_time ();
  CsHits *hits;

  g_return_val_if_fail (search->query != NULL && search->query->fault.message == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  cs_store_watch (searcher->library->file, cancellable);
  hits = search_now (&found, error);
  cs_store_watch (searcher->library->file, NULL);
  if (hits != NULL)
    hits->elapsed_us = g_get_monotonic_time () - began;

  return hits;
}
