#include <string.h>

#include <glib/gi18n-lib.h>

#include "../widgets/cs-table.h"
#include "cs-families-columns.h"
#include "cs-families-page-private.h"

/* The query, the order, rows under keys and pointer, and files dropped on the page. */

/* --- popovers --- */

void
cs_families_page_popup (CsFamiliesPage *page, GtkPopover *popover, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (page), &bounds))
    return;

  gtk_popover_set_pointing_to (
      popover, &(GdkRectangle){ .x = (int)bounds.origin.x,
                                .y = (int)bounds.origin.y,
                                .width = (int)bounds.size.width,
                                .height = (int)bounds.size.height });
  gtk_popover_popup (popover);
}

/* --- the query --- */

static const CsKeptSearch *
find_kept (CsFamiliesPage *page, gint64 search)
{
  const GPtrArray *kept = cs_search_desk_get_kept (page->desk);

  for (guint i = 0; i < kept->len; i++)
    if (((const CsKeptSearch *)kept->pdata[i])->search->id == search)
      return kept->pdata[i];

  return NULL;
}

/* What was typed may be no more what was chosen. */
static void
forget_watched (CsFamiliesPage *page, const char *text)
{
  const CsKeptSearch *kept = page->watched != 0 ? find_kept (page, page->watched) : NULL;

  if (kept != NULL && g_str_equal (kept->search->query, text))
    return;

  page->watched = 0;
  cs_families_columns_set_news (page->view, NULL);
}

static void
on_search (CsFamiliesPage *page, gboolean is_settled)
{
  const char *text = cs_query_entry_get_query (page->query)->text;

  if (page->list == NULL)
    return;

  forget_watched (page, text);
  page->is_settled |= is_settled;
  cs_family_list_search (page->list, text);
  cs_families_page_note (page);
}

static void
on_chosen (CsFamiliesPage *page, const char *query, gint64 search)
{
  const CsKeptSearch *kept = find_kept (page, search);

  page->watched = search;
  cs_families_columns_set_news (page->view, kept != NULL ? kept->news : NULL);
  cs_query_entry_set (page->query, query);
  cs_family_list_search_again (page->list); /* it may have been typed before */
}

static void
show_searches (CsFamiliesPage *page, GtkWidget *at)
{
  if (page->searches == NULL)
    {
      page->searches = GTK_POPOVER (cs_searches_popover_new (page->desk));
      g_signal_connect_object (page->searches, "chosen", G_CALLBACK (on_chosen), page,
                               G_CONNECT_SWAPPED);
      gtk_popover_set_position (page->searches, GTK_POS_BOTTOM);
      gtk_widget_set_parent (GTK_WIDGET (page->searches), GTK_WIDGET (page));
    }
  cs_families_page_popup (page, page->searches, at);
}

static void
on_history (CsFamiliesPage *page)
{
  show_searches (page, GTK_WIDGET (page->query));
}

static void
on_searches (CsFamiliesPage *page)
{
  show_searches (page, page->searches_button);
}

/* --- the language --- */

static void
on_field (CsFamiliesPage *page, const char *text)
{
  cs_query_entry_insert (page->query, text);
}

static void
on_example (CsFamiliesPage *page, const char *query)
{
  cs_query_entry_set (page->query, query);
}

static void
on_help (CsFamiliesPage *page)
{
  if (page->card == NULL)
    {
      page->card = GTK_POPOVER (cs_query_card_new ());
      g_signal_connect_object (page->card, "field", G_CALLBACK (on_field), page,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page->card, "example", G_CALLBACK (on_example), page,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page->card, "form", G_CALLBACK (cs_families_actions_show_form), page,
                               G_CONNECT_SWAPPED);
      gtk_popover_set_position (page->card, GTK_POS_BOTTOM);
      gtk_widget_set_parent (GTK_WIDGET (page->card), GTK_WIDGET (page));
    }
  cs_families_page_popup (page, page->card, GTK_WIDGET (page->query));
}

void
cs_families_page_show_card (CsFamiliesPage *page)
{
  on_help (page);
}

/* --- the order --- */

/* In the order of the list. "Relevance" means what suits best: by date where nothing ranks. */
static const CsHitOrder orders[] = { CS_HITS_BEST, CS_HITS_BY_DATE, CS_HITS_BY_PRIORITY,
                                     CS_HITS_BY_APPLICANT, CS_HITS_BY_SIZE, CS_HITS_BY_TITLE };

static void
on_order (CsFamiliesPage *page)
{
  guint row = gtk_drop_down_get_selected (page->order);

  if (page->is_answering || page->list == NULL || row >= G_N_ELEMENTS (orders))
    return;

  page->is_answering = TRUE;
  cs_families_columns_forget_order (page->view);
  page->is_answering = FALSE;
  cs_family_list_set_order (page->list, orders[row], FALSE);
}

void
cs_families_page_on_sorted (CsFamiliesPage *page)
{
  gboolean reverse;
  CsHitOrder order = cs_families_columns_get_order (page->view, &reverse);

  if (!page->is_answering && page->list != NULL)
    cs_family_list_set_order (page->list, order, reverse);
}

/* --- rows --- */

static void
on_activate (CsFamiliesPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "families.open", NULL);
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, CsFamiliesPage *page)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  guint position = cs_table_find_at (page->view, x, y);

  if (position == GTK_INVALID_LIST_POSITION || button == GDK_BUTTON_PRIMARY)
    return;

  gtk_single_selection_set_selected (page->selection, position);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (button == GDK_BUTTON_MIDDLE)
    gtk_widget_activate_action (GTK_WIDGET (page), "families.open-window", NULL);
  else
    cs_families_actions_popup_menu (page);
}

/* --- for the page --- */

void
cs_families_page_add_input (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_search);
  gtk_widget_class_bind_template_callback (klass, on_history);
  gtk_widget_class_bind_template_callback (klass, on_help);
  gtk_widget_class_bind_template_callback (klass, on_searches);
  gtk_widget_class_bind_template_callback (klass, on_order);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_pressed);
}
