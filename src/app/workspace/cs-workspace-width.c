#include "cs-workspace-private.h"

#include "../cs-settings.h"

/* What the page of a draft makes of its width: panes beside the text or over it. */

#define NARROW_WIDTH 720 /* below: one pane at a time */
#define TINY_WIDTH 420   /* below: the header has room for what the menu has not */
#define EDITOR_WIDTH 480 /* of the editor, while there is room for panes */

/* --- narrow and wide --- */

/* In a narrow window there is room for the status line only when it has to say something. */
void
cs_workspace_update_status (CsWorkspace *workspace)
{
  g_autofree char *message = NULL;

  g_object_get (workspace->document, "exam-message", &message, NULL);
  gtk_widget_set_visible (GTK_WIDGET (workspace->status_bin),
                          !workspace->narrow || message != NULL);
}

static void
set_narrow (CsWorkspace *workspace, gboolean narrow)
{
  AdwFlapFoldPolicy policy = narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO;

  workspace->narrow = narrow;
  adw_flap_set_fold_policy (workspace->outline_flap, policy);
  adw_flap_set_fold_policy (workspace->findings_flap, policy);
  gtk_widget_set_visible (workspace->offices_box, !narrow);
  gtk_widget_set_visible (workspace->offices_button, narrow);
  gtk_widget_set_visible (workspace->outline_toggle, !narrow);
  gtk_widget_set_visible (workspace->findings_toggle, !narrow);
  gtk_widget_set_visible (workspace->strip, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (workspace->dock_bin), narrow);
  gtk_widget_set_visible (workspace->bottom_bar, narrow);
  gtk_widget_set_size_request (workspace->editor_box, narrow ? -1 : EDITOR_WIDTH, -1);
  cs_workspace_update_side (workspace);
  cs_workspace_update_status (workspace);
  cs_workspace_update_title (workspace);
}

static void
set_width (CsWorkspace *workspace, int width)
{
  if ((width < NARROW_WIDTH) != workspace->narrow)
    set_narrow (workspace, width < NARROW_WIDTH);
  workspace->tiny = width < TINY_WIDTH;
  gtk_widget_set_visible (workspace->narrow_find, workspace->narrow && !workspace->tiny);
}

static gboolean
on_idle (gpointer data)
{
  CsWorkspace *workspace = data;

  workspace->narrow_idle = 0;
  set_width (workspace, gtk_widget_get_width (GTK_WIDGET (workspace)));

  return G_SOURCE_REMOVE;
}

/* Children are not changed while sizes are given out. */
void
cs_workspace_follow_width (CsWorkspace *workspace, int width)
{
  if (((width < NARROW_WIDTH) != workspace->narrow || (width < TINY_WIDTH) != workspace->tiny) &&
      workspace->narrow_idle == 0)
    workspace->narrow_idle = g_idle_add_full (G_PRIORITY_HIGH, on_idle, workspace, NULL);
}

/* --- which panes there are --- */

static const char *
get_setting (CsWorkspace *workspace, AdwFlap *flap)
{
  return flap == workspace->outline_flap ? "show-outline" : "show-findings";
}

/* Only where a pane has its place beside the text, its being there is what the user wants. */
static void
keep_pane (CsWorkspace *workspace, AdwFlap *flap)
{
  if (!adw_flap_get_folded (flap))
    g_object_set (cs_settings_get_default (), get_setting (workspace, flap),
                  adw_flap_get_reveal_flap (flap), NULL);
}

/* "Text" of the bottom bar: whatever lies over the text goes. */
static void
on_bottom_text (CsWorkspace *workspace)
{
  if (!gtk_toggle_button_get_active (workspace->bottom_text))
    return;

  cs_workspace_show_view (workspace, "text");
  adw_flap_set_reveal_flap (workspace->outline_flap, FALSE);
  adw_flap_set_reveal_flap (workspace->findings_flap, FALSE);
}

void
cs_workspace_update_bottom (CsWorkspace *workspace)
{
  gtk_toggle_button_set_active (workspace->bottom_text,
                                cs_workspace_shows_text (workspace) &&
                                    !adw_flap_get_reveal_flap (workspace->outline_flap) &&
                                    !adw_flap_get_reveal_flap (workspace->findings_flap));
}

static void
on_reveal (CsWorkspace *workspace, GParamSpec *pspec, AdwFlap *flap)
{
  AdwFlap *other =
      flap == workspace->outline_flap ? workspace->findings_flap : workspace->outline_flap;

  if (workspace->narrow && adw_flap_get_reveal_flap (flap)) /* one pane at a time */
    adw_flap_set_reveal_flap (other, FALSE);
  if (workspace->narrow && !adw_flap_get_reveal_flap (workspace->findings_flap))
    cs_workspace_show_findings (workspace); /* as the button that opens it again says */
  cs_workspace_update_bottom (workspace);
  keep_pane (workspace, flap);
}

/* Over the text a pane comes when it is asked for, beside it when it is wanted. */
static void
on_folded (CsWorkspace *workspace, GParamSpec *pspec, AdwFlap *flap)
{
  gboolean wanted;

  g_object_get (cs_settings_get_default (), get_setting (workspace, flap), &wanted, NULL);
  adw_flap_set_reveal_flap (flap, wanted && !adw_flap_get_folded (flap));
}

static void
follow_pane (CsWorkspace *workspace, AdwFlap *flap)
{
  on_folded (workspace, NULL, flap);
  g_signal_connect_object (flap, "notify::folded", G_CALLBACK (on_folded), workspace,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (on_reveal), workspace,
                           G_CONNECT_SWAPPED);
}

void
cs_workspace_follow_panes (CsWorkspace *workspace)
{
  follow_pane (workspace, workspace->outline_flap);
  follow_pane (workspace, workspace->findings_flap);
  g_signal_connect_object (workspace->bottom_text, "toggled", G_CALLBACK (on_bottom_text),
                           workspace, G_CONNECT_SWAPPED);
}
