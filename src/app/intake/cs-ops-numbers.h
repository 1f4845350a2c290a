#pragma once

#include "../../family/cs-number.h"

G_BEGIN_DECLS

/* Numbers of publications as a person types or pastes them: one a line, or with semicolons
 * between. */

/** CS_MAX_OPS_NUMBERS: that are asked for at once */
#define CS_MAX_OPS_NUMBERS 50

/** cs_ops_numbers_read: Returns: (transfer full) (element-type CsNumber): of the publications that
 * @text names, each once; what is no number is among them, without a key */
GPtrArray *cs_ops_numbers_read (const char *text);

/** cs_ops_numbers_are_good: Returns: whether @numbers are some, and OPS can be asked for each */
gboolean cs_ops_numbers_are_good (const GPtrArray *numbers);

/** cs_ops_numbers_dup_raw: Returns: (transfer full): @numbers as they were typed, for a #CsOpsOrder
 * */
char **cs_ops_numbers_dup_raw (const GPtrArray *numbers);

/** cs_ops_numbers_dup_query: Returns: (transfer full): what finds @numbers in the library */
char *cs_ops_numbers_dup_query (const GPtrArray *numbers);

G_END_DECLS
