#pragma once

#include "../cs-report-sheet.h"
#include "cs-family-report.h"

G_BEGIN_DECLS

/* A report of families before it is on pages; for nobody else. */

/* What is laid out of one family. */
typedef struct
{
  const CsFamilyReportPart *part;
  GStringChunk *ids;
  const char *id;    /* what leads to it */
  char *title;       /* of the family */
  char *rule;        /* by which it is one */
  GPtrArray *facts;  /* (element-type CsReportFact) */
  GPtrArray *notes;  /* (element-type CsReportLine) */
  GPtrArray *tables; /* (element-type CsReportTable): those with nothing in them are not there */
} CsFamilySheet;

/* Returns: (transfer full): what is laid out of part @index. */
CsFamilySheet *cs_family_sheet_new (const CsFamilyReport *report, guint index);

/* A GDestroyNotify. */
void cs_family_sheet_free (gpointer sheet);

/* Returns: (transfer none): "family-3-NAME", which leads to a place of @sheet. */
const char *cs_family_sheet_get_id (CsFamilySheet *sheet, const char *name);

G_END_DECLS
