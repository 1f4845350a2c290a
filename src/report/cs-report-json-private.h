#pragma once

#include "../base/cs-position.h"
#include "cs-report-members.h"
#include "cs-report.h"

G_BEGIN_DECLS

/* An examination on its way to JSON; for nobody else than cs-report-json*.c. */

typedef struct
{
  JsonBuilder *json;
  const CsExamResult *result;
  const CsReportOptions *options;
  CsPositionCounter counters[CS_N_PARTS]; /* of edits that count from the start of their part */
} CsJsonWriter;

/* Unknown is null, not an empty word. */
void cs_report_json_add_string (CsJsonWriter *writer, const char *name, const char *value);

/* The same for text of the draft, where empty is a fact. */
void cs_report_json_add_text (CsJsonWriter *writer, const char *name, const char *text);

void cs_report_json_add_number (CsJsonWriter *writer, const char *name, guint64 value);

/* 0 stands for a number that is not printed. */
void cs_report_json_add_printed_number (CsJsonWriter *writer, const char *name, guint number);

/* @made_us: µs since 1970 UTC */
void cs_report_json_add_time (CsJsonWriter *writer, const char *name, gint64 made_us);

void cs_report_json_add_null (CsJsonWriter *writer, const char *name);

void cs_report_json_begin_array (CsJsonWriter *writer, const char *name);

/* The numbers of the claims with @indexes. */
void cs_report_json_add_claim_numbers (CsJsonWriter *writer,
                                       const char *name,
                                       const GArray *indexes);

void cs_report_json_add_where (CsJsonWriter *writer, const CsSpan *where);

/* Nothing when nobody decided. */
void cs_report_json_add_decision (CsJsonWriter *writer, const CsDecision *decision);

void cs_report_json_add_findings (CsJsonWriter *writer);

G_END_DECLS
