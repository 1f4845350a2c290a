#include "cs-family-tab.h"

typedef struct
{
  char *selected; /* nullable */
} CsFamilyTabPrivate;

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CsFamilyTab, cs_family_tab, ADW_TYPE_BIN)

const char *
cs_family_tab_get_selected (CsFamilyTab *tab)
{
  CsFamilyTabPrivate *private = cs_family_tab_get_instance_private (tab);

  return private->selected;
}

void
cs_family_tab_select (CsFamilyTab *tab, const char *id)
{
  CsFamilyTabPrivate *private = cs_family_tab_get_instance_private (tab);
  CsFamilyTabClass *class = CS_FAMILY_TAB_GET_CLASS (tab);

  if (g_strcmp0 (private->selected, id) == 0)
    return;

  g_free (private->selected);
  private->selected = g_strdup (id);
  if (class->show_selected != NULL)
    class->show_selected (tab);
  g_object_notify_by_pspec (G_OBJECT (tab), properties[PROP_SELECTED]);
}

static void
cs_family_tab_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, cs_family_tab_get_selected (CS_FAMILY_TAB (object)));
}

static void
cs_family_tab_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  cs_family_tab_select (CS_FAMILY_TAB (object), g_value_get_string (value));
}

static void
cs_family_tab_finalize (GObject *object)
{
  CsFamilyTabPrivate *private = cs_family_tab_get_instance_private (CS_FAMILY_TAB (object));

  g_free (private->selected);

  G_OBJECT_CLASS (cs_family_tab_parent_class)->finalize (object);
}

static void
cs_family_tab_class_init (CsFamilyTabClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_tab_get_property;
  object_class->set_property = cs_family_tab_set_property;
  object_class->finalize = cs_family_tab_finalize;

  properties[PROP_SELECTED] = g_param_spec_string (
      "selected", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_family_tab_init (CsFamilyTab *tab)
{
}
