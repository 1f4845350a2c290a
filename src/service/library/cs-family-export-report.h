#pragma once

#include "../../report/family/cs-family-report.h"
#include "../../store/cs-library-marks.h"

G_BEGIN_DECLS

/* A family on its way into a report; for nobody else. */

/* Adds @family with its pictures, days to come, first claims and what the user says of it.
 * @language: (nullable): of claims that is wanted */
gboolean cs_family_report_take (CsFamilyReport *report,
                                CsLibrary *library,
                                CsFamily *family,
                                const char *language,
                                GError **error);

G_END_DECLS
