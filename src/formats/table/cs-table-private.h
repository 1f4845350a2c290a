#pragma once

#include "cs-table-part.h"
#include "cs-table.h"

G_BEGIN_DECLS

/* What the readers of tables share; for nobody else than src/formats/table. */

/* --- a row in the making --- */

typedef struct
{
  GString *text;      /* the cells, each with a NUL behind it */
  gsize *starts;      /* of each cell in it, CS_MAX_TABLE_COLUMNS of them; 0 when not there */
  const char **cells; /* those that are lent, then all */
  guint n_cells;
  guint line;
  gsize cell_start;  /* of the cell that is being filled */
  gsize lent_bytes;  /* of cells that are lent */
  gboolean too_wide; /* there was a cell beyond the last column that we read */
  gboolean too_long; /* one cell was */
} CsTableRowMaker;

/* Makes it ready for its first row. */
void cs_row_maker_init (CsTableRowMaker *maker);

void cs_row_maker_clear (CsTableRowMaker *maker);

/* Begins a row. */
void cs_row_maker_begin (CsTableRowMaker *maker, guint line);

/* Adds to the cell that is being filled. NULs are left out. */
void cs_row_maker_add (CsTableRowMaker *maker, const char *text, gsize n_bytes);

/* Ends the cell: it was the one in @column; blanks around it go, what is no UTF-8 is made so. */
void cs_row_maker_end_cell (CsTableRowMaker *maker, guint column);

/* @text: (not nullable): stands in the cell in @column, and lives until the row is given */
void cs_row_maker_lend (CsTableRowMaker *maker, guint column, const char *text);

/* Gives the row to @sink unless it is empty; when it is too large, a fault in its place. Returns:
 * whether to go on */
gboolean cs_row_maker_give (CsTableRowMaker *maker, const CsTableSink *sink);

/* Gives a fault to @sink and takes @error. Returns: whether to go on */
gboolean cs_table_give_fault (const CsTableSink *sink, GError *error);

/* --- numbers --- */

/* The number of a cell as people see it, for libraries write 201710601862.3 in many ways. */
char *cs_table_dup_number (const char *value);

/* Day @serial of a spreadsheet as "2017-03-31", "" when there is no such day. */
char *cs_table_dup_day (double serial, gboolean is_1904);

/* --- text --- */

#define CS_TABLE_SEPARATORS ",;\t"

/* Reads a table of text with @separator; see cs_table_read(). */
gboolean cs_table_text_read (const char *bytes,
                             gsize n_bytes,
                             char separator,
                             const CsTableSink *sink,
                             GCancellable *cancellable,
                             GError **error);

/* --- workbooks --- */

typedef struct _CsTableBook CsTableBook;

/* A workbook as far as its sheets need it: their names, the shared strings, which styles are
 * dates. */
CsTableBook *cs_table_book_open (const char *bytes,
                                 gsize n_bytes,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cs_table_book_free (CsTableBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTableBook, cs_table_book_free)

guint cs_table_book_get_n_sheets (const CsTableBook *book);

const char *cs_table_book_get_sheet_name (const CsTableBook *book, guint sheet);

/* Path of the sheet in the package. */
const char *cs_table_book_get_sheet_path (const CsTableBook *book, guint sheet);

/* (nullable): the shared string of that number. */
const char *cs_table_book_get_string (const CsTableBook *book, guint64 number);

/* Whether cells of that style show their number as a date. */
gboolean cs_table_book_is_date (const CsTableBook *book, guint64 style);

/* Whether day 0 is 1904-01-01, as once on the Macintosh. */
gboolean cs_table_book_is_1904 (const CsTableBook *book);

/* Reads a sheet; see cs_table_read(). */
gboolean cs_table_sheet_read (const CsTableBook *book,
                              const CsTableFile *file,
                              guint sheet,
                              const CsTableSink *sink,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
