#pragma once

#include "../../family/cs-family.h"

G_BEGIN_DECLS

/**
 * cs_family_dup_csv:
 * @family: a family
 *
 * What the pictures of a family are drawn from, as a table for other programs: a line for each
 * publication, and for each application that has none, with filing, status and what decided it;
 * title, rule and day of the data below. Words are in the user's language. Text that a spreadsheet
 * would take for a formula is none there. Thread: any.
 *
 * Returns: (transfer full): the content of a CSV file (RFC 4180)
 */
char *cs_family_dup_csv (const CsFamily *family);

G_END_DECLS
