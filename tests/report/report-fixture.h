#pragma once

#include "../../src/report/cs-report-model.h"

/* When all in them was done. */
#define REPORT_FIXTURE_MADE_US G_GINT64_CONSTANT (1764000000000000)

/* An examination, as it was kept and against the one before. */
typedef struct
{
  CsExamResult *result;
  CsExamRecord *record;
  CsExamDiff *diff;
} ReportFixture;

void report_fixture_init (ReportFixture *fixture);
void report_fixture_clear (ReportFixture *fixture);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportFixture, report_fixture_clear)

/* A matter in which everything happened: findings of all severities, one of them waived and one
 * new, questions answered, open and answered for another text, a decision that lost its finding,
 * something that was not checked, two signatures of which one has lapsed. Its claims have
 * superscripts: what report_fixture_init() gives. */
CsReportModel *report_fixture_new_full (const char *language);

/* Text made to harm: markup, controls, letters that turn the direction, a word without end. */
CsReportModel *report_fixture_new_hostile (const char *language);

/* @n_findings of one kind, each a fault of its own. */
CsReportModel *report_fixture_new_many (guint n_findings);

/* A draft that no checklist fits. */
CsReportModel *report_fixture_new_unexamined (void);
