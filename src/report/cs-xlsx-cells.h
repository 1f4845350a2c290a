#pragma once

#include <xlsxwriter.h>

#include "cs-report-model.h"

G_BEGIN_DECLS

/* A workbook being written, cell by cell; for nobody else than cs-report-xlsx.c. Text is only ever
 * written as text, so that no cell becomes a formula. */

typedef struct
{
  const CsReportModel *model;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_row_t row;
  guint n_lines;        /* of the highest cell of the row */
  const double *widths; /* of the columns, in characters */
  lxw_format *title;
  lxw_format *head;
  lxw_format *text;
  lxw_format *number;
  lxw_format *total;
  lxw_format *dim;
  lxw_format *plain_run;
  lxw_format *marked_run;
  lxw_format *raised_run;
  lxw_format *lowered_run;
  lxw_format *severities[CS_N_SEVERITIES];
} CsXlsxWriter;

/* Makes the formats; the book is there. */
void cs_xlsx_writer_init (CsXlsxWriter *writer);

void cs_xlsx_put (CsXlsxWriter *writer, lxw_col_t column, const char *text, lxw_format *format);

void cs_xlsx_put_number (CsXlsxWriter *writer, lxw_col_t column, guint number, lxw_format *format);

/* (element-type utf8), a line each. */
void cs_xlsx_put_lines (CsXlsxWriter *writer, lxw_col_t column, GPtrArray *lines);

/* @states: how far they are to be trusted, rather than the clauses. */
void cs_xlsx_put_bases (CsXlsxWriter *writer,
                        lxw_col_t column,
                        const GArray *bases,
                        gboolean states);

void cs_xlsx_put_excerpt (CsXlsxWriter *writer, lxw_col_t column, const GArray *pieces);

/* Sets the height of the row, and goes to the next one. */
void cs_xlsx_end_row (CsXlsxWriter *writer);

G_END_DECLS
