#include "cs-family-pages.h"

#include "cs-family-list-private.h"

#define PAGE_ROWS 64 /* loaded at once */
#define MAX_PAGES 16 /* kept though nobody looks at them */
#define FILL_US 2000 /* of a turn of the main loop, for rows that came */

/* A stretch of rows that was asked for. */
typedef struct
{
  guint first;
  GPtrArray *items; /* of CsFamilyItem */
} Page;

struct _CsFamilyPages
{
  GListModel *model; /* unowned: it has these */
  CsLibraryService *service;
  CsHits *hits;          /* nullable */
  GCancellable *loading; /* of all that is loaded about @hits */
  GQueue queue;          /* of Page, the last looked at first */
};

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
  GListModel *model;
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
  g_autoptr (GListModel) model G_GNUC_UNUSED = waiting->model;
  g_autoptr (GPtrArray) items = waiting->items;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (rows == NULL)
    return; /* the search tells what is wrong with the library */

  g_idle_add_full (G_PRIORITY_DEFAULT, fill_some, filling_new (items, rows), filling_free);
}

static void
ask_for_rows (CsFamilyPages *pages, const Page *page)
{
  Rows *rows = g_new (Rows, 1);
  Waiting *waiting = g_new (Waiting, 1);
  const CsLibraryJob job = { load_rows, rows, rows_free, (GDestroyNotify)g_ptr_array_unref, FALSE };

  *rows = (Rows){ cs_hits_ref (pages->hits), page->first };
  *waiting = (Waiting){ g_object_ref (pages->model), g_ptr_array_ref (page->items) };
  cs_library_service_read (pages->service, &job, pages->loading, on_rows, waiting);
}

static Page *
add_page (CsFamilyPages *pages, guint first)
{
  Page *page = g_new (Page, 1);
  guint end = MIN (first + PAGE_ROWS, pages->hits->n_families);

  page->first = first;
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < end; i++)
    g_ptr_array_add (page->items, cs_family_item_new (pages->hits->families[i]));
  g_queue_push_head (&pages->queue, page);
  if (pages->queue.length > MAX_PAGES)
    page_free (g_queue_pop_tail (&pages->queue));
  ask_for_rows (pages, page);

  return page;
}

static Page *
get_page (CsFamilyPages *pages, guint first)
{
  for (GList *link = pages->queue.head; link != NULL; link = link->next)
    if (((const Page *)link->data)->first == first)
      {
        g_queue_unlink (&pages->queue, link);
        g_queue_push_head_link (&pages->queue, link);
        return link->data;
      }

  return add_page (pages, first);
}

/* --- other hits --- */

static int
compare_pages (gconstpointer a, gconstpointer b, gpointer data)
{
  return ((const Page *)a)->first < ((const Page *)b)->first ? -1 : 1;
}

/* Gives the items of @page to the families that are there now. */
static void
renew_page (CsFamilyPages *pages, Page *page)
{
  guint end = MIN (page->first + PAGE_ROWS, pages->hits->n_families);

  if (page->items->len > end - page->first)
    g_ptr_array_set_size (page->items, (int)(end - page->first));
  for (guint i = 0; i < page->items->len; i++)
    cs_family_item_expect (page->items->pdata[i], pages->hits->families[page->first + i]);
  for (guint i = page->first + page->items->len; i < end; i++)
    g_ptr_array_add (page->items, cs_family_item_new (pages->hits->families[i]));
  ask_for_rows (pages, page);
}

/* Returns: (transfer full) (element-type guint): where the pages begin that are left, in order */
static GArray *
renew_pages (CsFamilyPages *pages)
{
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_families = pages->hits == NULL ? 0 : pages->hits->n_families;

  g_queue_sort (&pages->queue, compare_pages, NULL);
  while (pages->queue.tail != NULL && ((const Page *)pages->queue.tail->data)->first >= n_families)
    page_free (g_queue_pop_tail (&pages->queue));
  for (GList *link = pages->queue.head; link != NULL; link = link->next)
    {
      renew_page (pages, link->data);
      g_array_append_val (firsts, ((const Page *)link->data)->first);
    }

  return firsts;
}

/* Items that are kept have said so themselves; somebody may hold others, up to @end. */
static void
tell_others (CsFamilyPages *pages, const GArray *firsts, guint end)
{
  guint at = 0;

  for (guint i = 0; i <= firsts->len && at < end; i++)
    {
      guint next = i < firsts->len ? g_array_index (firsts, guint, i) : end;

      if (MIN (next, end) > at)
        g_list_model_items_changed (pages->model, at, MIN (next, end) - at,
                                    MIN (next, end) - at);
      at = next + PAGE_ROWS;
    }
}

/* Most of what is on the screen is the same widgets with other words: making rows anew takes GTK a
 * quarter of a second, giving them other words a few milliseconds. */
void
cs_family_pages_show (CsFamilyPages *pages, CsHits *hits)
{
  guint n_before = pages->hits == NULL ? 0 : pages->hits->n_families;
  guint n_after = hits == NULL ? 0 : hits->n_families;
  guint n_both = MIN (n_before, n_after);
  g_autoptr (GArray) firsts = NULL;

  g_cancellable_cancel (pages->loading);
  g_clear_object (&pages->loading);
  pages->loading = g_cancellable_new ();
  g_clear_pointer (&pages->hits, cs_hits_unref);
  if (hits != NULL)
    pages->hits = cs_hits_ref (hits);
  firsts = renew_pages (pages);
  if (n_before != n_after)
    g_list_model_items_changed (pages->model, n_both, n_before - n_both, n_after - n_both);
  tell_others (pages, firsts, n_both);
}

CsHits *
cs_family_pages_get_hits (const CsFamilyPages *pages)
{
  return pages->hits;
}

GCancellable *
cs_family_pages_get_loading (const CsFamilyPages *pages)
{
  return pages->loading;
}

CsFamilyItem *
cs_family_pages_get_item (CsFamilyPages *pages, guint position)
{
  const Page *page = get_page (pages, position / PAGE_ROWS * PAGE_ROWS);

  return g_object_ref (page->items->pdata[position % PAGE_ROWS]);
}

CsFamilyPages *
cs_family_pages_new (GListModel *model, CsLibraryService *service)
{
  CsFamilyPages *pages = g_new0 (CsFamilyPages, 1);

  pages->model = model;
  pages->service = g_object_ref (service);
  pages->loading = g_cancellable_new ();
  g_queue_init (&pages->queue);

  return pages;
}

void
cs_family_pages_free (CsFamilyPages *pages)
{
  g_cancellable_cancel (pages->loading);
  g_object_unref (pages->loading);
  g_queue_clear_full (&pages->queue, page_free);
  g_clear_pointer (&pages->hits, cs_hits_unref);
  g_object_unref (pages->service);
  g_free (pages);
}
