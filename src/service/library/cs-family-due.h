#pragma once

#include "../../family/cs-family.h"

G_BEGIN_DECLS

/**
 * CsFamilyDueKind:
 * @CS_DUE_ANNUITY: a yearly fee in China
 * @CS_DUE_EXPIRY: the end of the term
 *
 * What falls due.
 */
typedef enum
{
  CS_DUE_ANNUITY,
  CS_DUE_EXPIRY
} CsFamilyDueKind;

/**
 * CsFamilyDue:
 * @kind: what falls due
 * @date: when
 * @application: (transfer none): of which
 * @year: patent year that the fee pays for
 * @is_estimate: whether the day leaves out what we cannot know
 * @because: the day from which it is counted: of filing or grant
 * @is_granted: whether @because is the day of grant
 *
 * A day to come. Lives as long as the family.
 */
typedef struct
{
  CsFamilyDueKind kind;
  CsOfficeDate date;
  const CsApplication *application;
  guint year;
  gboolean is_estimate;
  CsOfficeDate because;
  gboolean is_granted;
} CsFamilyDue;

/**
 * cs_family_list_due:
 * @family: a family
 * @today: as of when
 *
 * Of every application that is in force or pending the end of its term, and of every one in force
 * in China the next yearly fee. Days of fees are estimates, too: holidays move them, and reliefs
 * and surcharges are not told by any record. Thread: any.
 *
 * Returns: (transfer full) (element-type CsFamilyDue): by date
 */
GArray *cs_family_list_due (const CsFamily *family,
                            CsOfficeDate today) G_GNUC_WARN_UNUSED_RESULT;

/** cs_application_find_grant: Returns: the day of its first grant, by its events and publications;
 * unknown when there is none */
CsOfficeDate cs_application_find_grant (const CsApplication *application);

G_END_DECLS
