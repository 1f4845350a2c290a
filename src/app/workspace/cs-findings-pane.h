#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/** CS_ALL_SEVERITIES: bit `1 << CsSeverity` for each */
#define CS_ALL_SEVERITIES ((1u << CS_N_SEVERITIES) - 1)

/**
 * CsFindingsPane:
 *
 * The findings of a document by item of the checklists; one group is open at a time, and the
 * chosen finding is shown in full. Rows are made as they are needed and kept while their finding
 * is there, so that nothing moves or flickers while somebody types.
 *
 * Properties: `severities` (guint, read-write: bits of those shown), `author` (utf8, nullable,
 * read-write: in whose name decisions are made, to be shown).
 */
#define CS_TYPE_FINDINGS_PANE (cs_findings_pane_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingsPane, cs_findings_pane, CS, FINDINGS_PANE, GtkBox)

/** cs_findings_pane_new: Returns: (transfer floating): the findings of @document */
GtkWidget *cs_findings_pane_new (CsDocument *document);

/** cs_findings_pane_open_waive: opens what asks for a reason to waive the chosen finding, if any */
void cs_findings_pane_open_waive (CsFindingsPane *pane);

G_END_DECLS
