#include "near.h"

#include <string.h>

#define ENGLISH                                                                                \
  "1. A metering device comprising a metering chamber (20) and a flexible diaphragm (30), "    \
  "wherein the flexible diaphragm (30) divides the metering chamber (20) into a liquid space " \
  "and a gas space; and a quartz chronograph.\n"                                               \
  "2. The metering device of claim 1, wherein the flexible diaphragm (30) is clamped between " \
  "two shells of a metering cartridge (40), and a zirconium nozzle is welded to it.\n"

#define CHINESE                                                                                      \
  "1. 一种计量泵，其特征在于，包括计量腔（20）"                                   \
  "和柔性隔膜（30），"                                                                       \
  "所述柔性隔膜（30）与所述计量腔（20）的底壁贴合；以及石英天文钟。\n" \
  "2. 根据权利要求1所述的计量泵，其特征在于，"                                    \
  "由所述柔性隔膜（30）的回弹位移识别所述计量腔（20）内的气泡，"         \
  "所述天文钟上焊接有锆合金喷嘴。\n"

gboolean
near_is_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

CsDocument *
near_open (Ui *ui)
{
  CsDocument *document = workspace_open_text (ui, near_is_chinese () ? CHINESE : ENGLISH);

  workspace_go (ui, CS_PART_CLAIMS, near_is_chinese () ? "回弹位移" : "clamped", FALSE);
  workspace_wait_saved (document);

  return document;
}

void
near_wait (CsNearPane *pane)
{
  gboolean searching = TRUE;

  ui_wait ((g_object_get (cs_near_pane_get_list (pane), "searching", &searching, NULL),
            !searching));
}

CsNearPane *
near_find (Ui *ui)
{
  GtkWidget *pane;

  ui_act (workspace_get (ui), "draft.find-near", NULL);
  ui_wait ((pane = ui_find (workspace_get (ui), CS_TYPE_NEAR_PANE, NULL)) != NULL);
  near_wait (CS_NEAR_PANE (pane));
  ui_settle (GTK_WIDGET (ui->window));

  return CS_NEAR_PANE (pane);
}

static GtkWidget *
get_view (CsNearPane *pane)
{
  return ui_get (GTK_WIDGET (pane), GTK_TYPE_LIST_VIEW, NULL);
}

GListModel *
near_get_rows (CsNearPane *pane)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_view (pane))));
}

static gboolean
has_words (const CsNearRow *row, const char *words)
{
  return words == NULL || (row->title != NULL && strstr (row->title, words) != NULL) ||
         (row->text != NULL && strstr (row->text, words) != NULL);
}

static guint
find_position (CsNearPane *pane, CsNearRowKind kind, const char *words)
{
  GListModel *rows = near_get_rows (pane);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CsNearRow) row = g_list_model_get_item (rows, i);

      if (row->kind == kind && has_words (row, words))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

CsNearRow *
near_find_row (CsNearPane *pane, CsNearRowKind kind, const char *words)
{
  guint position = find_position (pane, kind, words);
  g_autoptr (CsNearRow) row = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;

  row = g_list_model_get_item (near_get_rows (pane), position);

  return row; /* the model holds it */
}

void
near_activate (CsNearPane *pane, CsNearRow *row)
{
  GListModel *rows = near_get_rows (pane);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CsNearRow) at = g_list_model_get_item (rows, i);

      if (at == row)
        {
          g_signal_emit_by_name (get_view (pane), "activate", i);
          return;
        }
    }
  g_assert_not_reached ();
}
