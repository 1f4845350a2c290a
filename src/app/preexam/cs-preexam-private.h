#pragma once

#include "cs-preexam-page.h"

G_BEGIN_DECLS

/* The insides of the page of a pre-examination, shared by the files that make it; for nobody
 * else. */

#define CS_ALL_STATES (CS_ITEM_NOT_RUN + 1) /* as a filter */
#define CS_N_FILTERS (CS_ALL_STATES + 1)

struct _CsPreexamPage
{
  GtkWidget parent_instance;

  CsPreExamination *exam;
  char *language;
  GHashTable *rows; /* CsPreItem -> CsPreRow, owning both */
  GtkWidget *group_of[CS_ALL_STATES];
  GPtrArray *questions; /* CsPreItem that need a person, as they are shown */
  CsPreItem *answered;  /* being saved, and the questions go on behind it */
  CsPreItem *next;      /* the question that is asked then */
  GtkLabel *counts[CS_N_FILTERS];
  guint filter;
  CsExamDiff *diff; /* that is shown */
  char *trouble;    /* why nothing could be shown, NULL when nothing is wrong */
  guint updating;   /* source: all that was told at once is shown at once */

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *run_stack;
  AdwButtonContent *run_content;
  GtkInfoBar *changed;
  GtkLabel *changed_label;
  GtkWidget *changed_run;
  GtkWidget *changed_sign;
  AdwFlap *flap;
  GtkLabel *progress_title;
  GtkLabel *progress_count;
  GtkProgressBar *bar;
  GtkLabel *progress_rest;
  GtkListBox *states;
  GtkBox *choices;
  GtkWidget *changes;
  GtkBox *change_rows;
  GtkLabel *edition;
  GtkStack *pages;
  AdwStatusPage *empty;
  GtkBox *groups;
  GtkImage *self_shape;
  GtkLabel *self_line;
  GtkImage *second_shape;
  GtkLabel *second_line;
  GtkWidget *sign;
};

/* --- cs-preexam-items.c --- */

/* Makes the groups of items. */
void cs_preexam_items_init (CsPreexamPage *page);

/* Shows what came of every item. */
void cs_preexam_items_show (CsPreexamPage *page);

/* Shows those that the filter lets through. */
void cs_preexam_items_filter (CsPreexamPage *page);

/* Returns: (transfer full) (nullable): the item @id of @checklist; two lists may have one @id */
CsPreItem *cs_preexam_items_find (CsPreexamPage *page, const char *checklist, const char *id);

/* Remembers that @item is being answered, and which question comes then. */
void cs_preexam_items_await (CsPreexamPage *page, CsPreItem *item);

/* Asks the next question, when the answer to the one before has been kept. */
void cs_preexam_items_go_on (CsPreexamPage *page);

/* Returns: whether an answer was begun that is not saved */
gboolean cs_preexam_items_are_unsaved (CsPreexamPage *page);

/* --- cs-preexam-side.c --- */

/* Makes the filters. */
void cs_preexam_side_init (CsPreexamPage *page);

/* Shows counts, changes since the last time, and what was examined by what. */
void cs_preexam_side_show (CsPreexamPage *page);

/* Shows how far it is, or has come to an end. */
void cs_preexam_side_show_progress (CsPreexamPage *page);

/* Lists the checklists that may be chosen. */
void cs_preexam_side_show_choices (CsPreexamPage *page);

G_END_DECLS
