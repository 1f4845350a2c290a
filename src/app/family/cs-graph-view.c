#include "cs-graph-view.h"

#include "../../service/cs-family-picture.h"
#include "cs-picture-view.h"

#define STEP 1.2

struct _CsGraphView
{
  CsFamilyTab parent_instance;

  CsPictureView *picture_view;

  CsPicture *picture; /* nullable */
};

G_DEFINE_FINAL_TYPE (CsGraphView, cs_graph_view, CS_TYPE_FAMILY_TAB)

static void
on_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  double factor = g_str_has_suffix (name, "in") ? STEP : g_str_has_suffix (name, "out") ? 1 / STEP :
                                                                                          0;

  cs_picture_view_zoom (CS_GRAPH_VIEW (widget)->picture_view, factor);
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

  G_OBJECT_CLASS (cs_graph_view_parent_class)->finalize (object);
}

static void
cs_graph_view_class_init (CsGraphViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = cs_graph_view_dispose;
  object_class->finalize = cs_graph_view_finalize;

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
