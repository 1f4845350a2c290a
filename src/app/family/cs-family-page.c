#include "cs-family-private.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-toast.h"

G_DEFINE_FINAL_TYPE (CsFamilyPage, cs_family_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_RULE,
  N_PROPERTIES
};

enum
{
  LEAVE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- selected --- */

const CsApplication *
cs_family_find_selected (CsFamilyPage *page)
{
  const CsFamily *family = cs_family_view_get_family (page->view);

  for (guint i = 0; family != NULL && i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      if (g_strcmp0 (cs_number_get_id (application->number), page->selected) == 0)
        return application;
    }

  return NULL;
}

static void
on_selected (CsFamilyPage *page)
{
  const CsApplication *application = cs_family_find_selected (page);

  if (application != NULL)
    cs_records_view_select (page->records, application);
}

/* --- showing --- */

/* A tab shows the family when somebody looks at it. */
static void
show_tab (CsFamilyPage *page)
{
  GtkWidget *tab = adw_view_stack_get_visible_child (page->tabs);

  cs_family_update_actions (page);
  if (cs_family_view_get_family (page->view) == NULL ||
      g_ptr_array_find (page->up_to_date, tab, NULL))
    return;

  g_ptr_array_add (page->up_to_date, tab);
  if (tab == GTK_WIDGET (page->members))
    cs_members_view_show (page->members, page->view);
  else if (tab == GTK_WIDGET (page->timeline))
    cs_timeline_view_show (page->timeline, page->view);
  else if (tab == GTK_WIDGET (page->graph))
    cs_graph_view_show (page->graph, page->view);
  else if (tab == GTK_WIDGET (page->claims))
    cs_claims_view_show (page->claims, page->view);
  else if (tab == GTK_WIDGET (page->legal))
    cs_legal_view_show (page->legal, page->view);
  else
    {
      cs_records_view_show (page->records, page->view);
      on_selected (page);
    }
}

static void
show_family (CsFamilyPage *page)
{
  if (cs_family_view_get_family (page->view) == NULL)
    return;

  cs_family_show_title (page);
  g_ptr_array_set_size (page->up_to_date, 0);
  show_tab (page);
  gtk_stack_set_visible_child_name (page->states, "family");
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_RULE]);
}

/* What was shown before stays; without it the page says why there is nothing. */
static void
show_error (CsFamilyPage *page)
{
  g_autofree char *error = NULL;

  g_object_get (page->view, "error", &error, NULL);
  if (error == NULL)
    return;

  if (cs_family_view_get_family (page->view) != NULL)
    cs_toast_show (page->toasts, error);
  adw_status_page_set_description (page->trouble, error);
  if (cs_family_view_get_family (page->view) == NULL)
    gtk_stack_set_visible_child_name (page->states, "trouble");
}

/* --- marks --- */

static void
on_marks_changed (CsFamilyPage *page, CsFamilyMarks *marks)
{
  cs_family_view_set_marks (page->view, marks);
}

static void
on_marked (CsFamilyPage *page, CsFamilyMarks *old)
{
  g_autoptr (AdwToast) toast = NULL;

  g_clear_pointer (&page->undo, cs_family_marks_free);
  if (page->is_undoing)
    {
      page->is_undoing = FALSE;
      cs_family_update_actions (page);
      return;
    }

  page->undo = cs_family_marks_copy (old);
  cs_family_update_actions (page);
  toast = cs_toast_new (_ ("Marks changed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "family.undo");
  adw_toast_overlay_add_toast (page->toasts, g_steal_pointer (&toast));
}

static void
on_failed (CsFamilyPage *page, const char *message)
{
  page->is_undoing = FALSE;
  cs_toast_show (page->toasts, message);
  cs_family_show_title (page);
}

/* --- the user --- */

void
cs_family_page_go_to (CsFamilyPage *page, gint64 family)
{
  const CsFamily *shown = cs_family_view_get_family (page->view);

  if (shown == NULL || shown->store_id == family)
    return;

  g_array_append_val (page->trail, shown->store_id);
  cs_family_view_choose (page->view, family);
}

static void
on_leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  gint64 before;

  if (page->trail->len == 0)
    {
      g_signal_emit (widget, signals[LEAVE], 0);
      return;
    }

  before = g_array_index (page->trail, gint64, page->trail->len - 1);
  g_array_set_size (page->trail, page->trail->len - 1);
  cs_family_view_choose (page->view, before);
}

/* --- the object --- */

static void
cs_family_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (object);
  const CsFamily *family = page->view == NULL ? NULL : cs_family_view_get_family (page->view);

  if (id == PROP_SELECTED)
    g_value_set_string (value, page->selected);
  else
    g_value_take_string (value, cs_family_dup_name (family == NULL ? 0 : family->store_id));
}

static void
select_application (CsFamilyPage *page, const char *id)
{
  if (g_strcmp0 (page->selected, id) == 0)
    return;

  g_free (page->selected);
  page->selected = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_SELECTED]);
}

static void
cs_family_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (object);
  const char *text = g_value_get_string (value);

  if (id == PROP_SELECTED)
    select_application (page, text);
  else
    cs_family_view_choose (page->view, g_ascii_strtoll (text, NULL, 10));
}

static gboolean
cs_family_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (CS_FAMILY_PAGE (widget)->tabs), GTK_DIR_TAB_FORWARD);
}

static void
cs_family_page_dispose (GObject *object)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (page), CS_TYPE_FAMILY_PAGE);
  g_clear_object (&page->view);

  G_OBJECT_CLASS (cs_family_page_parent_class)->dispose (object);
}

static void
cs_family_page_finalize (GObject *object)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (object);

  g_free (page->selected);
  g_array_unref (page->trail);
  g_ptr_array_unref (page->up_to_date);
  g_clear_pointer (&page->undo, cs_family_marks_free);

  G_OBJECT_CLASS (cs_family_page_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (CS_TYPE_MARKS_POPOVER);
  g_type_ensure (CS_TYPE_MEMBERS_VIEW);
  g_type_ensure (CS_TYPE_TIMELINE_VIEW);
  g_type_ensure (CS_TYPE_GRAPH_VIEW);
  g_type_ensure (CS_TYPE_CLAIMS_VIEW);
  g_type_ensure (CS_TYPE_LEGAL_VIEW);
  g_type_ensure (CS_TYPE_RECORDS_VIEW);
}

static void
bind_template (GtkWidgetClass *class)
{
  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      class, "/io/github/claimsmith/Claimsmith/ui/cs-family-page.ui");
  gtk_widget_class_bind_template_child (class, CsFamilyPage, toasts);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, switcher);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, tabs);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, states);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, trouble);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, title);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, facts);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, rule);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, rule_text);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, marks_button);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, marks);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, pills);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, note);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, rating);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, stars);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, members);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, timeline);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, graph);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, claims);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, legal);
  gtk_widget_class_bind_template_child (class, CsFamilyPage, records);
  gtk_widget_class_bind_template_callback (class, on_marks_changed);
}

static void
cs_family_page_class_init (CsFamilyPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_page_get_property;
  object_class->set_property = cs_family_page_set_property;
  object_class->dispose = cs_family_page_dispose;
  object_class->finalize = cs_family_page_finalize;
  widget_class->grab_focus = cs_family_page_grab_focus;

  properties[PROP_SELECTED] = g_param_spec_string (
      "selected", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_RULE] = g_param_spec_string (
      "rule", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[LEAVE] = g_signal_new ("leave", CS_TYPE_FAMILY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "family.leave", NULL, on_leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "family.leave",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "family.leave", NULL);
  cs_family_add_actions (widget_class);
}

static void
bind_selected (CsFamilyPage *page)
{
  GtkWidget *views[] = { GTK_WIDGET (page->members), GTK_WIDGET (page->timeline),
                         GTK_WIDGET (page->graph), GTK_WIDGET (page->legal) };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_object_bind_property (page, "selected", views[i], "selected", G_BINDING_BIDIRECTIONAL);
}

static void
cs_family_page_init (CsFamilyPage *page)
{
  page->up_to_date = g_ptr_array_new ();
  page->trail = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (page));
  cs_family_add_stars (page);
  bind_selected (page);
  g_signal_connect (page, "notify::selected", G_CALLBACK (on_selected), NULL);
}

GtkWidget *
cs_family_page_new (CsFamilyView *view)
{
  CsFamilyPage *page = g_object_new (CS_TYPE_FAMILY_PAGE, NULL);

  page->view = g_object_ref (view);
  g_signal_connect_object (view, "notify::family", G_CALLBACK (show_family), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::error", G_CALLBACK (show_error), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "marked", G_CALLBACK (on_marked), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "failed", G_CALLBACK (on_failed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->tabs, "notify::visible-child",
                           G_CALLBACK (show_tab), page, G_CONNECT_SWAPPED);
  cs_family_update_actions (page);
  show_family (page);

  return GTK_WIDGET (page);
}

CsFamilyView *
cs_family_page_get_view (CsFamilyPage *page)
{
  return page->view;
}

char *
cs_family_page_dup_title (CsFamilyPage *page)
{
  const CsFamily *family = cs_family_view_get_family (page->view);

  return g_strdup (family != NULL ? family->title : "");
}
