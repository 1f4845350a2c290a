#include "cs-xlsx-cells.h"

#define RED_TEXT 0xc01c28 /* of marked words */
#define DIM_TEXT 0x5f5e64
#define LINE_POINTS 13.5
#define ROW_POINTS 4.5   /* besides its lines */
#define MAX_POINTS 409.0 /* that a row can have */

/* --- formats --- */

static lxw_format *
run_format_new (CsXlsxWriter *writer)
{
  lxw_format *format = workbook_add_format (writer->book);

  format_set_font_name (format, g_str_equal (writer->model->language, "zh") ? "宋体" : "Arial");
  format_set_font_size (format, 10);

  return format;
}

static lxw_format *
format_new (CsXlsxWriter *writer, double size)
{
  lxw_format *format = run_format_new (writer);

  format_set_font_size (format, size);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

static lxw_format *
cell_format_new (CsXlsxWriter *writer)
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

void
cs_xlsx_writer_init (CsXlsxWriter *writer)
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
note_lines (CsXlsxWriter *writer, lxw_col_t column, const char *text)
{
  if (writer->widths != NULL)
    writer->n_lines = MAX (writer->n_lines, count_lines (text, writer->widths[column]));
}

void
cs_xlsx_end_row (CsXlsxWriter *writer)
{
  double height = MIN (writer->n_lines * LINE_POINTS + ROW_POINTS, MAX_POINTS);

  worksheet_set_row (writer->sheet, writer->row++, height, NULL);
  writer->n_lines = 1;
}

void
cs_xlsx_put (CsXlsxWriter *writer, lxw_col_t column, const char *text, lxw_format *format)
{
  note_lines (writer, column, text);
  if (*text == '\0')
    worksheet_write_blank (writer->sheet, writer->row, column, format);
  else
    worksheet_write_string (writer->sheet, writer->row, column, text, format);
}

void
cs_xlsx_put_number (CsXlsxWriter *writer, lxw_col_t column, guint number, lxw_format *format)
{
  worksheet_write_number (writer->sheet, writer->row, column, number, format);
}

void
cs_xlsx_put_lines (CsXlsxWriter *writer, lxw_col_t column, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", (char *)lines->pdata[i]);
  cs_xlsx_put (writer, column, text->str, writer->text);
}

void
cs_xlsx_put_bases (CsXlsxWriter *writer, lxw_col_t column, const GArray *bases, gboolean states)
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
  cs_xlsx_put_lines (writer, column, lines);
}

static lxw_format *
get_run_format (CsXlsxWriter *writer, const CsReportPiece *piece)
{
  if (piece->marked)
    return writer->marked_run;
  if ((piece->styles & 1u << CS_RUN_SUP) != 0)
    return writer->raised_run;

  return (piece->styles & 1u << CS_RUN_SUB) != 0 ? writer->lowered_run : writer->plain_run;
}

/* Two runs at least: one alone is no rich text to the library. */
void
cs_xlsx_put_excerpt (CsXlsxWriter *writer, lxw_col_t column, const GArray *pieces)
{
  g_autofree lxw_rich_string_tuple *tuples = g_new0 (lxw_rich_string_tuple, pieces->len + 1);
  g_autofree lxw_rich_string_tuple **runs = g_new0 (lxw_rich_string_tuple *, pieces->len + 1);

  g_autofree char *text = cs_report_pieces_dup_text (pieces);

  if (pieces->len < 2)
    {
      cs_xlsx_put (writer, column, text, writer->text);
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
