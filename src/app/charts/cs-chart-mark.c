#include "cs-chart-mark.h"

struct _CsChartMark
{
  GObject parent_instance;

  CsFamilyChart *chart;
  guint row;
  guint column;
  char *id;
};

G_DEFINE_FINAL_TYPE (CsChartMark, cs_chart_mark, G_TYPE_OBJECT)

static void
cs_chart_mark_finalize (GObject *object)
{
  CsChartMark *mark = CS_CHART_MARK (object);

  cs_family_chart_unref (mark->chart);
  g_free (mark->id);

  G_OBJECT_CLASS (cs_chart_mark_parent_class)->finalize (object);
}

static void
cs_chart_mark_class_init (CsChartMarkClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_chart_mark_finalize;
}

static void
cs_chart_mark_init (CsChartMark *mark)
{
}

static CsChartMark *
mark_new (CsFamilyChart *chart, guint row, guint column)
{
  CsChartMark *mark = g_object_new (CS_TYPE_CHART_MARK, NULL);

  mark->chart = cs_family_chart_ref (chart);
  mark->row = row;
  mark->column = column;
  mark->id = cs_family_chart_dup_id (row, column);

  return mark;
}

GListStore *
cs_chart_marks_new (CsFamilyChart *chart)
{
  const CsTally *tally = cs_family_chart_get_tally (chart);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (CS_TYPE_CHART_MARK);

  for (guint i = 0; i < tally->n_rows; i++)
    for (guint j = 0; j < tally->n_columns; j++)
      if (cs_tally_get (tally, i, j)->count > 0)
        g_ptr_array_add (marks, mark_new (chart, i, j));
  g_list_store_splice (store, 0, 0, marks->pdata, marks->len);

  return store;
}

const char *
cs_chart_mark_get_id (CsChartMark *mark)
{
  return mark->id;
}

const char *
cs_chart_mark_get_label (CsChartMark *mark, gboolean is_row)
{
  return cs_family_chart_get_label (mark->chart, is_row, is_row ? mark->row : mark->column);
}

const CsTallyCell *
cs_chart_mark_get_cell (CsChartMark *mark)
{
  return cs_tally_get (cs_family_chart_get_tally (mark->chart), mark->row, mark->column);
}
