#pragma once

#include "cs-report.h"

G_BEGIN_DECLS

/* What the text report is written with; for nobody else. */

#define CS_TEXT_INDENT 4 /* columns in front of what belongs to a finding */

#define CS_TEXT_BOLD "\033[1m"
#define CS_TEXT_DIM "\033[2m"
#define CS_TEXT_PLAIN "\033[0m"

extern const char *const cs_severity_colors[CS_N_SEVERITIES];

/* One report being written; @result is NULL outside a document. Nothing is owned. */
typedef struct
{
  GString *out;
  const CsExamResult *result;
  const CsReportOptions *options;
  const char *language;
  guint width;
} CsTextWriter;

CsTextWriter cs_text_writer_for (GString *out,
                                 const CsExamResult *result,
                                 const CsReportOptions *options);

/* A colour code; nothing in a report without colours. */
void cs_text_writer_put_code (CsTextWriter *writer, const char *code);

/* @text, made harmless to a terminal. */
void cs_text_writer_put (CsTextWriter *writer, const char *text);

void cs_text_writer_put_styled (CsTextWriter *writer, const char *code, const char *text);

/* A word of the report in its language. */
const char *cs_text_writer_label (CsTextWriter *writer, const char *key);

const char *cs_text_writer_colon (const CsTextWriter *writer);

/* "claims: 3" */
void cs_text_writer_put_count (CsTextWriter *writer, const char *key, guint n);

/* "Basis: ..." under a finding, wrapped under its own beginning. */
void cs_text_writer_put_line (CsTextWriter *writer, const char *key, const char *text);

/* One finding of the writer's result. */
void cs_text_writer_put_finding (CsTextWriter *writer, const CsFinding *finding);

G_END_DECLS
