#include "cs-reviews.h"

struct _CsReviews
{
  GObject parent_instance;

  CsDocument *document;
  GPtrArray *all;
  char *author;
  char *text_sha256; /* of the text that was examined last, NULL while nobody needs it */
};

G_DEFINE_FINAL_TYPE (CsReviews, cs_reviews, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- from the store --- */

typedef struct
{
  GPtrArray *all;
  char *author;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->all, g_ptr_array_unref);
  g_free (loaded->author);
  g_free (loaded);
}

static gpointer
load (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *matter = data;
  g_autoptr (GPtrArray) all = cs_draft_store_list_reviews (store, *matter, error);
  g_autofree char *author = all == NULL ? NULL : cs_draft_store_get_author (store, *matter, error);
  Loaded *loaded;

  if (author == NULL)
    return NULL;

  loaded = g_new0 (Loaded, 1);
  loaded->all = g_steal_pointer (&all);
  loaded->author = g_steal_pointer (&author);

  return loaded;
}

static void
update_text (CsReviews *reviews)
{
  const CsFindingView *view = cs_document_get_view (reviews->document);

  g_clear_pointer (&reviews->text_sha256, g_free);
  if (reviews->all->len > 0 && view != NULL)
    reviews->text_sha256 = cs_draft_dup_sha256 (view->result->draft);
}

/* What cannot be read is told by whoever saves; here, what was known stays. */
static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsReviews) reviews = data;
  Loaded *loaded = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, NULL);

  if (loaded == NULL || reviews->document == NULL)
    {
      g_clear_pointer (&loaded, loaded_free);
      return;
    }

  g_ptr_array_unref (reviews->all);
  reviews->all = g_steal_pointer (&loaded->all);
  g_free (reviews->author);
  reviews->author = g_steal_pointer (&loaded->author);
  loaded_free (loaded);
  update_text (reviews);
  g_signal_emit (reviews, signals[CHANGED], 0);
}

static gint64
get_matter (CsReviews *reviews)
{
  return cs_document_get_info (reviews->document)->id;
}

static void
ask (CsReviews *reviews)
{
  CsStoreService *service = cs_document_get_service (reviews->document);
  gint64 matter = get_matter (reviews);
  const CsStoreJob job = { .func = load,
                           .data = g_memdup2 (&matter, sizeof matter),
                           .free_data = g_free,
                           .free_result = loaded_free,
                           .matter = -1 };

  cs_store_service_run (service, &job, NULL, on_loaded, g_object_ref (reviews));
}

static void
on_store_changed (CsReviews *reviews, gint64 matter)
{
  if (matter == 0 || matter == get_matter (reviews))
    ask (reviews);
}

static void
on_view (CsReviews *reviews)
{
  if (reviews->all->len == 0)
    return;

  update_text (reviews);
  g_signal_emit (reviews, signals[CHANGED], 0);
}

/* --- one more --- */

typedef struct
{
  gint64 matter;
  CsReview *review;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  cs_review_free (adding->review);
  g_free (adding);
}

static gpointer
add (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Adding *adding = data;

  cs_draft_store_add_review (store, adding->matter, adding->review, error);

  return NULL;
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_saved (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  const Adding *adding = g_task_get_task_data (task);
  const CsStoreJob job = { .func = add,
                           .data = g_task_get_task_data (task), /* which stays until then */
                           .matter = adding->matter };

  if (!cs_document_flush_finish (CS_DOCUMENT (document), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  cs_store_service_run (cs_document_get_service (CS_DOCUMENT (document)), &job, NULL, on_added,
                        g_steal_pointer (&task));
}

void
cs_reviews_add (CsReviews *reviews,
                CsReview *review,
                GAsyncReadyCallback callback,
                gpointer data)
{
  GTask *task = g_task_new (reviews, NULL, callback, data);
  const Adding adding = { get_matter (reviews), review };

  g_task_set_task_data (task, g_memdup2 (&adding, sizeof adding), adding_free);
  cs_document_flush (reviews->document, on_saved, task);
}

gboolean
cs_reviews_add_finish (CsReviews *reviews, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, reviews), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- what is known --- */

const GPtrArray *
cs_reviews_get_all (CsReviews *reviews)
{
  return reviews->all;
}

const char *
cs_reviews_get_author (CsReviews *reviews)
{
  return reviews->author;
}

gboolean
cs_reviews_holds (CsReviews *reviews, const CsReview *review)
{
  return g_strcmp0 (review->text_sha256, reviews->text_sha256) == 0;
}

const CsReview *
cs_reviews_get_first (CsReviews *reviews)
{
  for (guint i = 0; i < reviews->all->len; i++)
    if (cs_reviews_holds (reviews, reviews->all->pdata[i]))
      return reviews->all->pdata[i];

  return reviews->all->len == 0 ? NULL : reviews->all->pdata[0];
}

/* --- the object --- */

static void
cs_reviews_dispose (GObject *object)
{
  g_clear_object (&CS_REVIEWS (object)->document);

  G_OBJECT_CLASS (cs_reviews_parent_class)->dispose (object);
}

static void
cs_reviews_finalize (GObject *object)
{
  CsReviews *reviews = CS_REVIEWS (object);

  g_ptr_array_unref (reviews->all);
  g_free (reviews->author);
  g_free (reviews->text_sha256);

  G_OBJECT_CLASS (cs_reviews_parent_class)->finalize (object);
}

static void
cs_reviews_class_init (CsReviewsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = cs_reviews_dispose;
  G_OBJECT_CLASS (class)->finalize = cs_reviews_finalize;

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_REVIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cs_reviews_init (CsReviews *reviews)
{
  reviews->all = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_review_free);
  reviews->author = g_strdup ("");
}

CsReviews *
cs_reviews_new (CsDocument *document)
{
  CsReviews *reviews = g_object_new (CS_TYPE_REVIEWS, NULL);
  CsStoreService *service = cs_document_get_service (document);

  reviews->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_view), reviews,
                           G_CONNECT_SWAPPED);
  if (service == NULL) /* it is kept nowhere */
    return reviews;

  g_signal_connect_object (service, "changed", G_CALLBACK (on_store_changed), reviews,
                           G_CONNECT_SWAPPED);
  ask (reviews);

  return reviews;
}
