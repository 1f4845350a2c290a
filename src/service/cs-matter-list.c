#include "cs-matter-list.h"

#include <string.h>

/* --- an item --- */

struct _CsMatterItem
{
  GObject parent_instance;

  CsMatterInfo *info;
};

G_DEFINE_TYPE (CsMatterItem, cs_matter_item, G_TYPE_OBJECT)

static void
cs_matter_item_finalize (GObject *object)
{
  cs_matter_info_free (CS_MATTER_ITEM (object)->info);

  G_OBJECT_CLASS (cs_matter_item_parent_class)->finalize (object);
}

static void
cs_matter_item_class_init (CsMatterItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_matter_item_finalize;
}

static void
cs_matter_item_init (CsMatterItem *item)
{
}

const CsMatterInfo *
cs_matter_item_get_info (CsMatterItem *item)
{
  return item->info;
}

/* --- the list --- */

/* One matter of the list; the item is made when somebody looks. */
typedef struct
{
  CsMatterInfo *info;
  CsMatterItem *item;
} Row;

struct _CsMatterList
{
  GObject parent_instance;

  CsStoreService *service;
  CsMatterQuery query; /* its words are owned */
  GArray *rows;        /* Row */
  guint stages[CS_N_STAGES + 1];
  GCancellable *cancellable; /* of the question being asked, NULL when none is */
  gboolean again;            /* ask again when that is answered */
  gboolean loaded;
  char *error;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_N_ALL,
  PROP_ERROR,
  N_PROPERTIES
};

enum
{
  COUNTED,
  LOADED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void cs_matter_list_model_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (CsMatterList,
                         cs_matter_list,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cs_matter_list_model_init))

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->info, cs_matter_info_free);
  g_clear_object (&row->item);
}

static GType
list_get_item_type (GListModel *model)
{
  return CS_TYPE_MATTER_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return CS_MATTER_LIST (model)->rows->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  CsMatterList *list = CS_MATTER_LIST (model);
  Row *row;

  if (position >= list->rows->len)
    return NULL;

  row = &g_array_index (list->rows, Row, position);
  if (row->item == NULL)
    {
      row->item = g_object_new (CS_TYPE_MATTER_ITEM, NULL);
      row->item->info = cs_matter_info_copy (row->info);
    }

  return g_object_ref (row->item);
}

static void
cs_matter_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* --- a new answer in the place of the old --- */

static gboolean
info_equal (const CsMatterInfo *a, const CsMatterInfo *b)
{
  return a->id == b->id && a->offices == b->offices && a->type == b->type &&
         a->stage == b->stage && a->in_bin == b->in_bin && a->examined == b->examined &&
         a->changed_us == b->changed_us && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->reference, b->reference) == 0 &&
         memcmp (a->n_findings, b->n_findings, sizeof a->n_findings) == 0;
}

static gboolean
row_equal (const GArray *rows, guint at, const GPtrArray *infos, guint other)
{
  return info_equal (g_array_index (rows, Row, at).info, infos->pdata[other]);
}

/* Hands the items of @old over to the rows of @rows that show the same. */
static void
keep_items (GArray *rows, GArray *old)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < old->len; i++)
    {
      Row *row = &g_array_index (old, Row, i);

      if (row->item != NULL)
        g_hash_table_insert (by_id, &row->info->id, row);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      Row *same = g_hash_table_lookup (by_id, &row->info->id);

      if (same != NULL && info_equal (same->info, row->info))
        row->item = g_steal_pointer (&same->item);
    }
}

static void
take_infos (CsMatterList *list, GPtrArray *infos)
{
  g_autoptr (GArray) old = list->rows;
  guint n_new = infos->len;
  guint head = 0;
  guint tail = 0;

  while (head < MIN (old->len, n_new) && row_equal (old, head, infos, head))
    head++;
  while (tail < MIN (old->len, n_new) - head &&
         row_equal (old, old->len - 1 - tail, infos, n_new - 1 - tail))
    tail++;

  list->rows = g_array_sized_new (FALSE, TRUE, sizeof (Row), n_new);
  g_array_set_clear_func (list->rows, row_clear);
  for (guint i = 0; i < n_new; i++)
    {
      Row row = { .info = g_steal_pointer (&infos->pdata[i]) };

      g_array_append_val (list->rows, row);
    }
  keep_items (list->rows, old);

  if (old->len != n_new || head < n_new)
    g_list_model_items_changed (G_LIST_MODEL (list), head, old->len - head - tail,
                                n_new - head - tail);
}

/* --- asking --- */

typedef struct
{
  CsMatterQuery query;
  char *words;
} Question;

typedef struct
{
  GPtrArray *infos;
  guint stages[CS_N_STAGES + 1];
} Reply;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->words);
  g_free (question);
}

static void
info_free_or_none (gpointer info)
{
  if (info != NULL) /* taken over by a row */
    cs_matter_info_free (info);
}

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  g_clear_pointer (&reply->infos, g_ptr_array_unref);
  g_free (reply);
}

static gpointer
answer (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  Reply *reply = g_new0 (Reply, 1);

  reply->infos = cs_draft_store_list (store, &question->query, error);
  if (reply->infos == NULL || !cs_draft_store_count (store, reply->stages,
                                                     &reply->stages[CS_N_STAGES], error))
    {
      reply_free (reply);
      return NULL;
    }
  g_ptr_array_set_free_func (reply->infos, info_free_or_none);

  return reply;
}

static void
set_error (CsMatterList *list, const char *message)
{
  if (g_strcmp0 (list->error, message) == 0)
    return;

  g_free (list->error);
  list->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_ERROR]);
}

static void
take_reply (CsMatterList *list, Reply *reply)
{
  take_infos (list, reply->infos);
  if (memcmp (list->stages, reply->stages, sizeof list->stages) == 0 && list->loaded)
    return;

  memcpy (list->stages, reply->stages, sizeof list->stages);
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_N_ALL]);
  g_signal_emit (list, signals[COUNTED], 0);
}

static void ask (CsMatterList *list);

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsMatterList) list = data;
  g_autoptr (GError) error = NULL;
  Reply *reply = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&list->cancellable);
  if (reply != NULL)
    {
      take_reply (list, reply);
      reply_free (reply);
    }
  if (!cancelled)
    {
      set_error (list, error == NULL ? NULL : error->message);
      list->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_LOADING]);
      g_signal_emit (list, signals[LOADED], 0);
    }
  if (list->again || cancelled)
    ask (list);
}

/* One question at a time; the newest follows. */
static void
ask (CsMatterList *list)
{
  Question *question;
  CsStoreJob job = { .func = answer, .free_data = question_free, .free_result = reply_free };

  list->again = list->cancellable != NULL;
  if (list->again || list->service == NULL)
    return;

  question = g_new0 (Question, 1);
  question->query = list->query;
  question->words = g_strdup (list->query.words);
  question->query.words = question->words;
  job.data = question;
  job.matter = -1;
  list->cancellable = g_cancellable_new ();
  cs_store_service_run (list->service, &job, list->cancellable, on_answered, g_object_ref (list));
}

static void
on_changed (CsMatterList *list)
{
  ask (list);
}

void
cs_matter_list_set_query (CsMatterList *list, const CsMatterQuery *query)
{
  g_autofree char *old G_GNUC_UNUSED = (char *)list->query.words;

  list->query = *query;
  list->query.words = g_strdup (query->words);
  if (list->cancellable != NULL)
    g_cancellable_cancel (list->cancellable); /* nobody wants that answer any more */
  ask (list);
}

const CsMatterQuery *
cs_matter_list_get_query (CsMatterList *list)
{
  return &list->query;
}

guint
cs_matter_list_get_stage_count (CsMatterList *list, CsStage stage)
{
  g_return_val_if_fail (stage <= CS_N_STAGES, 0);

  return list->stages[stage];
}

/* --- the object --- */

static guint
count_all (CsMatterList *list)
{
  guint n = 0;

  for (guint i = 0; i < CS_N_STAGES; i++)
    n += list->stages[i];

  return n;
}

static void
cs_matter_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsMatterList *list = CS_MATTER_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, !list->loaded);
      break;
    case PROP_N_ALL:
      g_value_set_uint (value, count_all (list));
      break;
    case PROP_ERROR:
      g_value_set_string (value, list->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_matter_list_finalize (GObject *object)
{
  CsMatterList *list = CS_MATTER_LIST (object);

  g_clear_object (&list->service);
  g_free ((char *)list->query.words);
  g_array_unref (list->rows);
  g_free (list->error);

  G_OBJECT_CLASS (cs_matter_list_parent_class)->finalize (object);
}

static void
cs_matter_list_class_init (CsMatterListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cs_matter_list_get_property;
  object_class->finalize = cs_matter_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_N_ALL] = g_param_spec_uint ("n-all", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[COUNTED] = g_signal_new ("counted", CS_TYPE_MATTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", CS_TYPE_MATTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
cs_matter_list_init (CsMatterList *list)
{
  list->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (list->rows, row_clear);
  list->query = (CsMatterQuery){ .order = CS_MATTER_BY_CHANGED, .descending = TRUE };
}

CsMatterList *
cs_matter_list_new (CsStoreService *service)
{
  CsMatterList *list = g_object_new (CS_TYPE_MATTER_LIST, NULL);

  list->service = g_object_ref (service);
  g_signal_connect_object (service, "changed", G_CALLBACK (on_changed), list, G_CONNECT_SWAPPED);
  ask (list);

  return list;
}
