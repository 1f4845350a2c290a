#include "cs-graph-view.h"

#include "../../service/cs-family-picture.h"
#include "cs-picture-view.h"

#define STEP 1.2

struct _CsGraphView
{
  AdwBin parent_instance;

  CsPictureView *picture_view;

  CsPicture *picture; /* nullable */
  char *selected;     /* nullable */
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CsGraphView, cs_graph_view, ADW_TYPE_BIN)

static void
on_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  double factor = g_str_has_suffix (name, "in") ? STEP : g_str_has_suffix (name, "out") ? 1 / STEP :
                                                                                          0;

  cs_picture_view_zoom (CS_GRAPH_VIEW (widget)->picture_view, factor);
}

static void
cs_graph_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CS_GRAPH_VIEW (object)->selected);
}

static void
cs_graph_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsGraphView *view = CS_GRAPH_VIEW (object);

  if (g_strcmp0 (view->selected, g_value_get_string (value)) == 0)
    return;

  g_free (view->selected);
  view->selected = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
cs_graph_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_GRAPH_VIEW);

  G_OBJECT_CLASS (cs_graph_view_parent_class)->dispose (object);
}

static void
cs_graph_view_finalize (GObject *object)
{
  CsGraphView *view = CS_GRAPH_VIEW (object);

  g_clear_pointer (&view->picture, cs_picture_unref);
  g_free (view->selected);

  G_OBJECT_CLASS (cs_graph_view_parent_class)->finalize (object);
}

static void
cs_graph_view_class_init (CsGraphViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_graph_view_get_property;
  object_class->set_property = cs_graph_view_set_property;
  object_class->dispose = cs_graph_view_dispose;
  object_class->finalize = cs_graph_view_finalize;

  properties[PROP_SELECTED] = g_param_spec_string (
      "selected", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CS_TYPE_PICTURE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsGraphView, picture_view);
  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "graph.zoom-normal", NULL, on_zoom);
}

static void
cs_graph_view_init (CsGraphView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  g_object_bind_property (view->picture_view, "selected", view, "selected",
                          G_BINDING_BIDIRECTIONAL);
}

void
cs_graph_view_show (CsGraphView *view, CsFamilyView *family)
{
  g_clear_pointer (&view->picture, cs_picture_unref);
  view->picture = cs_family_graph_new (cs_family_view_get_family (family));
  cs_picture_view_set (view->picture_view, view->picture);
}

CsPicture *
cs_graph_view_get_picture (CsGraphView *view)
{
  return view->picture;
}
