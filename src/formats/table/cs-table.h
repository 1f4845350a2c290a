#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsTableRow:
 * @line: line of the file at which it begins, or number of the row in the sheet; 1-based
 * @cells: (array length=n_cells): what stands in its cells, valid UTF-8, "" for an empty one
 * @n_cells: up to the last that is not empty
 *
 * One row of a table that is not empty. Lent for the call.
 */
typedef struct
{
  guint line;
  const char *const *cells;
  guint n_cells;
} CsTableRow;

/**
 * CsTableSink:
 * @row: called for each row in order. Returns: whether to go on
 * @fault: called for a row that cannot be read, with the line in @error. Returns: whether to go on
 * @data: for both
 *
 * Where rows go.
 */
typedef struct
{
  gboolean (*row) (const CsTableRow *row, gpointer data);
  gboolean (*fault) (const GError *error, gpointer data);
  gpointer data;
} CsTableSink;

/**
 * CsTable:
 *
 * A table in a text file (CSV, TSV) or in a workbook (XLSX), to be read row by row in memory that
 * does not grow with the rows; only the strings that the sheets of a workbook share are held.
 *
 * A table can be read in several views: a workbook by its sheets, a text by what separates its
 * cells, for that is a guess. Thread: one at a time.
 */
typedef struct _CsTable CsTable;

/**
 * cs_table_open:
 * @bytes: (array length=n_bytes): the file; must outlive the table
 * @n_bytes: its length
 * @error: %CS_ERROR_UNSUPPORTED for what is none, old Excel files (.xls) among it,
 *   %CS_ERROR_EMPTY, %CS_ERROR_SYNTAX, %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE, %CS_ERROR_ENCODING
 *
 * Tells by its content what a file is. Thread: any.
 *
 * Returns: (transfer full) (nullable): the table
 */
CsTable *cs_table_open (const char *bytes,
                        gsize n_bytes,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_table_free: frees @table */
void cs_table_free (CsTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTable, cs_table_free)

/** cs_table_is_workbook: Returns: whether its views are sheets */
gboolean cs_table_is_workbook (const CsTable *table);

/** cs_table_get_n_views: Returns: in how many ways it can be read; not 0 */
guint cs_table_get_n_views (const CsTable *table);

/** cs_table_get_view_name: Returns: (transfer none): name of the sheet, or the separator */
const char *cs_table_get_view_name (const CsTable *table,
                                    guint view);

/**
 * cs_table_read:
 * @table: a table
 * @view: which one
 * @sink: what to do with its rows
 * @cancellable: (nullable): asked all along
 * @error: %G_IO_ERROR_CANCELLED, or what ends the table before its end: %CS_ERROR_SYNTAX,
 *   %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE
 *
 * Reads from the first row on. In text, lines end with LF, CR LF or CR alone, cells may be quoted
 * and hold line ends; NULs are left out. Dates in sheets are given as "2017-03-31". A row with a
 * quotation mark that is never closed, a cell of more than %CS_MAX_CELL_BYTES, or more than
 * %CS_MAX_ROW_BYTES in all, is a fault. Source: RFC 4180; ISO/IEC 29500-1:2016, 18.
 *
 * Returns: %FALSE on error, or when @sink did not want to go on (then @error is not set)
 */
gboolean cs_table_read (CsTable *table,
                        guint view,
                        const CsTableSink *sink,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
