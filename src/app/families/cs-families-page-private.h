#pragma once

#include "../../service/library/cs-search-desk.h"
#include "cs-families-page.h"
#include "cs-label-popover.h"
#include "cs-library-trouble.h"
#include "cs-query-card.h"
#include "cs-query-entry.h"
#include "cs-save-popover.h"
#include "cs-searches-popover.h"

G_BEGIN_DECLS

/* The room of families, for its own files; for nobody else. */

struct _CsFamiliesPage
{
  CsRoomPage parent_instance;

  AdwToastOverlay *toasts;
  CsQueryEntry *query;
  GtkToggleButton *sidebar_button;
  GtkButton *import_button;
  GtkInfoBar *notice;
  GtkLabel *notice_label;
  GtkWidget *fault;
  GtkLabel *fault_label;
  GtkWidget *strip;
  GtkLabel *found;
  GtkLabel *found_in;
  GtkWidget *searches_button;
  GtkWidget *searches_icon;
  GtkWidget *searches_label;
  GtkLabel *n_news;
  GtkWidget *watch_button;
  GtkWidget *save_button;
  GtkDropDown *order;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkBox *pills;
  GtkGrid *kinds;
  AdwStatusPage *nothing;
  CsLibraryTrouble *trouble;
  GtkWidget *foot;
  GtkLabel *rule;
  GtkLabel *rows;
  GMenuModel *row_menu;
  GtkWidget *drop_frame;

  /* Not made before they are wanted; children of the page. */
  GtkPopover *menu;
  GtkPopover *card;
  GtkPopover *searches;
  GtkPopover *save;
  GtkPopover *labels;

  CsLibraryService *service;
  CsFamilyList *list;
  CsSearchDesk *desk;
  GtkSingleSelection *selection;
  gint64 watched;        /* search whose news are shown, 0 for none */
  gboolean is_answering; /* the heads and the list of orders show what was found */
  gboolean is_settled;   /* what is searched was meant so, and is to be remembered */
  CsHits *shown;         /* last: what is another question begins at the top */
};

/* --- cs-families-page-state.c --- */

/* Listens to the list and the desk of @page. */
void cs_families_page_watch (CsFamiliesPage *page);

/* Shows what the library answered. */
void cs_families_page_update (CsFamiliesPage *page);

/* Remembers what was searched when it is settled and its hits are there. */
void cs_families_page_note (CsFamiliesPage *page);

/* --- cs-families-page-input.c --- */

/* Binds the handlers that the template names. */
void cs_families_page_add_input (GtkWidgetClass *klass);

/* Shows the language of search. */
void cs_families_page_show_card (CsFamiliesPage *page);

/* What a head of a column says. */
void cs_families_page_on_sorted (CsFamiliesPage *page);

/* Shows @popover at @widget, both parts of @page. */
void cs_families_page_popup (CsFamiliesPage *page, GtkPopover *popover, GtkWidget *widget);

/* --- cs-families-actions.c --- */

/* Gives the class of the page its actions and their keys. */
void cs_families_actions_install (GtkWidgetClass *klass);

/* Makes available what can be done with what is chosen. */
void cs_families_actions_update (CsFamiliesPage *page);

/* Shows the menu of the chosen row. */
void cs_families_actions_popup_menu (CsFamiliesPage *page);

/* Fills in a form instead of a query. */
void cs_families_actions_show_form (CsFamiliesPage *page);

G_END_DECLS
