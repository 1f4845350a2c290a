#pragma once

#include "cs-finding-card.h"
#include "cs-findings-foot.h"
#include "cs-finding-slots.h"
#include "cs-findings-pane.h"

/* Inside the findings pane, for nobody else. */

G_BEGIN_DECLS

struct _CsFindingsPane
{
  GtkBox parent_instance;

  GtkBox *chips;
  GtkStack *stack;
  GtkLabel *none_label;
  GtkWidget *scroller;
  GtkListBox *list;
  guint dim_timer;
  CsFindingsFoot *foot;

  CsDocument *document;
  CsFindingView *view; /* what the rows show */
  GArray *slots;
  guint n_synced;
  guint sync_source;
  GHashTable *rows; /* key of a slot → row */
  CsFindingCard *card;
  GtkToggleButton *severity_chips[CS_N_SEVERITIES];
  GtkLabel *counts[CS_N_SEVERITIES];
  char *open;
  char chosen[17]; /* fingerprint */
  guint max_entries;
  guint severities;
  char *author;
  gboolean waive_wanted; /* the chosen finding, as soon as its card is there */

  guint tick;
  guint n_ticks;
  gboolean reveal; /* the chosen finding is to be scrolled to */
  GtkWidget *anchor;
  double anchor_y;
};

/* Goes on bringing rows to what the slots ask for, for a little while. Returns: whether there is
 * more to do (a GSourceFunc) */
gboolean cs_findings_rows_sync (gpointer data);

/* When all rows are there: does what had to wait for them. */
void cs_findings_pane_settle (CsFindingsPane *pane);

/* Takes the rows away that no slot asks for. */
void cs_findings_rows_remove_unwanted (CsFindingsPane *pane);

/* Before rows change: what is at the top of what one sees stays there. */
void cs_findings_rows_keep_place (CsFindingsPane *pane);

G_END_DECLS
