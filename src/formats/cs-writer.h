#pragma once

#include <gio/gio.h>

#include "../draft/cs-draft.h"
#include "cs-write-note.h"

G_BEGIN_DECLS

/** CsLoadImageFunc: Returns: (transfer full) (nullable): the bytes of picture @name */
typedef GBytes *(*CsLoadImageFunc) (const char *name,
                                    gpointer data);

/** CsWriteProgressFunc: @fraction: of the work, 0 to 1. In the thread of the writer */
typedef void (*CsWriteProgressFunc) (double fraction,
                                     gpointer data);

/**
 * CsWriteJob:
 * @draft: what to write
 * @layout: whose layout, of a DOCX; %CS_OFFICE_UNKNOWN for that of the draft's office
 * @load_image: (nullable): gives the pictures that @draft speaks of
 * @image_data: for @load_image
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop it
 */
typedef struct
{
  CsDraft *draft;
  CsOffice layout;
  CsLoadImageFunc load_image;
  gpointer image_data;
  CsWriteProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} CsWriteJob;

/**
 * CsWriter:
 * @name: "docx", "cnipa", "text": as on the command line
 * @title: what people call it, to be translated
 * @extension: of its files, without a dot
 * @preview: tells what will not be in the file as it is in the draft; as cs_writer_preview()
 * @write: as cs_writer_write()
 *
 * One format that drafts can be written in. The one door out of src/formats.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *extension;
  GArray *(*preview) (const CsWriteJob *job, GError **error);
  GBytes *(*write) (const CsWriteJob *job, GError **error);
} CsWriter;

extern const CsWriter cs_docx_writer;
extern const CsWriter cs_cnipa_writer;
extern const CsWriter cs_text_writer;

/** cs_writer_get_all: Returns: (array zero-terminated=1) (transfer none): all there are */
const CsWriter *const *cs_writer_get_all (void);

/** cs_writer_find: Returns: (nullable): the writer called @name */
const CsWriter *cs_writer_find (const char *name);

/**
 * cs_writer_preview:
 * @writer: a format
 * @job: what to write; pictures are looked at
 * @error: %G_IO_ERROR_CANCELLED, or what @load_image's pictures are wrong in
 *
 * Tells what the file will not hold as the draft does, and what the office would refuse it for,
 * before anything is written. Thread: any but the main one.
 *
 * Returns: (transfer full) (element-type CsWriteNote): the worst first, or %NULL
 */
GArray *cs_writer_preview (const CsWriter *writer,
                           const CsWriteJob *job,
                           GError **error);

/**
 * cs_writer_write:
 * @writer: a format
 * @job: what to write
 * @error: %G_IO_ERROR_CANCELLED, %CS_ERROR_LIMIT
 *
 * The same draft gives the same bytes. Thread: any but the main one.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *cs_writer_write (const CsWriter *writer,
                         const CsWriteJob *job,
                         GError **error);

G_END_DECLS
