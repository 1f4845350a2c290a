#pragma once

#include "../../service/library/cs-library-service.h"
#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsWorkspace:
 *
 * The page of one open draft: outline, editors, findings, status line, its header bar. Actions have
 * the prefix `draft.`.
 *
 * Signals: `leave`: the user wants to go back to the list; `pre-examine`: or to examine the draft
 * as a whole, sign and report.
 */
#define CS_TYPE_WORKSPACE (cs_workspace_get_type ())

G_DECLARE_FINAL_TYPE (CsWorkspace, cs_workspace, CS, WORKSPACE, GtkWidget)

/** cs_workspace_new: Returns: (transfer floating): a page for @document */
GtkWidget *cs_workspace_new (CsDocument *document);

/** cs_workspace_set_library: @library: in which prior art is looked for; without one there is no
 * such action */
void cs_workspace_set_library (CsWorkspace *workspace,
                               CsLibraryService *library);

/** cs_workspace_get_document: Returns: (transfer none): what it shows */
CsDocument *cs_workspace_get_document (CsWorkspace *workspace);

G_END_DECLS
