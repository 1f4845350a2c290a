#include "cs-family-list-private.h"

#include <string.h>

#include "cs-library-day.h"

#define PAGE_ROWS 64 /* loaded at once */
#define MAX_PAGES 16 /* kept though nobody looks at them */
#define FILL_US 2000 /* of a turn of the main loop, for rows that came */

/* A stretch of rows that was asked for. */
typedef struct
{
  guint first;
  GPtrArray *items; /* of CsFamilyItem */
} Page;

struct _CsFamilyList
{
  GObject parent_instance;

  CsLibraryService *service;
  char *text;         /* of the query that was asked last */
  CsQuery *query;     /* the same, understood or not */
  GPtrArray *filters; /* of CsFacetValue, label and count without meaning */
  CsHitOrder order;
  gboolean reverse;

  CsHits *hits;
  GPtrArray *facets;
  GQueue pages; /* of Page, the last looked at first */
  GError *error;
  char *as_of;
  CsLibraryCounts counts;
  gboolean is_known; /* something came back */

  GCancellable *searching; /* of the search under way, nullable */
  GCancellable *loading;   /* of all else about @hits */
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

static CsFacetValue *
filter_new (CsFacet facet, const char *key)
{
  CsFacetValue *filter = g_new0 (CsFacetValue, 1);

  filter->facet = facet;
  filter->key = g_strdup (key);
  filter->label = g_strdup (key);

  return filter;
}

/* --- pages --- */

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

/* Rows on their way from the thread that reads. */
typedef struct
{
  CsHits *hits;
  guint first;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  cs_hits_unref (rows->hits);
  g_free (rows);
}

static gpointer
load_rows (CsLibrary *library,
           CsSearcher *searcher,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Rows *rows = data;

  return cs_searcher_load_rows (searcher, rows->hits, rows->first, PAGE_ROWS, error);
}

/* The items that waited, and where their rows are put. */
typedef struct
{
  CsFamilyList *list;
  GPtrArray *items;
} Waiting;

/* Rows that came, on their way into their items: each is shown at once, and that takes time. */
typedef struct
{
  GPtrArray *items;
  GPtrArray *rows;
  guint next;
} Filling;

static Filling *
filling_new (GPtrArray *items, GPtrArray *rows)
{
  Filling *filling = g_new (Filling, 1);

  *filling = (Filling){ g_ptr_array_ref (items), g_ptr_array_ref (rows), 0 };

  return filling;
}

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  g_ptr_array_unref (filling->items);
  g_ptr_array_unref (filling->rows);
  g_free (filling);
}

/* Goes on in the next turn of the main loop when its time is over. */
static gboolean
fill_some (gpointer data)
{
  Filling *filling = data;
  gint64 end_us = g_get_monotonic_time () + FILL_US;

  while (filling->next < MIN (filling->rows->len, filling->items->len))
    {
      guint i = filling->next++;
      CsFamilyItem *item = filling->items->pdata[i];
      const CsHitRow *row = filling->rows->pdata[i];

      if (row->family == cs_family_item_get_family (item)) /* else something else was searched */
        cs_family_item_take_row (item, g_steal_pointer (&filling->rows->pdata[i]));
      if (g_get_monotonic_time () >= end_us)
        return G_SOURCE_CONTINUE;
    }

  return G_SOURCE_REMOVE;
}

static void
on_rows (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (CsFamilyList) list G_GNUC_UNUSED = waiting->list;
  g_autoptr (GPtrArray) items = waiting->items;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (rows == NULL)
    return; /* the search tells what is wrong with the library */

  g_idle_add_full (G_PRIORITY_DEFAULT, fill_some, filling_new (items, rows), filling_free);
}

static void
ask_for_rows (CsFamilyList *list, const Page *page)
{
  Rows *rows = g_new (Rows, 1);
  Waiting *waiting = g_new (Waiting, 1);
  const CsLibraryJob job = { load_rows, rows, rows_free, (GDestroyNotify)g_ptr_array_unref, FALSE };

  *rows = (Rows){ cs_hits_ref (list->hits), page->first };
  *waiting = (Waiting){ g_object_ref (list), g_ptr_array_ref (page->items) };
  cs_library_service_read (list->service, &job, list->loading, on_rows, waiting);
}

static Page *
add_page (CsFamilyList *list, guint first)
{
  Page *page = g_new (Page, 1);
  guint end = MIN (first + PAGE_ROWS, list->hits->n_families);

  page->first = first;
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < end; i++)
    g_ptr_array_add (page->items, cs_family_item_new (list->hits->families[i]));
  g_queue_push_head (&list->pages, page);
  if (list->pages.length > MAX_PAGES)
    page_free (g_queue_pop_tail (&list->pages));
  ask_for_rows (list, page);

  return page;
}

static Page *
get_page (CsFamilyList *list, guint first)
{
  for (GList *link = list->pages.head; link != NULL; link = link->next)
    if (((const Page *)link->data)->first == first)
      {
        g_queue_unlink (&list->pages, link);
        g_queue_push_head_link (&list->pages, link);
        return link->data;
      }

  return add_page (list, first);
}

static void
forget_pages (CsFamilyList *list)
{
  g_cancellable_cancel (list->loading);
  g_clear_object (&list->loading);
  g_queue_clear_full (&list->pages, page_free);
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
  const CsLibraryJob job = { count_facets, cs_hits_ref (list->hits), (GDestroyNotify)cs_hits_unref,
                             (GDestroyNotify)g_ptr_array_unref, FALSE };

  cs_library_service_read (list->service, &job, list->loading, on_facets, g_object_ref (list));
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
  g_ptr_array_unref (question->filters);
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
                          (const CsFacetValue *const *)question->filters->pdata,
                          question->filters->len, question->order, question->reverse };
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

/* --- other hits --- */

static int
compare_pages (gconstpointer a, gconstpointer b, gpointer data)
{
  return ((const Page *)a)->first < ((const Page *)b)->first ? -1 : 1;
}

/* Gives the items of @page to the families that are there now. */
static void
renew_page (CsFamilyList *list, Page *page)
{
  guint end = MIN (page->first + PAGE_ROWS, list->hits->n_families);

  if (page->items->len > end - page->first)
    g_ptr_array_set_size (page->items, (int)(end - page->first));
  for (guint i = 0; i < page->items->len; i++)
    cs_family_item_expect (page->items->pdata[i], list->hits->families[page->first + i]);
  for (guint i = page->first + page->items->len; i < end; i++)
    g_ptr_array_add (page->items, cs_family_item_new (list->hits->families[i]));
  ask_for_rows (list, page);
}

/* Returns: (transfer full) (element-type guint): where the pages begin that are left, in order */
static GArray *
renew_pages (CsFamilyList *list)
{
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_families = list->hits == NULL ? 0 : list->hits->n_families;

  g_queue_sort (&list->pages, compare_pages, NULL);
  while (list->pages.tail != NULL && ((const Page *)list->pages.tail->data)->first >= n_families)
    page_free (g_queue_pop_tail (&list->pages));
  for (GList *link = list->pages.head; link != NULL; link = link->next)
    {
      renew_page (list, link->data);
      g_array_append_val (firsts, ((const Page *)link->data)->first);
    }

  return firsts;
}

/* Items that are kept have said so themselves; somebody may hold others, up to @end. */
static void
tell_others (CsFamilyList *list, const GArray *firsts, guint end)
{
  guint at = 0;

  for (guint i = 0; i <= firsts->len && at < end; i++)
    {
      guint next = i < firsts->len ? g_array_index (firsts, guint, i) : end;

      if (MIN (next, end) > at)
        g_list_model_items_changed (G_LIST_MODEL (list), at, MIN (next, end) - at,
                                    MIN (next, end) - at);
      at = next + PAGE_ROWS;
    }
}

/* Most of what is on the screen is the same widgets with other words: making rows anew takes GTK a
 * quarter of a second, giving them other words a few milliseconds. */
static void
show (CsFamilyList *list, CsHits *hits)
{
  guint n_before = list->hits == NULL ? 0 : list->hits->n_families;
  guint n_after = hits == NULL ? 0 : hits->n_families;
  guint n_both = MIN (n_before, n_after);
  g_autoptr (GArray) firsts = NULL;

  g_cancellable_cancel (list->loading);
  g_clear_object (&list->loading);
  list->loading = g_cancellable_new ();
  g_clear_pointer (&list->hits, cs_hits_unref);
  if (hits != NULL)
    list->hits = cs_hits_ref (hits);
  firsts = renew_pages (list);
  if (n_before != n_after)
    g_list_model_items_changed (G_LIST_MODEL (list), n_both, n_before - n_both, n_after - n_both);
  tell_others (list, firsts, n_both);
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

static GPtrArray *
copy_filters (const GPtrArray *filters)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_facet_value_free);

  for (guint i = 0; i < filters->len; i++)
    {
      const CsFacetValue *filter = filters->pdata[i];

      g_ptr_array_add (copy, filter_new (filter->facet, filter->key));
    }

  return copy;
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
  *question = (Question){ cs_query_ref (list->query), copy_filters (list->filters), list->order,
                          list->reverse };
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

/* Returns: index of that filter, its number of filters when it is not chosen */
static guint
find_filter (CsFamilyList *list, CsFacet facet, const char *key)
{
  guint i = 0;

  while (i < list->filters->len)
    {
      const CsFacetValue *filter = list->filters->pdata[i];

      if (filter->facet == facet && strcmp (filter->key, key) == 0)
        break;
      i++;
    }

  return i;
}

void
cs_family_list_set_filter (CsFamilyList *list, CsFacet facet, const char *key, gboolean chosen)
{
  guint at = find_filter (list, facet, key);

  if ((at < list->filters->len) == (chosen != FALSE))
    return;

  if (chosen)
    g_ptr_array_add (list->filters, filter_new (facet, key));
  else
    g_ptr_array_remove_index (list->filters, at);
  search_again (list);
}

gboolean
cs_family_list_has_filter (CsFamilyList *list, CsFacet facet, const char *key)
{
  return find_filter (list, facet, key) < list->filters->len;
}

void
cs_family_list_clear_filters (CsFamilyList *list)
{
  if (list->filters->len == 0)
    return;

  g_ptr_array_set_size (list->filters, 0);
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
  const CsFamilyList *list = CS_FAMILY_LIST (model);

  return list->hits == NULL ? 0 : list->hits->n_families;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CsFamilyList *list = CS_FAMILY_LIST (model);
  const Page *page;

  if (position >= get_n_items (model))
    return NULL;

  page = get_page (list, position / PAGE_ROWS * PAGE_ROWS);

  return g_object_ref (page->items->pdata[position % PAGE_ROWS]);
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
    g_value_set_boxed (value, list->hits);
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
  forget_pages (list);
  g_clear_object (&list->service);

  G_OBJECT_CLASS (cs_family_list_parent_class)->dispose (object);
}

static void
cs_family_list_finalize (GObject *object)
{
  CsFamilyList *list = CS_FAMILY_LIST (object);

  g_clear_pointer (&list->query, cs_query_unref);
  g_clear_pointer (&list->hits, cs_hits_unref);
  g_clear_pointer (&list->facets, g_ptr_array_unref);
  g_ptr_array_unref (list->filters);
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
  g_queue_init (&list->pages);
  list->filters = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_facet_value_free);
  list->loading = g_cancellable_new ();
  list->text = g_strdup ("");
  list->query = cs_query_parse ("");
}

CsFamilyList *
cs_family_list_new (CsLibraryService *service)
{
  CsFamilyList *list = g_object_new (CS_TYPE_FAMILY_LIST, NULL);

  list->service = g_object_ref (service);
  g_signal_connect_object (service, "changed", G_CALLBACK (search_again), list,
                           G_CONNECT_SWAPPED);
  search_again (list);

  return list;
}
