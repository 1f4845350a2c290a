#include <glib/gi18n-lib.h>

#include "../near/cs-near-pane.h"
#include "cs-claim-actions.h"
#include "cs-workspace-actions.h"

/* Prior art near a claim, at the side of the text, in the place of the findings. */

#define FINDINGS_WIDTH 336
#define NEAR_WIDTH 400 /* passages are read there; 480 are left for the text */

static gboolean
shows_near (CsWorkspace *workspace)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (workspace->side), "near") == 0;
}

void
cs_workspace_update_side (CsWorkspace *workspace)
{
  gboolean wide = shows_near (workspace) && !workspace->narrow;

  gtk_widget_set_size_request (GTK_WIDGET (workspace->side), wide ? NEAR_WIDTH : FINDINGS_WIDTH,
                               -1);
}

static void
show_side (CsWorkspace *workspace, const char *name)
{
  gtk_stack_set_visible_child_name (workspace->side, name);
  cs_workspace_update_side (workspace);
}

gboolean
cs_workspace_show_findings (CsWorkspace *workspace)
{
  gboolean was_near = shows_near (workspace);

  show_side (workspace, "findings");

  return was_near;
}

static void
on_leave (CsWorkspace *workspace)
{
  cs_workspace_show_findings (workspace);
  if (workspace->narrow) /* it lay over the text */
    adw_flap_set_reveal_flap (workspace->findings_flap, FALSE);
  cs_workspace_focus_view (workspace);
}

static CsNearPane *
ensure_pane (CsWorkspace *workspace)
{
  GtkWidget *pane = adw_bin_get_child (workspace->near_bin);

  if (pane == NULL)
    {
      pane = cs_near_pane_new (workspace->document, workspace->library);
      g_signal_connect_object (pane, "leave", G_CALLBACK (on_leave), workspace,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (workspace->near_bin, pane);
    }

  return CS_NEAR_PANE (pane);
}

/* The claim at the cursor; where there is none, the one that was looked at last. */
void
cs_workspace_find_near (CsWorkspace *workspace)
{
  guint claim = cs_claim_actions_get_current (workspace->document);
  CsNearPane *pane;

  if (workspace->library == NULL)
    return;

  pane = ensure_pane (workspace);
  if (claim == CS_NO_INDEX)
    claim = cs_near_pane_get_claim (pane);
  if (claim == CS_NO_INDEX)
    {
      cs_workspace_toast (workspace, _ ("Put the cursor into a claim first"));
      return;
    }

  cs_near_pane_find (pane, claim);
  show_side (workspace, "near");
  adw_flap_set_reveal_flap (workspace->findings_flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (pane), GTK_DIR_TAB_FORWARD);
}

void
cs_workspace_set_library (CsWorkspace *workspace, CsLibraryService *library)
{
  g_set_object (&workspace->library, library);
  cs_workspace_update_actions (workspace);
}
