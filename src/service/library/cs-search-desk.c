#include "cs-search-desk.h"

#define MAX_HISTORY 30 /* shown; the library remembers more */

struct _CsSearchDesk
{
  GObject parent_instance;

  CsLibraryService *service;
  GCancellable *cancellable; /* of what is being read */
  GPtrArray *kept;           /* of CsKeptSearch */
  GPtrArray *history;        /* of CsSearchHistoryEntry */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSearchDesk, cs_search_desk, G_TYPE_OBJECT)

static void
kept_free (gpointer data)
{
  CsKeptSearch *kept = data;

  cs_saved_search_free (kept->search);
  g_clear_pointer (&kept->news, g_array_unref);
  g_free (kept);
}

/* --- in the thread that reads --- */

typedef struct
{
  GPtrArray *kept;
  GPtrArray *history;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->kept, g_ptr_array_unref);
  g_clear_pointer (&found->history, g_ptr_array_unref);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static GArray *
copy_families (const CsHits *hits)
{
  GArray *families = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->n_families);

  if (hits->n_families > 0)
    g_array_append_vals (families, hits->families, hits->n_families);

  return families;
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const CsLibraryNewsItem *)a)->family;
  gint64 right = ((const CsLibraryNewsItem *)b)->family;

  return left < right ? -1 : left > right;
}

/* Returns: (transfer full) (nullable): families with news; %NULL when they cannot be told */
static GArray *
find_news (CsLibrary *library,
           CsSearcher *searcher,
           const CsSavedSearch *saved,
           GCancellable *cancellable)
{
  g_autoptr (CsQuery) query = cs_query_parse (saved->query);
  const CsSearch search = { .query = query, .order = CS_HITS_BY_DATE };
  g_autoptr (CsHits) hits = NULL;
  g_autoptr (GArray) families = NULL;
  GArray *news;

  if (query->fault.message != NULL)
    return NULL;

  hits = cs_searcher_search (searcher, &search, cancellable, NULL);
  families = hits != NULL ? copy_families (hits) : NULL;
  news = families != NULL ? cs_library_list_news (library, saved->id, families, NULL) : NULL;
  if (news == NULL)
    return NULL;

  g_array_sort (news, compare_families);

  return news;
}

static GPtrArray *
keep_all (CsLibrary *library, CsSearcher *searcher, GPtrArray *saved, GCancellable *cancellable)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (kept_free);

  g_ptr_array_set_free_func (saved, NULL);
  for (guint i = 0; i < saved->len; i++)
    {
      CsKeptSearch *one = g_new0 (CsKeptSearch, 1);

      one->search = saved->pdata[i];
      if (one->search->is_watched)
        one->news = find_news (library, searcher, one->search, cancellable);
      g_ptr_array_add (kept, one);
    }

  return kept;
}

static gpointer
load (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GPtrArray) saved = cs_library_list_searches (library, error);

  if (saved == NULL)
    return NULL;

  found->history = cs_library_list_history (library, error);
  if (found->history == NULL)
    return NULL;

  if (found->history->len > MAX_HISTORY)
    g_ptr_array_set_size (found->history, MAX_HISTORY);
  found->kept = keep_all (library, searcher, saved, cancellable);

  return g_steal_pointer (&found);
}

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsSearchDesk) desk = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (found == NULL)
    return; /* the list of families tells what is wrong with the library */

  g_ptr_array_unref (desk->kept);
  g_ptr_array_unref (desk->history);
  desk->kept = g_steal_pointer (&found->kept);
  desk->history = g_steal_pointer (&found->history);
  g_signal_emit (desk, signals[CHANGED], 0);
}

static void
reload (CsSearchDesk *desk)
{
  const CsLibraryJob job = { .func = load, .free_result = found_free };

  if (desk->service == NULL)
    return;

  g_cancellable_cancel (desk->cancellable);
  g_clear_object (&desk->cancellable);
  desk->cancellable = g_cancellable_new ();
  cs_library_service_read (desk->service, &job, desk->cancellable, on_loaded, g_object_ref (desk));
}

/* --- in the thread that writes --- */

/* One thing to write. */
typedef struct
{
  CsSavedSearch search;
  GArray *families; /* (nullable): that it finds now */
  guint n_hits;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->search.name);
  g_free (deed->search.query);
  g_clear_pointer (&deed->families, g_array_unref);
  g_free (deed);
}

static gpointer
keep (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const Deed *deed = data;
  gint64 id = cs_library_save_search (library, &deed->search, error);

  if (id != 0 && deed->search.is_watched && deed->families != NULL)
    cs_library_see (library, id, deed->families, error);

  return NULL;
}

static gpointer
see (CsLibrary *library,
     CsSearcher *searcher,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  const Deed *deed = data;

  cs_library_see (library, deed->search.id, deed->families, error);

  return NULL;
}

static gpointer
forget (CsLibrary *library,
        CsSearcher *searcher,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  cs_library_delete_search (library, ((const Deed *)data)->search.id, error);

  return NULL;
}

static gpointer
note (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const Deed *deed = data;

  cs_library_add_history (library, deed->search.query, deed->n_hits, error);

  return NULL;
}

static void
on_written (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsSearchDesk) desk = data;
  g_autoptr (GError) error = NULL;

  cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);
  if (error != NULL)
    g_signal_emit (desk, signals[FAILED], 0, error->message);
  reload (desk);
}

/* Takes @deed. What is kept here is shown nowhere else. */
static void
write_down (CsSearchDesk *desk, CsLibraryFunc func, Deed *deed)
{
  const CsLibraryJob job = { func, deed, deed_free, NULL, TRUE };

  cs_library_service_write (desk->service, &job, NULL, on_written, g_object_ref (desk));
}

void
cs_search_desk_keep (CsSearchDesk *desk, const CsSavedSearch *search, const CsHits *hits)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->search = *search;
  deed->search.name = g_strdup (search->name);
  deed->search.query = g_strdup (search->query);
  deed->families = hits != NULL ? copy_families (hits) : NULL;
  write_down (desk, keep, deed);
}

void
cs_search_desk_see (CsSearchDesk *desk, gint64 search, const CsHits *hits)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->search.id = search;
  deed->families = copy_families (hits);
  write_down (desk, see, deed);
}

void
cs_search_desk_forget (CsSearchDesk *desk, gint64 search)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->search.id = search;
  write_down (desk, forget, deed);
}

void
cs_search_desk_note (CsSearchDesk *desk, const char *query, guint n_hits)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->search.query = g_strdup (query);
  deed->n_hits = n_hits;
  write_down (desk, note, deed);
}

/* --- what is there --- */

const GPtrArray *
cs_search_desk_get_kept (CsSearchDesk *desk)
{
  return desk->kept;
}

const GPtrArray *
cs_search_desk_get_history (CsSearchDesk *desk)
{
  return desk->history;
}

guint
cs_kept_search_count_news (const CsKeptSearch *kept, CsLibraryNews kind)
{
  guint n = 0;

  for (guint i = 0; kept->news != NULL && i < kept->news->len; i++)
    if ((g_array_index (kept->news, CsLibraryNewsItem, i).news & kind) != 0)
      n++;

  return n;
}

guint
cs_search_desk_count_news (CsSearchDesk *desk)
{
  guint n_news = 0;

  for (guint i = 0; i < desk->kept->len; i++)
    {
      const CsKeptSearch *kept = desk->kept->pdata[i];

      n_news += kept->news != NULL ? kept->news->len : 0;
    }

  return n_news;
}

/* --- the object --- */

static void
cs_search_desk_dispose (GObject *object)
{
  CsSearchDesk *desk = CS_SEARCH_DESK (object);

  g_cancellable_cancel (desk->cancellable);
  g_clear_object (&desk->cancellable);
  g_clear_object (&desk->service);

  G_OBJECT_CLASS (cs_search_desk_parent_class)->dispose (object);
}

static void
cs_search_desk_finalize (GObject *object)
{
  CsSearchDesk *desk = CS_SEARCH_DESK (object);

  g_ptr_array_unref (desk->kept);
  g_ptr_array_unref (desk->history);

  G_OBJECT_CLASS (cs_search_desk_parent_class)->finalize (object);
}

static void
cs_search_desk_class_init (CsSearchDeskClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = cs_search_desk_dispose;
  object_class->finalize = cs_search_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_SEARCH_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", CS_TYPE_SEARCH_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cs_search_desk_init (CsSearchDesk *desk)
{
  desk->kept = g_ptr_array_new_with_free_func (kept_free);
  desk->history = g_ptr_array_new ();
}

CsSearchDesk *
cs_search_desk_new (CsLibraryService *service)
{
  CsSearchDesk *desk = g_object_new (CS_TYPE_SEARCH_DESK, NULL);

  desk->service = g_object_ref (service);
  g_signal_connect_object (service, "changed", G_CALLBACK (reload), desk, G_CONNECT_SWAPPED);
  reload (desk);

  return desk;
}
