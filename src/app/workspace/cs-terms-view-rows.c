#include <string.h>

#include "../widgets/cs-table.h"
#include "cs-term-end-popover.h"
#include "cs-term-rename-popover.h"
#include "cs-terms-columns.h"
#include "cs-terms-view-private.h"

/* --- what is done with a row --- */

static void
go_to (CsTermItem *item, gpointer data)
{
  CsTermsView *view = data;
  const CsTermInfo *info = cs_term_item_get_info (item);

  g_object_set (view->document, "term", info->key, NULL);
  cs_document_show_mention (view->document,
                            info->introduction == CS_NO_INDEX ? info->first : info->introduction,
                            TRUE);
}

static void
on_activate (CsTermsView *view, guint position)
{
  g_autoptr (CsTermItem) item =
      g_list_model_get_item (G_LIST_MODEL (view->selection), position);

  if (item != NULL)
    go_to (item, view);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_activate (CS_TERMS_VIEW (widget),
               gtk_single_selection_get_selected (CS_TERMS_VIEW (widget)->selection));
}

static void
on_say (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsTermsView *view = CS_TERMS_VIEW (widget);
  const CsTermInfo *info = cs_terms_view_get_chosen (view);

  if (info == NULL)
    return;

  if (strcmp (name, "terms.forget") == 0)
    cs_document_forget_term (view->document, info->name);
  else
    cs_document_say_term (view->document, info->name,
                          strcmp (name, "terms.is-term") == 0 ? CS_TERM_IS_TERM :
                                                                CS_TERM_NEVER_REPORT);
}

/* Shows @popover at the chosen row, or at the foot of the table when it is scrolled away. */
static void
popup (CsTermsView *view, GtkPopover *popover)
{
  GtkWidget *cell = cs_table_find_row (
      view->table, gtk_single_selection_get_selected (view->selection));
  GdkRectangle place = { 24, gtk_widget_get_height (GTK_WIDGET (view)) - 1, 1, 1 };
  graphene_rect_t bounds;

  if (cell != NULL && gtk_widget_compute_bounds (cell, GTK_WIDGET (view), &bounds))
    place = (GdkRectangle){ bounds.origin.x + MIN (48, bounds.size.width / 2), bounds.origin.y, 1,
                            bounds.size.height };
  gtk_popover_set_pointing_to (popover, &place);
  gtk_popover_popup (popover);
}

static void
on_renamed (CsTermsView *view, const char *name)
{
  g_free (view->renamed);
  view->renamed = g_strdup (name);
  gtk_widget_grab_focus (GTK_WIDGET (view->table));
}

static void
on_rename (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsTermsView *view = CS_TERMS_VIEW (widget);
  const CsTermInfo *info = cs_terms_view_get_chosen (view);

  if (info == NULL)
    return;

  if (view->renamer == NULL)
    {
      view->renamer = GTK_POPOVER (cs_term_rename_popover_new (view->document));
      g_signal_connect_object (view->renamer, "renamed", G_CALLBACK (on_renamed), view,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (view->renamer), widget);
    }
  popup (view, view->renamer);
  cs_term_rename_popover_set (CS_TERM_RENAME_POPOVER (view->renamer), info->key);
}

static void
on_ends_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsTermsView *view = CS_TERMS_VIEW (widget);
  const CsTermInfo *info = cs_terms_view_get_chosen (view);

  if (info == NULL)
    return;

  if (view->ender == NULL)
    {
      view->ender = GTK_POPOVER (cs_term_end_popover_new (view->document));
      gtk_widget_set_parent (GTK_WIDGET (view->ender), widget);
    }
  popup (view, view->ender);
  cs_term_end_popover_set (CS_TERM_END_POPOVER (view->ender), info->name);
}

static void
on_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsTermsView *view = CS_TERMS_VIEW (widget);

  if (cs_terms_view_get_chosen (view) == NULL)
    return;

  if (view->menu == NULL)
    {
      view->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (view->term_menu));
      gtk_popover_set_has_arrow (view->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (view->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (view->menu), widget);
    }
  popup (view, view->menu);
}

static void
on_pressed (CsTermsView *view, int n_presses, double x, double y, GtkGesture *gesture)
{
  guint position = cs_table_find_at (view->table, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (view->selection, position);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  on_menu (GTK_WIDGET (view), NULL, NULL);
}

void
cs_terms_view_add_rows (CsTermsView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  cs_terms_columns_add (view->table, cs_document_get_info (view->document)->language, go_to, view);
  g_signal_connect_object (view->table, "activate", G_CALLBACK (on_activate), view,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view->table), GTK_EVENT_CONTROLLER (click));
}

void
cs_terms_view_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "terms.go", NULL, on_go);
  gtk_widget_class_install_action (klass, "terms.rename", NULL, on_rename);
  gtk_widget_class_install_action (klass, "terms.is-term", NULL, on_say);
  gtk_widget_class_install_action (klass, "terms.ends-here", NULL, on_ends_here);
  gtk_widget_class_install_action (klass, "terms.never-report", NULL, on_say);
  gtk_widget_class_install_action (klass, "terms.forget", NULL, on_say);
  gtk_widget_class_install_action (klass, "terms.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "terms.rename", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "terms.is-term", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "terms.ends-here", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK, "terms.never-report",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, GDK_CONTROL_MASK, "terms.forget",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "terms.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "terms.menu", NULL);
}
