#include "../cs-docx-marks.h"
#include "cs-docx-write-private.h"

#define TWIPS_PER_MM 56.7
#define CELL_TWIPS 150   /* the margins of a cell */
#define LETTER_TWIPS 115 /* a Latin letter */
#define MAX_LETTERS 30   /* that a column is given for one line */

/* What covers a column from rows above. */
typedef struct
{
  guint n_rows;    /* still to come */
  guint n_columns; /* at the column where the cell began, 0 at the others it covers */
} Span;

typedef struct
{
  CsDocxManuscript *manuscript;
  const CsGrid *grid;
  guint n_columns;
  const guint *edges; /* left edge of each column and the right one of the last, in twips */
  Span *spans;        /* by column */
} Table;

/* --- widths --- */

/* What the words of a column ask for, in Latin letters: that no word is broken, and no line. */
typedef struct
{
  guint word;
  guint line;
} Need;

static void
add_need (Need *need, const CsText *text)
{
  guint line = 0;
  guint word = 0;

  for (const char *at = cs_text_get_string (text); *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean is_wide = g_unichar_iswide (g_utf8_get_char (at));

      line = *at == '\n' ? 0 : line + (is_wide ? 2 : 1);
      word = is_wide ? 2 : g_ascii_isspace (*at) ? 0 :
                                                   word + 1;
      need->line = MAX (need->line, MIN (line, MAX_LETTERS));
      need->word = MAX (need->word, MIN (word, MAX_LETTERS));
    }
}

static Need *
find_needs (const CsGrid *grid, guint n_columns)
{
  Need *needs = g_new0 (Need, n_columns);

  for (guint row = 0; row < cs_grid_get_n_rows (grid); row++)
    {
      const GPtrArray *cells = cs_grid_get_row (grid, row);

      for (guint i = 0; i < cells->len; i++)
        {
          const CsGridCell *cell = g_ptr_array_index (cells, i);

          if (cell->n_columns == 1 && cell->column < n_columns)
            add_need (&needs[cell->column], cell->text);
        }
    }

  return needs;
}

/* Columns are at least as wide as their longest words. What is left they share as in the source,
 * or where that does not say as their lines ask for. */
static guint *
measure_columns (const CsGrid *grid, guint n_columns, double width_mm)
{
  g_autofree Need *needs = find_needs (grid, n_columns);
  g_autofree double *wishes = g_new0 (double, n_columns);
  guint *edges = g_new0 (guint, n_columns + 1);
  double width = width_mm * TWIPS_PER_MM;
  double least = 0;
  double wished = 0;
  double edge = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      double share = cs_grid_get_n_columns (grid) == 0 ? 0 : cs_grid_get_share (grid, i);

      wishes[i] = share > 0 ? share : needs[i].line - needs[i].word + 1;
      wished += wishes[i];
      least += CELL_TWIPS + needs[i].word * LETTER_TWIPS;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      double own = CELL_TWIPS + needs[i].word * LETTER_TWIPS;

      if (least >= width)
        edge += own * width / least;
      else
        edge += own + (width - least) * wishes[i] / wished;
      edges[i + 1] = edge;
    }

  return edges;
}

/* --- cells --- */

static void
begin_cell (const Table *table, guint column, guint n_columns, const char *merge)
{
  GString *xml = table->manuscript->xml;

  g_string_append_printf (xml, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>",
                          table->edges[column + n_columns] - table->edges[column]);
  if (n_columns > 1)
    g_string_append_printf (xml, "<w:gridSpan w:val=\"%u\"/>", n_columns);
  g_string_append_printf (xml, "%s<w:vAlign w:val=\"center\"/></w:tcPr>", merge);
}

static void
write_empty_paragraph (const Table *table)
{
  cs_docx_begin_paragraph (table->manuscript, CS_DOCX_STYLE_TABLE, NULL);
  cs_docx_end_paragraph (table->manuscript);
}

/* A cell without words: none in the source, or covered from above. */
static void
write_blank_cell (const Table *table, guint column, guint n_columns, gboolean is_covered)
{
  begin_cell (table, column, n_columns, is_covered ? "<w:vMerge/>" : "");
  write_empty_paragraph (table);
  g_string_append (table->manuscript->xml, "</w:tc>");
}

static void
write_cell (Table *table, const CsGridCell *cell, guint n_columns)
{
  gsize n_bytes = cs_text_get_n_bytes (cell->text);
  const char *merge = cell->n_rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "";

  begin_cell (table, cell->column, n_columns, merge);
  if (n_bytes == 0)
    write_empty_paragraph (table);
  else
    {
      g_auto (CsDocxWords) words = { 0 };

      cs_docx_words_init (&words, table->manuscript, cell->text);
      words.style = CS_DOCX_STYLE_TABLE;
      words.line_style = CS_DOCX_STYLE_TABLE;
      cs_docx_words_write (&words, 0, n_bytes);
      cs_docx_words_end (&words);
    }
  g_string_append (table->manuscript->xml, "</w:tc>");

  if (cell->n_rows < 2)
    return;
  for (guint i = 0; i < n_columns; i++)
    table->spans[cell->column + i] = (Span){ cell->n_rows - 1, i == 0 ? n_columns : 0 };
}

static gboolean
is_covered (const Table *table, guint column)
{
  return table->spans[column].n_rows > 0;
}

/* Writes what is left of @next, from @column on: covered cells, and holes of a row that is too
 * short. */
static guint
write_gap (Table *table, guint column, guint next)
{
  while (column < next)
    {
      Span *span = &table->spans[column];
      guint n_columns = span->n_rows > 0 ? MAX (span->n_columns, 1) : 1;

      write_blank_cell (table, column, n_columns, span->n_rows > 0);
      for (guint i = 0; i < n_columns && span->n_rows > 0; i++)
        table->spans[column + n_columns - 1 - i].n_rows--;
      column += n_columns;
    }

  return column;
}

/* Columns that @cell can cover from @column on without running into another one. */
static guint
count_columns (const Table *table, const CsGridCell *cell, guint column)
{
  guint n_columns = 1;

  while (n_columns < cell->n_columns && column + n_columns < table->n_columns &&
         !is_covered (table, column + n_columns))
    n_columns++;

  return n_columns;
}

static void
write_row (Table *table, guint row, gboolean is_heading)
{
  const GPtrArray *cells = cs_grid_get_row (table->grid, row);
  guint column = 0;

  g_string_append (table->manuscript->xml, "<w:tr><w:trPr><w:cantSplit/>");
  if (is_heading)
    g_string_append (table->manuscript->xml, "<w:tblHeader/>");
  g_string_append (table->manuscript->xml, "</w:trPr>");
  for (guint i = 0; i < cells->len; i++)
    {
      const CsGridCell *cell = g_ptr_array_index (cells, i);
      guint n_columns;

      if (cell->column < column || cell->column >= table->n_columns)
        continue; /* a grid never has such a cell */
      column = write_gap (table, column, cell->column);
      n_columns = count_columns (table, cell, column);
      write_cell (table, cell, n_columns);
      column += n_columns;
    }
  write_gap (table, column, table->n_columns);
  g_string_append (table->manuscript->xml, "</w:tr>");
}

/* Rows of headings are those at the top of which every cell is one. */
static gboolean
is_heading_row (const CsGrid *grid, guint row)
{
  const GPtrArray *cells = cs_grid_get_row (grid, row);

  for (guint i = 0; i < cells->len; i++)
    if (!((const CsGridCell *)g_ptr_array_index (cells, i))->is_heading)
      return FALSE;

  return cells->len > 0;
}

static void
write_properties (const Table *table)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
  GString *xml = table->manuscript->xml;

  g_string_append_printf (xml,
                          "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/>"
                          "<w:jc w:val=\"center\"/><w:tblBorders>",
                          table->edges[table->n_columns]);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (xml,
                            "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
                            sides[i]);
  g_string_append (xml, "</w:tblBorders><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>"
                        "<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (xml, "<w:gridCol w:w=\"%u\"/>",
                            table->edges[i + 1] - table->edges[i]);
  g_string_append (xml, "</w:tblGrid>");
}

void
cs_docx_write_grid (CsDocxManuscript *manuscript, const CsGrid *grid)
{
  Table table = { .manuscript = manuscript, .grid = grid };
  gboolean is_heading = TRUE;
  g_autofree Span *spans = NULL;
  g_autofree guint *edges = NULL;
  double width;
  double height;

  cs_docx_layout_get_text_mm (manuscript->layout, &width, &height);
  table.n_columns = MAX (cs_grid_get_n_columns (grid), 1);
  edges = measure_columns (grid, table.n_columns, width);
  table.edges = edges;
  spans = g_new0 (Span, table.n_columns);
  table.spans = spans;
  write_properties (&table);
  for (guint i = 0; i < cs_grid_get_n_rows (grid); i++)
    {
      is_heading = is_heading && is_heading_row (grid, i);
      write_row (&table, i, is_heading);
    }
  g_string_append (manuscript->xml, "</w:tbl>");
}
