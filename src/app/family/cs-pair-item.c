#include "cs-pair-row.h"

struct _CsPairItem
{
  GObject parent_instance;

  CsClaimComparison *comparison;
  guint index;
};

G_DEFINE_FINAL_TYPE (CsPairItem, cs_pair_item, G_TYPE_OBJECT)

static void
cs_pair_item_finalize (GObject *object)
{
  cs_claim_comparison_unref (CS_PAIR_ITEM (object)->comparison);

  G_OBJECT_CLASS (cs_pair_item_parent_class)->finalize (object);
}

static void
cs_pair_item_class_init (CsPairItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_pair_item_finalize;
}

static void
cs_pair_item_init (CsPairItem *item)
{
}

GListStore *
cs_pair_items_new (CsClaimComparison *comparison)
{
  GListStore *store = g_list_store_new (CS_TYPE_PAIR_ITEM);
  guint n = cs_claim_comparison_get_pairs (comparison)->len;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsPairItem) item = g_object_new (CS_TYPE_PAIR_ITEM, NULL);

      item->comparison = cs_claim_comparison_ref (comparison);
      item->index = i;
      g_list_store_append (store, item);
    }

  return store;
}

const CsClaimPair *
cs_pair_item_get (CsPairItem *item)
{
  return &g_array_index (cs_claim_comparison_get_pairs (item->comparison), CsClaimPair,
                         item->index);
}

gboolean
cs_pair_item_is_different (CsPairItem *item)
{
  const CsClaimPair *pair = cs_pair_item_get (item);

  if (pair->features != NULL)
    return pair->features->differences->len > 0 || pair->features->n_lone > 0;

  return pair->kind != CS_PAIR_SAME;
}

guint
cs_pair_item_get_n_cells (CsPairItem *item)
{
  const CsFeaturesAbreast *features = cs_pair_item_get (item)->features;

  return features == NULL ? 1 : features->pairs->len;
}

/* Without the blanks at its ends: they were between the features. */
static CsRange
trim (const CsClaim *claim, CsRange range)
{
  while (range.end > range.start && g_ascii_isspace (claim->text[range.end - 1]))
    range.end--;
  while (range.start < range.end && g_ascii_isspace (claim->text[range.start]))
    range.start++;

  return range;
}

CsRange
cs_pair_item_get_cell (CsPairItem *item, gboolean is_left, guint index)
{
  const CsFeaturesAbreast *features = cs_pair_item_get (item)->features;
  const CsClaim *claim = cs_pair_item_get_claim (item, is_left);
  const CsFeaturePair *pair;

  if (claim == NULL)
    return (CsRange){ 0, 0 };
  if (features == NULL)
    return (CsRange){ 0, claim->n_bytes };

  pair = &g_array_index (features->pairs, CsFeaturePair, index);

  return trim (claim, is_left ? pair->left : pair->right);
}

const CsClaim *
cs_pair_item_get_claim (CsPairItem *item, gboolean is_left)
{
  const CsClaimPair *pair = cs_pair_item_get (item);
  guint index = is_left ? pair->left : pair->right;
  CsClaimSet *set = is_left ? cs_claim_comparison_get_left (item->comparison) :
                              cs_claim_comparison_get_right (item->comparison);

  return index == CS_NO_INDEX ? NULL : cs_claim_set_get (set, index);
}
