#include "cs-workspace-actions.h"

#include <glib/gi18n-lib.h>

/* What the actions on findings do. */

void
cs_workspace_next_finding (CsWorkspace *workspace)
{
  if (!cs_document_choose_next (workspace->document, 1))
    cs_workspace_toast (workspace, _ ("No findings"));
}

void
cs_workspace_previous_finding (CsWorkspace *workspace)
{
  if (!cs_document_choose_next (workspace->document, -1))
    cs_workspace_toast (workspace, _ ("No findings"));
}

/* The finding at the cursor; the chosen one when there is none. */
static const CsFindingEntry *
find_entry_here (CsWorkspace *workspace)
{
  GtkTextBuffer *buffer;
  const CsFindingEntry *entry;
  GtkTextIter iter;
  guint part;

  g_object_get (workspace->document, "part", &part, NULL);
  buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (workspace->document, part));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  entry = cs_document_find_entry (workspace->document, part, gtk_text_iter_get_offset (&iter));
  if (entry == NULL)
    g_object_get (workspace->document, "entry", &entry, NULL);

  return entry;
}

void
cs_workspace_fix_here (CsWorkspace *workspace)
{
  const CsFindingEntry *entry = find_entry_here (workspace);

  if (entry == NULL)
    cs_workspace_toast (workspace, _ ("No finding here"));
  else if (cs_finding_entry_get_fixes (entry)->len == 0)
    cs_workspace_toast (workspace, _ ("This finding has no ready fix"));
  else
    cs_document_fix (workspace->document, entry, 0);
}

void
cs_workspace_waive_here (CsWorkspace *workspace)
{
  const CsFindingEntry *entry = find_entry_here (workspace);

  if (entry == NULL)
    {
      cs_workspace_toast (workspace, _ ("No finding here"));
      return;
    }

  cs_document_choose (workspace->document, entry, FALSE);
  cs_workspace_show_findings (workspace);
  adw_flap_set_reveal_flap (workspace->findings_flap, TRUE);
  cs_findings_pane_open_waive (workspace->findings);
}
