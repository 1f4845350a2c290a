#pragma once

/* Numbers with a first day on which they hold, in the files of this folder: for nobody else. */

#include "cs-office-date.h"

G_BEGIN_DECLS

typedef enum
{
  CS_DATED_TERMS,     /* resources/law/terms.ini */
  CS_DATED_ANNUITIES, /* resources/law/annuities.ini */
  CS_N_DATED_FILES
} CsDatedFile;

/**
 * CsDatedNumber:
 * @value: the number, 0 when nobody set it
 * @unit: (transfer none): what it counts, "" when nobody set it
 * @is_known: whether it was found
 * @is_verified: whether it was read in some text
 *
 * A number that an office set.
 */
typedef struct
{
  guint value;
  const char *unit;
  gboolean is_known;
  gboolean is_verified;
} CsDatedNumber;

/** cs_dated_number_find: Returns: what held on @as_of, which must be a whole date, else what holds
 * at first. Thread: any. */
CsDatedNumber cs_dated_number_find (CsDatedFile file, CsOfficeDate as_of, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
