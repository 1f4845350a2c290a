#pragma once

#include "cs-query-lex.h"

G_BEGIN_DECLS

/* What stands behind a field, and what a word alone may be; for nobody else. */

/* cs_query_guess: @word: folded, without the star behind it. Returns: the field that a word alone
 * is meant for: a date, a class, a number, or CS_QUERY_TEXT */
CsQueryField cs_query_guess (const char *word,
                             gboolean is_prefix);

/* cs_query_value_read: @node: whose field is set. @value: a word or phrase, with the comparison of
 * its field. Fills the node with what it says. Returns: whether it says what the field takes */
gboolean cs_query_value_read (CsQueryNode *node,
                              const CsQueryToken *value,
                              CsQueryFault *fault);

/* cs_query_dates_read: as above, for fields of dates. @text: "2020", "2018..2020", "20200501" */
gboolean cs_query_dates_read (CsQueryNode *node,
                              const char *text,
                              CsQueryComparison comparison);

/* cs_query_date_shift: Returns: the year, month or day after @date, before it with @by being -1 */
CsOfficeDate cs_query_date_shift (CsOfficeDate date,
                                  int by);

G_END_DECLS
