#pragma once

#include "cs-report-model.h"

G_BEGIN_DECLS

/* The pages of a report before a format is chosen: what PDF, HTML and Word print, in the same order
 * and with the same words. A writer knows tables, cells and lines, and nothing of examinations. */

/** CS_REPORT_MAX_ROWS: findings that pages list; JSON and SARIF have all of them */
#define CS_REPORT_MAX_ROWS 2000

/**
 * CsReportCount:
 * @shape: what is counted
 * @label: the same in words
 * @n: how many; 0 is greyed
 * @target: (nullable): id of the table that lists them
 */
typedef struct
{
  CsReportShape shape;
  const char *label;
  guint n;
  const char *target;
} CsReportCount;

/** CsReportColumn: its @title, and its share of the @width of the table, in thousandths */
typedef struct
{
  const char *title;
  guint width;
} CsReportColumn;

/**
 * CsReportRow:
 * @cells: (element-type GPtrArray of CsReportLine): one for each column; of a band one for all
 * @is_band: the heading of the rows that follow
 * @id: (nullable): of a band: what leads to it
 */
typedef struct
{
  GPtrArray *cells;
  gboolean is_band;
  char *id;
} CsReportRow;

/**
 * CsReportTable:
 * @id: what leads to it: "findings"
 * @title: above it
 * @note: (nullable): below the title
 * @columns: (element-type CsReportColumn)
 * @rows: (element-type CsReportRow)
 */
typedef struct
{
  const char *id;
  const char *title;
  char *note;
  GArray *columns;
  GPtrArray *rows;
} CsReportTable;

/**
 * CsReportSheet:
 * @model: what it is of
 * @counts: (element-type CsReportCount): the strip of the first page
 * @notes: (element-type CsReportLine): below it
 * @tables: (element-type CsReportTable): in their order; those with nothing in them are not there
 * @foot: stands at the foot of every page
 */
typedef struct
{
  CsReportModel *model;
  GArray *counts;
  GPtrArray *notes;
  GPtrArray *tables;
  char *foot;
} CsReportSheet;

/** cs_report_sheet_new: Returns: (transfer full): the pages of @model. Thread: any. */
CsReportSheet *cs_report_sheet_new (CsReportModel *model) G_GNUC_WARN_UNUSED_RESULT;

/** cs_report_sheet_free: frees @sheet and all it holds */
void cs_report_sheet_free (CsReportSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsReportSheet, cs_report_sheet_free)

G_END_DECLS
