#pragma once

#include "cs-report-sheet.h"

G_BEGIN_DECLS

/* The making of tables; for nobody else. */

/* Returns: (transfer full): a table without columns and rows; @id and @title live as long. */
CsReportTable *cs_report_table_new (const char *id, const char *title);

/* A GDestroyNotify. */
void cs_report_table_free (gpointer table);

/* Adds a table with @n_columns columns to @sheet: @titles are keys of words.xml. */
CsReportTable *cs_report_sheet_add_table (CsReportSheet *sheet,
                                          const char *id,
                                          const CsReportColumn *columns,
                                          guint n_columns);

/* Adds a row with an empty cell for each column; lines are added to its cells. */
CsReportRow *cs_report_table_add_row (CsReportTable *table);

/* Adds a band of one cell. @id: (transfer full) (nullable). */
CsReportRow *cs_report_table_add_band (CsReportTable *table, char *id);

/* Adds a line to cell @column of @row, unless @text is empty. Returns: (nullable): the line. */
CsReportLine *cs_report_row_add (CsReportRow *row, guint column, CsLineLook look, const char *text);

/* The clauses, and how far they are to be trusted. */
void cs_report_row_add_bases (CsReportRow *row,
                              guint column,
                              const GArray *bases,
                              const CsReportModel *model);

/* What was decided, and why, in two cells. */
void cs_report_row_add_handling (CsReportRow *row,
                                 guint column,
                                 const CsReportHandling *handling);

/* --- the tables --- */

void cs_report_sheet_add_findings (CsReportSheet *sheet);
void cs_report_sheet_add_questions (CsReportSheet *sheet);
void cs_report_sheet_add_unchecked (CsReportSheet *sheet);
void cs_report_sheet_add_changes (CsReportSheet *sheet);
void cs_report_sheet_add_stale (CsReportSheet *sheet);
void cs_report_sheet_add_signatures (CsReportSheet *sheet);
void cs_report_sheet_add_items (CsReportSheet *sheet);

G_END_DECLS
