#pragma once

#include <gtk/gtk.h>

#include "cs-term-item.h"
#include "cs-terms-view.h"

G_BEGIN_DECLS

/* The insides of the table of terms, shared by the files that make it; for nobody else. */

struct _CsTermsView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *search;
  GtkLabel *count;
  GtkStack *stack;
  GtkColumnView *table;
  GtkWidget *bar;
  GMenuModel *term_menu;

  CsDocument *document;
  GListStore *items;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GtkPopover *menu;    /* nullable */
  GtkPopover *renamer; /* nullable */
  GtkPopover *ender;   /* nullable */
  char *searched;      /* nullable: folded */
  char *renamed;       /* nullable: a new name, until it is found among the terms */
  gboolean updating;
  gboolean due; /* what is shown is older than the examination: it was not seen */
  int width;
  guint fit_source;
};

/* What the chosen row says, NULL when none is chosen. */
const CsTermInfo *cs_terms_view_get_chosen (CsTermsView *view);

/* --- cs-terms-view-rows.c --- */

/* Actions `terms.` of the class, and their keys. */
void cs_terms_view_install_actions (GtkWidgetClass *klass);

/* Columns, and what listens to clicks on rows. */
void cs_terms_view_add_rows (CsTermsView *view);

G_END_DECLS
