#pragma once

#include "cs-claims-view.h"
#include "cs-family-page.h"
#include "cs-graph-view.h"
#include "cs-legal-view.h"
#include "cs-marks-popover.h"
#include "cs-members-view.h"
#include "cs-records-view.h"
#include "cs-timeline-view.h"

G_BEGIN_DECLS

/* The page of a family, for its own files; for nobody else. */

struct _CsFamilyPage
{
  GtkWidget parent_instance;

  AdwToastOverlay *toasts;
  AdwViewSwitcherTitle *switcher;
  AdwViewStack *tabs;
  GtkStack *states;
  AdwStatusPage *trouble;
  GtkLabel *title;
  GtkLabel *facts;
  GtkMenuButton *rule;
  GtkLabel *rule_text;
  GtkMenuButton *marks_button;
  CsMarksPopover *marks;
  GtkBox *pills;
  GtkLabel *note;
  GtkMenuButton *rating;
  GtkBox *stars;
  CsMembersView *members;
  CsTimelineView *timeline;
  CsGraphView *graph;
  CsClaimsView *claims;
  CsLegalView *legal;
  CsRecordsView *records;

  CsFamilyView *view;
  GPtrArray *up_to_date; /* tabs that show what is loaded */
  GArray *trail;         /* of gint64: the families before this one, to which back leads */
  char *selected;        /* id of an application, nullable */
  CsFamilyMarks *undo;   /* what was there before the last change; nullable */
  gboolean is_undoing;   /* the change under way is none that is undone */
};

/* --- cs-family-page.c --- */

/* Returns: (transfer none) (nullable): the application that is selected */
const CsApplication *cs_family_find_selected (CsFamilyPage *page);

/* Shows another family here, from which the way back leads to this one. */
void cs_family_page_go_to (CsFamilyPage *page, gint64 family);

/* --- cs-family-actions.c --- */

/* Adds what can be done with a family, and its keys. */
void cs_family_add_actions (GtkWidgetClass *class);

/* Makes available what can be done on the tab that is shown. */
void cs_family_update_actions (CsFamilyPage *page);

/* --- cs-family-export.c --- */

/* Returns: (transfer none) (nullable): the picture of the tab that is shown */
CsPicture *cs_family_get_picture (CsFamilyPage *page);

/* Asks for a file for that picture, or for the table behind it; as an action. */
void cs_family_export (GtkWidget *page, const char *name, GVariant *parameter);

/* Writes it to a path, whose end says as what: without a picture as a table; as an action. */
void cs_family_export_to (GtkWidget *page, const char *name, GVariant *parameter);

/* --- cs-family-title.c --- */

/* Shows title, counts, rule and marks. */
void cs_family_show_title (CsFamilyPage *page);

/* Returns: (transfer full): @family, an id, as the property `rule` has it */
char *cs_family_dup_name (gint64 family);

/* Makes the stars of the rating. */
void cs_family_add_stars (CsFamilyPage *page);

G_END_DECLS
