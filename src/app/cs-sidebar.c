#include "cs-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/cs-facet-pane.h"
#include "widgets/cs-import-row.h"
#include "widgets/cs-names.h"

#define N_FILTERS (CS_FILTER_ALL + 1)

/* In the order of the rows. */
static const guint filters[N_FILTERS] = {
  CS_FILTER_ALL,
  CS_STAGE_DRAFTING,
  CS_STAGE_PRE_EXAMINATION,
  CS_STAGE_SIGNING,
  CS_STAGE_FILED,
  CS_FILTER_BIN,
};

struct _CsSidebar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkMenuButton *menu_button;
  GtkLabel *drafts_count;
  GtkLabel *families_count;
  GtkLabel *news_count;
  GtkListBox *rooms;
  GtkStack *below;
  GtkListBox *stages;
  CsFacetPane *facets;
  CsImportRow *draft_import;
  CsImportRow *family_import;

  GtkLabel *counts[N_FILTERS]; /* by row */
  CsMatterList *list;
  CsFamilyList *families;
  guint room;
  guint filter;
};

enum
{
  PROP_ROOM = 1,
  PROP_FILTER,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CsSidebar, cs_sidebar, GTK_TYPE_WIDGET)

/* --- rooms --- */

static const char *const rooms[CS_N_ROOMS] = {
  [CS_ROOM_DRAFTS] = "drafts",
  [CS_ROOM_FAMILIES] = "families",
};

const char *
cs_room_get_name (CsRoom room)
{
  g_return_val_if_fail (room < CS_N_ROOMS, NULL);

  return rooms[room];
}

gboolean
cs_room_from_name (const char *name, CsRoom *room)
{
  for (guint i = 0; i < CS_N_ROOMS; i++)
    if (g_str_equal (rooms[i], name))
      {
        *room = (CsRoom)i;
        return TRUE;
      }

  return FALSE;
}

static void
set_room (CsSidebar *sidebar, guint room)
{
  if (sidebar->room == room)
    return;

  sidebar->room = room;
  gtk_list_box_select_row (sidebar->rooms,
                           gtk_list_box_get_row_at_index (sidebar->rooms, (int)room));
  gtk_stack_set_visible_child_name (sidebar->below, rooms[room]);
  g_object_notify_by_pspec (G_OBJECT (sidebar), props[PROP_ROOM]);
}

static void
on_room_selected (CsSidebar *sidebar, GtkListBoxRow *row)
{
  if (row != NULL)
    set_room (sidebar, (guint)gtk_list_box_row_get_index (row));
}

/* --- stages --- */

static void
set_filter (CsSidebar *sidebar, guint filter)
{
  if (sidebar->filter == filter)
    return;

  sidebar->filter = filter;
  for (guint i = 0; i < N_FILTERS; i++)
    if (filters[i] == filter)
      gtk_list_box_select_row (sidebar->stages, gtk_list_box_get_row_at_index (sidebar->stages, i));
  g_object_notify_by_pspec (G_OBJECT (sidebar), props[PROP_FILTER]);
}

static void
on_stage_selected (CsSidebar *sidebar, GtkListBoxRow *row)
{
  if (row != NULL)
    set_filter (sidebar, filters[gtk_list_box_row_get_index (row)]);
}

static const char *
get_filter_label (guint filter)
{
  if (filter == CS_FILTER_ALL)
    return C_ ("stages of matters", "All");
  if (filter == CS_FILTER_BIN)
    return _ ("Bin");

  return cs_stage_get_label (filter);
}

static GtkWidget *
make_stage_row (guint filter, GtkLabel **count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (get_filter_label (filter));

  *count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (*count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (*count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (*count), "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
show_number (GtkLabel *label, guint n)
{
  /* The flag is for digits in groups of three, as the locale has them. */
  g_autofree char *text = g_strdup_printf ("%'u", n);

  gtk_label_set_label (label, text);
}

static void
update_counts (CsSidebar *sidebar)
{
  guint n_all = 0;

  g_object_get (sidebar->list, "n-all", &n_all, NULL);
  show_number (sidebar->drafts_count, n_all);
  for (guint i = 0; i < N_FILTERS; i++)
    show_number (sidebar->counts[i],
                 filters[i] == CS_FILTER_ALL ?
                     n_all :
                     cs_matter_list_get_stage_count (sidebar->list, (CsStage)filters[i]));
}

static void
count_families (CsSidebar *sidebar)
{
  guint n;

  g_object_get (sidebar->families, "n-families", &n, NULL);
  show_number (sidebar->families_count, n);
}

static void
cs_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsSidebar *sidebar = CS_SIDEBAR (object);

  g_value_set_uint (value, id == PROP_ROOM ? sidebar->room : sidebar->filter);
}

static void
cs_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsSidebar *sidebar = CS_SIDEBAR (object);

  if (id == PROP_ROOM)
    set_room (sidebar, g_value_get_uint (value));
  else
    set_filter (sidebar, g_value_get_uint (value));
}

static void
cs_sidebar_dispose (GObject *object)
{
  CsSidebar *sidebar = CS_SIDEBAR (object);

  g_clear_object (&sidebar->list);
  g_clear_object (&sidebar->families);
  gtk_widget_dispose_template (GTK_WIDGET (sidebar), CS_TYPE_SIDEBAR);

  G_OBJECT_CLASS (cs_sidebar_parent_class)->dispose (object);
}

static void
cs_sidebar_class_init (CsSidebarClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_sidebar_get_property;
  object_class->set_property = cs_sidebar_set_property;
  object_class->dispose = cs_sidebar_dispose;

  props[PROP_ROOM] =
      g_param_spec_uint ("room", NULL, NULL, 0, CS_N_ROOMS - 1, CS_ROOM_DRAFTS, flags);
  props[PROP_FILTER] =
      g_param_spec_uint ("filter", NULL, NULL, 0, CS_FILTER_ALL, CS_FILTER_ALL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (CS_TYPE_FACET_PANE);
  g_type_ensure (CS_TYPE_IMPORT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, drafts_count);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, rooms);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, stages);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, draft_import);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, family_import);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, families_count);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, news_count);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, below);
  gtk_widget_class_bind_template_child (widget_class, CsSidebar, facets);
  gtk_widget_class_bind_template_callback (widget_class, on_room_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_selected);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_sidebar_init (CsSidebar *sidebar)
{
  sidebar->filter = CS_FILTER_ALL;
  gtk_widget_init_template (GTK_WIDGET (sidebar));

  for (guint i = 0; i < N_FILTERS; i++)
    gtk_list_box_append (sidebar->stages, make_stage_row (filters[i], &sidebar->counts[i]));
  gtk_list_box_select_row (sidebar->rooms, gtk_list_box_get_row_at_index (sidebar->rooms, 0));
  gtk_list_box_select_row (sidebar->stages, gtk_list_box_get_row_at_index (sidebar->stages, 0));
}

void
cs_sidebar_set_lists (CsSidebar *sidebar, CsMatterList *matters, CsFamilyList *families)
{
  g_return_if_fail (sidebar->list == NULL);

  sidebar->list = g_object_ref (matters);
  sidebar->families = g_object_ref (families);
  cs_facet_pane_set_list (sidebar->facets, families);
  g_signal_connect_object (matters, "counted", G_CALLBACK (update_counts), sidebar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (families, "notify::n-families", G_CALLBACK (count_families), sidebar,
                           G_CONNECT_SWAPPED);
  update_counts (sidebar);
  count_families (sidebar);
}

static void
count_news (CsSidebar *sidebar, CsSearchDesk *desk)
{
  guint n = cs_search_desk_count_news (desk);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u family with news in searches that are watched",
                                 "%u families with news in searches that are watched", n),
                       n);

  show_number (sidebar->news_count, n);
  gtk_widget_set_visible (GTK_WIDGET (sidebar->news_count), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (sidebar->news_count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar->news_count),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
cs_sidebar_set_desk (CsSidebar *sidebar, CsSearchDesk *desk)
{
  g_signal_connect_object (desk, "changed", G_CALLBACK (count_news), sidebar, G_CONNECT_SWAPPED);
  count_news (sidebar, desk);
}

void
cs_sidebar_show_import (CsSidebar *sidebar, CsRoom room, CsImportTask *task)
{
  cs_import_row_set_task (room == CS_ROOM_DRAFTS ? sidebar->draft_import : sidebar->family_import,
                          task);
}

void
cs_sidebar_popup_menu (CsSidebar *sidebar)
{
  gtk_menu_button_popup (sidebar->menu_button);
}
