#include "../widgets/cs-table.h"
#include "cs-drafts-actions.h"
#include "cs-drafts-page-private.h"

/* Rows under keys and pointer, and files dropped on the page. */

/* --- rows --- */

static void
on_rename (CsDraftsPage *page, const char *name, const char *reference)
{
  cs_drafts_actions_rename (page, name, reference);
}

static GtkPopover *
ensure_menu (CsDraftsPage *page)
{
  if (page->menu == NULL)
    {
      page->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (page->row_menu));
      gtk_popover_set_has_arrow (page->menu, FALSE);
      gtk_popover_set_position (page->menu, GTK_POS_BOTTOM);
      gtk_widget_set_halign (GTK_WIDGET (page->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (page->menu), GTK_WIDGET (page));
    }

  return page->menu;
}

static GtkPopover *
ensure_rename (CsDraftsPage *page)
{
  if (page->rename == NULL)
    {
      page->rename = GTK_POPOVER (cs_rename_popover_new ());
      g_signal_connect_object (page->rename, "rename", G_CALLBACK (on_rename), page,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (page->rename), GTK_WIDGET (page));
    }

  return page->rename;
}

static void
on_activate (CsDraftsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "drafts.open", NULL);
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, CsDraftsPage *page)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  guint position = cs_table_find_at (page->view, x, y);

  if (position == GTK_INVALID_LIST_POSITION || button == GDK_BUTTON_PRIMARY)
    return;

  gtk_single_selection_set_selected (page->selection, position);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (button == GDK_BUTTON_MIDDLE)
    gtk_widget_activate_action (GTK_WIDGET (page), "drafts.open-window", NULL);
  else
    cs_drafts_page_popup (page, ensure_menu (page));
}

static void
on_menu_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  if (cs_drafts_page_get_chosen (page) != NULL)
    cs_drafts_page_popup (page, ensure_menu (page));
}

static void
on_rename_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  cs_rename_popover_set (CS_RENAME_POPOVER (ensure_rename (page)),
                         cs_drafts_page_get_chosen (page));
  cs_drafts_page_popup (page, page->rename);
}

/* From the search entry into the list without leaving the keyboard. */
static gboolean
on_search_key (CsDraftsPage *page, guint key)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (page->list)) == 0)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

/* --- for the page --- */

void
cs_drafts_page_add_input (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_pressed);
  gtk_widget_class_bind_template_callback (klass, on_search_key);

  gtk_widget_class_install_action (klass, "drafts.menu", NULL, on_menu_key);
  gtk_widget_class_install_action (klass, "drafts.rename", NULL, on_rename_key);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "drafts.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "drafts.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "drafts.rename", NULL);
}
