#pragma once

#include "../exam/cs-exam-diff.h"
#include "../exam/cs-exam.h"

G_BEGIN_DECLS

/**
 * CsReportOptions:
 * @language: "zh" or "en": the words of the report, whatever the language of the draft
 * @with_text: JSON: also the texts of the claims
 * @color: text: colours and bold face by terminal codes
 * @width: text: columns of the line, 0 for 100
 * @record: (nullable): the examination as it was kept: who examined, and who signed
 * @diff: (nullable): against the one before
 *
 * How a report is written. A report only writes what an examination holds; it computes nothing.
 */
typedef struct
{
  const char *language;
  gboolean with_text;
  gboolean color;
  guint width;
  const CsExamRecord *record;
  const CsExamDiff *diff;
} CsReportOptions;

/**
 * CsReportTotals:
 * @n_documents: documents examined
 * @n_unreadable: inputs that could not be read
 * @n_findings: findings by severity
 *
 * Several documents taken together.
 */
typedef struct
{
  guint n_documents;
  guint n_unreadable;
  guint n_findings[CS_N_SEVERITIES];
} CsReportTotals;

/**
 * cs_report_json:
 * @out: where to append one line
 * @result: an examination
 * @options: how
 *
 * Writes an examination as one line of JSON. The keys and their order are a contract; the same
 * examination gives the same bytes. Positions are code points. Thread: any.
 */
void cs_report_json (GString *out,
                     const CsExamResult *result,
                     const CsReportOptions *options);

/**
 * cs_report_json_error:
 * @out: where to append one line
 * @path: the input
 * @index: 0-based place of the document in it
 * @error: why it could not be read
 *
 * The line of a document that could not be read.
 */
void cs_report_json_error (GString *out,
                           const char *path,
                           guint index,
                           const GError *error);

/**
 * cs_report_text:
 * @out: where to append
 * @result: an examination
 * @options: how
 *
 * Writes an examination for people to read: in a few lines what came of it; each finding with the
 * words marked, its clause and what it leads to; then questions, what was not checked, and who
 * signed. Nothing from a file can control the terminal. Thread: any.
 */
void cs_report_text (GString *out,
                     const CsExamResult *result,
                     const CsReportOptions *options);

/** cs_report_text_error: the lines of a document that could not be read; as cs_report_json_error()
 */
void cs_report_text_error (GString *out,
                           const char *path,
                           guint index,
                           const GError *error,
                           const CsReportOptions *options);

/** cs_report_text_totals: the last line, over several documents */
void cs_report_text_totals (GString *out,
                            const CsReportTotals *totals,
                            const CsReportOptions *options);

G_END_DECLS
