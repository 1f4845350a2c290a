#pragma once

#include <gio/gio.h>

#include "../../family/cs-record.h"
#include "../cs-content.h"

G_BEGIN_DECLS

/**
 * CsRecordInput:
 * @name: what the user calls the input: name of the file, and behind a blank that of the file in
 *   the package
 * @bytes: (array length=n_bytes): its content, maybe mapped from the disk; no NUL behind it
 * @n_bytes: its length
 * @source: (nullable): what to call the source instead of what the reader calls it
 * @as_of: day of the data, where the content does not tell; may be unknown
 *
 * One file with records of publications. Lent for the call.
 */
typedef struct
{
  const char *name;
  const char *bytes;
  gsize n_bytes;
  const char *source;
  CsOfficeDate as_of;
} CsRecordInput;

/**
 * CsRecordFault:
 * @name: of the input
 * @place: index of the document or line of the table, 1-based; 0 for the input as a whole
 * @error: what is wrong; cs_error_get_line() tells the line
 *
 * A record, or a whole input, that could not be read. The others go on. Lent for the call.
 */
typedef struct
{
  const char *name;
  guint place;
  const GError *error;
} CsRecordFault;

/**
 * CsRecordSink:
 * @record: called for every record in order; take a reference to keep it. Returns: whether to go on
 * @fault: called for what cannot be read. Returns: whether to go on
 * @data: for both
 *
 * Where records go.
 */
typedef struct
{
  gboolean (*record) (CsRecord *record, gpointer data);
  gboolean (*fault) (const CsRecordFault *fault, gpointer data);
  gpointer data;
} CsRecordSink;

/**
 * CsRecordReadFunc:
 * @input: a file of the format that the function reads
 * @sink: what to do with its records
 * @cancellable: (nullable): asked between records
 * @error: %G_IO_ERROR_CANCELLED only; all else is a fault
 *
 * A reader of one format. Memory does not grow with the number of records. Thread: any.
 *
 * Returns: %FALSE when cancelled, or when @sink did not want to go on (then @error is not set)
 */
typedef gboolean (*CsRecordReadFunc) (const CsRecordInput *input,
                                      const CsRecordSink *sink,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * CsRecordFormat:
 * @accepts: whether @input, whose content was guessed, is of this format; by its content alone
 * @read: reads it
 *
 * A format of files with records. All of them stand in one table, in formats/cs-records.c.
 */
typedef struct
{
  gboolean (*accepts) (CsContent content, const CsRecordInput *input);
  CsRecordReadFunc read;
} CsRecordFormat;

G_END_DECLS
