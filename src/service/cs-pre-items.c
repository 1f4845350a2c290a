#include "cs-pre-examination-private.h"

/* The items of a pre-examination as a list: objects stay the same from one examination to the next,
 * and what has not moved is left alone, so that rows keep their state. */

/* Those that need a person first, then what was found, what was not run, what passed. */
static guint
get_rank (CsItemState state)
{
  static const guint ranks[] = { [CS_ITEM_MANUAL] = 0,
                                 [CS_ITEM_FINDINGS] = 1,
                                 [CS_ITEM_NOT_RUN] = 2,
                                 [CS_ITEM_PASSED] = 3,
                                 [CS_ITEM_NOT_APPLICABLE] = 4 };

  return ranks[state];
}

static guint
get_severity (gconstpointer pre)
{
  guint severity;

  g_object_get ((gpointer)pre, "severity", &severity, NULL);

  return severity;
}

/* Questions of one group stand together, findings by severity; else in the order of the lists. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  CsPreItem *one = *(CsPreItem *const *)a;
  CsPreItem *other = *(CsPreItem *const *)b;
  const CsItemResult *first = cs_pre_item_get_result (one);
  const CsItemResult *second = cs_pre_item_get_result (other);

  if (first->state != second->state)
    return (int)get_rank (first->state) - (int)get_rank (second->state);
  if (first->state == CS_ITEM_FINDINGS)
    return (int)get_severity (one) - (int)get_severity (other);
  if (first->state == CS_ITEM_MANUAL)
    return g_strcmp0 (first->item->group, second->item->group);

  return 0;
}

static GHashTable *
index_items (GListStore *store)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GListModel *items = G_LIST_MODEL (store);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      CsPreItem *pre = g_list_model_get_item (items, i);

      g_hash_table_replace (known, cs_pre_item_dup_key (cs_pre_item_get_result (pre)), pre);
    }

  return known;
}

/* Puts @wanted into the place of what is there, leaving alone what is the same at both ends. */
static void
splice_items (GListStore *store, const GPtrArray *wanted)
{
  GListModel *items = G_LIST_MODEL (store);
  guint n_items = g_list_model_get_n_items (items);
  guint n_max = MIN (n_items, wanted->len);
  guint head = 0;
  guint tail = 0;

  for (gboolean same = TRUE; same && head < n_max; head += same)
    {
      g_autoptr (CsPreItem) pre = g_list_model_get_item (items, head);

      same = pre == wanted->pdata[head];
    }
  for (gboolean same = TRUE; same && tail < n_max - head; tail += same)
    {
      g_autoptr (CsPreItem) pre = g_list_model_get_item (items, n_items - 1 - tail);

      same = pre == wanted->pdata[wanted->len - 1 - tail];
    }

  g_list_store_splice (store, head, n_items - head - tail, wanted->pdata + head,
                       wanted->len - head - tail);
}

void
cs_pre_items_show (GListStore *store, CsExamResult *result, const char *language)
{
  g_autoptr (GHashTable) known = index_items (store);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);
      g_autofree char *key = cs_pre_item_dup_key (item);
      CsPreItem *pre = g_hash_table_lookup (known, key);

      if (pre != NULL)
        cs_pre_item_update (pre, result, item, language);
      g_ptr_array_add (wanted, pre != NULL ? g_object_ref (pre) :
                                             cs_pre_item_new (result, item, language));
    }

  g_ptr_array_sort (wanted, compare_items); /* stable */
  splice_items (store, wanted);
}

void
cs_pre_items_end_saving (GListStore *store)
{
  GListModel *items = G_LIST_MODEL (store);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CsPreItem) pre = g_list_model_get_item (items, i);

      cs_pre_item_set_saving (pre, FALSE);
    }
}
