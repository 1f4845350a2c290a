#include "cs-family-list.h"

#include <string.h>

#include "cs-family-pages.h"
#include "cs-library-day.h"

struct _CsFamilyList
{
  GObject parent_instance;

  CsLibraryService *service;
  char *text;         /* of the query that was asked last */
  CsQuery *query;     /* the same, understood or not */
  GPtrArray *filters; /* of CsFacetValue, nullable; shared with other threads, never changed */
  CsHitOrder order;
  gboolean reverse;

  CsFamilyPages *pages; /* what is shown */
  GPtrArray *facets;
  GError *error;
  char *as_of;
  CsLibraryCounts counts;
  gboolean is_known; /* something came back */

  GCancellable *searching; /* of the search under way, nullable */
};

static void cs_family_list_model_init (GListModelInterface *interface);

G_DEFINE_TYPE_WITH_CODE (CsFamilyList,
                         cs_family_list,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cs_family_list_model_init))

enum
{
  PROP_0,
  PROP_QUERY,
  PROP_HITS,
  PROP_FACETS,
  PROP_SEARCHING,
  PROP_ERROR,
  PROP_EMPTY,
  PROP_N_FAMILIES,
  PROP_AS_OF,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (CsFamilyList *list, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (list), properties[id]);
}

/* %NULL before there are any, and when the list goes. */
static CsHits *
get_hits (const CsFamilyList *list)
{
  return list->pages == NULL ? NULL : cs_family_pages_get_hits (list->pages);
}

/* --- facets --- */

static gpointer
count_facets (CsLibrary *library,
              CsSearcher *searcher,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  return cs_searcher_count_facets (searcher, data, cancellable, error);
}

static void
on_facets (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamilyList) list = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facets =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (facets == NULL)
    return;

  g_clear_pointer (&list->facets, g_ptr_array_unref);
  list->facets = g_steal_pointer (&facets);
  notify (list, PROP_FACETS);
}

static void
ask_for_facets (CsFamilyList *list)
{
  CsHits *hits = get_hits (list);
  const CsLibraryJob job = { count_facets, cs_hits_ref (hits), (GDestroyNotify)cs_hits_unref,
                             (GDestroyNotify)g_ptr_array_unref, FALSE };
  GCancellable *loading = cs_family_pages_get_loading (list->pages);

  cs_library_service_read (list->service, &job, loading, on_facets, g_object_ref (list));
}

/* --- searching --- */

/* A search on its way to the thread that reads and back. */
typedef struct
{
  CsQuery *query;
  GPtrArray *filters;
  CsHitOrder order;
  gboolean reverse;
} Question;

typedef struct
{
  CsHits *hits;
  CsLibraryCounts counts;
  char *as_of;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  cs_query_unref (question->query);
  g_clear_pointer (&question->filters, g_ptr_array_unref);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->hits, cs_hits_unref);
  g_free (answer->as_of);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
search (CsLibrary *library,
        CsSearcher *searcher,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  const Question *question = data;
  const CsSearch what = { question->query,
                          question->filters, question->order, question->reverse };
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GError) own = NULL;

  if (!cs_library_count (library, &answer->counts, error))
    return NULL;

  answer->hits = cs_searcher_search (searcher, &what, cancellable, error);
  if (answer->hits == NULL)
    return NULL;

  answer->as_of = cs_library_dup_day (library, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }

  return g_steal_pointer (&answer);
}

/* Takes @error (nullable). */
static void
set_error (CsFamilyList *list, GError *error)
{
  g_clear_error (&list->error);
  list->error = error;
  notify (list, PROP_ERROR);
}

/* --- answers --- */

static void
show (CsFamilyList *list, CsHits *hits)
{
  cs_family_pages_show (list->pages, hits);
  notify (list, PROP_HITS);
}

static void
take_answer (CsFamilyList *list, Answer *answer)
{
  g_free (list->as_of);
  list->as_of = g_steal_pointer (&answer->as_of);
  list->counts = answer->counts;
  show (list, answer->hits);
  ask_for_facets (list);
  set_error (list, NULL);
}

static void
on_found (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamilyList) list = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != list->searching)
    return; /* another search was asked for meanwhile */

  g_clear_object (&list->searching);
  list->is_known = TRUE;
  if (answer != NULL)
    take_answer (list, answer);
  else if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND))
    {
      list->counts = (CsLibraryCounts){ 0 };
      show (list, NULL);
      set_error (list, NULL);
    }
  else
    set_error (list, g_steal_pointer (&error));

  notify (list, PROP_SEARCHING);
  notify (list, PROP_EMPTY);
  notify (list, PROP_N_FAMILIES);
  notify (list, PROP_AS_OF);
}

static void
search_again (CsFamilyList *list)
{
  Question *question;
  CsLibraryJob job = { search, NULL, question_free, answer_free, FALSE };

  if (list->query->fault.message != NULL)
    return;

  g_cancellable_cancel (list->searching);
  g_clear_object (&list->searching);
  list->searching = g_cancellable_new ();
  question = g_new (Question, 1);
  *question = (Question){ cs_query_ref (list->query), list->filters, list->order, list->reverse };
  if (list->filters != NULL)
    g_ptr_array_ref (list->filters);
  job.data = question;
  cs_library_service_read (list->service, &job, list->searching, on_found, g_object_ref (list));
  notify (list, PROP_SEARCHING);
}

const GError *
cs_family_list_get_error (CsFamilyList *list)
{
  return list->error;
}

void
cs_family_list_search_again (CsFamilyList *list)
{
  search_again (list);
}

void
cs_family_list_search (CsFamilyList *list, const char *text)
{
  if (g_strcmp0 (text, list->text) == 0)
    return;

  g_free (list->text);
  list->text = g_strdup (text);
  g_clear_pointer (&list->query, cs_query_unref);
  list->query = cs_query_parse (text);
  notify (list, PROP_QUERY);
  search_again (list);
}

void
cs_family_list_set_order (CsFamilyList *list, CsHitOrder order, gboolean reverse)
{
  if (list->order == order && list->reverse == reverse)
    return;

  list->order = order;
  list->reverse = reverse;
  search_again (list);
}

static gboolean
is_value (const CsFacetValue *value, CsFacet facet, const char *key)
{
  return value->facet == facet && strcmp (value->key, key) == 0;
}

void
cs_family_list_set_filter (CsFamilyList *list, const CsFacetValue *value, gboolean chosen)
{
  guint n_filters = list->filters == NULL ? 0 : list->filters->len;
  g_autoptr (GPtrArray) filters =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_facet_value_free);

  if (cs_family_list_has_filter (list, value->facet, value->key) == (chosen != FALSE))
    return;

  for (guint i = 0; i < n_filters; i++)
    if (!is_value (list->filters->pdata[i], value->facet, value->key))
      g_ptr_array_add (filters, cs_facet_value_copy (list->filters->pdata[i]));
  if (chosen)
    g_ptr_array_add (filters, cs_facet_value_copy (value));

  g_clear_pointer (&list->filters, g_ptr_array_unref);
  if (filters->len > 0)
    list->filters = g_steal_pointer (&filters);
  search_again (list);
}

gboolean
cs_family_list_has_filter (CsFamilyList *list, CsFacet facet, const char *key)
{
  guint n_filters = list->filters == NULL ? 0 : list->filters->len;

  for (guint i = 0; i < n_filters; i++)
    if (is_value (list->filters->pdata[i], facet, key))
      return TRUE;

  return FALSE;
}

void
cs_family_list_clear_filters (CsFamilyList *list)
{
  if (list->filters == NULL)
    return;

  g_clear_pointer (&list->filters, g_ptr_array_unref);
  search_again (list);
}

/* --- the model --- */

static GType
get_item_type (GListModel *model)
{
  return CS_TYPE_FAMILY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  const CsHits *hits = get_hits (CS_FAMILY_LIST (model));

  return hits == NULL ? 0 : hits->n_families;
}

static gpointer
get_item (GListModel *model, guint position)
{
  if (position >= get_n_items (model))
    return NULL;

  return cs_family_pages_get_item (CS_FAMILY_LIST (model)->pages, position);
}

static void
cs_family_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* --- the object --- */

static void
cs_family_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsFamilyList *list = CS_FAMILY_LIST (object);

  if (id == PROP_QUERY)
    g_value_set_boxed (value, list->query);
  else if (id == PROP_HITS)
    g_value_set_boxed (value, get_hits (list));
  else if (id == PROP_FACETS)
    g_value_set_boxed (value, list->facets);
  else if (id == PROP_SEARCHING)
    g_value_set_boolean (value, list->searching != NULL);
  else if (id == PROP_ERROR)
    g_value_set_string (value, list->error == NULL ? NULL : list->error->message);
  else if (id == PROP_EMPTY)
    g_value_set_boolean (value, list->is_known && list->counts.families == 0);
  else if (id == PROP_N_FAMILIES)
    g_value_set_uint (value, (guint)list->counts.families);
  else
    g_value_set_string (value, list->as_of);
}

static void
cs_family_list_dispose (GObject *object)
{
  CsFamilyList *list = CS_FAMILY_LIST (object);

  g_cancellable_cancel (list->searching);
  g_clear_object (&list->searching);
  g_clear_pointer (&list->pages, cs_family_pages_free);
  g_clear_object (&list->service);

  G_OBJECT_CLASS (cs_family_list_parent_class)->dispose (object);
}

static void
cs_family_list_finalize (GObject *object)
{
  CsFamilyList *list = CS_FAMILY_LIST (object);

  g_clear_pointer (&list->query, cs_query_unref);
  g_clear_pointer (&list->facets, g_ptr_array_unref);
  g_clear_pointer (&list->filters, g_ptr_array_unref);
  g_free (list->text);
  g_clear_error (&list->error);
  g_free (list->as_of);

  G_OBJECT_CLASS (cs_family_list_parent_class)->finalize (object);
}

static void
cs_family_list_class_init (CsFamilyListClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_list_get_property;
  object_class->dispose = cs_family_list_dispose;
  object_class->finalize = cs_family_list_finalize;

  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, CS_TYPE_QUERY, flags);
  properties[PROP_HITS] = g_param_spec_boxed ("hits", NULL, NULL, CS_TYPE_HITS, flags);
  properties[PROP_FACETS] = g_param_spec_boxed ("facets", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  properties[PROP_N_FAMILIES] =
      g_param_spec_uint ("n-families", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_family_list_init (CsFamilyList *list)
{
  list->text = g_strdup ("");
  list->query = cs_query_parse ("");
}

CsFamilyList *
cs_family_list_new (CsLibraryService *service)
{
  CsFamilyList *list = g_object_new (CS_TYPE_FAMILY_LIST, NULL);

  list->service = g_object_ref (service);
  list->pages = cs_family_pages_new (G_LIST_MODEL (list), service);
  g_signal_connect_object (service, "changed", G_CALLBACK (search_again), list,
                           G_CONNECT_SWAPPED);
  search_again (list);

  return list;
}
