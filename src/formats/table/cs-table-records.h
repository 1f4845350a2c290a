#pragma once

#include "../office/cs-record-sink.h"
#include "cs-table-map.h"

G_BEGIN_DECLS

/** cs_table_format: tables of search platforms; a #CsRecordFormat. It takes a workbook for one, old
 * ones too, to say what to do with them; and a text that looks like a table, or in which the names
 * of columns that we know stand. */
extern const CsRecordFormat cs_table_format;

/**
 * cs_table_read_records:
 * @input: a table of a search platform: CSV, TSV, XLSX
 * @sink: what to do with its records
 * @cancellable: (nullable): asked between rows
 * @error: %G_IO_ERROR_CANCELLED only; all else is a fault
 *
 * A #CsRecordReadFunc: guesses what the columns mean, and reads.
 *
 * A row gives one record. Where a platform puts a family in a row (several publications in one
 * cell), it gives one record for each publication, with the others as the members of its family:
 * so each is found by its own number and none stands for the rest. Title, people, classes and
 * priorities are those of the family and go to all of them; abstract, claims, description, state
 * and what else there is belong to the document shown, the first.
 *
 * A row without a number of a publication or application is a fault; so is a number that a
 * spreadsheet program has rounded ("2.01711E+11"), for many documents would come to the same: it
 * is left out of the record, which is kept if another number tells what it is of.
 *
 * Returns: %FALSE when cancelled, or when @sink did not want to go on
 */
gboolean cs_table_read_records (const CsRecordInput *input,
                                const CsRecordSink *sink,
                                GCancellable *cancellable,
                                GError **error);

/** cs_table_read_records_as: as cs_table_read_records(), with what the user made of the columns;
 * @map: (nullable): of this table, %NULL to guess */
gboolean cs_table_read_records_as (const CsRecordInput *input,
                                   const CsTableMap *map,
                                   const CsRecordSink *sink,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
