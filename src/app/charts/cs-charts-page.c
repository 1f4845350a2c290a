#include "cs-charts-private.h"

G_DEFINE_FINAL_TYPE (CsChartsPage, cs_charts_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_QUERY,
  PROP_KIND,
  N_PROPERTIES
};

enum
{
  LEAVE,
  FAMILIES_WANTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- showing --- */

static void
show_chart (CsChartsPage *page)
{
  CsFamilyChart *chart = cs_family_charts_get_chart (page->charts);
  g_autofree char *error = NULL;
  gboolean is_empty;

  g_object_get (page->charts, "error", &error, "empty", &is_empty, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "charts.export", chart != NULL && !is_empty);
  if (is_empty)
    {
      gtk_stack_set_visible_child_name (page->states, "empty");
    }
  else if (error != NULL)
    {
      adw_status_page_set_description (page->trouble, error);
      gtk_stack_set_visible_child_name (page->states, "trouble");
    }
  else if (chart != NULL)
    {
      cs_picture_view_set (page->picture_view, cs_family_chart_get_picture (chart));
      cs_chart_table_show (page->table, chart);
      gtk_stack_set_visible_child_name (page->states, "chart");
    }
}

static void
ask (CsChartsPage *page)
{
  const CsFamilyChartQuestion question = { page->query, page->filters, page->kind };

  if (page->charts != NULL && page->query != NULL)
    cs_family_charts_ask (page->charts, &question);
}

/* --- the user --- */

static void
on_activated (CsChartsPage *page, const char *id)
{
  CsFamilyChart *chart = cs_family_charts_get_chart (page->charts);
  g_autofree char *query = chart == NULL ? NULL : cs_family_chart_dup_query (chart, id);

  if (query != NULL)
    g_signal_emit (page, signals[FAMILIES_WANTED], 0, query);
}

static void
set_kind (CsChartsPage *page, guint kind)
{
  if (kind >= CS_N_TALLIES || page->kind == kind)
    return;

  page->kind = kind;
  g_object_set (page->picture_view, "selected", NULL, NULL);
  ask (page);
  gtk_drop_down_set_selected (page->kinds, kind);
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_KIND]);
}

static void
on_kind (CsChartsPage *page)
{
  set_kind (page, gtk_drop_down_get_selected (page->kinds));
}

static void
on_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_kind (CS_CHARTS_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
on_leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEAVE], 0);
}

static void
on_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsChartsPage *page = CS_CHARTS_PAGE (widget);

  adw_flap_set_reveal_flap (page->flap, !adw_flap_get_reveal_flap (page->flap));
}

/* --- the object --- */

static void
set_query (CsChartsPage *page, const char *query)
{
  if (g_strcmp0 (page->query, query) == 0)
    return;

  g_free (page->query);
  page->query = g_strdup (query == NULL ? "" : query);
  ask (page);
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_QUERY]);
}

static void
cs_charts_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsChartsPage *page = CS_CHARTS_PAGE (object);

  if (id == PROP_QUERY)
    g_value_set_string (value, page->query);
  else
    g_value_set_uint (value, page->kind);
}

static void
cs_charts_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsChartsPage *page = CS_CHARTS_PAGE (object);

  if (id == PROP_QUERY)
    set_query (page, g_value_get_string (value));
  else
    set_kind (page, g_value_get_uint (value));
}

static gboolean
cs_charts_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CS_CHARTS_PAGE (widget)->picture_view));
}

static void
cs_charts_page_dispose (GObject *object)
{
  CsChartsPage *page = CS_CHARTS_PAGE (object);

  if (page->toasts != NULL)
    gtk_widget_unparent (GTK_WIDGET (page->toasts));
  page->toasts = NULL;
  g_clear_object (&page->charts);

  G_OBJECT_CLASS (cs_charts_page_parent_class)->dispose (object);
}

static void
cs_charts_page_finalize (GObject *object)
{
  CsChartsPage *page = CS_CHARTS_PAGE (object);

  g_free (page->query);
  g_clear_pointer (&page->filters, g_ptr_array_unref);

  G_OBJECT_CLASS (cs_charts_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  g_type_ensure (CS_TYPE_PICTURE_VIEW);
  g_type_ensure (CS_TYPE_CHART_TABLE);
  gtk_widget_class_set_template_from_resource (
      class, "/io/github/claimsmith/Claimsmith/ui/cs-charts-page.ui");
  gtk_widget_class_bind_template_child (class, CsChartsPage, toasts);
  gtk_widget_class_bind_template_child (class, CsChartsPage, kinds);
  gtk_widget_class_bind_template_child (class, CsChartsPage, states);
  gtk_widget_class_bind_template_child (class, CsChartsPage, trouble);
  gtk_widget_class_bind_template_child (class, CsChartsPage, flap);
  gtk_widget_class_bind_template_child (class, CsChartsPage, picture_view);
  gtk_widget_class_bind_template_child (class, CsChartsPage, table);
  gtk_widget_class_bind_template_callback (class, on_activated);
}

static void
add_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "charts.leave", NULL, on_leave);
  gtk_widget_class_install_action (class, "charts.table", NULL, on_table);
  gtk_widget_class_install_action (class, "charts.choose", "u", on_choose);
  cs_charts_add_export (class);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Left, GDK_ALT_MASK, "charts.leave", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "charts.leave", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F9, GDK_SHIFT_MASK, "charts.table", NULL);
  for (guint i = 0; i < CS_N_TALLIES; i++)
    gtk_widget_class_add_binding_action (class, GDK_KEY_1 + i, GDK_CONTROL_MASK, "charts.choose",
                                         "u", i);
}

static void
cs_charts_page_class_init (CsChartsPageClass *class)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_charts_page_get_property;
  object_class->set_property = cs_charts_page_set_property;
  object_class->dispose = cs_charts_page_dispose;
  object_class->finalize = cs_charts_page_finalize;
  widget_class->grab_focus = cs_charts_page_grab_focus;

  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, CS_N_TALLIES - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[LEAVE] = g_signal_new ("leave", CS_TYPE_CHARTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[FAMILIES_WANTED] =
      g_signal_new ("families-wanted", CS_TYPE_CHARTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  add_actions (widget_class);
}

static void
cs_charts_page_init (CsChartsPage *page)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (page));
  for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
    gtk_string_list_append (titles, cs_family_chart_kind_get_title (kind));
  gtk_drop_down_set_model (page->kinds, G_LIST_MODEL (titles));
  g_signal_connect_object (page->kinds, "notify::selected", G_CALLBACK (on_kind), page,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (page->picture_view, "selected", page->table, "selected",
                          G_BINDING_BIDIRECTIONAL);
}

GtkWidget *
cs_charts_page_new (CsLibraryService *service, const char *query, GPtrArray *filters)
{
  CsChartsPage *page = g_object_new (CS_TYPE_CHARTS_PAGE, NULL);

  page->charts = cs_family_charts_new (service);
  g_signal_connect_object (page->charts, "notify::chart", G_CALLBACK (show_chart), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->charts, "notify::error", G_CALLBACK (show_chart), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->charts, "notify::empty", G_CALLBACK (show_chart), page,
                           G_CONNECT_SWAPPED);
  if (filters != NULL)
    page->filters = g_ptr_array_ref (filters);
  set_query (page, query);

  return GTK_WIDGET (page);
}
