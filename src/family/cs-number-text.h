#pragma once

#include "cs-number-pattern.h"
#include "cs-number.h"

G_BEGIN_DECLS

/* A number made ready for the rules. Between the files of numbers, and for nobody else. */

/** CS_MAX_NUMBER_TEXT: characters of a number with country, kind and date around it */
#define CS_MAX_NUMBER_TEXT (CS_MAX_NUMBER + 16)

/**
 * CsNumberText:
 * @text: in capitals, full-width letters folded, without blanks, commas, country and kind
 * @country: two letters, as given or as @text began, "" when neither tells
 * @kind: as given or as @text ended, "" when neither tells
 * @form: as given, or %CS_NUMBER_DOCDB when @text is in DOCDB's dotted form
 * @date: as given, or as the dotted form tells
 */
typedef struct
{
  char text[CS_MAX_NUMBER_TEXT + 1];
  char country[3];
  char kind[3];
  CsNumberForm form;
  CsOfficeDate date;
} CsNumberText;

/** cs_number_text_read: Returns: whether @input may be a number at all: it has ASCII letters and
 * digits only once folded, is not too long, and what is given as its country is a code */
gboolean cs_number_text_read (const CsNumberInput *input, CsNumberText *number);

G_END_DECLS
