#pragma once

#include "cs-record-sink.h"

G_BEGIN_DECLS

/** cs_office_format: XML of OPS, DOCDB, the EPO, USPTO and CNIPA, one document in a file or one
 * after another; a #CsRecordFormat */
extern const CsRecordFormat cs_office_format;

/**
 * cs_office_read:
 * @input: XML
 * @sink: what to do with its records
 * @cancellable: (nullable): asked between records
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * Reads the records of @input one after another; memory holds one of them. A document that is
 * broken is a fault with its line, and the next one is read; within a list of records, so is the
 * next record. A #CsRecordReadFunc. Thread: any.
 *
 * Returns: %FALSE when cancelled, or when @sink did not want to go on
 */
gboolean cs_office_read (const CsRecordInput *input,
                         const CsRecordSink *sink,
                         GCancellable *cancellable,
                         GError **error);

/**
 * CsOfficePull:
 * @read: fills @buffer; returns: how many bytes, less than @n_bytes at the end only, -1 on error
 * @data: for @read
 *
 * Where an input comes from that is too large to be held.
 */
typedef struct
{
  gssize (*read) (gpointer data, char *buffer, gsize n_bytes, GError **error);
  gpointer data;
} CsOfficePull;

/**
 * cs_office_pull:
 * @input: the beginning of XML
 * @pull: where the rest comes from
 * @sink: what to do with its records
 * @cancellable: (nullable): asked between records
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * As cs_office_read(), for what is unpacked as it is read; memory holds one document. Thread: any.
 *
 * Returns: %FALSE when cancelled, or when @sink did not want to go on
 */
gboolean cs_office_pull (const CsRecordInput *input,
                         const CsOfficePull *pull,
                         const CsRecordSink *sink,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
