#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The small language of resources/law/number-rules.tsv, which explains it. Between the files of
 * numbers, and for nobody else. */

/** CS_MAX_NUMBER: characters of a number that is worth reading */
#define CS_MAX_NUMBER 40

/** CsNumberField: the part of a number that a letter of a pattern stands for; empty when unused */
typedef struct
{
  const char *start;
  guint n_chars;
} CsNumberField;

/** CsNumberMatch: what is known of a number while rules are tried */
typedef struct
{
  const char *country;
  const char *kind;
  guint year;            /* of the date beside the number, 0 when unknown */
  char digit;            /* the check digit due, NUL when there is none */
  CsNumberField letters; /* what @ stands for */
  CsNumberField fields['z' - 'a' + 1];
} CsNumberMatch;

/** cs_number_pattern_match: Returns: whether all of @text fits @pattern; then the fields are set */
gboolean cs_number_pattern_match (const char *pattern, const char *text, CsNumberMatch *match);

/** cs_number_pattern_holds: @where: conditions on a match. Returns: whether all hold; "check" is
 * not looked at here */
gboolean cs_number_pattern_holds (const char *where, const CsNumberMatch *match);

/** cs_number_pattern_fill: Returns: (transfer full): @form with the parts of @match in it, without
 * blanks at its end */
char *cs_number_pattern_fill (const char *form, const CsNumberMatch *match);

G_END_DECLS
