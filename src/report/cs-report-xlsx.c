#include <xlsxwriter.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../exam/cs-messages.h"
#include "cs-report-pages.h"

/* A report as a workbook: what pages put into few columns stands in many, to sort and to filter.
 * Text is only ever written as text, so that no cell becomes a formula. */

#define HEAD_ROW 0
#define LINE_POINTS 13.5
#define ROW_POINTS 4.5   /* besides its lines */
#define MAX_POINTS 409.0 /* that a row can have */
#define PRINTED_FINDING_COLUMNS 10
#define PRINTED_ITEM_COLUMNS 9
#define A4 9
#define RED_TEXT 0xc01c28 /* of marked words */
#define DIM_TEXT 0x5f5e64

typedef struct
{
  const CsReportModel *model;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_row_t row;
  guint n_lines;         /* of the highest cell of the row */
  const double *widths; /* of the columns, in characters */
  lxw_format *title;
  lxw_format *head;
  lxw_format *text;
  lxw_format *number;
  lxw_format *total;
  lxw_format *dim;
  lxw_format *plain_run;
  lxw_format *marked_run;
  lxw_format *raised_run;
  lxw_format *lowered_run;
  lxw_format *severities[CS_N_SEVERITIES];
} Writer;

/* --- formats --- */

static lxw_format *
run_format_new (Writer *writer)
{
  lxw_format *format = workbook_add_format (writer->book);

  format_set_font_name (format, g_str_equal (writer->model->language, "zh") ? "宋体" : "Arial");
  format_set_font_size (format, 10);

  return format;
}

static lxw_format *
format_new (Writer *writer, double size)
{
  lxw_format *format = run_format_new (writer);

  format_set_font_size (format, size);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

static lxw_format *
cell_format_new (Writer *writer)
{
  lxw_format *format = format_new (writer, 10);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, 0xbfbec4);

  return format;
}

static lxw_color_t
get_color (CsReportShape shape)
{
  CsShapeColor color = cs_report_shape_get_color (shape, FALSE);

  return (lxw_color_t)(color.red << 16 | color.green << 8 | color.blue);
}

static void
make_formats (Writer *writer)
{
  writer->title = format_new (writer, 16);
  format_set_bold (writer->title);
  writer->head = cell_format_new (writer);
  format_set_bold (writer->head);
  format_set_bg_color (writer->head, 0xf1f1f4);
  writer->text = cell_format_new (writer);
  writer->number = cell_format_new (writer);
  format_set_align (writer->number, LXW_ALIGN_CENTER);
  writer->total = cell_format_new (writer);
  format_set_align (writer->total, LXW_ALIGN_LEFT);
  writer->dim = cell_format_new (writer);
  format_set_font_color (writer->dim, DIM_TEXT);
  writer->plain_run = run_format_new (writer);
  writer->marked_run = run_format_new (writer);
  format_set_bold (writer->marked_run);
  format_set_font_color (writer->marked_run, RED_TEXT);
  writer->raised_run = run_format_new (writer);
  format_set_font_script (writer->raised_run, LXW_FONT_SUPERSCRIPT);
  writer->lowered_run = run_format_new (writer);
  format_set_font_script (writer->lowered_run, LXW_FONT_SUBSCRIPT);
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    {
      writer->severities[i] = cell_format_new (writer);
      format_set_bold (writer->severities[i]);
      format_set_font_color (writer->severities[i], get_color (i));
    }
}

/* --- cells --- */

/* How many lines @text takes in a column: programs that open the file do not all look. */
static guint
count_lines (const char *text, double width)
{
  guint n_lines = 1;
  double used = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      double taken = g_unichar_iswide (c) ? 2.1 : 1.05;

      if (c == '\n' || used + taken > width)
        {
          n_lines++;
          used = 0;
        }
      used += c == '\n' ? 0 : taken;
    }

  return n_lines;
}

static void
note_lines (Writer *writer, lxw_col_t column, const char *text)
{
  if (writer->widths != NULL)
    writer->n_lines = MAX (writer->n_lines, count_lines (text, writer->widths[column]));
}

static void
end_row (Writer *writer)
{
  double height = MIN (writer->n_lines * LINE_POINTS + ROW_POINTS, MAX_POINTS);

  worksheet_set_row (writer->sheet, writer->row++, height, NULL);
  writer->n_lines = 1;
}

static void
put (Writer *writer, lxw_col_t column, const char *text, lxw_format *format)
{
  note_lines (writer, column, text);
  if (*text == '\0')
    worksheet_write_blank (writer->sheet, writer->row, column, format);
  else
    worksheet_write_string (writer->sheet, writer->row, column, text, format);
}

static void
put_number (Writer *writer, lxw_col_t column, guint number)
{
  worksheet_write_number (writer->sheet, writer->row, column, number, writer->number);
}

/* (element-type utf8), a line each. */
static void
put_lines (Writer *writer, lxw_col_t column, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", (char *)lines->pdata[i]);
  put (writer, column, text->str, writer->text);
}

/* @states: how far they are to be trusted, rather than the clauses. */
static void
put_bases (Writer *writer, lxw_col_t column, const GArray *bases, gboolean states)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bases->len; i++)
    {
      const CsReportBasis *basis = &g_array_index (bases, CsReportBasis, i);

      g_ptr_array_add (lines, states ? g_strdup (basis->status) :
                                       g_strconcat (basis->citation,
                                                    *basis->edition == '\0' ? "" : " ",
                                                    basis->edition, NULL));
    }
  put_lines (writer, column, lines);
}

static lxw_format *
get_run_format (Writer *writer, const CsReportPiece *piece)
{
  if (piece->marked)
    return writer->marked_run;
  if ((piece->styles & 1u << CS_RUN_SUP) != 0)
    return writer->raised_run;

  return (piece->styles & 1u << CS_RUN_SUB) != 0 ? writer->lowered_run : writer->plain_run;
}

/* Two runs at least: one alone is no rich text to the library. */
static void
put_excerpt (Writer *writer, lxw_col_t column, const GArray *pieces)
{
  g_autofree lxw_rich_string_tuple *tuples = g_new0 (lxw_rich_string_tuple, pieces->len + 1);
  g_autofree lxw_rich_string_tuple **runs = g_new0 (lxw_rich_string_tuple *, pieces->len + 1);

  g_autofree char *text = cs_report_pieces_dup_text (pieces);

  if (pieces->len < 2)
    {
      put (writer, column, text, writer->text);
      return;
    }

  note_lines (writer, column, text);
  for (guint i = 0; i < pieces->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (pieces, CsReportPiece, i);

      tuples[i].format = get_run_format (writer, piece);
      tuples[i].string = piece->text;
      runs[i] = &tuples[i];
    }
  worksheet_write_rich_string (writer->sheet, writer->row, column, runs, writer->text);
}

/* --- sheets --- */

static void
begin_sheet (Writer *writer, const char *key)
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
put_heads (Writer *writer, const char *const *titles, const double *widths)
{
  writer->widths = widths;
  for (lxw_col_t i = 0; titles[i] != NULL; i++)
    {
      worksheet_set_column (writer->sheet, i, i, widths[i], NULL);
      put (writer, i, cs_report_get_word (writer->model, titles[i]), writer->head);
    }
  worksheet_freeze_panes (writer->sheet, HEAD_ROW + 1, 0);
  worksheet_repeat_rows (writer->sheet, HEAD_ROW, HEAD_ROW);
  end_row (writer);
}

/* What is for programs and for looking up stands to the right of what is printed. */
static void
end_list (Writer *writer, guint n_columns, guint n_printed)
{
  lxw_row_t last = MAX (writer->row, 2) - 1;

  worksheet_autofilter (writer->sheet, HEAD_ROW, 0, last, n_columns - 1);
  worksheet_print_area (writer->sheet, HEAD_ROW, 0, last, n_printed - 1);
}

static void
put_count (Writer *writer, const char *label, guint n, lxw_format *format)
{
  put (writer, 0, label, format);
  worksheet_write_number (writer->sheet, writer->row, 1, n, writer->total);
  end_row (writer);
}

static void
put_counts (Writer *writer)
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
put_fact (Writer *writer, const char *label, const char *value)
{
  put (writer, 0, label, writer->head);
  put (writer, 1, value, writer->text);
  end_row (writer);
}

static void
put_lists (Writer *writer)
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
put_signatures (Writer *writer)
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
write_summary (Writer *writer)
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
put_finding (Writer *writer, const CsReportFinding *finding)
{
  const char *severity = cs_messages_get ("severity", cs_severity_get_name (finding->severity),
                                          writer->model->language);
  lxw_col_t column = 0;

  put_number (writer, column++, finding->number);
  put (writer, column++, severity, writer->severities[finding->severity]);
  put (writer, column++, finding->place, writer->text);
  put (writer, column++, finding->message, writer->text);
  put_excerpt (writer, column++, finding->excerpt);
  put_bases (writer, column++, finding->bases, FALSE);
  put (writer, column++, finding->consequence, writer->text);
  put_lines (writer, column++, finding->suggestions);
  put (writer, column++, finding->handling.word, writer->text);
  put (writer, column++, finding->handling.reason, writer->text);
  put (writer, column++, finding->handling.author, writer->text);
  put (writer, column++, finding->handling.day, writer->text);
  put_bases (writer, column++, finding->bases, TRUE);
  put (writer, column++, finding->certainty_word, writer->text);
  put_lines (writer, column++, finding->related);
  put (writer, column++, finding->is_new ? cs_report_get_word (writer->model, "new") : "",
       writer->text);
  put (writer, column++, finding->ids, writer->text);
  put (writer, column++, finding->fingerprint, writer->dim);
  end_row (writer);
}

static void
write_findings (Writer *writer)
{
  static const char *const titles[] = {
    "col-number",      "col-severity",   "col-place",    "col-problem", "col-excerpt",
    "col-basis",       "col-consequence", "col-suggestion", "col-handling", "col-reason",
    "col-author",      "col-day",        "col-status",   "col-certainty", "col-related",
    "col-change",      "col-item",       "col-fingerprint", NULL
  };
  static const double widths[] = { 6,  9,  14, 34, 34, 24, 18, 24, 10,
                                   20, 12, 12, 36, 10, 40, 10, 18, 18 };
  const GPtrArray *findings = writer->model->findings;

  begin_sheet (writer, "table-findings");
  put_heads (writer, titles, widths);
  for (guint i = 0; i < findings->len; i++)
    put_finding (writer, findings->pdata[i]);
  end_list (writer, G_N_ELEMENTS (widths), PRINTED_FINDING_COLUMNS);
}

static void
put_item (Writer *writer, const CsReportItem *item)
{
  lxw_col_t column = 0;

  put (writer, column++, item->id, writer->text);
  put (writer, column++, item->title, writer->text);
  put_bases (writer, column++, item->bases, FALSE);
  put (writer, column++, item->state_word,
       item->severity < CS_N_SEVERITIES ? writer->severities[item->severity] : writer->text);
  put_number (writer, column++, item->n_findings);
  put (writer, column++, item->reason, writer->text);
  put (writer, column++, item->question, writer->text);
  put (writer, column++, item->answer, writer->text);
  put (writer, column++, item->answer_text, writer->text);
  put (writer, column++, item->answer_author, writer->text);
  put (writer, column++, item->answer_day, writer->text);
  put_bases (writer, column++, item->bases, TRUE);
  put (writer, column++, item->house, writer->text);
  put (writer, column++, item->checklist->id, writer->dim);
  end_row (writer);
}

static void
write_items (Writer *writer)
{
  static const char *const titles[] = {
    "col-item",   "col-requirement", "col-basis", "col-state",  "col-count",
    "col-why",    "col-question",    "col-answer", "col-reason", "col-author",
    "col-day",    "col-status",      "col-house", "col-list",   NULL
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
set_properties (Writer *writer)
{
  const CsReportModel *model = writer->model;
  g_autofree char *day = g_strconcat (model->result->as_of, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) as_of = g_date_time_new_from_iso8601 (day, NULL);
  lxw_doc_properties properties = { .title = model->title, .comments = model->subject,
                                    .company = (char *)"Claimsmith" };

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
  Writer writer = { .model = model, .book = workbook_new_opt (path, &options) };
  lxw_error status;

  if (writer.book == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("cannot write in \"%s\""), folder);
      return FALSE;
    }

  set_properties (&writer);
  make_formats (&writer);
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
