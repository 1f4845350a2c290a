#pragma once

#include "cs-drafts-page.h"

G_BEGIN_DECLS

/* The room of drafts, for its own files; for nobody else. */

struct _CsDraftsPage
{
  CsRoomPage parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkToggleButton *sidebar_button;
  GtkMenuButton *new_button;
  AdwButtonContent *new_content;
  GtkButton *import_button;
  GtkInfoBar *notice;
  GtkLabel *notice_label;
  GtkBox *search_box;
  GtkEditable *search;
  GtkDropDown *offices;
  GtkDropDown *types;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkColumnView *view;
  GMenuModel *row_menu;
  GtkPopover *menu;   /* of the chosen row; NULL until it is first wanted */
  GtkPopover *rename; /* likewise */
  GtkWidget *drop_frame;

  CsStoreService *service;
  CsMatterList *list;
  GtkSingleSelection *selection;
  gint64 chosen; /* by a person; 0 for none */
  gboolean answering;
  guint filter;
  guint refresh_source;
};

/* --- cs-drafts-page-state.c --- */

/* Asks the store for what the search, the filters and the heads of the columns say. */
void cs_drafts_page_ask (CsDraftsPage *page);

/* Asks for all there is in the room. */
void cs_drafts_page_clear_search (CsDraftsPage *page);

/* Shows what the store answered: the list, or why there is none. */
void cs_drafts_page_update (CsDraftsPage *page);

/* --- cs-drafts-page-input.c --- */

/* Binds the handlers that the template names, and the keys of rows. */
void cs_drafts_page_add_input (GtkWidgetClass *klass);

G_END_DECLS
