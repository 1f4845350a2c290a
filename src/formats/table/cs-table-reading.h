#pragma once

#include "cs-table-records.h"
#include "cs-table-value.h"

G_BEGIN_DECLS

/* What goes with one table while its rows become records; for nobody else than
 * src/formats/table. */

/* A document that a row lists. */
typedef struct
{
  CsNumber *publication; /* (nullable) */
  CsNumber *application; /* (nullable) */
  gboolean is_grant;     /* from a column of its own, and so no other member of a family */
} CsTableDocument;

/* A family that a row lists. */
typedef struct
{
  const char *rule; /* interned */
  char *id;
  GPtrArray *members; /* of CsNumber */
} CsTableGroup;

typedef struct
{
  const CsRecordInput *input;
  const CsTableMap *map;
  const CsRecordSink *sink;
  char *source;     /* "table:" and the platform */
  GArray *order;    /* guint: the columns: main classes first, stand-ins for others last */
  gboolean stopped; /* the sink wants no more */

  /* of the row */
  const CsTableRow *row;
  guint8 *told;          /* of each column, whether its cell has found its place */
  GError *fault;         /* (nullable): the first */
  GArray *documents;     /* of CsTableDocument */
  const char *office;    /* of its publications and applications, "" when not told; interned */
  GPtrArray *priorities; /* of CsNumber */
  GArray *groups;        /* of CsTableGroup */
} CsTableReading;

/* @input, @map and @sink are there. */
void cs_table_reading_init (CsTableReading *reading);

void cs_table_reading_clear (CsTableReading *reading);

/* Begins a row. */
void cs_table_reading_begin (CsTableReading *reading, const CsTableRow *row);

/* --- cells --- */

/* The column at @index, which must be less than the length of the order, and the number of it. */
const CsTableColumn *cs_table_reading_get_column (const CsTableReading *reading,
                                                  guint index,
                                                  guint *number);

/* Its cell; (nullable): %NULL when it says nothing */
const char *cs_table_reading_get_cell (const CsTableReading *reading, guint number);

/* What the first cell says that says @field; "" when none does. */
const char *cs_table_reading_find (const CsTableReading *reading, CsTableField field);

/* (element-type utf8): the values of all cells that say @field, which have then found their place;
 * "" for one that says nothing. Columns that stand in for others count when these are empty. */
GPtrArray *cs_table_reading_list (CsTableReading *reading, CsTableField field);

/* The same without the columns being told, for what cannot be read. */
void cs_table_reading_untell (CsTableReading *reading, CsTableField field);

/* --- numbers and dates --- */

/* (nullable): the number; what is none is a fault. */
CsNumber *cs_table_reading_read_number (CsTableReading *reading, const CsNumberInput *input);

/* Reads a date of a column of @field; what is none is a fault. */
CsOfficeDate cs_table_reading_read_date (CsTableReading *reading,
                                         CsTableField field,
                                         const char *text);

/* Remembers the first fault of the row. */
void cs_table_reading_fail (CsTableReading *reading, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* --- from row to record --- */

/* Finds the documents, priorities and families of the row. */
void cs_table_reading_find_documents (CsTableReading *reading);

/* Puts what the row says of @document into @builder; @is_first: it is the one that is shown. */
void cs_table_reading_fill (CsTableReading *reading,
                            CsRecordBuilder *builder,
                            const CsTableDocument *document,
                            gboolean is_first);

G_END_DECLS
