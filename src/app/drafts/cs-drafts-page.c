#include "cs-drafts-page-private.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-file-drop.h"
#include "../widgets/cs-table.h"
#include "cs-drafts-actions.h"
#include "cs-drafts-columns.h"
#include "cs-new-popover.h"

#define REFRESH_SECONDS 60 /* how long "Just now" holds */

enum
{
  PROP_FILTER = 1,
  PROP_STAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CsDraftsPage, cs_drafts_page, CS_TYPE_ROOM_PAGE)

/* --- the answer of the store --- */

static void
on_selected (CsDraftsPage *page)
{
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (page);

  if (!page->answering)
    page->chosen = chosen != NULL ? chosen->id : 0;
  cs_drafts_actions_update (page);
  g_object_notify_by_pspec (G_OBJECT (page), props[PROP_STAGE]);
}

/* GTK's selection stays where it was when a row goes elsewhere; ours goes with the matter. */
static void
follow_chosen (CsDraftsPage *page)
{
  const CsMatterInfo *now = cs_drafts_page_get_chosen (page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->list));

  for (guint i = 0; now != NULL && now->id != page->chosen && i < n; i++)
    {
      g_autoptr (CsMatterItem) item = g_list_model_get_item (G_LIST_MODEL (page->list), i);

      if (cs_matter_item_get_info (item)->id != page->chosen)
        continue;

      gtk_single_selection_set_selected (page->selection, i);
      break;
    }
}

static void
on_items_changed (CsDraftsPage *page)
{
  page->answering = TRUE;
}

static void
on_loaded (CsDraftsPage *page)
{
  follow_chosen (page);
  page->answering = FALSE;
  on_selected (page);
  cs_drafts_page_update (page);
}

static gboolean
on_refresh (gpointer data)
{
  cs_drafts_columns_refresh (CS_DRAFTS_PAGE (data)->view);

  return G_SOURCE_CONTINUE;
}

/* --- room --- */

static void
cs_drafts_page_fit (CsRoomPage *room, int width, gboolean is_narrow, gboolean turned)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (room);
  GtkOrientation orientation =
      is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  cs_drafts_columns_fit (page->view, width);
  if (!turned)
    return;

  adw_button_content_set_label (page->new_content, is_narrow ? "" : _ ("New"));
  if (is_narrow)
    gtk_button_set_icon_name (page->import_button, "cs-import-symbolic");
  else
    gtk_button_set_label (page->import_button, _ ("Import…"));
  gtk_widget_set_hexpand (GTK_WIDGET (page->offices), is_narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (page->types), is_narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (page->search_box), orientation);
}

/* --- the class --- */

static void
cs_drafts_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (object);
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (page);

  if (id == PROP_FILTER)
    g_value_set_uint (value, page->filter);
  else
    g_value_set_string (value, chosen != NULL ? cs_stage_get_name (chosen->stage) : "");
}

static void
cs_drafts_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (object);

  if (id == PROP_STAGE)
    {
      cs_drafts_actions_set_stage (page, g_value_get_string (value));
      return;
    }
  if (page->filter == g_value_get_uint (value))
    return;

  page->filter = g_value_get_uint (value);
  cs_drafts_page_ask (page);
  g_object_notify_by_pspec (object, pspec);
}

static void
cs_drafts_page_dispose (GObject *object)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (object);

  g_clear_handle_id (&page->refresh_source, g_source_remove);
  if (page->list != NULL)
    g_signal_handlers_disconnect_by_data (page->list, page);
  g_clear_object (&page->list);
  g_clear_object (&page->service);
  if (page->view != NULL)
    gtk_column_view_set_model (page->view, NULL);
  g_clear_object (&page->selection);
  g_clear_pointer ((GtkWidget **)&page->menu, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&page->rename, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (page), NULL); /* else the bin would free it a second time */
  gtk_widget_dispose_template (GTK_WIDGET (page), CS_TYPE_DRAFTS_PAGE);

  G_OBJECT_CLASS (cs_drafts_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/claimsmith/Claimsmith/ui/cs-drafts-page.ui");
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, toasts);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, title);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, sidebar_button);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, new_button);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, new_content);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, import_button);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, notice);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, notice_label);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, search_box);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, search);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, offices);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, types);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, stack);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, nothing);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, view);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, row_menu);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, drop_frame);
  gtk_widget_class_bind_template_callback (klass, cs_drafts_page_ask);
  gtk_widget_class_bind_template_callback (klass, cs_drafts_page_clear_search);
}

/* Not before it is wanted: the first frame is there for the list. */
static void
make_new_popover (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, cs_new_popover_new ());
}

static void
cs_drafts_page_class_init (CsDraftsPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_drafts_page_get_property;
  object_class->set_property = cs_drafts_page_set_property;
  object_class->dispose = cs_drafts_page_dispose;

  props[PROP_FILTER] =
      g_param_spec_uint ("filter", NULL, NULL, 0, CS_FILTER_ALL, CS_FILTER_ALL, flags);
  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  CS_ROOM_PAGE_CLASS (klass)->fit = cs_drafts_page_fit;
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "drafts.stage", "stage");
  cs_drafts_page_add_input (widget_class);
  cs_drafts_actions_install (widget_class);
}

static void
cs_drafts_page_init (CsDraftsPage *page)
{
  page->filter = CS_FILTER_ALL;
  gtk_widget_init_template (GTK_WIDGET (page));

  gtk_menu_button_set_create_popup_func (page->new_button, make_new_popover, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (page->search),
                                           GTK_WIDGET (page->view));
  cs_drafts_columns_add (page->view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (page->view), "changed",
                            G_CALLBACK (cs_drafts_page_ask), page);
  cs_file_drop_add (GTK_WIDGET (page), "win.import-paths", page->drop_frame);
  page->refresh_source = g_timeout_add_seconds (REFRESH_SECONDS, on_refresh, page);
}

/* --- for others --- */

void
cs_drafts_page_set_service (CsDraftsPage *page, CsStoreService *service)
{
  g_return_if_fail (page->list == NULL);

  page->service = g_object_ref (service);
  page->list = cs_matter_list_new (service);
  g_signal_connect_swapped (page->list, "items-changed", G_CALLBACK (on_items_changed), page);
  page->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (page->list)));
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));

  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (on_selected),
                            page);
  g_signal_connect_swapped (page->list, "loaded", G_CALLBACK (on_loaded), page);
  g_signal_connect_swapped (page->list, "counted", G_CALLBACK (cs_drafts_page_update), page);
  cs_drafts_page_ask (page);
  cs_drafts_page_update (page);
}

CsStoreService *
cs_drafts_page_get_service (CsDraftsPage *page)
{
  return page->service;
}

CsMatterList *
cs_drafts_page_get_list (CsDraftsPage *page)
{
  return page->list;
}

const CsMatterInfo *
cs_drafts_page_get_chosen (CsDraftsPage *page)
{
  CsMatterItem *item =
      page->selection != NULL ? gtk_single_selection_get_selected_item (page->selection) : NULL;

  return item != NULL ? cs_matter_item_get_info (item) : NULL;
}

void
cs_drafts_page_reload (CsDraftsPage *page)
{
  cs_drafts_page_ask (page);
}

void
cs_drafts_page_add_toast (CsDraftsPage *page, AdwToast *toast)
{
  adw_toast_overlay_add_toast (page->toasts, toast);
}

void
cs_drafts_page_popup (CsDraftsPage *page, GtkPopover *popover)
{
  guint position = gtk_single_selection_get_selected (page->selection);
  GtkWidget *cell = cs_table_find_row (page->view, position);
  graphene_rect_t bounds;

  if (cell == NULL ||
      !gtk_widget_compute_bounds (cell, GTK_WIDGET (page), &bounds))
    return;

  gtk_popover_set_pointing_to (
      popover, &(GdkRectangle){ .x = bounds.origin.x + 24,
                                .y = bounds.origin.y,
                                .width = 1,
                                .height = bounds.size.height });
  gtk_popover_popup (popover);
}

void
cs_drafts_page_popup_new (CsDraftsPage *page)
{
  gtk_menu_button_popup (page->new_button);
}

void
cs_drafts_page_focus_search (CsDraftsPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->search));
}

void
cs_drafts_page_set_notice (CsDraftsPage *page, const char *text)
{
  gtk_label_set_label (page->notice_label, text != NULL ? text : "");
  gtk_info_bar_set_revealed (page->notice, text != NULL);
}

void
cs_drafts_page_set_flap (CsDraftsPage *page, AdwFlap *flap)
{
  g_object_bind_property (flap, "folded", page->sidebar_button, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (flap, "reveal-flap", page->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
