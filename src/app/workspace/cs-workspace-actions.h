#pragma once

#include "cs-workspace-private.h"

G_BEGIN_DECLS

/* What the actions `draft.` do, for the table of them in cs-workspace-actions.c;
 * for nobody else. */

/* Says why something could not be done; what is no trouble has no error. */
void cs_workspace_tell (CsWorkspace *workspace, const GError *error);

/* --- cs-workspace-claims.c --- */

void cs_workspace_insert_claim (CsWorkspace *workspace);
void cs_workspace_insert_dependent (CsWorkspace *workspace);
void cs_workspace_move_up (CsWorkspace *workspace);
void cs_workspace_move_down (CsWorkspace *workspace);
void cs_workspace_indent (CsWorkspace *workspace);
void cs_workspace_outdent (CsWorkspace *workspace);
void cs_workspace_delete_claim (CsWorkspace *workspace);
void cs_workspace_renumber (CsWorkspace *workspace);
void cs_workspace_go_to_claim (CsWorkspace *workspace);

/* --- cs-workspace-findings.c --- */

void cs_workspace_next_finding (CsWorkspace *workspace);
void cs_workspace_previous_finding (CsWorkspace *workspace);
void cs_workspace_fix_here (CsWorkspace *workspace);
void cs_workspace_waive_here (CsWorkspace *workspace);

/* --- cs-workspace-near.c --- */

void cs_workspace_find_near (CsWorkspace *workspace);

/* --- cs-workspace-views.c --- */

void cs_workspace_next_use (CsWorkspace *workspace);
void cs_workspace_previous_use (CsWorkspace *workspace);
void cs_workspace_show_term (CsWorkspace *workspace);
void cs_workspace_unmark_term (CsWorkspace *workspace);

/* --- cs-workspace-matter.c --- */

void cs_workspace_save (CsWorkspace *workspace);
void cs_workspace_filing_sheet (CsWorkspace *workspace);
void cs_workspace_versions (CsWorkspace *workspace);
void cs_workspace_save_copy (CsWorkspace *workspace);

/* Writes a copy to @path, and says how that went. */
void cs_workspace_copy_to (CsWorkspace *workspace, const char *path);

/* --- cs-workspace-exchange.c --- */

void cs_workspace_export (CsWorkspace *workspace);
void cs_workspace_export_comments (CsWorkspace *workspace);
void cs_workspace_take_back (CsWorkspace *workspace);
void cs_workspace_attachments (CsWorkspace *workspace);
void cs_workspace_confirm (CsWorkspace *workspace);
void cs_workspace_pre_examine (CsWorkspace *workspace);

/* Files were dropped: an edited file comes back, what lies with a matter is attached, and the rest
 * becomes drafts of their own. */
void cs_workspace_take_files (CsWorkspace *workspace, const char *const *paths);

G_END_DECLS
