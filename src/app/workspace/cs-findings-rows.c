#include <glib/gi18n-lib.h>

#include "cs-finding-group-row.h"
#include "cs-finding-row.h"
#include "cs-findings-private.h"

#define BUDGET_US 1500 /* of making and changing rows in one turn of the main loop */

/* --- scrolling, once rows have their places --- */

static gboolean
get_row_y (CsFindingsPane *pane, GtkWidget *row, double *y)
{
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (pane->list), &bounds))
    return FALSE;

  *y = bounds.origin.y;
  return TRUE;
}

static GtkAdjustment *
get_adjustment (CsFindingsPane *pane)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane->scroller));
}

static GtkWidget *
get_card_row (CsFindingsPane *pane)
{
  return g_hash_table_lookup (pane->rows, "card");
}

/* So much of the card as fits, its head for sure. */
static void
scroll_to_card (CsFindingsPane *pane)
{
  GtkAdjustment *adjustment = get_adjustment (pane);
  GtkWidget *row = get_card_row (pane);
  double top, y;
  double bottom;

  if (!get_row_y (pane, row, &y))
    return;

  top = y;
  if (pane->open != NULL)
    {
      g_autofree char *key = g_strconcat ("group ", pane->open, NULL);
      double head_y;

      if (get_row_y (pane, g_hash_table_lookup (pane->rows, key), &head_y) &&
          y - head_y < gtk_adjustment_get_page_size (adjustment) / 3)
        top = head_y;
    }
  bottom = y + gtk_widget_get_height (row);
  gtk_adjustment_clamp_page (adjustment, top, bottom);
  if (gtk_adjustment_get_value (adjustment) > top)
    gtk_adjustment_set_value (adjustment, top);
}

/* Ticks come before layout: the second one finds rows in their new places. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CsFindingsPane *pane = CS_FINDINGS_PANE (widget);
  GtkAdjustment *adjustment = get_adjustment (pane);
  double y;

  if (++pane->n_ticks < 2 || pane->sync_source != 0)
    return G_SOURCE_CONTINUE;

  pane->tick = 0;
  if (pane->reveal)
    scroll_to_card (pane);
  else if (get_row_y (pane, pane->anchor, &y) && y != pane->anchor_y)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + y - pane->anchor_y);
  pane->reveal = FALSE;
  g_clear_object (&pane->anchor);

  return G_SOURCE_REMOVE;
}

/* What is at the top of what one sees stays there, whatever comes and goes above it. */
void
cs_findings_rows_keep_place (CsFindingsPane *pane)
{
  double top = gtk_adjustment_get_value (get_adjustment (pane));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (pane->list, top);
  double y;

  if (pane->anchor == NULL && row != NULL && get_row_y (pane, GTK_WIDGET (row), &y))
    {
      pane->anchor = g_object_ref (GTK_WIDGET (row));
      pane->anchor_y = y;
    }
  pane->n_ticks = 0;
  if (pane->tick == 0)
    pane->tick = gtk_widget_add_tick_callback (GTK_WIDGET (pane), on_tick, NULL, NULL);
}

/* --- rows --- */

static GtkWidget *
more_row_new (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "cs-finding-entry");

  return row;
}

static GtkWidget *
card_row_new (CsFindingsPane *pane)
{
  GtkWidget *row = gtk_list_box_row_new ();

  pane->card = CS_FINDING_CARD (cs_finding_card_new (pane->document));
  cs_finding_card_set_author (pane->card, pane->author);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (pane->card));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "cs-finding-card-row");

  return row;
}

static GtkWidget *
row_new (CsFindingsPane *pane, CsFindingSlotKind kind)
{
  switch (kind)
    {
    case CS_FINDING_SLOT_GROUP:
      return cs_finding_group_row_new ();
    case CS_FINDING_SLOT_ENTRY:
      return cs_finding_row_new ();
    case CS_FINDING_SLOT_CARD:
      return card_row_new (pane);
    case CS_FINDING_SLOT_MORE:
    default:
      return more_row_new ();
    }
}

static void
show_more (GtkWidget *row, guint n_left_out)
{
  GtkWidget *label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_left_out), n_left_out);

  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_slot (CsFindingsPane *pane, GtkWidget *row, const CsFindingSlot *slot)
{
  switch (slot->kind)
    {
    case CS_FINDING_SLOT_GROUP:
      cs_finding_group_row_show (CS_FINDING_GROUP_ROW (row), slot->group, slot->count,
                                 g_strcmp0 (pane->open, slot->group->item->id) == 0);
      break;
    case CS_FINDING_SLOT_ENTRY:
      cs_finding_row_show (CS_FINDING_ROW (row), pane->view, slot->entry);
      break;
    case CS_FINDING_SLOT_CARD:
      cs_finding_card_show (pane->card, pane->view, slot->entry);
      cs_finding_card_set_stale (pane->card, cs_document_is_stale (pane->document));
      break;
    case CS_FINDING_SLOT_MORE:
    default:
      show_more (row, slot->count);
      break;
    }
}

/* The row of slot @n, new or as it was, in its place. Rows that are no longer wanted are gone by
 * now; one that is in the way is wanted further down. */
static void
sync_slot (CsFindingsPane *pane, guint n)
{
  const CsFindingSlot *slot = &g_array_index (pane->slots, CsFindingSlot, n);
  GtkWidget *row = g_hash_table_lookup (pane->rows, slot->key);
  GtkWidget *here = GTK_WIDGET (gtk_list_box_get_row_at_index (pane->list, n));

  if (row == NULL)
    {
      row = g_object_ref_sink (row_new (pane, slot->kind));
      g_object_set_data_full (G_OBJECT (row), "key", g_strdup (slot->key), g_free);
      g_hash_table_insert (pane->rows, g_strdup (slot->key), row);
    }
  show_slot (pane, row, slot);
  if (here == row)
    return;

  if (here != NULL && GTK_WIDGET (gtk_list_box_get_row_at_index (pane->list, n + 1)) == row)
    {
      gtk_list_box_remove (pane->list, here);
      return;
    }
  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (pane->list, row);
  gtk_list_box_insert (pane->list, row, n);
}

gboolean
cs_findings_rows_sync (gpointer data)
{
  CsFindingsPane *pane = data;
  gint64 end_us = g_get_monotonic_time () + BUDGET_US;

  while (pane->n_synced < pane->slots->len)
    {
      if (g_get_monotonic_time () > end_us)
        return G_SOURCE_CONTINUE;
      sync_slot (pane, pane->n_synced++);
    }

  pane->sync_source = 0;
  cs_findings_pane_settle (pane);
  return G_SOURCE_REMOVE;
}

static gboolean
is_unwanted (gpointer key, gpointer value, gpointer data)
{
  return !g_hash_table_contains (data, key);
}

void
cs_findings_rows_remove_unwanted (CsFindingsPane *pane)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, row;

  for (guint i = 0; i < pane->slots->len; i++)
    g_hash_table_add (wanted, g_array_index (pane->slots, CsFindingSlot, i).key);

  g_hash_table_iter_init (&iter, pane->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (is_unwanted (key, row, wanted))
      {
        if (g_str_equal (key, "card"))
          pane->card = NULL;
        if (gtk_widget_get_parent (row) != NULL)
          gtk_list_box_remove (pane->list, row);
        g_hash_table_iter_remove (&iter);
      }
}
