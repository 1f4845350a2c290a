#pragma once

#include "../../src/formats/table/cs-table-records.h"

/* What was made of a table, line by line, to be compared with what should be. */

/* Rows as "LINE: cell | cell", faults as "LINE! reason". */
char *dump_rows (const char *bytes,
                 gsize n_bytes,
                 guint view);

/* Platform, then a line for each column, then the warnings. */
char *dump_map (const CsTableMap *map);

/* Records and faults. @map: (nullable): to be guessed */
char *dump_records (const char *bytes,
                    gsize n_bytes,
                    const CsTableMap *map);

/* A workbook. @parts: pairs of a name below xl/ and its content, then NULL; what must be there and
 * is not is added. */
GByteArray *make_book (const char *const *parts);

/* A workbook of one sheet with @rows, the content of sheetData. */
GByteArray *make_sheet (const char *rows);
