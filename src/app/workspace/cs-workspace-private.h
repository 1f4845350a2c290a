#pragma once

#include <adwaita.h>

#include "../../service/library/cs-library-service.h"
#include "cs-find-bar.h"
#include "cs-findings-pane.h"
#include "cs-workspace.h"

G_BEGIN_DECLS

/* The page of an open draft, shared by the files that make it; for nobody else. */

struct _CsWorkspace
{
  GtkWidget parent_instance;

  CsDocument *document;
  CsLibraryService *library; /* nullable */
  GSimpleActionGroup *actions;
  gboolean narrow;
  gboolean tiny;
  guint narrow_idle;
  guint focus_idle;

  /* template */
  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *outline_toggle;
  GtkWidget *findings_toggle;
  GtkWidget *offices_button;
  GtkWidget *offices_box;
  GtkWidget *narrow_find;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  AdwFlap *findings_flap;
  AdwFlap *outline_flap;
  GtkStack *side;
  AdwBin *findings_bin;
  AdwBin *near_bin;
  AdwBin *outline_bin;
  GtkWidget *editor_box;
  GtkWidget *strip;
  GtkBox *views_box;
  GtkWidget *parts;
  GtkBox *parts_box;
  GtkMenuButton *parts_button;
  GtkWidget *claim_tools;
  GtkStack *pages;
  AdwBin *terms_bin;
  AdwBin *find_bin;
  GtkStack *editors;
  AdwBin *status_bin;
  AdwBin *dock_bin;
  GtkWidget *bottom_bar;
  GtkToggleButton *bottom_text;
  GtkLabel *bottom_findings_label;

  GtkWidget *views[CS_N_PARTS]; /* CsPartView */
  CsFindBar *find_bar;
  CsFindingsPane *findings;
};

/* --- cs-workspace.c --- */

/* Name of the matter and how it is saved, in the header bar. */
void cs_workspace_update_title (CsWorkspace *workspace);

/* --- cs-workspace-views.c --- */

/* Adds the buttons and the action that choose what is shown of a draft: its text, its terms. */
void cs_workspace_add_views (CsWorkspace *workspace);

/* Shows the view @name: "text" or "terms". */
void cs_workspace_show_view (CsWorkspace *workspace, const char *name);

/* Whether the text is shown. */
gboolean cs_workspace_shows_text (CsWorkspace *workspace);

/* Gives the focus to what is shown. */
void cs_workspace_focus_view (CsWorkspace *workspace);

/* --- cs-workspace-near.c --- */

/* Gives the pane at the side the width that it needs. */
void cs_workspace_update_side (CsWorkspace *workspace);

/* Shows the findings at the side, where prior art may be. Returns: whether they were not there */
gboolean cs_workspace_show_findings (CsWorkspace *workspace);

/* --- cs-workspace-width.c --- */

/* Says in the bottom bar whether nothing lies over the text. */
void cs_workspace_update_bottom (CsWorkspace *workspace);

/* The page is @width pixels wide: rearranges it, when it needs that, in a moment. */
void cs_workspace_follow_width (CsWorkspace *workspace, int width);

/* Whether there is a status line. */
void cs_workspace_update_status (CsWorkspace *workspace);

/* Shows the panes that the user wants to see, and follows what is done with them. */
void cs_workspace_follow_panes (CsWorkspace *workspace);

/* --- cs-workspace-actions.c --- */

/* Adds the actions `draft.` and their keys. */
void cs_workspace_add_actions (CsWorkspace *workspace);

/* Which of them make sense now. */
void cs_workspace_update_actions (CsWorkspace *workspace);

/* Says @message for a while at the foot of the page. */
void cs_workspace_toast (CsWorkspace *workspace, const char *message);

/* --- cs-workspace-exchange.c --- */

/* Adds the action `draft.take-files`, and takes files that are dropped. */
void cs_workspace_add_exchange (CsWorkspace *workspace);

G_END_DECLS
