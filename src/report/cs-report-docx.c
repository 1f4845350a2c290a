#include "cs-report-docx-private.h"
#include "cs-report-pages.h"

/* The pages of a report as a Word file that people go on writing in: 质检表. */

#define EMU_PER_POINT 12700
#define CELL_SHAPE 9 /* points */
#define COUNT_SHAPE 14

typedef struct
{
  const CsReportSheet *sheet;
  CsDocxOut *out;
  GString *xml;
  guint n_marks;                   /* drawings and bookmarks */
  guint relations[CS_N_SHAPES][2]; /* of the pictures of shapes, once they are there */
} Writer;

static const char *const look_styles[CS_N_LOOKS] = { "CellText", "CellStrong", "CellCaption",
                                                     "CellQuote", "Subtitle" };

/* --- shapes --- */

/* The picture once in the package, however often it is shown. */
static guint
relate_shape (Writer *writer, CsReportShape shape, gboolean hollow)
{
  guint *relation = &writer->relations[shape][hollow];
  g_autoptr (GBytes) png = NULL;
  g_autofree char *name = NULL;

  if (*relation != 0)
    return *relation;

  png = cs_report_shape_dup_png (shape, hollow);
  name = g_strconcat (cs_report_shape_get_name (shape), hollow ? "-hollow.png" : ".png", NULL);
  *relation = cs_docx_out_relate (
      writer->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "image",
      cs_docx_out_add_picture (writer->out, name, png, CS_RASTER_PNG));

  return *relation;
}

static void
append_shape (Writer *writer, CsReportShape shape, gboolean hollow, guint points)
{
  guint relation = relate_shape (writer, shape, hollow);
  guint number = ++writer->n_marks;
  guint size = points * EMU_PER_POINT;
  const char *name = cs_report_shape_get_name (shape);

  g_string_append_printf (
      writer->xml,
      "<w:r><w:rPr><w:position w:val=\"-2\"/></w:rPr><w:drawing>"
      "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      "<wp:extent cx=\"%u\" cy=\"%u\"/><wp:docPr id=\"%u\" name=\"shape %u\" descr=\"%s\"/>"
      "<a:graphic><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
      "<pic:cNvPr id=\"%u\" name=\"shape %u\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
      "<a:blip r:embed=\"rId%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
      "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%u\" cy=\"%u\"/></a:xfrm>"
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
      "</a:graphic></wp:inline></w:drawing></w:r>"
      "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
      size, size, number, number, name, number, number, relation, size, size);
}

/* --- paragraphs --- */

static void
append_run_properties (GString *xml, const CsReportPiece *piece)
{
  static const char *const tags[CS_N_RUN_STYLES] = {
    [CS_RUN_BOLD] = "<w:b/>",
    [CS_RUN_ITALIC] = "<w:i/>",
    [CS_RUN_UNDERLINE] = "<w:u w:val=\"single\"/>",
  };

  g_string_append (xml, "<w:rPr>");
  for (guint i = CS_RUN_BOLD; i <= CS_RUN_UNDERLINE; i++)
    if ((piece->styles & 1u << i) != 0)
      g_string_append (xml, tags[i]);
  if (piece->marked)
    g_string_append (xml, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FDE6A8\"/>");
  if ((piece->styles & 1u << CS_RUN_SUP) != 0)
    g_string_append (xml, "<w:vertAlign w:val=\"superscript\"/>");
  else if ((piece->styles & 1u << CS_RUN_SUB) != 0)
    g_string_append (xml, "<w:vertAlign w:val=\"subscript\"/>");
  g_string_append (xml, "</w:rPr>");
}

static void
append_pieces (GString *xml, const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (pieces, CsReportPiece, i);

      g_string_append (xml, "<w:r>");
      if (piece->styles != 0 || piece->marked)
        append_run_properties (xml, piece);
      g_string_append (xml, "<w:t xml:space=\"preserve\">");
      cs_report_docx_append (xml, piece->text);
      g_string_append (xml, "</w:t></w:r>");
    }
}

static void
append_line (Writer *writer, const CsReportLine *line, const char *style)
{
  g_string_append_printf (writer->xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
  if (line->shape != CS_SHAPE_NONE)
    append_shape (writer, line->shape, line->hollow, CELL_SHAPE);
  append_pieces (writer->xml, line->pieces);
  g_string_append (writer->xml, "</w:p>");
}

static void
append_paragraph (Writer *writer, const char *style, const char *text)
{
  g_string_append_printf (writer->xml,
                          "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r>"
                          "<w:t xml:space=\"preserve\">",
                          style);
  cs_report_docx_append (writer->xml, text);
  g_string_append (writer->xml, "</w:t></w:r></w:p>");
}

/* What leads to a table has its @id. */
static void
append_heading (Writer *writer, const char *id, const char *text, gboolean on_new_page)
{
  guint number = ++writer->n_marks;

  g_string_append_printf (writer->xml,
                          "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>%s</w:pPr>"
                          "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/><w:r>"
                          "<w:t xml:space=\"preserve\">",
                          on_new_page ? "<w:pageBreakBefore/>" : "", number, id);
  cs_report_docx_append (writer->xml, text);
  g_string_append_printf (writer->xml, "</w:t></w:r><w:bookmarkEnd w:id=\"%u\"/></w:p>", number);
}

/* --- tables --- */

static guint
get_width (const CsReportTable *table, guint column)
{
  return CS_DOCX_TEXT_WIDTH * g_array_index (table->columns, CsReportColumn, column).width / 1000;
}

/* @lines: whether they are drawn. */
static void
begin_table (Writer *writer, gboolean lines)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

  g_string_append_printf (writer->xml, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/>",
                          CS_DOCX_TEXT_WIDTH);
  if (lines)
    {
      g_string_append (writer->xml, "<w:tblBorders>");
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        g_string_append_printf (
            writer->xml, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBEC4\"/>",
            sides[i]);
      g_string_append (writer->xml, "</w:tblBorders>");
    }
  g_string_append (writer->xml,
                   "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
                   "<w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"90\" w:type=\"dxa\"/>"
                   "<w:bottom w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/>"
                   "</w:tblCellMar></w:tblPr><w:tblGrid>");
}

/* @span: columns that the cell covers; @fill: (nullable): its ground. */
static void
begin_cell (GString *xml, guint width, guint span, const char *fill)
{
  g_string_append_printf (xml, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
  if (span > 1)
    g_string_append_printf (xml, "<w:gridSpan w:val=\"%u\"/>", span);
  if (fill != NULL)
    g_string_append_printf (xml, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/>", fill);
  g_string_append (xml, "</w:tcPr>");
}

/* A cell without a paragraph is no cell. */
static void
append_cell_lines (Writer *writer, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    append_line (writer, lines->pdata[i], look_styles[((CsReportLine *)lines->pdata[i])->look]);
  if (lines->len == 0)
    g_string_append (writer->xml, "<w:p><w:pPr><w:pStyle w:val=\"CellText\"/></w:pPr></w:p>");
}

static void
append_band (Writer *writer, const CsReportTable *table, const CsReportRow *row)
{
  g_string_append (writer->xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  begin_cell (writer->xml, CS_DOCX_TEXT_WIDTH, table->columns->len, "F1F1F4");
  if (row->id != NULL)
    g_string_append_printf (writer->xml,
                            "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/>"
                            "<w:bookmarkEnd w:id=\"%u\"/>",
                            writer->n_marks + 1, row->id, writer->n_marks + 1);
  writer->n_marks++;
  append_line (writer, g_ptr_array_index ((GPtrArray *)row->cells->pdata[0], 0), "CellBand");
  g_string_append (writer->xml, "</w:tc></w:tr>");
}

static void
append_row (Writer *writer, const CsReportTable *table, const CsReportRow *row)
{
  g_string_append (writer->xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  for (guint i = 0; i < row->cells->len; i++)
    {
      begin_cell (writer->xml, get_width (table, i), 1, NULL);
      append_cell_lines (writer, row->cells->pdata[i]);
      g_string_append (writer->xml, "</w:tc>");
    }
  g_string_append (writer->xml, "</w:tr>");
}

static void
append_heads (Writer *writer, const CsReportTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (writer->xml, "<w:gridCol w:w=\"%u\"/>", get_width (table, i));
  g_string_append (writer->xml,
                   "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      begin_cell (writer->xml, get_width (table, i), 1, NULL);
      append_paragraph (writer, "CellHead",
                        g_array_index (table->columns, CsReportColumn, i).title);
      g_string_append (writer->xml, "</w:tc>");
    }
  g_string_append (writer->xml, "</w:tr>");
}

static void
append_table (Writer *writer, const CsReportTable *table, gboolean on_new_page)
{
  append_heading (writer, table->id, table->title, on_new_page);
  if (table->note != NULL)
    append_paragraph (writer, "CellCaption", table->note);
  begin_table (writer, TRUE);
  append_heads (writer, table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CsReportRow *row = table->rows->pdata[i];

      if (row->is_band)
        append_band (writer, table, row);
      else
        append_row (writer, table, row);
    }
  g_string_append (writer->xml, "</w:tbl>");
}

/* --- the first page --- */

static void
append_link (Writer *writer, const char *id, const char *text)
{
  if (id != NULL)
    g_string_append_printf (writer->xml, "<w:hyperlink w:anchor=\"%s\">", id);
  g_string_append (writer->xml, "<w:r>");
  if (id != NULL)
    g_string_append (writer->xml, "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>");
  g_string_append (writer->xml, "<w:t xml:space=\"preserve\">");
  cs_report_docx_append (writer->xml, text);
  g_string_append (writer->xml, id == NULL ? "</w:t></w:r>" : "</w:t></w:r></w:hyperlink>");
}

static void
append_count (Writer *writer, const CsReportCount *count, guint width)
{
  g_autofree char *number = g_strdup_printf ("%u", count->n);

  begin_cell (writer->xml, width, 1, NULL);
  g_string_append (writer->xml, "<w:p><w:pPr><w:pStyle w:val=\"CellCount\"/></w:pPr>");
  append_shape (writer, count->n == 0 ? CS_SHAPE_ABSENT : count->shape, FALSE, COUNT_SHAPE);
  g_string_append_printf (writer->xml, "<w:r>%s<w:t>%s</w:t></w:r></w:p>",
                          count->n == 0 ? "<w:rPr><w:color w:val=\"5F5E64\"/></w:rPr>" : "",
                          number);
  g_string_append (writer->xml, "<w:p><w:pPr><w:pStyle w:val=\"CellText\"/></w:pPr>");
  append_link (writer, count->target, count->label);
  g_string_append (writer->xml, "</w:p></w:tc>");
}

static void
append_counts (Writer *writer)
{
  const GArray *counts = writer->sheet->counts;
  guint width = CS_DOCX_TEXT_WIDTH / counts->len;

  begin_table (writer, TRUE);
  for (guint i = 0; i < counts->len; i++)
    g_string_append_printf (writer->xml, "<w:gridCol w:w=\"%u\"/>", width);
  g_string_append (writer->xml, "</w:tblGrid><w:tr>");
  for (guint i = 0; i < counts->len; i++)
    append_count (writer, &g_array_index (counts, CsReportCount, i), width);
  g_string_append (writer->xml, "</w:tr></w:tbl>");
}

static void
append_fact_cells (Writer *writer, const CsReportFact *fact, const guint *widths)
{
  begin_cell (writer->xml, widths[0], 1, NULL);
  append_paragraph (writer, "CellCaption", fact == NULL ? "" : fact->label);
  g_string_append (writer->xml, "</w:tc>");
  begin_cell (writer->xml, widths[1], 1, NULL);
  append_paragraph (writer, "CellText", fact == NULL ? "" : fact->value);
  g_string_append (writer->xml, "</w:tc>");
}

static void
append_facts (Writer *writer)
{
  const GPtrArray *facts = writer->sheet->model->facts;
  const guint widths[] = { 1700, CS_DOCX_TEXT_WIDTH / 2 - 1700 };

  g_string_append (writer->xml, "<w:p><w:pPr><w:pStyle w:val=\"CellText\"/></w:pPr></w:p>");
  begin_table (writer, FALSE);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (writer->xml, "<w:gridCol w:w=\"%u\"/>", widths[i % 2]);
  g_string_append (writer->xml, "</w:tblGrid>");
  for (guint i = 0; i < facts->len; i += 2)
    {
      g_string_append (writer->xml, "<w:tr>");
      append_fact_cells (writer, facts->pdata[i], widths);
      append_fact_cells (writer, i + 1 < facts->len ? facts->pdata[i + 1] : NULL, widths);
      g_string_append (writer->xml, "</w:tr>");
    }
  g_string_append (writer->xml, "</w:tbl>"
                                "<w:p><w:pPr><w:pStyle w:val=\"CellText\"/></w:pPr></w:p>");
}

static void
append_first_page (Writer *writer)
{
  const CsReportSheet *sheet = writer->sheet;

  append_paragraph (writer, "Title", sheet->model->title);
  append_paragraph (writer, "Subtitle", sheet->model->subject);
  append_counts (writer);
  append_facts (writer);
  append_cell_lines (writer, sheet->notes);
}

/* --- the file --- */

static void
append_section (Writer *writer)
{
  g_autofree char *foot = cs_report_dup_harmless (writer->sheet->foot, 90);
  guint footer = cs_report_docx_add_footer (writer->out, foot);

  g_string_append_printf (
      writer->xml,
      "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId%u\"/>"
      "<w:pgSz w:w=\"%d\" w:h=\"%d\" w:orient=\"landscape\"/><w:pgMar w:top=\"%d\" "
      "w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"450\" w:footer=\"450\" "
      "w:gutter=\"0\"/></w:sectPr>",
      footer, CS_DOCX_PAGE_WIDTH, CS_DOCX_PAGE_HEIGHT, CS_DOCX_MARGIN, CS_DOCX_MARGIN,
      CS_DOCX_MARGIN, CS_DOCX_MARGIN);
}

GBytes *
cs_report_docx (const CsReportSheet *sheet, GError **error)
{
  g_autoptr (CsDocxOut) out = cs_docx_out_new ();
  Writer writer = { sheet, out, NULL, 0, { { 0 } } };

  writer.xml = g_string_new (
      "<w:document xmlns:w=\"" CS_DOCX_W_NS "\" xmlns:r=\"" CS_DOCX_R_NS "\" "
      "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>");
  cs_docx_out_relate (out, CS_DOCX_PACKAGE, CS_DOCX_RELATION "officeDocument",
                      "word/document.xml");
  cs_report_docx_add_styles (out);
  cs_report_docx_add_settings (out);
  append_first_page (&writer);
  for (guint i = 0; i < sheet->tables->len; i++)
    append_table (&writer, sheet->tables->pdata[i], i == 0);
  append_section (&writer);
  g_string_append (writer.xml, "</w:body></w:document>");
  cs_docx_out_take_xml (out, "word/document.xml", CS_DOCX_WORD_TYPE "document.main+xml",
                        writer.xml);

  return cs_docx_out_end (g_steal_pointer (&out), error);
}
