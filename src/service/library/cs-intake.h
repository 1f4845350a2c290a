#pragma once

#include "../../formats/cs-records.h"
#include "../../store/cs-library.h"

G_BEGIN_DECLS

/**
 * CsIntakeProgress:
 * @file: name of the file being read, "" at the end
 * @done_bytes: of the files read so far
 * @total_bytes: of all files; 0 when nobody knows
 * @n_files: read or passed over so far
 * @n_skipped: of these, passed over because they were read without a fault before
 * @n_records: read so far
 * @n_faults: records and files that could not be read
 *
 * How far an intake is. Lent for the call.
 */
typedef struct
{
  const char *file;
  guint64 done_bytes;
  guint64 total_bytes;
  guint n_files;
  guint n_skipped;
  guint64 n_records;
  guint64 n_faults;
} CsIntakeProgress;

/**
 * CsIntake:
 * @label: what is taken in, as shown to the user
 * @today: as of when legal states are found
 * @records: (nullable): what the user says about the data
 * @progress: (nullable): told often, at most every few dozen records
 * @fault: (nullable): told what cannot be read, which the library remembers too
 * @data: for both
 *
 * What a caller wants of an intake.
 */
typedef struct
{
  const char *label;
  CsOfficeDate today;
  const CsRecordsOptions *records;
  void (*progress) (const CsIntakeProgress *progress, gpointer data);
  void (*fault) (const CsRecordFault *fault, gpointer data);
  gpointer data;
} CsIntake;

/**
 * cs_intake_files:
 * @intake: what is wanted
 * @library: one that can be written
 * @paths: (array zero-terminated=1): files and folders, found by cs_records_read()
 * @cancellable: (nullable): to stop it; what was taken in stays
 * @error: why the library could not be written, %G_IO_ERROR_CANCELLED
 *
 * Takes the records of files into the library. A file that was read to its end before, whatever it
 * was called, is passed over, unless the user says what its columns mean. Killed in the middle and
 * begun again, it goes on. Blocks. Thread: any but the main one.
 *
 * Returns: (transfer full): what it came to, also when it was stopped; %NULL on error
 */
CsLibraryRun *cs_intake_files (const CsIntake *intake,
                               CsLibrary *library,
                               const char *const *paths,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsIntakeFeed:
 * @name: (out) (transfer full): what to call the answer
 * @data: as given beside the function
 * @cancellable: (nullable): ends it
 * @error: why there is none, which is a fault; the next answer is asked for, so that a feed which
 *   cannot go on must end
 *
 * Gets the next answer of a service. Returns: (transfer full) (nullable): its bytes; %NULL without
 * @error at the end
 */
typedef GBytes *(*CsIntakeFeed) (char **name,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/** cs_intake_feed: the same as cs_intake_files(), of what @feed gets; nothing is passed over */
CsLibraryRun *cs_intake_feed (const CsIntake *intake,
                              CsLibrary *library,
                              CsIntakeFeed feed,
                              gpointer feed_data,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
