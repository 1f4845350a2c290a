#pragma once

#include "cs-request.h"

G_BEGIN_DECLS

/** CsRequestField: a field of the filing sheet, for what is wrong with it */
typedef enum
{
  CS_REQUEST_APPLICANTS,
  CS_REQUEST_INVENTORS,
  CS_REQUEST_PRIORITIES,
  CS_REQUEST_FILING_DATE,
  CS_REQUEST_CLASSES,
  CS_REQUEST_FACTS
} CsRequestField;

/**
 * CsRequestFault:
 * @CS_REQUEST_FAULT_DATE: not a day of the calendar, written YYYYMMDD or YYYY-MM-DD
 * @CS_REQUEST_FAULT_COUNTRY: not two letters
 * @CS_REQUEST_FAULT_AFTER_FILING: a priority of the day of filing or later
 * @CS_REQUEST_FAULT_TERM: a priority older than the priority period
 * @CS_REQUEST_FAULT_CLASS: not a symbol of the International Patent Classification
 * @CS_REQUEST_FAULT_REPEATED: the same name, symbol or priority stands before
 */
typedef enum
{
  CS_REQUEST_FAULT_DATE,
  CS_REQUEST_FAULT_COUNTRY,
  CS_REQUEST_FAULT_AFTER_FILING,
  CS_REQUEST_FAULT_TERM,
  CS_REQUEST_FAULT_CLASS,
  CS_REQUEST_FAULT_REPEATED
} CsRequestFault;

/**
 * CsRequestProblem:
 * @field: where
 * @index: which of the values of @field, 0-based; 0 for a field with one value, the #CsRequestFact
 *   for a fact
 * @fault: what is wrong with it
 */
typedef struct
{
  CsRequestField field;
  guint index;
  CsRequestFault fault;
} CsRequestProblem;

/**
 * cs_request_check:
 * @request: a filing sheet
 *
 * Looks at each value as it was typed; an empty one is unknown and no problem. Whether a priority
 * may be restored after its period is not judged, nor whether the last day was a holiday: that is
 * what cs_request_fault_blocks() is for. Sources: dates: WIPO ST.2; countries: WIPO ST.3;
 * symbols: WIPO ST.8; periods: Paris Convention Art. 4C(1), (2): twelve months, six for designs.
 * Thread: any.
 *
 * Returns: (transfer full) (element-type CsRequestProblem): in the order of the fields
 */
GArray *cs_request_check (const CsRequest *request) G_GNUC_WARN_UNUSED_RESULT;

/** cs_request_fault_blocks: Returns: whether @fault is a slip that must be mended before the
 * sheet is kept, rather than a fact that has consequences */
gboolean cs_request_fault_blocks (CsRequestFault fault);

/**
 * cs_request_read_date:
 * @text: a date as people write it: "20260531" or "2026-05-31"
 * @date: (out): the day
 *
 * Returns: whether it is a day of the calendar
 */
gboolean cs_request_read_date (const char *text,
                               GDate *date);

G_END_DECLS
