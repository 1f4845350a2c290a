#pragma once

#include "../../src/formats/cs-records.h"

/* A fault, kept. */
typedef struct
{
  char *name;
  guint place;
  GError *error;
} KeptFault;

/* What came of an input. @records: of CsRecord; @faults: of KeptFault; @stop_after: records and
 * faults, 0 for all of them */
typedef struct
{
  GPtrArray *records;
  GPtrArray *faults;
  guint stop_after;
  GCancellable *cancel_after_first; /* (nullable): cancelled when something came */
} Collected;

Collected *collected_new (void);
void collected_free (Collected *collected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Collected, collected_free)

/* A sink that keeps all in @collected. */
CsRecordSink collect_into (Collected *collected);

/* Reads a file or folder. */
Collected *collect_path (const char *path);

/* Reads a file of tests/records/fixtures. */
Collected *collect_fixture (const char *name);

/* The path of a file of tests/records/fixtures. */
char *record_fixture_path (const char *name);

/* Reads bytes as a file called "bytes". */
Collected *collect_bytes (const char *bytes,
                          gsize n_bytes);

CsRecord *record_at (const Collected *collected,
                     guint index);
const KeptFault *fault_at (const Collected *collected,
                           guint index);

/* Whether there are so many of both. */
void assert_counts (const Collected *collected,
                    guint n_records,
                    guint n_faults);

/* The text in @language, "" when there is none. */
const char *text_in (const CsRecordText *texts,
                     guint n_texts,
                     const char *language);

/* "role name (country)" of all parties, a line each. */
char *dup_parties (const CsRecord *record);

/* "scheme symbol", with " first" and " additional", a line each. */
char *dup_classes (const CsRecord *record);

/* The value of a field, %NULL when there is none. */
const char *field_of (const CsRecord *record,
                      const char *name);

/* Fails unless @number was written so. */
void assert_number (const CsNumber *number,
                    const char *raw,
                    const char *kind,
                    guint date_key);

/* What holds of every record, whatever it was made of. */
void check_record (const CsRecord *record);
