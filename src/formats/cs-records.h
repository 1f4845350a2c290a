#pragma once

#include "office/cs-record-sink.h"
#include "table/cs-table-map.h"

G_BEGIN_DECLS

/**
 * CsRecordsOptions:
 * @source: (nullable): what to call the source of the records instead of what they tell, as in
 *   #CsRecord
 * @as_of: day of the data, for what does not tell; may be unknown
 * @map: (nullable): what the columns mean, when the data is one table; guessed otherwise
 *
 * What a user says about data that he brings.
 */
typedef struct
{
  const char *source;
  CsOfficeDate as_of;
  const CsTableMap *map;
} CsRecordsOptions;

/**
 * cs_records_read:
 * @path: a file, or a folder
 * @sink: what to do with the records
 * @options: (nullable): what the user says about them
 * @cancellable: (nullable): asked between records
 * @error: %G_IO_ERROR_CANCELLED only; all else is a fault
 *
 * Reads the records of publications that @path holds, found by its content and never by its name:
 * answers of the EPO's OPS, files of DOCDB, full texts of the EPO, grants and applications of
 * USPTO, publications of CNIPA, tables of search platforms; or a ZIP of such, or a folder, sorted
 * by name, folders within it too, hidden files left out. In a folder or ZIP, what can hold no
 * records (pictures, PDFs, Word files) is passed over in silence; what might and does not is a
 * fault, and the rest goes on. A file is mapped, not loaded, and large XML in a ZIP is read as it
 * is unpacked: memory does not grow with either. A ZIP is read within the limits of
 * formats/cs-zip.h. Thread: any.
 *
 * Returns: %FALSE when cancelled, or when @sink did not want to go on (then @error is not set)
 */
gboolean cs_records_read (const char *path,
                          const CsRecordSink *sink,
                          const CsRecordsOptions *options,
                          GCancellable *cancellable,
                          GError **error);

/**
 * cs_records_read_bytes:
 * @input: the content of a file, maybe a ZIP
 * @sink: what to do with the records
 * @cancellable: (nullable): asked between records
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * As cs_records_read(), for what is in memory. Thread: any.
 *
 * Returns: %FALSE when cancelled, or when @sink did not want to go on (then @error is not set)
 */
gboolean cs_records_read_bytes (const CsRecordInput *input,
                                const CsRecordSink *sink,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
