#pragma once

#include "../../formats/list/cs-list.h"
#include "../../store/cs-library-marks.h"

G_BEGIN_DECLS

/* A family, or one publication of it, as a row of a list; for nobody else. */

/**
 * CsFamilyRow:
 * @entry: what a list says; lives as long as the row and its family
 *
 * The rest is what @entry lends from.
 */
typedef struct
{
  CsListEntry entry;
  CsLibrary *library;
  const char *language;
  CsFamilyMarks *marks;
  GPtrArray *texts;
  GPtrArray *facts;
  GPtrArray *applicants;
  GPtrArray *inventors;
  GPtrArray *classes;
  GPtrArray *applications;
  GPtrArray *publications;
  char *offices;
} CsFamilyRow;

/* Reads what rows of @family have in common. @language: (nullable): of titles and abstracts, that
 * is wanted */
gboolean cs_family_row_begin (CsFamilyRow *row,
                              CsLibrary *library,
                              const CsFamily *family,
                              const char *language,
                              GError **error);

/* Reads what is of @publication (nullable: there is none) of @application alone; what was read of
 * another one before is forgotten. */
gboolean cs_family_row_read (CsFamilyRow *row,
                             const CsApplication *application,
                             const CsPublication *publication,
                             GError **error);

void cs_family_row_clear (CsFamilyRow *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsFamilyRow, cs_family_row_clear)

/* Returns: (transfer none) (nullable): of @texts (element-type CsLibraryText) the one of @part in
 * @language (nullable), else the English one, else the first. */
const CsLibraryText *cs_family_row_choose_text (const GPtrArray *texts,
                                                CsRecordPart part,
                                                const char *language);

G_END_DECLS
