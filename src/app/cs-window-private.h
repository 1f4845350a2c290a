#pragma once

#include "cs-sidebar.h"
#include "cs-window.h"
#include "drafts/cs-drafts-page.h"
#include "drafts/cs-importer.h"
#include "drafts/cs-store-trouble.h"
#include "preexam/cs-preexam-page.h"
#include "workspace/cs-workspace.h"

G_BEGIN_DECLS

/* A window of the program, for its own files; for nobody else. */

struct _CsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *levels;
  AdwFlap *flap;
  CsSidebar *sidebar;
  GtkStack *room;
  CsDraftsPage *drafts;
  CsStoreTrouble *trouble;

  CsStoreService *service;
  CsImporter *importer;
  char **samples;         /* being imported, NULL when none are */
  gint64 matter;          /* open or being opened, 0 for none */
  CsWorkspace *page;      /* shows @matter, NULL while it is being opened */
  CsPreexamPage *preexam; /* over @page, NULL when nobody looks at one */
  gboolean cut_import;    /* closing does not ask about the import that is under way */
  gboolean may_close;     /* nothing is left to save or to ask */
  gboolean is_closing;    /* the window goes when its matter is closed */
};

/* --- cs-window-matter.c --- */

/* Makes available what can be done on the level that is shown. */
void cs_window_update_level (CsWindow *window);

/* Saves and closes the open matter, if there is one; asks when it cannot be saved. */
void cs_window_leave (CsWindow *window);

/* --- cs-window-preexam.c --- */

/* Shows the pre-examination of the open matter, whose text is saved first. */
void cs_window_pre_examine (CsWindow *window);

/* Takes the pre-examination away, if there is one; the draft is shown again. */
void cs_window_leave_preexam (CsWindow *window);

/* Asks which reference signs the figures of the open matter show; as an action. */
void cs_window_tick_signs (GtkWidget *widget, const char *name, GVariant *parameter);

/* --- cs-window-merge.c --- */

/* Asks what is taken of matter files whose matter is here already. */
void cs_window_ask_about_merges (CsWindow *window, CsImport *import);

/* --- cs-window-import.c --- */

/* Listens to the importer of @window. */
void cs_window_watch_importer (CsWindow *window);

/* Adds the actions that import and their keys. */
void cs_window_add_import_actions (GtkWidgetClass *klass);

G_END_DECLS
