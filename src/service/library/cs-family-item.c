#include "cs-family-list-private.h"

struct _CsFamilyItem
{
  GObject parent_instance;

  gint64 family;
  CsHitRow *row;
};

G_DEFINE_TYPE (CsFamilyItem, cs_family_item, G_TYPE_OBJECT)

enum
{
  PROP_LOADED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
cs_family_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, CS_FAMILY_ITEM (object)->row != NULL);
}

static void
cs_family_item_finalize (GObject *object)
{
  g_clear_pointer (&CS_FAMILY_ITEM (object)->row, cs_hit_row_free);

  G_OBJECT_CLASS (cs_family_item_parent_class)->finalize (object);
}

static void
cs_family_item_class_init (CsFamilyItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_item_get_property;
  object_class->finalize = cs_family_item_finalize;
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_family_item_init (CsFamilyItem *item)
{
}

CsFamilyItem *
cs_family_item_new (gint64 family)
{
  CsFamilyItem *item = g_object_new (CS_TYPE_FAMILY_ITEM, NULL);

  item->family = family;

  return item;
}

void
cs_family_item_expect (CsFamilyItem *item, gint64 family)
{
  g_clear_pointer (&item->row, cs_hit_row_free);
  item->family = family;
}

void
cs_family_item_take_row (CsFamilyItem *item, CsHitRow *row)
{
  g_clear_pointer (&item->row, cs_hit_row_free);
  item->row = row;
  g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_LOADED]);
}

const CsHitRow *
cs_family_item_get_row (CsFamilyItem *item)
{
  return item->row;
}

gint64
cs_family_item_get_family (CsFamilyItem *item)
{
  return item->family;
}
