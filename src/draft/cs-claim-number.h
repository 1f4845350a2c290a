#pragma once

#include "../base/cs-span.h"

G_BEGIN_DECLS

/* Numbers of claims as they are printed, and what becomes of them; for nobody else. */

/**
 * CsNumberMap:
 * @numbers: (array length=n_numbers): for each number printed in a reference the number it is to
 *   be, 0 for a claim that is gone; what lies behind the end stays as it is
 * @n_changed: (array length=n_numbers): how many of the numbers up to this one change
 * @n_numbers: length of both
 * @nobody: what a reference becomes when all it names are gone: the number of no claim
 *
 * What becomes of the numbers of claims.
 */
typedef struct
{
  guint *numbers;
  guint *n_changed;
  guint n_numbers;
  guint nobody;
} CsNumberMap;

/* A map that changes nothing yet. */
CsNumberMap *cs_number_map_new (guint max_number,
                                guint nobody);

void cs_number_map_free (CsNumberMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsNumberMap, cs_number_map_free)

/* To be called when @numbers are filled in. */
void cs_number_map_finish (CsNumberMap *map);

/* One number as it is printed: ASCII digits, full-width digits or Chinese numerals. */
typedef enum
{
  CS_DIGITS_ASCII,
  CS_DIGITS_FULL_WIDTH,
  CS_DIGITS_CHINESE
} CsDigits;

typedef struct
{
  CsRange range;
  CsDigits digits;
} CsNumberToken;

/* The numbers printed in bytes [start, end) of @text. (element-type CsNumberToken) */
GArray *cs_number_tokens_scan (const char *text,
                               gsize start,
                               gsize end);

/* Prints @number like that. */
char *cs_number_dup (guint number,
                     CsDigits digits);

G_END_DECLS
