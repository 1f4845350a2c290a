#include "cs-report-sheet-private.h"

#include <string.h>

#include "../exam/cs-messages.h"

/* --- rows --- */

static void
free_cell (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
free_line (gpointer data)
{
  cs_report_line_free (data);
}

static void
row_free (gpointer data)
{
  CsReportRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row->id);
  g_free (row);
}

static CsReportRow *
row_new (guint n_cells)
{
  CsReportRow *row = g_new0 (CsReportRow, 1);

  row->cells = g_ptr_array_new_with_free_func (free_cell);
  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (row->cells, g_ptr_array_new_with_free_func (free_line));

  return row;
}

CsReportRow *
cs_report_table_add_row (CsReportTable *table)
{
  CsReportRow *row = row_new (table->columns->len);

  g_ptr_array_add (table->rows, row);

  return row;
}

CsReportRow *
cs_report_table_add_band (CsReportTable *table, char *id)
{
  CsReportRow *row = row_new (1);

  row->is_band = TRUE;
  row->id = id;
  g_ptr_array_add (table->rows, row);

  return row;
}

CsReportLine *
cs_report_row_add (CsReportRow *row, guint column, CsLineLook look, const char *text)
{
  CsReportLine *line;

  if (*text == '\0')
    return NULL;

  line = cs_report_line_new (look, text);
  g_ptr_array_add (row->cells->pdata[column], line);

  return line;
}

/* An unverified clause says so; of a verified one the edition is enough. */
void
cs_report_row_add_bases (CsReportRow *row,
                         guint column,
                         const GArray *bases,
                         const CsReportModel *model)
{
  const char *comma = g_str_equal (model->language, "zh") ? "，" : ", ";

  for (guint i = 0; i < bases->len; i++)
    {
      const CsReportBasis *basis = &g_array_index (bases, CsReportBasis, i);
      g_autofree char *note =
          g_strconcat (basis->edition, *basis->edition == '\0' || basis->verified ? "" : comma,
                       basis->verified ? "" : basis->status, NULL);

      cs_report_row_add (row, column, CS_LOOK_BODY, basis->citation);
      cs_report_row_add (row, column, CS_LOOK_CAPTION, note);
    }
}

void
cs_report_row_add_handling (CsReportRow *row, guint column, const CsReportHandling *handling)
{
  g_autofree char *who = g_strconcat (
      handling->author, *handling->author == '\0' || *handling->day == '\0' ? "" : " · ",
      handling->day, NULL);

  cs_report_row_add (row, column, handling->kind == NULL ? CS_LOOK_BODY : CS_LOOK_STRONG,
                     handling->word);
  cs_report_row_add (row, column + 1, CS_LOOK_BODY, handling->reason);
  cs_report_row_add (row, column + 1, CS_LOOK_CAPTION, who);
}

/* --- tables --- */

CsReportTable *
cs_report_table_new (const char *id, const char *title)
{
  CsReportTable *table = g_new0 (CsReportTable, 1);

  table->id = id;
  table->title = title;
  table->columns = g_array_new (FALSE, FALSE, sizeof (CsReportColumn));
  table->rows = g_ptr_array_new_with_free_func (row_free);

  return table;
}

void
cs_report_table_free (gpointer data)
{
  CsReportTable *table = data;

  g_free (table->note);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

CsReportTable *
cs_report_sheet_add_table (CsReportSheet *sheet,
                           const char *id,
                           const CsReportColumn *columns,
                           guint n_columns)
{
  g_autofree char *key = g_strconcat ("table-", id, NULL);
  CsReportTable *table = cs_report_table_new (id, cs_report_get_word (sheet->model, key));

  for (guint i = 0; i < n_columns; i++)
    {
      CsReportColumn column = { cs_report_get_word (sheet->model, columns[i].title),
                                columns[i].width };

      g_array_append_val (table->columns, column);
    }
  g_ptr_array_add (sheet->tables, table);

  return table;
}

/* --- the first page --- */

static void
add_count (
    CsReportSheet *sheet, CsReportShape shape, const char *label, guint n, const char *target)
{
  CsReportCount count = { shape, label, n, n == 0 ? NULL : target };

  g_array_append_val (sheet->counts, count);
}

static void
add_counts (CsReportSheet *sheet)
{
  static const char *const targets[] = { "findings-error", "findings-warning", "findings-advice" };
  const CsReportModel *model = sheet->model;
  const char *language = model->language;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    add_count (sheet, (CsReportShape)i,
               cs_messages_get ("severity", cs_severity_get_name (i), language), model->n_open[i],
               targets[i]);
  add_count (sheet, CS_SHAPE_MANUAL, cs_messages_get ("state", "manual", language),
             model->n_unanswered, "questions");
  add_count (sheet, CS_SHAPE_NOT_RUN, cs_messages_get ("state", "not-run", language),
             model->n_unchecked, "unchecked");
  add_count (sheet, CS_SHAPE_PASSED, cs_messages_get ("state", "passed", language),
             model->n_states[CS_ITEM_PASSED], "items");
}

static void
add_note (CsReportSheet *sheet, CsLineLook look, const char *text)
{
  g_ptr_array_add (sheet->notes, cs_report_line_new (look, text));
}

/* "中国发明专利（cn-invention，2026-01-01施行）：44项" */
static void
add_list_note (CsReportSheet *sheet, const CsReportList *list)
{
  const char *language = sheet->model->language;
  gboolean chinese = g_str_equal (language, "zh");
  g_autofree char *n_items =
      cs_messages_dup_count ("n-items", list->checklist->items->len, language);
  g_autofree char *text = g_strconcat (
      list->title, chinese ? "（" : " (", list->checklist->id, chinese ? "，" : ", ",
      cs_report_get_word (sheet->model, "edition-of"), chinese ? "" : " ",
      list->checklist->edition, chinese ? "，" : ", ", n_items, chinese ? "）" : ")", NULL);
  CsReportLine *line = cs_report_line_new (CS_LOOK_BODY, text);

  g_ptr_array_add (sheet->notes, line);
}

static void
add_notes (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;

  add_note (sheet, CS_LOOK_STRONG, model->standing);
  if (model->changes_line != NULL)
    add_note (sheet, CS_LOOK_BODY, model->changes_line);
  add_note (sheet, CS_LOOK_STRONG, cs_report_get_word (model, "checked-by"));
  for (guint i = 0; i < model->lists->len; i++)
    add_list_note (sheet, model->lists->pdata[i]);
  if (model->lists->len == 0)
    add_note (sheet, CS_LOOK_BODY, cs_messages_get ("reason", "no-checklist", model->language));
  add_note (sheet, CS_LOOK_CAPTION, cs_report_get_word (model, "disclaimer"));
}

static gboolean
holds_id (const CsReportSheet *sheet, const char *id)
{
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const CsReportTable *table = sheet->tables->pdata[i];

      if (strcmp (table->id, id) == 0)
        return TRUE;
      for (guint k = 0; k < table->rows->len; k++)
        if (g_strcmp0 (((CsReportRow *)table->rows->pdata[k])->id, id) == 0)
          return TRUE;
    }

  return FALSE;
}

/* What is counted need not be listed, when there is too much of it. */
static void
drop_dead_targets (CsReportSheet *sheet)
{
  for (guint i = 0; i < sheet->counts->len; i++)
    {
      CsReportCount *count = &g_array_index (sheet->counts, CsReportCount, i);

      if (count->target != NULL && !holds_id (sheet, count->target))
        count->target = NULL;
    }
}

CsReportSheet *
cs_report_sheet_new (CsReportModel *model)
{
  CsReportSheet *sheet = g_new0 (CsReportSheet, 1);

  sheet->model = cs_report_model_ref (model);
  sheet->counts = g_array_new (FALSE, FALSE, sizeof (CsReportCount));
  sheet->notes = g_ptr_array_new_with_free_func (free_line);
  sheet->tables = g_ptr_array_new_with_free_func (cs_report_table_free);
  sheet->foot = g_strconcat (model->title, " · ", model->subject, NULL);
  add_counts (sheet);
  add_notes (sheet);
  cs_report_sheet_add_findings (sheet);
  cs_report_sheet_add_questions (sheet);
  cs_report_sheet_add_unchecked (sheet);
  cs_report_sheet_add_changes (sheet);
  cs_report_sheet_add_stale (sheet);
  cs_report_sheet_add_signatures (sheet);
  cs_report_sheet_add_items (sheet);
  drop_dead_targets (sheet);

  return sheet;
}

void
cs_report_sheet_free (CsReportSheet *sheet)
{
  g_array_unref (sheet->counts);
  g_ptr_array_unref (sheet->notes);
  g_ptr_array_unref (sheet->tables);
  cs_report_model_unref (sheet->model);
  g_free (sheet->foot);
  g_free (sheet);
}
