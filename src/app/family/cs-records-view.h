#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-view.h"

G_BEGIN_DECLS

/**
 * CsRecordsView:
 *
 * What else the library has of a family: description, parties, classes, further fields and the raw
 * record of one document, citations of the family in both directions, and its history.
 */
#define CS_TYPE_RECORDS_VIEW (cs_records_view_get_type ())

G_DECLARE_FINAL_TYPE (CsRecordsView, cs_records_view, CS, RECORDS_VIEW, AdwBin)

/**
 * CsRecordsPart:
 *
 * What is shown of it.
 */
typedef enum
{
  CS_RECORDS_DESCRIPTION,
  CS_RECORDS_PARTIES,
  CS_RECORDS_CLASSES,
  CS_RECORDS_CITATIONS,
  CS_RECORDS_FIELDS,
  CS_RECORDS_RAW,
  CS_RECORDS_HISTORY,
  CS_N_RECORDS_PARTS
} CsRecordsPart;

/** cs_records_view_show: shows what @family has loaded; the document stays when it is in it */
void cs_records_view_show (CsRecordsView *view,
                           CsFamilyView *family);

/** cs_records_view_select: shows the last publication of @application, unless another one of it is
 * shown */
void cs_records_view_select (CsRecordsView *view,
                             const CsApplication *application);

/** cs_records_view_choose: shows @part */
void cs_records_view_choose (CsRecordsView *view,
                             CsRecordsPart part);

G_END_DECLS
