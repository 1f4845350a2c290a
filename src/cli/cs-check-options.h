#pragma once

#include "../exam/cs-exam.h"
#include "../report/cs-report-file.h"
#include "../report/cs-report.h"

G_BEGIN_DECLS

/** CsCheckFormat: how findings are printed */
typedef enum
{
  CS_CHECK_TEXT,
  CS_CHECK_JSON,
  CS_CHECK_DOCX_COMMENTS, /* as comments in a Word file */
  CS_CHECK_FILE           /* as a report that is a file of its own */
} CsCheckFormat;

/**
 * CsCheckOptions:
 * @checklists: (array zero-terminated=1): ids or paths named; empty: each document decides
 * @office: said of all documents, %CS_OFFICE_UNKNOWN when nothing is
 * @type: likewise
 * @route: likewise, when @has_route
 * @has_route: whether a route was named
 * @as_of: the day examined, ISO 8601
 * @fail_on: the least severity that makes the exit status 1; %CS_N_SEVERITIES for none
 * @format: how findings are printed
 * @file_format: of a report that is a file
 * @report: how a report is written
 * @output: (nullable): a file or folder
 * @n_jobs: documents examined at once, at least 1
 * @timing: say on standard error how long it took
 * @claims_language: (nullable): of a document that has its claims in several: "de", "en", "fr"
 * @matters: (array zero-terminated=1): matters of the store, by own number, name or id
 * @inputs: (array zero-terminated=1): files, folders or "-"
 *
 * What the user asked of "check".
 */
typedef struct
{
  char **checklists;
  CsOffice office;
  CsRightType type;
  CsRoute route;
  gboolean has_route;
  char *as_of;
  guint fail_on;
  CsCheckFormat format;
  CsReportFormat file_format;
  CsReportOptions report;
  char *output;
  guint n_jobs;
  gboolean timing;
  char *claims_language;
  char **matters;
  char **inputs;
} CsCheckOptions;

/**
 * cs_check_options_parse:
 * @options: (out): what was asked for
 * @argv: arguments from the command's name on
 * @status: (out): exit status when the answer is %FALSE
 *
 * Reads the command line, and says what is wrong with it.
 *
 * Returns: whether to go on
 */
gboolean cs_check_options_parse (CsCheckOptions *options,
                                 char *argv[],
                                 int *status);

/** cs_check_options_wants_files: Returns: whether each document becomes a file of its own */
gboolean cs_check_options_wants_files (const CsCheckOptions *options);

/** cs_check_options_get_suffix: Returns: (transfer none): of the files in a folder: ".json" */
const char *cs_check_options_get_suffix (const CsCheckOptions *options);

/** cs_check_options_clear: frees what @options holds */
void cs_check_options_clear (CsCheckOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsCheckOptions, cs_check_options_clear)

G_END_DECLS
