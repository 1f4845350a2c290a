#pragma once

#include "cs-report-model.h"

G_BEGIN_DECLS

/* The making of a report model, by its lists; for nobody else. */

/* (element-type CsReportFinding): of all findings of @view. */
GPtrArray *cs_report_findings_new (const CsFindingView *view,
                                   const char *language);

/* (element-type CsReportItem) */
GPtrArray *cs_report_items_new (const CsExamResult *result,
                                const char *language);

/* (element-type CsReportGroup): of what was not run among @items. */
GPtrArray *cs_report_unchecked_new (GPtrArray *items);

/* What became of findings; nothing without a comparison. Tells findings that they are new. */
void cs_report_model_take_changes (CsReportModel *model,
                                   const CsExamDiff *diff);

/* Who signed, and what stands in the way. @record: (nullable) */
void cs_report_model_take_signatures (CsReportModel *model,
                                      const CsExamRecord *record);

/* (element-type CsReportFact) */
GPtrArray *cs_report_facts_new (const CsReportModel *model,
                                const CsReportInputs *inputs);

/* (element-type CsReportBasis): the clauses of @item, added to @bases unless they are there. */
void cs_report_bases_add (GArray *bases,
                          const CsItem *item,
                          const char *language);

GArray *cs_report_bases_new (void);

/* What @decision (nullable) says. */
void cs_report_handling_init (CsReportHandling *handling,
                              const CsDecision *decision,
                              const char *language);

void cs_report_handling_clear (CsReportHandling *handling);

/* "2026-11-23" of a time, "" for 0. */
char *cs_report_dup_day (gint64 made_us);

G_END_DECLS
