#include "cs-drafts-page.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "cs-drafts-actions.h"
#include "cs-drafts-columns.h"
#include "cs-sidebar.h"

#define NARROW 480         /* px: below, words give way to icons, filters go below the search */
#define REFRESH_SECONDS 60 /* how long "Just now" holds */

struct _CsDraftsPage
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkToggleButton *sidebar_button;
  GtkMenuButton *new_button;
  AdwButtonContent *new_content;
  GtkButton *import_button;
  GtkInfoBar *notice;
  GtkLabel *notice_label;
  GtkBox *search_box;
  GtkEditable *search;
  GtkDropDown *offices;
  GtkDropDown *types;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkColumnView *view;
  GtkPopover *menu;
  GtkPopover *rename;
  GtkWidget *drop_frame;

  CsStoreService *service;
  CsMatterList *list;
  GtkSingleSelection *selection;
  gint64 chosen; /* by a person; 0 for none */
  gboolean answering;
  guint filter;
  gboolean narrow;
  int width;
  guint fit_source;
  guint refresh_source;
};

enum
{
  PROP_FILTER = 1,
  PROP_STAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CsDraftsPage, cs_drafts_page, ADW_TYPE_BIN)

/* --- what is asked for --- */

/* In the order of the rows of the two lists; the first is "all". */
static const CsOffice offices[] = { CS_OFFICE_UNKNOWN, CS_OFFICE_CN, CS_OFFICE_US, CS_OFFICE_EP,
                                    CS_OFFICE_PCT };
static const CsRightType types[] = { CS_TYPE_UNKNOWN, CS_TYPE_INVENTION, CS_TYPE_UTILITY_MODEL,
                                     CS_TYPE_DESIGN };

static guint
get_bit (GtkDropDown *drop_down, const guint *values, guint n_values)
{
  guint row = gtk_drop_down_get_selected (drop_down);

  return row == 0 || row >= n_values ? 0 : 1u << values[row];
}

static void
ask (CsDraftsPage *page)
{
  CsMatterQuery query = { .stages = page->filter < CS_N_STAGES ? 1u << page->filter : 0,
                          .in_bin = page->filter == CS_FILTER_BIN };

  if (page->list == NULL) /* not there yet, or gone */
    return;

  query.words = gtk_editable_get_text (page->search);
  query.offices = get_bit (page->offices, offices, G_N_ELEMENTS (offices));
  query.types = get_bit (page->types, types, G_N_ELEMENTS (types));
  query.order = cs_drafts_columns_get_order (page->view, &query.descending);
  cs_matter_list_set_query (page->list, &query);
}

static gboolean
is_narrowed (CsDraftsPage *page)
{
  const CsMatterQuery *query = cs_matter_list_get_query (page->list);

  return (query->words != NULL && *query->words != '\0') || query->offices != 0 ||
         query->types != 0;
}

static void
clear_search (CsDraftsPage *page)
{
  gtk_editable_set_text (page->search, "");
  gtk_drop_down_set_selected (page->offices, 0);
  gtk_drop_down_set_selected (page->types, 0);
  ask (page);
}

/* --- what is shown --- */

static void
describe_nothing (CsDraftsPage *page)
{
  const char *words = cs_matter_list_get_query (page->list)->words;
  g_autofree char *text = NULL;

  if (words != NULL && *words != '\0')
    text = g_markup_printf_escaped (
        /* Translators: what was searched for */
        _ ("No matter here has “%s” in its name, its number or its claims."), words);
  else
    text = g_strdup (_ ("No matter here is of this office and type."));

  adw_status_page_set_description (page->nothing, text);
}

static const char *
choose_state (CsDraftsPage *page)
{
  gboolean loading;
  guint n_all;

  g_object_get (page->list, "loading", &loading, "n-all", &n_all, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (page->list)) > 0)
    return "list";
  if (loading)
    return "loading";
  if (is_narrowed (page))
    return "nothing";
  if (page->filter == CS_FILTER_BIN)
    return "bin";

  return page->filter == CS_FILTER_ALL || n_all == 0 ? "empty" : "stage";
}

static void
update_title (CsDraftsPage *page)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->list));
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u matter", "%u matters", n), n);

  if (page->filter == CS_FILTER_ALL)
    adw_window_title_set_title (page->title, _ ("Drafts"));
  else if (page->filter == CS_FILTER_BIN)
    adw_window_title_set_title (page->title, _ ("Bin"));
  else
    adw_window_title_set_title (page->title, cs_stage_get_label (page->filter));
  adw_window_title_set_subtitle (page->title, n > 0 ? subtitle : NULL);
}

static void
update (CsDraftsPage *page)
{
  const char *state = choose_state (page);

  if (g_str_equal (state, "nothing"))
    describe_nothing (page);
  gtk_stack_set_visible_child_name (page->stack, state);
  gtk_widget_set_sensitive (GTK_WIDGET (page->search_box),
                            !g_str_equal (state, "empty") && !g_str_equal (state, "loading"));
  update_title (page);
  cs_drafts_actions_update (page);
}

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
  update (page);
}

static gboolean
on_refresh (gpointer data)
{
  cs_drafts_columns_refresh (CS_DRAFTS_PAGE (data)->view);

  return G_SOURCE_CONTINUE;
}

/* --- room --- */

static gboolean
on_fit (gpointer data)
{
  CsDraftsPage *page = data;
  gboolean narrow = page->width < NARROW;

  page->fit_source = 0;
  cs_drafts_columns_fit (page->view, page->width);
  if (narrow == page->narrow)
    return G_SOURCE_REMOVE;

  page->narrow = narrow;
  adw_button_content_set_label (page->new_content, narrow ? "" : _ ("New"));
  if (narrow)
    gtk_button_set_icon_name (page->import_button, "cs-import-symbolic");
  else
    gtk_button_set_label (page->import_button, _ ("Import…"));
  gtk_widget_set_hexpand (GTK_WIDGET (page->offices), narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (page->types), narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (page->search_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);

  return G_SOURCE_REMOVE;
}

static void
cs_drafts_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* Columns cannot go while sizes are being given out. */
static void
cs_drafts_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (page)), width, height, baseline, NULL);

  if (width != page->width && page->fit_source == 0)
    page->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, page, NULL);
  page->width = width;
  gtk_popover_present (page->menu);
  gtk_popover_present (page->rename);
}

/* --- rows under keys and pointer --- */

static void
on_activate (CsDraftsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "drafts.open", NULL);
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, CsDraftsPage *page)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  guint position = cs_drafts_columns_find_at (page->view, x, y);

  if (position == GTK_INVALID_LIST_POSITION || button == GDK_BUTTON_PRIMARY)
    return;

  gtk_single_selection_set_selected (page->selection, position);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (button == GDK_BUTTON_MIDDLE)
    gtk_widget_activate_action (GTK_WIDGET (page), "drafts.open-window", NULL);
  else
    cs_drafts_page_popup (page, page->menu);
}

static void
on_menu_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  if (cs_drafts_page_get_chosen (page) != NULL)
    cs_drafts_page_popup (page, page->menu);
}

static void
on_rename_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  cs_rename_popover_set (CS_RENAME_POPOVER (page->rename), cs_drafts_page_get_chosen (page));
  cs_drafts_page_popup (page, page->rename);
}

static void
on_rename (CsDraftsPage *page, const char *name, const char *reference)
{
  cs_drafts_actions_rename (page, name, reference);
}

/* From the search entry into the list without leaving the keyboard. */
static gboolean
on_search_key (CsDraftsPage *page, guint key)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (page->list)) == 0)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

/* --- files dropped --- */

static gboolean
on_drop (CsDraftsPage *page, const GValue *value)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }

  list = g_strv_builder_end (paths);
  if (list[0] == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (page), "win.import-paths", "^as", list);

  return TRUE;
}

static GdkDragAction
on_drop_enter (CsDraftsPage *page)
{
  gtk_widget_set_visible (page->drop_frame, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_drop_leave (CsDraftsPage *page)
{
  gtk_widget_set_visible (page->drop_frame, FALSE);
}

static void
add_drop_target (CsDraftsPage *page)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), page);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drop_enter), page);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), page);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (target));
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
  ask (page);
  g_object_notify_by_pspec (object, pspec);
}

static void
cs_drafts_page_dispose (GObject *object)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (object);

  g_clear_handle_id (&page->fit_source, g_source_remove);
  g_clear_handle_id (&page->refresh_source, g_source_remove);
  if (page->list != NULL)
    g_signal_handlers_disconnect_by_data (page->list, page);
  g_clear_object (&page->list);
  g_clear_object (&page->service);
  if (page->view != NULL)
    gtk_column_view_set_model (page->view, NULL);
  g_clear_object (&page->selection);
  if (page->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (page->menu));
  if (page->rename != NULL)
    gtk_widget_unparent (GTK_WIDGET (page->rename));
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
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, menu);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, rename);
  gtk_widget_class_bind_template_child (klass, CsDraftsPage, drop_frame);
  gtk_widget_class_bind_template_callback (klass, ask);
  gtk_widget_class_bind_template_callback (klass, clear_search);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_pressed);
  gtk_widget_class_bind_template_callback (klass, on_rename);
  gtk_widget_class_bind_template_callback (klass, on_search_key);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "drafts.menu", NULL, on_menu_key);
  gtk_widget_class_install_action (klass, "drafts.rename", NULL, on_rename_key);
  gtk_widget_class_install_property_action (klass, "drafts.stage", "stage");

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "drafts.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "drafts.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "drafts.rename", NULL);
  cs_drafts_actions_install (klass);
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
  widget_class->measure = cs_drafts_page_measure;
  widget_class->size_allocate = cs_drafts_page_size_allocate;

  props[PROP_FILTER] =
      g_param_spec_uint ("filter", NULL, NULL, 0, CS_FILTER_ALL, CS_FILTER_ALL, flags);
  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (CS_TYPE_RENAME_POPOVER);
  bind_template (widget_class);
  bind_keys (widget_class);
}

static void
cs_drafts_page_init (CsDraftsPage *page)
{
  page->filter = CS_FILTER_ALL;
  gtk_widget_set_layout_manager (GTK_WIDGET (page), NULL); /* it would not tell us the width */
  gtk_widget_init_template (GTK_WIDGET (page));

  gtk_widget_set_parent (GTK_WIDGET (page->menu), GTK_WIDGET (page));
  gtk_widget_set_parent (GTK_WIDGET (page->rename), GTK_WIDGET (page));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (page->search),
                                           GTK_WIDGET (page->view));
  cs_drafts_columns_add (page->view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (page->view), "changed", G_CALLBACK (ask),
                            page);
  add_drop_target (page);
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
  g_signal_connect_swapped (page->list, "counted", G_CALLBACK (update), page);
  ask (page);
  update (page);
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
  ask (page);
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
  GtkWidget *cell = cs_drafts_columns_find_row (page->view, position);
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
