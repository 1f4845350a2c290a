#pragma once

#include "../../family/cs-office-date.h"

G_BEGIN_DECLS

/* What cells of exports hold; for nobody else than src/formats/table. */

/* How the values of a cell are told apart; always by bars, semicolons and line ends. */
typedef enum
{
  CS_VALUES_PLAIN,
  CS_VALUES_COMMA,       /* and by commas: symbols of classes, names of Google */
  CS_VALUES_COMMA_BLANK, /* and by a comma with a blank: numbers, in which commas occur */
} CsTableValues;

/* Whether @text stands for nothing: "-", "N/A", "无" ... */
gboolean cs_table_value_is_empty (const char *text);

/* (element-type utf8): the values of @text, "" for one that stands for nothing, so that cells can
 * be paired. */
GPtrArray *cs_table_value_split (const char *text, CsTableValues values);

/* Whether a spreadsheet took a number for a quantity and rounded it: "2.01711E+11". */
gboolean cs_table_value_is_rounded (const char *text);

/* In which order a column writes day and month between slashes. */
typedef enum
{
  CS_DAY_ORDER_UNKNOWN,
  CS_DAY_ORDER_DAY_FIRST,
  CS_DAY_ORDER_MONTH_FIRST
} CsDayOrder;

/* What "31/12/2017" tells of the order; unknown for what is no such date, or fits both. */
CsDayOrder cs_table_value_guess_day_order (const char *text);

/* Whether @text is a date between slashes whose order must be known. */
gboolean cs_table_value_needs_day_order (const char *text);

/* Whether @text is a bare day number of a spreadsheet. */
gboolean cs_table_value_is_day_number (const char *text);

/* Reads a date of any kind we meet: as cs_office_date_read(), with a time behind it, with slashes
 * or points, a day number. Returns: whether it could be read; @date is unknown when it says
 * nothing */
gboolean cs_table_value_read_date (const char *text, CsDayOrder order, CsOfficeDate *date);

/* "zh", "ja", "ko" by its characters; "" when they do not tell. @office: code, may be "" */
const char *cs_table_value_guess_language (const char *text, const char *office);

G_END_DECLS
