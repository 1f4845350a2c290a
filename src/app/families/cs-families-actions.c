#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "../widgets/cs-table.h"
#include "../widgets/cs-toast.h"
#include "cs-families-page-private.h"
#include "cs-query-form.h"

/* What can be done with the families of the list, and with its search. */

static CsFamilyItem *
get_chosen (CsFamiliesPage *page)
{
  return page->selection != NULL ? gtk_single_selection_get_selected_item (page->selection) : NULL;
}

void
cs_families_actions_update (CsFamiliesPage *page)
{
  static const char *const of_chosen[] = { "families.open", "families.open-window",
                                           "families.copy-number", "families.tag", "families.pool",
                                           "families.menu" };
  GtkWidget *widget = GTK_WIDGET (page);
  const CsQuery *query = cs_query_entry_get_query (page->query);
  gboolean can_keep = *query->text != '\0' && query->fault.message == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_chosen); i++)
    gtk_widget_action_set_enabled (widget, of_chosen[i], get_chosen (page) != NULL);
  gtk_widget_action_set_enabled (widget, "families.save-search", can_keep);
  gtk_widget_action_set_enabled (widget, "families.watch", can_keep);
}

/* --- opening --- */

static void
open_chosen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyItem *item = get_chosen (CS_FAMILIES_PAGE (widget));

  if (item != NULL && cs_family_item_get_row (item) != NULL) /* else something else is seen */
    gtk_widget_activate_action (widget,
                                g_str_equal (name, "families.open") ? "win.open-family" :
                                                                      "win.open-family-window",
                                "x", cs_family_item_get_family (item));
}

static void
copy_number (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamiliesPage *page = CS_FAMILIES_PAGE (widget);
  CsFamilyItem *item = get_chosen (page);
  const CsHitRow *row = item != NULL ? cs_family_item_get_row (item) : NULL;
  g_autofree char *text = NULL;

  if (row == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), row->number);
  /* Translators: a number of a publication */
  text = g_strdup_printf (_ ("%s is in the clipboard"), row->number);
  cs_toast_show (page->toasts, text);
}

/* --- at a row --- */

/* Near its beginning: the middle of a row is far from what was clicked. */
static void
popup_at_row (CsFamiliesPage *page, GtkPopover *popover)
{
  guint position = gtk_single_selection_get_selected (page->selection);
  GtkWidget *cell = cs_table_find_row (page->view, position);
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (page), &bounds))
    return;

  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ .x = (int)bounds.origin.x + 24,
                                                         .y = (int)bounds.origin.y,
                                                         .width = 1,
                                                         .height = (int)bounds.size.height });
  gtk_popover_popup (popover);
}

void
cs_families_actions_popup_menu (CsFamiliesPage *page)
{
  if (page->menu == NULL)
    {
      page->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (page->row_menu));
      gtk_popover_set_has_arrow (page->menu, FALSE);
      gtk_popover_set_position (page->menu, GTK_POS_BOTTOM);
      gtk_widget_set_halign (GTK_WIDGET (page->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (page->menu), GTK_WIDGET (page));
    }
  popup_at_row (page, page->menu);
}

static void
on_menu_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_families_actions_popup_menu (CS_FAMILIES_PAGE (widget));
}

static void
on_failed (CsFamiliesPage *page, const char *message)
{
  cs_toast_show (page->toasts, message);
}

static void
show_labels (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamiliesPage *page = CS_FAMILIES_PAGE (widget);
  CsLabelKind kind = g_str_equal (name, "families.tag") ? CS_LABEL_TAG : CS_LABEL_POOL;
  CsFamilyItem *item = get_chosen (page);

  if (item == NULL)
    return;
  if (page->labels == NULL)
    {
      page->labels = GTK_POPOVER (cs_label_popover_new (page->service));
      g_signal_connect_object (page->labels, "failed", G_CALLBACK (on_failed), page,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (page->labels), GTK_WIDGET (page));
    }
  cs_label_popover_set (CS_LABEL_POPOVER (page->labels), kind, cs_family_item_get_family (item));
  popup_at_row (page, page->labels);
}

/* --- the search --- */

static const CsSavedSearch *
find_kept (CsFamiliesPage *page, const char *query)
{
  const GPtrArray *kept = cs_search_desk_get_kept (page->desk);

  for (guint i = 0; i < kept->len; i++)
    {
      const CsSavedSearch *search = ((const CsKeptSearch *)kept->pdata[i])->search;

      if (g_str_equal (search->query, query))
        return search;
    }

  return NULL;
}

/* One that is kept already gets another name, it is not kept twice. */
static void
on_save (CsFamiliesPage *page, const char *name, gboolean is_watched)
{
  const CsQuery *query = cs_query_entry_get_query (page->query);
  const CsSavedSearch *kept = find_kept (page, query->text);
  CsSavedSearch search = kept != NULL ? *kept : (CsSavedSearch){ 0 };
  g_autoptr (CsHits) hits = NULL;

  search.name = (char *)name;
  search.query = query->text;
  search.is_watched = is_watched;
  if (kept == NULL)
    search.made_us = g_get_real_time ();
  g_object_get (page->list, "hits", &hits, NULL);
  cs_search_desk_keep (page->desk, &search, hits);
}

static void
show_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsFamiliesPage *page = CS_FAMILIES_PAGE (widget);
  gboolean to_watch = g_str_equal (action, "families.watch");
  const CsQuery *query = cs_query_entry_get_query (page->query);
  const CsSavedSearch *kept = find_kept (page, query->text);
  g_autofree char *reading = cs_query_dup_reading (query, cs_ui_language ());
  GtkWidget *at = to_watch ? page->watch_button : page->save_button;

  if (page->save == NULL)
    {
      page->save = GTK_POPOVER (cs_save_popover_new ());
      g_signal_connect_object (page->save, "save", G_CALLBACK (on_save), page, G_CONNECT_SWAPPED);
      gtk_popover_set_position (page->save, GTK_POS_BOTTOM);
      gtk_widget_set_parent (GTK_WIDGET (page->save), GTK_WIDGET (page));
    }
  cs_save_popover_set (CS_SAVE_POPOVER (page->save), kept != NULL ? kept->name : reading,
                       to_watch || (kept != NULL && kept->is_watched));
  cs_families_page_popup (page, page->save,
                          gtk_widget_get_visible (at) ? at : page->searches_button);
}

static void
on_form_search (CsFamiliesPage *page, const char *query)
{
  cs_query_entry_set (page->query, query);
}

void
cs_families_actions_show_form (CsFamiliesPage *page)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (page));
  CsQueryForm *form = cs_query_form_new (GTK_WINDOW (window));

  g_signal_connect_object (form, "search", G_CALLBACK (on_form_search), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
show_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_families_actions_show_form (CS_FAMILIES_PAGE (widget));
}

static void
show_card (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_families_page_show_card (CS_FAMILIES_PAGE (widget));
}

static void
clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamiliesPage *page = CS_FAMILIES_PAGE (widget);

  cs_family_list_clear_filters (page->list);
  cs_query_entry_set (page->query, "");
}

/* --- the class --- */

void
cs_families_actions_install (GtkWidgetClass *klass)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (klass, "families.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "families.open-window", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "families.copy-number", NULL, copy_number);
  gtk_widget_class_install_action (klass, "families.menu", NULL, on_menu_key);
  gtk_widget_class_install_action (klass, "families.tag", NULL, show_labels);
  gtk_widget_class_install_action (klass, "families.pool", NULL, show_labels);
  gtk_widget_class_install_action (klass, "families.save-search", NULL, show_save);
  gtk_widget_class_install_action (klass, "families.watch", NULL, show_save);
  gtk_widget_class_install_action (klass, "families.form", NULL, show_form);
  gtk_widget_class_install_action (klass, "families.language", NULL, show_card);
  gtk_widget_class_install_action (klass, "families.clear", NULL, clear);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "families.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "families.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, ctrl, "families.save-search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F, ctrl | GDK_SHIFT_MASK, "families.form",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_slash, ctrl, "families.language", NULL);
}
