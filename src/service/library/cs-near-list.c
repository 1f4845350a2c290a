#include "cs-near.h"

/* --- an item --- */

struct _CsNearItem
{
  GObject parent_instance;

  CsNearAnswer *answer;
  guint index;
};

G_DEFINE_FINAL_TYPE (CsNearItem, cs_near_item, G_TYPE_OBJECT)

static void
cs_near_item_finalize (GObject *object)
{
  g_clear_pointer (&CS_NEAR_ITEM (object)->answer, cs_near_answer_unref);

  G_OBJECT_CLASS (cs_near_item_parent_class)->finalize (object);
}

static void
cs_near_item_class_init (CsNearItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_near_item_finalize;
}

static void
cs_near_item_init (CsNearItem *item)
{
}

static CsNearItem *
item_new (CsNearAnswer *answer, guint index)
{
  CsNearItem *item = g_object_new (CS_TYPE_NEAR_ITEM, NULL);

  item->answer = cs_near_answer_ref (answer);
  item->index = index;

  return item;
}

const CsNearHit *
cs_near_item_get_hit (CsNearItem *item)
{
  return item->answer->families->pdata[item->index];
}

CsNearAnswer *
cs_near_item_get_answer (CsNearItem *item)
{
  return item->answer;
}

/* --- the list --- */

struct _CsNearList
{
  GObject parent_instance;

  CsLibraryService *service;
  CsNearAnswer *answer;
  GPtrArray *items; /* of CsNearItem */
  char *error;
  gboolean is_empty;
  GCancellable *searching; /* of the search under way, nullable */
};

static void cs_near_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CsNearList,
                               cs_near_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cs_near_list_model_init))

enum
{
  PROP_0,
  PROP_ANSWER,
  PROP_SEARCHING,
  PROP_ERROR,
  PROP_EMPTY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (CsNearList *list, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (list), properties[id]);
}

/* --- in the thread that reads --- */

static void
question_free (gpointer data)
{
  CsNearQuestion *question = data;

  cs_draft_unref (question->draft);
  g_free ((char *)question->language);
  g_free (question);
}

static gpointer
find (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  return cs_near_find (library, searcher, data, cancellable, error);
}

static gpointer
load_claims (CsLibrary *library,
             CsSearcher *searcher,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const CsNearItem *item = data;

  return cs_near_claims_load (library, item->answer, item->index, error);
}

/* --- answers --- */

static void
set_error (CsNearList *list, const char *error)
{
  g_free (list->error);
  list->error = g_strdup (error);
  notify (list, PROP_ERROR);
}

static void
set_empty (CsNearList *list, gboolean is_empty)
{
  list->is_empty = is_empty;
  notify (list, PROP_EMPTY);
}

/* @answer: (nullable) */
static void
show (CsNearList *list, CsNearAnswer *answer)
{
  guint n_before = list->items->len;

  g_ptr_array_set_size (list->items, 0);
  for (guint i = 0; answer != NULL && i < answer->families->len; i++)
    g_ptr_array_add (list->items, item_new (answer, i));
  g_clear_pointer (&list->answer, cs_near_answer_unref);
  list->answer = answer == NULL ? NULL : cs_near_answer_ref (answer);
  g_list_model_items_changed (G_LIST_MODEL (list), 0, n_before, list->items->len);
  notify (list, PROP_ANSWER);
}

static void
on_found (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsNearList) list = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsNearAnswer) answer =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != list->searching)
    return; /* another search was asked for meanwhile, or none */

  g_clear_object (&list->searching);
  if (answer != NULL)
    {
      set_empty (list, answer->n_library == 0);
      show (list, answer);
      set_error (list, NULL);
    }
  else if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND))
    {
      set_empty (list, TRUE);
      show (list, NULL);
      set_error (list, NULL);
    }
  else
    set_error (list, error->message);
  notify (list, PROP_SEARCHING);
}

void
cs_near_list_stop (CsNearList *list)
{
  g_return_if_fail (CS_IS_NEAR_LIST (list));

  if (list->searching == NULL)
    return;

  g_cancellable_cancel (list->searching);
  g_clear_object (&list->searching);
  notify (list, PROP_SEARCHING);
}

void
cs_near_list_find (CsNearList *list, const CsNearQuestion *question)
{
  CsNearQuestion *copy;
  CsLibraryJob job = { find, NULL, question_free, (GDestroyNotify)cs_near_answer_unref, FALSE };

  g_return_if_fail (CS_IS_NEAR_LIST (list));

  g_cancellable_cancel (list->searching);
  g_clear_object (&list->searching);
  list->searching = g_cancellable_new ();
  copy = g_memdup2 (question, sizeof *question);
  copy->draft = cs_draft_ref (question->draft);
  copy->language = g_strdup (question->language);
  job.data = copy;
  cs_library_service_read (list->service, &job, list->searching, on_found, g_object_ref (list));
  notify (list, PROP_SEARCHING);
}

void
cs_near_list_load_claims (CsNearList *list,
                          CsNearItem *item,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  CsLibraryJob job = { load_claims, g_object_ref (item), g_object_unref,
                       (GDestroyNotify)cs_near_claims_free, FALSE };

  cs_library_service_read (list->service, &job, cancellable, callback, data);
}

CsNearClaims *
cs_near_list_load_claims_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GObject) service = g_async_result_get_source_object (result);

  return cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, error);
}

/* --- the model --- */

static GType
get_item_type (GListModel *model)
{
  return CS_TYPE_NEAR_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CS_NEAR_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CsNearList *list = CS_NEAR_LIST (model);

  return position < list->items->len ? g_object_ref (list->items->pdata[position]) : NULL;
}

static void
cs_near_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* --- the object --- */

static void
cs_near_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsNearList *list = CS_NEAR_LIST (object);

  switch (id)
    {
    case PROP_ANSWER:
      g_value_set_boxed (value, list->answer);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, list->searching != NULL);
      break;
    case PROP_ERROR:
      g_value_set_string (value, list->error);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, list->is_empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_near_list_finalize (GObject *object)
{
  CsNearList *list = CS_NEAR_LIST (object);

  g_cancellable_cancel (list->searching);
  g_clear_object (&list->searching);
  g_ptr_array_unref (list->items);
  g_clear_pointer (&list->answer, cs_near_answer_unref);
  g_clear_object (&list->service);
  g_free (list->error);

  G_OBJECT_CLASS (cs_near_list_parent_class)->finalize (object);
}

static void
cs_near_list_class_init (CsNearListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cs_near_list_get_property;
  object_class->finalize = cs_near_list_finalize;

  properties[PROP_ANSWER] =
      g_param_spec_boxed ("answer", NULL, NULL, CS_TYPE_NEAR_ANSWER, flags);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_near_list_init (CsNearList *list)
{
  list->items = g_ptr_array_new_with_free_func (g_object_unref);
}

CsNearList *
cs_near_list_new (CsLibraryService *service)
{
  CsNearList *list = g_object_new (CS_TYPE_NEAR_LIST, NULL);

  list->service = g_object_ref (service);

  return list;
}
