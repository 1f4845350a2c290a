#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsFindingsFoot:
 *
 * What stands below the findings: waived ones, decisions that belong to nothing any more, items
 * that were not run, items that need a person; each only when there are any.
 *
 * Properties: `show-waived` (gboolean, read-write).
 */
#define CS_TYPE_FINDINGS_FOOT (cs_findings_foot_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingsFoot, cs_findings_foot, CS, FINDINGS_FOOT, GtkBox)

/** cs_findings_foot_set_document: follows @document from now on */
void cs_findings_foot_set_document (CsFindingsFoot *foot,
                                    CsDocument *document);

G_END_DECLS
