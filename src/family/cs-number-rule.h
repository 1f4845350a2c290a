#pragma once

#include "cs-number-pattern.h"
#include "cs-number.h"

G_BEGIN_DECLS

/* The lines of resources/law/number-rules.tsv. Between the files of numbers, and for nobody
 * else. */

/** CsNumberRule: one line; what is "-" there is "" here */
typedef struct
{
  const char *office;
  const char *roles;
  const char *forms;
  const char *pattern;
  const char *where;
  const char *number;
  const char *kind;
  const char *check;
  const char *alias;
  const char *printed;
} CsNumberRule;

/** CsNumberWord: a word around a number, the office it tells ("" for none), what replaces it */
typedef struct
{
  const char *word;
  const char *office;
  const char *replacement;
} CsNumberWord;

/** CS_NUMBER_PCT, CS_NUMBER_BARE: "offices" whose rules are for international applications, and for
 * numbers without a country */
#define CS_NUMBER_PCT "PCT"
#define CS_NUMBER_BARE ""

/** cs_number_rules_get: @office: a code, or one of the above. Returns: (transfer none)
 * (element-type CsNumberRule): its rules in order; those of any office when it has none */
const GPtrArray *cs_number_rules_get (const char *office);

/** cs_number_words_get: Returns: (transfer none) (element-type CsNumberWord) */
const GArray *cs_number_words_get (void);

/** cs_number_rule_fits: @letter: of a form. Returns: whether the rule is for such a number and
 * @text fits it; then @match tells how */
gboolean cs_number_rule_fits (const CsNumberRule *rule,
                              CsNumberRole role,
                              char letter,
                              const char *text,
                              CsNumberMatch *match);

G_END_DECLS
