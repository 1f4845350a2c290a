#pragma once

#include "../cs-check.h"

G_BEGIN_DECLS

/* The two halves of the check `request`, for nobody else: what the sheet says, and its dates. */

/** CsSheet: the filing sheet under examination, and the day of the examination */
typedef struct
{
  CsExamContext *context;
  const CsRequest *request;
  GDate today;
} CsSheet;

/** cs_sheet_report: Returns: (transfer none): a finding about the sheet as a whole */
CsReport *cs_sheet_report (const CsSheet *sheet,
                           const char *rule,
                           CsCertainty certainty);

/** cs_sheet_skip: says that the sheet does not tell what @rule needs */
void cs_sheet_skip (const CsSheet *sheet,
                    const char *rule);

/** cs_sheet_set_day: sets the argument @name to @day as people write it */
void cs_sheet_set_day (CsReport *report,
                       const char *name,
                       const GDate *day);

/** cs_sheet_check_dates: priorities, grace period, national phase, and what is due */
void cs_sheet_check_dates (const CsSheet *sheet);

G_END_DECLS
