#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../exam/cs-messages.h"
#include "cs-report-pages.h"
#include "cs-xlsx-cells.h"

/* A report as a workbook: what pages put into few columns stands in many, to sort and to filter. */

#define HEAD_ROW 0
#define A4 9
#define PRINTED_FINDING_COLUMNS 10
#define PRINTED_ITEM_COLUMNS 9

/* --- sheets --- */

static void
begin_sheet (CsXlsxWriter *writer, const char *key)
{
  const CsReportModel *model = writer->model;

  writer->sheet = workbook_add_worksheet (writer->book, cs_report_get_word (model, key));
  writer->row = 0;
  writer->n_lines = 1;
  writer->widths = NULL;
  worksheet_set_landscape (writer->sheet);
  worksheet_set_paper (writer->sheet, A4);
  worksheet_fit_to_pages (writer->sheet, 1, 0);
  worksheet_set_margins (writer->sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_set_footer (writer->sheet, "&C&P / &N");
  worksheet_gridlines (writer->sheet, LXW_HIDE_ALL_GRIDLINES);
}

/* @titles: (array zero-terminated=1): keys of words.xml */
static void
put_heads (CsXlsxWriter *writer, const char *const *titles, const double *widths)
{
  writer->widths = widths;
  for (lxw_col_t i = 0; titles[i] != NULL; i++)
    {
      worksheet_set_column (writer->sheet, i, i, widths[i], NULL);
      cs_xlsx_put (writer, i, cs_report_get_word (writer->model, titles[i]), writer->head);
    }
  worksheet_freeze_panes (writer->sheet, HEAD_ROW + 1, 0);
  worksheet_repeat_rows (writer->sheet, HEAD_ROW, HEAD_ROW);
  cs_xlsx_end_row (writer);
}

/* What is for programs and for looking up stands to the right of what is printed. */
static void
end_list (CsXlsxWriter *writer, guint n_columns, guint n_printed)
{
  lxw_row_t last = MAX (writer->row, 2) - 1;

  worksheet_autofilter (writer->sheet, HEAD_ROW, 0, last, n_columns - 1);
  worksheet_print_area (writer->sheet, HEAD_ROW, 0, last, n_printed - 1);
}

static void
put_count (CsXlsxWriter *writer, const char *label, guint n, lxw_format *format)
{
  cs_xlsx_put (writer, 0, label, format);
  cs_xlsx_put_number (writer, 1, n, writer->total);
  cs_xlsx_end_row (writer);
}

static void
put_counts (CsXlsxWriter *writer)
{
  const CsReportModel *model = writer->model;
  const char *language = model->language;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    put_count (writer, cs_messages_get ("severity", cs_severity_get_name (i), language),
               model->n_open[i], writer->severities[i]);
  put_count (writer, cs_messages_get ("state", "manual", language),
             model->n_unanswered, writer->text);
  put_count (writer, cs_messages_get ("state", "not-run", language), model->n_unchecked,
             writer->text);
  put_count (writer, cs_messages_get ("state", "passed", language),
             model->n_states[CS_ITEM_PASSED], writer->text);
  put_count (writer, cs_messages_get ("state", "not-applicable", language),
             model->n_states[CS_ITEM_NOT_APPLICABLE], writer->text);
  put_count (writer, cs_report_get_word (model, "band-waived"), model->n_waived, writer->text);
}

static void
put_fact (CsXlsxWriter *writer, const char *label, const char *value)
{
  cs_xlsx_put (writer, 0, label, writer->head);
  cs_xlsx_put (writer, 1, value, writer->text);
  cs_xlsx_end_row (writer);
}

static void
put_lists (CsXlsxWriter *writer)
{
  const CsReportModel *model = writer->model;

  for (guint i = 0; i < model->lists->len; i++)
    {
      const CsReportList *list = model->lists->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s · %s", list->title, list->checklist->id,
                                               list->checklist->edition);

      put_fact (writer, cs_report_get_word (model, "checked-by"), text);
    }
}

static void
put_signatures (CsXlsxWriter *writer)
{
  const GPtrArray *signatures = writer->model->signatures;

  for (guint i = 0; i < signatures->len; i++)
    {
      const CsReportSignature *signature = signatures->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s · %s", signature->author, signature->day,
                                               signature->validity);

      put_fact (writer, signature->role, text);
    }
}

static void
write_summary (CsXlsxWriter *writer)
{
  static const double widths[] = { 24, 90 };
  const CsReportModel *model = writer->model;

  begin_sheet (writer, "sheet-summary");
  writer->widths = widths;
  for (lxw_col_t i = 0; i < G_N_ELEMENTS (widths); i++)
    worksheet_set_column (writer->sheet, i, i, widths[i], NULL);
  worksheet_merge_range (writer->sheet, 0, 0, 0, 1, model->title, writer->title);
  worksheet_set_row (writer->sheet, 0, 26, NULL);
  writer->row = 2;
  put_fact (writer, cs_report_get_word (model, "fact-subject"), model->subject);
  for (guint i = 0; i < model->facts->len; i++)
    {
      const CsReportFact *fact = model->facts->pdata[i];

      put_fact (writer, fact->label, fact->value);
    }
  writer->row++;
  put_counts (writer);
  writer->row++;
  put_fact (writer, cs_report_get_word (model, "table-signatures"), model->standing);
  put_signatures (writer);
  if (model->changes_line != NULL)
    put_fact (writer, cs_report_get_word (model, "table-changes"), model->changes_line);
  put_lists (writer);
}

static void
put_finding (CsXlsxWriter *writer, const CsReportFinding *finding)
{
  const char *severity = cs_messages_get ("severity", cs_severity_get_name (finding->severity),
                                          writer->model->language);
  lxw_col_t column = 0;

  cs_xlsx_put_number (writer, column++, finding->number, writer->number);
  cs_xlsx_put (writer, column++, severity, writer->severities[finding->severity]);
  cs_xlsx_put (writer, column++, finding->place, writer->text);
  cs_xlsx_put (writer, column++, finding->message, writer->text);
  cs_xlsx_put_excerpt (writer, column++, finding->excerpt);
  cs_xlsx_put_bases (writer, column++, finding->bases, FALSE);
  cs_xlsx_put (writer, column++, finding->consequence, writer->text);
  cs_xlsx_put_lines (writer, column++, finding->suggestions);
  cs_xlsx_put (writer, column++, finding->handling.word, writer->text);
  cs_xlsx_put (writer, column++, finding->handling.reason, writer->text);
  cs_xlsx_put (writer, column++, finding->handling.author, writer->text);
  cs_xlsx_put (writer, column++, finding->handling.day, writer->text);
  cs_xlsx_put_bases (writer, column++, finding->bases, TRUE);
  cs_xlsx_put (writer, column++, finding->certainty_word, writer->text);
  cs_xlsx_put_lines (writer, column++, finding->related);
  cs_xlsx_put (writer, column++, finding->is_new ? cs_report_get_word (writer->model, "new") : "",
               writer->text);
  cs_xlsx_put (writer, column++, finding->ids, writer->text);
  cs_xlsx_put (writer, column++, finding->fingerprint, writer->dim);
  cs_xlsx_end_row (writer);
}

static void
write_findings (CsXlsxWriter *writer)
{
  static const char *const titles[] = {
    "col-number", "col-severity", "col-place", "col-problem", "col-excerpt",
    "col-basis", "col-consequence", "col-suggestion", "col-handling", "col-reason",
    "col-author", "col-day", "col-status", "col-certainty", "col-related",
    "col-change", "col-item", "col-fingerprint", NULL
  };
  static const double widths[] = { 6, 9, 14, 34, 34, 24, 18, 24, 10,
                                   20, 12, 12, 36, 10, 40, 10, 18, 18 };
  const GPtrArray *findings = writer->model->findings;

  begin_sheet (writer, "table-findings");
  put_heads (writer, titles, widths);
  for (guint i = 0; i < findings->len; i++)
    put_finding (writer, findings->pdata[i]);
  end_list (writer, G_N_ELEMENTS (widths), PRINTED_FINDING_COLUMNS);
}

static void
put_item (CsXlsxWriter *writer, const CsReportItem *item)
{
  lxw_format *state =
      item->severity < CS_N_SEVERITIES ? writer->severities[item->severity] : writer->text;
  lxw_col_t column = 0;

  cs_xlsx_put (writer, column++, item->id, writer->text);
  cs_xlsx_put (writer, column++, item->title, writer->text);
  cs_xlsx_put_bases (writer, column++, item->bases, FALSE);
  cs_xlsx_put (writer, column++, item->state_word, state);
  cs_xlsx_put_number (writer, column++, item->n_findings, writer->number);
  cs_xlsx_put (writer, column++, item->reason, writer->text);
  cs_xlsx_put (writer, column++, item->question, writer->text);
  cs_xlsx_put (writer, column++, item->answer, writer->text);
  cs_xlsx_put (writer, column++, item->answer_text, writer->text);
  cs_xlsx_put (writer, column++, item->answer_author, writer->text);
  cs_xlsx_put (writer, column++, item->answer_day, writer->text);
  cs_xlsx_put_bases (writer, column++, item->bases, TRUE);
  cs_xlsx_put (writer, column++, item->house, writer->text);
  cs_xlsx_put (writer, column++, item->checklist->id, writer->dim);
  cs_xlsx_end_row (writer);
}

static void
write_items (CsXlsxWriter *writer)
{
  static const char *const titles[] = {
    "col-item", "col-requirement", "col-basis", "col-state", "col-count",
    "col-why", "col-question", "col-answer", "col-reason", "col-author",
    "col-day", "col-status", "col-house", "col-list", NULL
  };
  static const double widths[] = { 14, 34, 30, 12, 8, 20, 32, 10, 24, 12, 12, 36, 30, 18 };
  const GPtrArray *items = writer->model->items;

  begin_sheet (writer, "table-items");
  put_heads (writer, titles, widths);
  for (guint i = 0; i < items->len; i++)
    put_item (writer, items->pdata[i]);
  end_list (writer, G_N_ELEMENTS (widths), PRINTED_ITEM_COLUMNS);
}

/* --- the file --- */

/* The same report gives the same bytes, so its day comes from the report. */
static void
set_properties (CsXlsxWriter *writer)
{
  const CsReportModel *model = writer->model;
  g_autofree char *day = g_strconcat (model->result->as_of, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) as_of = g_date_time_new_from_iso8601 (day, NULL);
  lxw_doc_properties properties = { .title = model->title, .comments = model->subject };

  if (model->made_us != 0)
    properties.created = model->made_us / G_USEC_PER_SEC;
  else if (as_of != NULL)
    properties.created = g_date_time_to_unix (as_of);
  workbook_set_properties (writer->book, &properties);
}

static gboolean
write_book (const CsReportModel *model, char *folder, const char *path, GError **error)
{
  lxw_workbook_options options = { .tmpdir = folder };
  CsXlsxWriter writer = { .model = model, .book = workbook_new_opt (path, &options) };
  lxw_error status;

  if (writer.book == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("cannot write in \"%s\""), folder);
      return FALSE;
    }

  set_properties (&writer);
  cs_xlsx_writer_init (&writer);
  write_summary (&writer);
  write_findings (&writer);
  write_items (&writer);
  status = workbook_close (writer.book);
  if (status == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("cannot write in \"%s\": %s"), folder,
               lxw_strerror (status));

  return FALSE;
}

/* The library writes files only; this one is in a folder of the user's alone, and short-lived. */
GBytes *
cs_report_xlsx (const CsReportModel *model, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize n_bytes;
  gboolean done;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "report.xlsx", NULL);
  done = write_book (model, folder, path, error) &&
         g_file_get_contents (path, &data, &n_bytes, error);
  g_unlink (path);
  g_rmdir (folder);

  return done ? g_bytes_new_take (g_steal_pointer (&data), n_bytes) : NULL;
}
