#include "cs-families-page-private.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-file-drop.h"
#include "cs-families-columns.h"

#define SHORT_STRIP 760 /* px: below, what the popover of searches offers too is left out */
#define TWO_COLUMNS 620 /* px: below, what can be brought here stands in one column */

G_DEFINE_FINAL_TYPE (CsFamiliesPage, cs_families_page, CS_TYPE_ROOM_PAGE)

/* --- what can be brought here --- */

static const struct
{
  const char *icon;
  const char *title;
  const char *text;
  const char *action;
} kinds[] = {
  { "cs-text-symbolic", N_ ("XML of offices…"),
    N_ ("Publications of CNIPA, weekly files of USPTO, full texts of the EPO, DOCDB"),
    "win.import" },
  { "cs-terms-symbolic", N_ ("Tables of search platforms…"),
    N_ ("CSV, TSV, XLSX: columns are recognised, and can be changed before the import"),
    "win.import" },
  { "folder-symbolic", N_ ("ZIPs and whole folders…"),
    N_ ("Mixed if you like; damaged records are listed and do not harm the rest"),
    "win.import-folder" },
  { "network-server-symbolic", N_ ("EPO OPS, online…"),
    N_ ("Goes online only when you click; needs a key of your own"), "win.ops" },
};

static GtkWidget *
make_kind (guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ (kinds[i].title));
  GtkWidget *text = gtk_label_new (_ (kinds[i].text));
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kinds[i].icon));
  gtk_box_append (GTK_BOX (box), words);

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), kinds[i].action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cs-kind");

  return button;
}

/* Those before the last are above it, or above it and beside it. */
static void
arrange_kinds (CsFamiliesPage *page, gboolean in_two)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (page->kinds));
  int i = 0;

  for (GtkWidget *kind = gtk_widget_get_first_child (GTK_WIDGET (page->kinds)); kind != NULL;
       kind = gtk_widget_get_next_sibling (kind), i++)
    {
      GtkLayoutChild *place = gtk_layout_manager_get_layout_child (layout, kind);

      g_object_set (place, "column", in_two ? i % 2 : 0, "row", in_two ? i / 2 : i, NULL);
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (page->pills),
                                  in_two ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

/* --- room --- */

static void
cs_families_page_fit (CsRoomPage *room, int width, gboolean is_narrow, gboolean turned)
{
  CsFamiliesPage *page = CS_FAMILIES_PAGE (room);

  cs_families_columns_fit (page->view, width);
  gtk_widget_set_visible (page->watch_button, width >= SHORT_STRIP);
  gtk_widget_set_visible (page->save_button, width >= SHORT_STRIP);
  arrange_kinds (page, width >= TWO_COLUMNS);
  if (!turned)
    return;

  gtk_widget_set_visible (page->searches_icon, is_narrow);
  gtk_widget_set_visible (page->searches_label, !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (page->found_in), !is_narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (page->found), is_narrow);
  if (is_narrow)
    gtk_button_set_icon_name (page->import_button, "cs-import-symbolic");
  else
    gtk_button_set_label (page->import_button, _ ("Import…"));
}

/* --- the class --- */

static void
cs_families_page_dispose (GObject *object)
{
  CsFamiliesPage *page = CS_FAMILIES_PAGE (object);
  GtkPopover **popovers[] = { &page->menu, &page->card, &page->searches, &page->save,
                              &page->labels };

  if (page->list != NULL)
    g_signal_handlers_disconnect_by_data (page->list, page);
  if (page->desk != NULL)
    g_signal_handlers_disconnect_by_data (page->desk, page);
  if (page->view != NULL)
    gtk_column_view_set_model (page->view, NULL);
  g_clear_object (&page->selection);
  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    g_clear_pointer ((GtkWidget **)popovers[i], gtk_widget_unparent);
  g_clear_pointer (&page->shown, cs_hits_unref);
  g_clear_object (&page->list);
  g_clear_object (&page->desk);
  g_clear_object (&page->service);
  adw_bin_set_child (ADW_BIN (page), NULL); /* else the bin would free it a second time */
  gtk_widget_dispose_template (GTK_WIDGET (page), CS_TYPE_FAMILIES_PAGE);

  G_OBJECT_CLASS (cs_families_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/claimsmith/Claimsmith/ui/cs-families-page.ui");
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, toasts);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, query);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, sidebar_button);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, import_button);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, notice);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, notice_label);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, fault);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, fault_label);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, strip);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, found);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, found_in);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, searches_button);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, searches_icon);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, searches_label);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, n_news);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, watch_button);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, save_button);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, order);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, stack);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, scroller);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, view);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, pills);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, kinds);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, nothing);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, trouble);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, foot);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, rule);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, rows);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, row_menu);
  gtk_widget_class_bind_template_child (klass, CsFamiliesPage, drop_frame);
}

static void
cs_families_page_class_init (CsFamiliesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_families_page_dispose;

  g_type_ensure (CS_TYPE_QUERY_ENTRY);
  g_type_ensure (CS_TYPE_LIBRARY_TROUBLE);
  CS_ROOM_PAGE_CLASS (klass)->fit = cs_families_page_fit;
  bind_template (widget_class);
  cs_families_page_add_input (widget_class);
  cs_families_actions_install (widget_class);
}

static void
cs_families_page_init (CsFamiliesPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_grid_attach (page->kinds, make_kind (i), (int)i % 2, (int)i / 2, 1, 1);
  cs_families_columns_add (page->view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (page->view), "changed",
                            G_CALLBACK (cs_families_page_on_sorted), page);
  cs_file_drop_add (GTK_WIDGET (page), "win.import-records", page->drop_frame);
}

/* --- for others --- */

void
cs_families_page_set_service (CsFamiliesPage *page, CsLibraryService *service)
{
  g_return_if_fail (page->list == NULL);

  page->service = g_object_ref (service);
  page->list = cs_family_list_new (service);
  page->desk = cs_search_desk_new (service);
  page->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (page->list)));
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_signal_connect_swapped (page->selection, "notify::selected-item",
                            G_CALLBACK (cs_families_actions_update), page);
  cs_families_page_watch (page);
  cs_families_page_update (page);
}

CsFamilyList *
cs_families_page_get_list (CsFamiliesPage *page)
{
  return page->list;
}

CsSearchDesk *
cs_families_page_get_desk (CsFamiliesPage *page)
{
  return page->desk;
}

void
cs_families_page_search (CsFamiliesPage *page, const char *query)
{
  cs_query_entry_set (page->query, query);
}

void
cs_families_page_focus_search (CsFamiliesPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->query));
}

void
cs_families_page_add_toast (CsFamiliesPage *page, AdwToast *toast)
{
  adw_toast_overlay_add_toast (page->toasts, toast);
}

void
cs_families_page_set_flap (CsFamiliesPage *page, AdwFlap *flap)
{
  g_object_bind_property (flap, "folded", page->sidebar_button, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (flap, "reveal-flap", page->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
